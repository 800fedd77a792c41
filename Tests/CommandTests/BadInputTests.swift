import Foundation
import LineExamples
import Testing

@Suite struct BadInputTests {
  @Test func `a path that is not there`() throws {
    for command in [["brief"], ["claims"], ["events"], ["text"], ["explain"], []] {
      let outcome = try Program.run(command + ["/no/such/file.txt"])
      #expect(outcome.code == 66)
      #expect(outcome.errors == "sitboard: /no/such/file.txt: no such file or folder; check the path\n")
    }
  }

  @Test func `files that hold no article`() throws {
    let folder = try TemporaryFolder()
    let cases: [(path: String, message: String)] = [
      (try folder.file("empty.txt", ""), "the file is empty; give a file that holds an article"),
      (try folder.file("blank.txt", " \n\n"), "the file is empty; give a file that holds an article"),
      (
        try folder.file("header.txt", "Title: T\n\n"),
        "a header and no text after it; put the article after the empty line that ends the header"
      ),
      (
        try folder.file("binary.txt", [0x41, 0, 1]),
        "not a text: it holds NUL bytes; give the article as plain text"
      ),
      (
        try folder.file("empty.jsonl", "\n"), "the file is empty; give a file that holds an article"
      ),
      ("/dev/null", "neither a file nor a folder; give a regular file, or pipe the text in and give -"),
    ]
    for (path, message) in cases {
      let outcome = try Program.run(["brief", path])
      #expect(outcome.code == 65)
      #expect(outcome.errors == "sitboard: \(path): \(message)\n")
    }
  }

  @Test func `a folder without articles`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["claims", folder.path])
    #expect(outcome.code == 66)
    #expect(
      outcome.errors
        == "sitboard: \(folder.path): no articles in this folder; put articles in it, as files that end in "
        + ".txt, .md, .markdown, .html, .htm, .xhtml, .xml, .rss, .atom, .rdf, .nitf, .newsml, .cap, .eml, .mht, .mhtml, "
        + ".mbox, .mbx, .json, .jsonl, .gz, .bz2, .xz, .zst, .docx, .pdf\n")
  }

  @Test func `a file of a hundred megabytes`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("big.txt", "A")
    #expect(truncate(path, 100_000_000) == 0)
    let outcome = try Program.run(["brief", path])
    #expect(outcome.code == 65)
    #expect(
      outcome.errors
        == "sitboard: \(path): 100000000 bytes are over the limit of 16777216 (16 MiB); cut it into single articles\n")
  }

  @Test func `standard input without end is cut at the limit`() throws {
    let outcome = try Program.shell("yes 'A train stopped.' | $SITBOARD brief - > /dev/null")
    #expect(outcome.code == 65)
    #expect(
      outcome.errors.hasPrefix(
        "sitboard: standard input: over the limit of 16777216 bytes (16 MiB); cut it into single articles\n"))
  }

  @Test func `a pipe named as a file is not waited for`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe.txt"
    #expect(mkfifo(path, 0o600) == 0)
    let outcome = try Program.run(["brief", path])
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix("sitboard: \(path): neither a file nor a folder; "))
  }

  @Test(arguments: ["/proc/kmsg", "/dev/kmsg", "/dev/tty", "/dev/urandom", "/dev/zero"])
  func `what has no end, or is a device, is not waited for`(path: String) throws {
    let folder = try TemporaryFolder()
    let link = folder.path + "/a.txt"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    for (arguments, name) in [("brief \(path)", path), ("claims \(folder.path)", link), ("explain \(path)", path)] {
      let outcome = try Program.shell("timeout 60 $SITBOARD \(arguments)")
      // To whom the kernel's log is closed, it is a file without permission.
      #expect([65, 66, 77].contains(outcome.code), "\(arguments): \(outcome.code)")
      #expect(outcome.errors.hasPrefix("sitboard: \(name): "))
      #expect(
        outcome.errors.contains("neither a file nor a folder") || outcome.errors.contains("no end to read to")
          || outcome.code == 77)
    }
  }

  @Test func `a folder where one file is wanted is called one`() throws {
    for option in ["--lexicon", "--sources"] {
      let outcome = try Program.run(["brief", option, "seeds", "seeds/undated"])
      #expect(outcome.code == 65)
      #expect(outcome.errors == "sitboard: seeds: a folder, and one file is wanted; give a file in it\n")
    }
  }

  @Test func `with too few descriptors the message is about descriptors`() throws {
    for limit in 4...24 {
      let outcome = try Program.shell(
        "printf Q | timeout 60 script -qec \"bash -c 'ulimit -n \(limit); exec $SITBOARD seeds/undated'\" /dev/null")
      if outcome.code == 0 { continue }
      #expect([65, 66, 69, 74].contains(outcome.code), "\(limit): \(outcome.code) \(outcome.text)")
      #expect(outcome.text.contains("(ulimit -n)"), "\(limit): \(outcome.text)")
    }
  }

  @Test(.enabled("needs a user who is not root") { try Requirement.isMet(Unprivileged.obstacle) })
  func `a file or folder without permission to read`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("secret.txt", "Text.")
    let inner = folder.path + "/closed"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    for path in [file, inner] {
      try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: path)
      let outcome = try Unprivileged.run(["brief", path])
      #expect(outcome.code == 77)
      #expect(outcome.errors == "sitboard: \(path): permission denied; make it readable for this user\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
  }

  @Test func `invalid UTF-8 is read with replacements, and said`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("cut.txt", Array("Caf".utf8) + [0xC3] + Array(" stopped.\n".utf8))
    let outcome = try Program.run(["text", path])
    #expect(outcome.code == 0)
    #expect(outcome.text == "Caf\u{FFFD} stopped.\n")
    #expect(outcome.errors == "sitboard: \(path): not UTF-8 throughout: 1 invalid byte was replaced\n")
  }

  @Test func `the text of a page and of several stories in one file is printed whole`() throws {
    let folder = try TemporaryFolder()
    let page = try folder.file("page.html", "<title>T</title><p>Ten freed.</p><nav>Home</nav>")
    #expect(try Program.run(["text", page]).text == "Title: T\n\nTen freed.\n")
    let several = try folder.file("several.txt", "Ten held.\n\u{0C}\nFive freed.\n")
    let outcome = try Program.run(["text", several])
    #expect(outcome.text == "Ten held.\n\u{0C}\nFive freed.\n")
    #expect(outcome.errors == "sitboard: \(several): holds 2 stories\n")
    let claims = try Program.run(["claims", several, "--format", "jsonl"])
    #expect(claims.code == 0)
    #expect(claims.text.contains("\"story\":2"))
  }

  @Test func `one bad path of several loses nothing else, and the code tells of it`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.file("good.txt", "A train stopped.\n")
    let bad = try folder.file("bad.txt", "")
    for paths in [[good, bad, "/none"], [bad, "/none", good]] {
      let outcome = try Program.run(["events"] + paths)
      #expect(outcome.code == 65)
      #expect(outcome.text.contains("\"text\":\"A train stopped.\\n\""))
      #expect(outcome.errors.split(separator: "\n").count == 2)
    }
    #expect(try Program.run(["brief", "/none", bad, good]).code == 66)
  }

  @Test func `the same text twice is read once, and said`() throws {
    let folder = try TemporaryFolder()
    let (one, two) = (try folder.file("1.txt", "A train."), try folder.file("2.txt", "A train."))
    let outcome = try Program.run(["events", one, two])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "sitboard: \(two): the same bytes as \(one); read once\n")
  }

  @Test func `what is to be known of many files alike is said once, with how many there are`() throws {
    let folder = try TemporaryFolder()
    for (name, text) in [("1.txt", "A train."), ("2.txt", "A bus."), ("3.txt", "A ship.")] {
      try folder.file(name, "Date: 2025-03-11\n\n" + text)
    }
    let outcome = try Program.run(["claims", folder.path])
    #expect(
      outcome.errors == """
        sitboard: \(folder.path)/1.txt and 2 more: the date names no time zone and is read in UTC; give --timezone if it \
        is another

        """)
  }

  @Test func `a damaged event line is told with its number, and the others are loaded`() throws {
    let folder = try TemporaryFolder()
    var lines = try Fixture.events().split(separator: 0x0A).map { Array($0) }
    lines[5] = Array(lines[5].dropLast(1))
    let path = try folder.file("e.jsonl", Array(lines.joined(separator: [0x0A])))
    let outcome = try Program.run(["claims", "--format", "jsonl", path])
    #expect(outcome.code == 65)
    #expect(
      outcome.errors.hasPrefix("sitboard: \(path):6: damaged event line: expected a comma or } at byte "))
    #expect(outcome.text.split(separator: "\n").count == 22)
  }

  @Test func `a name that holds control characters does not reach the terminal as they are`() throws {
    let outcome = try Program.run(["brief", "/none/\u{1B}[2J\u{202E}x"])
    #expect(outcome.code == 66)
    #expect(outcome.errors.hasPrefix("sitboard: /none/?[2J\u{FFFD}x: no such file or folder"))
  }

  @Test(arguments: [
    ["--bogus"], ["brief", "--width", "39"], ["brief", "--width", "201"], ["brief", "--width", "wide"],
    ["brief", "--clock", "wall"], ["brief", "--format", "pdf"], ["claims", "--format", "xml"],
    ["brief", "--as-of", "the other day"], ["brief", "--date", "2025-02-30"], ["brief", "--timezone", "PKT"],
    ["brief", "--timezone", "+19:00"], ["text"], ["explain"], ["text", "a", "b"], ["--color", "green"],
  ])
  func `a wrong command line`(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("sitboard: "))
    #expect(outcome.errors.hasSuffix(" sitboard --help\n") || outcome.errors.hasSuffix(" See sitboard --help\n"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `a line that the article does not have`() throws {
    let outcome = try Program.run(["explain", "seeds/undated/two-dispatches.txt:99"])
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix("sitboard: seeds/undated/two-dispatches.txt: has no line 99; it has "))
  }

  @Test func `a list of words that is not there`() throws {
    let outcome = try Program.run(["claims", "--lexicon", "/none/words.txt", "seeds/undated"])
    #expect(outcome.code == 66)
    #expect(outcome.errors == "sitboard: /none/words.txt: no such file or folder; check the path\n")
  }

  @Test func `a full disk is an error`() throws {
    for command in ["brief", "claims", "events", "text seeds/undated/two-dispatches.txt", "--help", "--linear"] {
      let outcome = try Program.shell("$SITBOARD \(command) > /dev/full")
      #expect(outcome.code == 74, "\(command)")
      #expect(
        outcome.errors.hasSuffix(
          "sitboard: standard output: no space left on device; what was written is incomplete, make room and run it "
            + "again\n"))
    }
  }

  @Test func `a pipe that is closed ends the command without a word`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("long.txt", String(repeating: "A train stopped in the pass.\n", count: 4_000))
    for command in ["events", "text"] {
      let outcome = try Program.shell(
        "$SITBOARD \(command) \"$1\" | head -c 10 > /dev/null; exit ${PIPESTATUS[0]}", [path])
      #expect(outcome.code == 0)
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test func `a closed standard output is an error and nothing else`() throws {
    let outcome = try Program.shell("$SITBOARD brief seeds/undated >&-")
    #expect(outcome.code == 74)
    #expect(
      outcome.errors.hasSuffix(
        "sitboard: standard output: bad file descriptor; what was written is incomplete, it is closed: run it again with "
          + "somewhere to write to\n"))
  }
}
