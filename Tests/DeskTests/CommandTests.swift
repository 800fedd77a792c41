import DeskServer
import Foundation
import LineExamples
import Testing

/// The commands on a desk, as the built program carries them out.
@Suite(.enabled("\(DeskServer.obstacle ?? "")") { try Requirement.isMet(DeskServer.obstacle) })
struct CommandTests {
  private func run(_ arguments: [String]) throws -> Program.Outcome { try Program.run(arguments) }

  private func at(_ desk: TestDesk) -> [String] { desk.options() }

  /// A desk with the built-in dispatches, read.
  private func dispatches() throws -> TestDesk {
    let desk = try TestDesk()
    let put = try run(["desk", "import", "seeds"] + at(desk))
    #expect(put.text == "19 texts added\n")
    let read = try run(["desk", "read", "--once"] + at(desk))
    #expect(read.text == "19 texts read\n")
    return desk
  }

  @Test func `a desk gives what its files give, byte for byte`() throws {
    let desk = try dispatches()
    for command in [
      ["events"], ["claims", "--format", "jsonl"], ["brief"], ["brief", "--full"], ["incidents"], ["diff"],
    ] {
      let (files, shared) = (try run(command + ["seeds", "--no-cache"]), try run(command + at(desk)))
      #expect(files.code == 0 && shared.code == 0, "\(command): \(shared.errors)")
      #expect(files.output == shared.output, "\(command)")
      #expect(!shared.output.isEmpty)
    }
  }

  @Test func `what is exported is the same desk again, and the same board`() throws {
    let desk = try dispatches()
    let folder = try TemporaryFolder()
    let exported = try run(["desk", "export"] + at(desk)).output
    let file = try folder.file("desk.jsonl", exported)
    let other = try TestDesk()
    #expect(try run(["desk", "import", file] + at(other)).text == "19 texts added, 19 events added\n")
    #expect(try run(["desk", "export"] + at(other)).output == exported)
    #expect(try run(["desk", "import", file] + at(other)).text == "0 texts added, 19 there already\n")
    #expect(try run(["brief", file]).output == run(["brief"] + at(other)).output)
    #expect(try run(["desk", "verify"] + at(other)).text == "19 texts, 240 claims: whole\n")
  }

  @Test func `a receipt that was tampered with is found`() throws {
    let desk = try dispatches()
    try desk.database().perform(
      """
      ALTER TABLE \(desk.name).event DISABLE TRIGGER append_only;
      UPDATE \(desk.name).event SET line = replace(line, '"quote":"', '"quote":"x')
        WHERE position = (SELECT min(position) FROM \(desk.name).event)
      """)
    let outcome = try run(["desk", "verify"] + at(desk))
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains("\"quote\" is not what the text has at \"span\"; it is not taken"))
  }

  @Test func `a feed that is fetched again adds what is new in it`() throws {
    func feed(_ items: [(String, String)]) -> String {
      "<rss version=\"2.0\"><channel><title>News</title>"
        + items.map { title, words in
          "<item><title>\(title)</title><guid>\(title)</guid><description>\(words)</description></item>"
        }.joined() + "</channel></rss>"
    }
    let first = ("Train attacked", "Gunmen attacked a train near Sibi on Tuesday and killed 10 people, police said.")
    let second = ("Forces arrive", "Security forces rescued 20 passengers from the train on Wednesday, officials said.")
    let folder = try TemporaryFolder()
    try folder.file("1.xml", feed([first]))
    try folder.file("2.xml", feed([second, first]))
    let desk = try TestDesk()
    _ = try run(["desk", "import", folder.path] + at(desk))
    _ = try run(["desk", "read", "--once"] + at(desk))
    let (files, shared) = (try run(["events", folder.path, "--no-cache"]), try run(["events"] + at(desk)))
    #expect(shared.output == files.output)
    #expect(shared.text.components(separatedBy: "\"event\":\"article\"").count - 1 == 2)
  }

  @Test func `what is wrong with an address is said, with the code of a wrong command line`() throws {
    let secret = try run(["brief", "--desk", "postgresql://ann:secret@127.0.0.1:1/news"])
    #expect(secret.code == 64)
    #expect(!secret.errors.contains("secret@"))
    #expect(try run(["brief", "seeds", "--desk", "service=x"]).code == 64)
    #expect(try run(["brief", "--desk", "host=/nowhere#Name"]).code == 64)
    let nowhere = try run(["brief", "--desk", "host=/nowhere port=1"])
    #expect(nowhere.code == 69)
    #expect(nowhere.errors.hasPrefix("sitboard: desk sitboard: cannot connect: "))
  }

  @Test func `the status tells what is there and who may do what`() throws {
    let desk = try TestDesk()
    #expect(try run(["desk", "roles"] + at(desk)).text.contains("GRANT \(desk.name)_operator TO account;\n"))
    _ = try run(["desk", "import", "seeds/undated"] + at(desk))
    let status = try run(["desk", "status"] + at(desk)).text
    #expect(status.contains("\ntexts 1, waiting to be read 0, set aside 0\nevents 0, "))
    #expect(status.contains("\n\(desk.name)_operator: nobody\n"))
  }

  @Test func `the example of a desk makes one, reads the articles and tells the bottom line`() throws {
    let server = try DeskServer.shared()
    let name = "example\(UInt32.random(in: 0..<1_000_000))"
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/sitboard", withDestinationPath: Program.path)
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(null) }
    let pid = try DeskServer.spawn(
      ["/bin/sh", "docs/examples/desk.sh", server.connection() + "#" + name, "seeds"].map { word in
        word.hasPrefix("docs/") || word == "seeds" ? TwoDispatches.root.appending(path: word).path : word
      },
      ["PATH=\(folder.path):/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=\(folder.path)"], input: null,
      output: folder.path + "/output")
    #expect(try DeskServer.ended(pid, seconds: 60) == 0)
    let output = try String(contentsOfFile: folder.path + "/output", encoding: .utf8)
    #expect(output.contains("\n19 texts added\n19 texts read\n19 texts, 240 claims: whole\n"), "\(output)")
    #expect(output.split(separator: "\n").last?.contains("killed 31") == true, "\(output)")
  }
}
