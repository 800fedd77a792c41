import Foundation
@testable import Journal
import LineExamples
import Situation
import Testing

@Suite struct JournalTests {
  @Test func `every kind of act is there when the journal is opened again`() throws {
    let fixture = try Fixture()
    let claim = ClaimReference(article: ArticleID(digest: OperatorEntries.journal), span: 1..<2, rule: "r")
    let saved: [OperatorEntry]
    do {
      let journal = try Journal(fixture.path)
      #expect(journal.access == .writable)
      for entry in OperatorEntries.all(on: claim) {
        try journal.append(entry.act, text: entry.text, author: entry.author, at: entry.at, offset: entry.offset)
      }
      saved = journal.entries
    }
    let again = try Journal(fixture.path)
    #expect(again.entries == saved)
    #expect(again.entries.map(\.act) == OperatorEntries.all(on: claim).map(\.act))
    #expect(again.entries.map(\.id.story) == Array(1...saved.count))
    #expect(again.notices.isEmpty)
  }

  @Test func `a journal and its folder are the operator's alone`() throws {
    let fixture = try Fixture()
    _ = try Journal(fixture.path)
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(fixture.path) == 0o600)
    #expect(try mode(fixture.folder.path + "/state") == 0o700)
  }

  @Test func `a line has its number, its act and a checksum, after a line with the version`() throws {
    let fixture = try Fixture()
    let identity = try Fixture.journal(fixture.path, notes: 1).identity
    let lines = String(decoding: try fixture.bytes(), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"sitboard":"journal","version":2,"identity":"\#(identity)","checksum":""#))
    #expect(
      lines[1].hasPrefix(
        #"{"sequence":1,"article_id":{"digest":"\#(identity)","story":1},"author":"watch","#
          + #""at":"2025-03-13T04:00Z","text":"note 1","act":"note","claim":null,"checksum":""#))
  }

  @Test func `a last line cut anywhere is recovered, and it is said`() throws {
    let fixture = try Fixture()
    _ = try Fixture.journal(fixture.path, notes: 3)
    let bytes = try fixture.bytes()
    let last = try #require(bytes.dropLast().lastIndex(of: 0x0A)) + 1
    for end in last..<bytes.count {
      try fixture.write(Array(bytes[..<end]))
      let isWhole = end == bytes.count - 1
      do {
        let journal = try Journal(fixture.path)
        #expect(journal.texts == (isWhole ? ["note 1", "note 2", "note 3"] : ["note 1", "note 2"]))
        #expect(journal.notices == (end == last || isWhole ? [] : [.torn(line: 4, bytes: end - last)]))
        try journal.note("after")
      }
      let again = try Journal(fixture.path)
      #expect(again.texts.last == "after")
      #expect(again.entries.count == (isWhole ? 4 : 3))
      #expect(again.notices.isEmpty)
    }
  }

  @Test func `an entry that its checksum proves whole stays, whatever became of its line feed`() throws {
    let fixture = try Fixture()
    _ = try Fixture.journal(fixture.path, notes: 3)
    let whole = try fixture.bytes().dropLast()
    for end in ["", " ", "\r", "\0\0\0\0", "}", "{\"sequence\":4,\"article_id", "garbage"] {
      try fixture.write(Array(whole) + Array(end.utf8))
      do {
        let journal = try Journal(fixture.path)
        #expect(journal.texts == ["note 1", "note 2", "note 3"], "\(end)")
        #expect(journal.notices == (end.isEmpty ? [] : [.torn(line: 4, bytes: end.utf8.count)]))
        #expect(try journal.note("after").id.story == 4)
      }
      #expect(try Journal(fixture.path).texts == ["note 1", "note 2", "note 3", "after"])
      #expect(try Journal(fixture.path).notices.isEmpty)
    }
  }

  @Test func `two entries whose line feed is lost are both taken, and the file is not changed`() throws {
    let fixture = try Fixture()
    _ = try Fixture.journal(fixture.path, notes: 4)
    var bytes = try fixture.bytes()
    bytes.remove(at: bytes.indices.filter { bytes[$0] == 0x0A }[2])
    try fixture.write(bytes)
    let journal = try Journal(fixture.path)
    #expect(journal.texts == ["note 1", "note 2", "note 3", "note 4"])
    #expect(journal.notices == [.mended(line: 3, entries: 2)])
    #expect(try fixture.bytes() == bytes)
  }

  @Test func `a first line without its line feed keeps the identity that was given out`() throws {
    let fixture = try Fixture()
    let identity = try Journal(fixture.path).identity
    try fixture.write(Array(try fixture.bytes().dropLast()))
    let journal = try Journal(fixture.path)
    #expect(journal.identity == identity)
    try journal.note("note 1")
    #expect(try Journal(fixture.path).texts == ["note 1"])
  }

  @Test func `what is cut from a journal is kept beside it, and cut only once it is there`() throws {
    let fixture = try Fixture()
    _ = try Fixture.journal(fixture.path, notes: 2)
    let torn = Array(try fixture.bytes().dropLast(5))
    let last = try #require(torn.lastIndex(of: 0x0A)) + 1
    // Where a folder is in the way nothing can be kept, and so nothing is cut.
    try FileManager.default.createDirectory(atPath: fixture.path + ".cut", withIntermediateDirectories: true)
    try fixture.write(torn)
    do {
      guard case .readOnly(let why) = try Journal(fixture.path).access else {
        Issue.record("a journal that could not be mended is written")
        return
      }
      #expect(why.contains(fixture.path + ".cut"))
      #expect(try fixture.bytes() == torn)
    }
    try FileManager.default.removeItem(atPath: fixture.path + ".cut")
    for count in 1...2 {
      try fixture.write(torn)
      #expect(try Journal(fixture.path).access == .writable)
      #expect(try fixture.bytes() == Array(torn[..<last]))
      let kept = [UInt8](try Data(contentsOf: URL(filePath: fixture.path + ".cut")))
      #expect(kept == Array(repeating: Array(torn[last...]) + [0x0A], count: count).flatMap { $0 })
    }
  }

  @Test func `a first line that was not written to its end is written again`() throws {
    let fixture = try Fixture()
    _ = try Journal(fixture.path)
    let header = try fixture.bytes()
    for end in 0..<header.count - 1 {
      try fixture.write(Array(header[..<end]))
      #expect(try Fixture.journal(fixture.path, notes: 1).texts == ["note 1"])
    }
  }

  @Test func `a middle line damaged at any byte is named and passed over, and stays in the file`() throws {
    let fixture = try Fixture()
    _ = try Fixture.journal(fixture.path, notes: 4)
    let bytes = try fixture.bytes()
    let feeds = bytes.indices.filter { bytes[$0] == 0x0A }
    let middle = feeds[1] + 1..<feeds[2] + 1
    for index in middle {
      for change: UInt8 in [0x01, 0x80, bytes[index] ^ 0x0A] {
        var damaged = bytes
        damaged[index] ^= change
        guard damaged != bytes else { continue }
        try fixture.write(damaged)
        do {
          let journal = try Journal(fixture.path)
          if index == feeds[2] {
            // A damaged line feed makes one line of two, and both are whole.
            #expect(journal.texts == ["note 1", "note 2", "note 3", "note 4"])
            #expect(journal.notices == [.mended(line: 3, entries: 2)])
          } else {
            #expect(journal.texts == ["note 1", "note 3", "note 4"])
            guard case .damaged(line: 3, reason: _)? = journal.notices.first else {
              Issue.record("byte \(index) changed by \(change) was not noticed")
              continue
            }
          }
          #expect(try journal.note("after").id.story == 5)
        }
        #expect(try Array(fixture.bytes().prefix(damaged.count)) == damaged)
      }
    }
  }

  @Test func `lines that are gone are missed`() throws {
    let fixture = try Fixture()
    _ = try Fixture.journal(fixture.path, notes: 4)
    var lines = try fixture.bytes().split(separator: 0x0A)
    lines.removeSubrange(2...3)
    try fixture.write(Array(lines.joined(separator: [0x0A])) + [0x0A])
    let journal = try Journal(fixture.path)
    #expect(journal.texts == ["note 1", "note 4"])
    #expect(journal.notices == [.missing(2...3)])
  }

  @Test func `an entry of another journal is not taken`() throws {
    let (fixture, other) = (try Fixture(), try Fixture())
    _ = try Fixture.journal(fixture.path, notes: 1)
    _ = try Fixture.journal(other.path, notes: 2)
    let foreign = Array(try other.bytes().split(separator: 0x0A)[2]) + [0x0A]
    try fixture.write(try fixture.bytes() + foreign)
    let journal = try Journal(fixture.path)
    #expect(journal.texts == ["note 1"])
    #expect(journal.notices == [.damaged(line: 3, reason: "it is an entry of another journal")])
  }

  @Test(arguments: [
    #"{"sitboard":"journal","version":3,"identity":"x"}"# + "\nanything\n",
    #"{"sitboard":"journal","version":3"#, #"{"sitboard":"journal","version":12,"#,
  ]) func `a journal of a newer version is refused unharmed`(text: String) throws {
    let fixture = try Fixture()
    try fixture.write(Array(text.utf8))
    #expect {
      try Journal(fixture.path)
    } throws: { error in
      guard case .newerVersion? = (error as? JournalError)?.reason else { return false }
      return true
    }
    #expect(try fixture.bytes() == Array(text.utf8))
  }

  @Test func `a journal of the first version is read and continued`() throws {
    let fixture = try Fixture()
    let identity = String(repeating: "ab", count: 32)
    func sealed(_ body: String) -> String {
      body + #","checksum":""# + JournalLine.digest(Array(body.utf8)).prefix(16) + "\"}\n"
    }
    let old =
      sealed(#"{"sitboard":"journal","version":1,"identity":"\#(identity)""#)
      + sealed(
        #"{"sequence":1,"article_id":{"digest":"\#(identity)","story":1},"author":"watch","#
          + #""at":"2025-03-13T04:00Z","text":"note 1","act":"note","claim":null"#)
    try fixture.write(Array(old.utf8))
    let journal = try Journal(fixture.path)
    #expect(journal.texts == ["note 1"])
    #expect(journal.notices.isEmpty)
    try journal.append(
      .reliability(source: "Dawn", .usually), author: "watch", at: Instant(seconds: 1_741_838_400), offset: .zero)
    let again = try Journal(reading: fixture.path)
    #expect(again.entries.map(\.act) == [.note(nil), .reliability(source: "Dawn", .usually)])
    #expect(try fixture.bytes().starts(with: Array(old.utf8)))
  }

  @Test func `what is no journal is refused unharmed`() throws {
    let fixture = try Fixture()
    for text in ["Notes of the night\n", "x", "{\"sitboard\":\"events\",\"version\":1}\n", "\n"] {
      try fixture.write(Array(text.utf8))
      #expect(throws: JournalError(path: fixture.path, reason: .notAJournal)) { try Journal(fixture.path) }
      #expect(try fixture.bytes() == Array(text.utf8))
    }
    #expect(throws: JournalError(path: fixture.folder.path, reason: .notAJournal)) { try Journal(fixture.folder.path) }
  }

  @Test func `a link that leads nowhere is an error`() throws {
    let fixture = try Fixture()
    let path = fixture.folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: fixture.folder.path + "/nothing")
    #expect(throws: JournalError.self) { try Journal(path) }
  }

  @Test func `a journal opened for reading is neither made nor mended nor locked`() throws {
    let fixture = try Fixture()
    #expect(throws: JournalError.self) { try Journal(reading: fixture.path) }
    #expect(!FileManager.default.fileExists(atPath: fixture.path))
    _ = try Fixture.journal(fixture.path, notes: 2)
    let torn = try fixture.bytes().dropLast(5)
    try fixture.write(Array(torn))
    let reader = try Journal(reading: fixture.path)
    #expect(reader.texts == ["note 1"])
    #expect(reader.notices.isEmpty)
    #expect(try fixture.bytes() == Array(torn))
    #expect(try Journal(fixture.path).access == .writable)
  }

  @Test func `a damaged first line is refused and no entry is lost`() throws {
    let fixture = try Fixture()
    _ = try Fixture.journal(fixture.path, notes: 2)
    let bytes = try fixture.bytes()
    let header = try #require(bytes.firstIndex(of: 0x0A))
    for index in 0...header {
      var damaged = bytes
      damaged[index] ^= 0x01
      try fixture.write(damaged)
      #expect(throws: JournalError.self) { try Journal(fixture.path) }
      #expect(try fixture.bytes() == damaged)
    }
  }

  @Test func `the second writer reads, and is told why`() throws {
    let fixture = try Fixture()
    let first = try Fixture.journal(fixture.path, notes: 2)
    let second = try Journal(fixture.path)
    #expect(second.texts == ["note 1", "note 2"])
    let why = "another sitboard has the journal open"
    #expect(second.access == .readOnly(why))
    #expect(throws: JournalError(path: fixture.path, reason: .readOnly(why))) { try second.note("third") }
    try first.note("note 3")
    #expect(try Journal(fixture.path).texts == ["note 1", "note 2", "note 3"])
  }

  @Test func `a journal that was moved away or written by another takes no entry`() throws {
    let fixture = try Fixture()
    let journal = try Fixture.journal(fixture.path, notes: 1)
    let bytes = try fixture.bytes()
    try FileManager.default.moveItem(atPath: fixture.path, toPath: fixture.path + ".old")
    #expect(throws: JournalError(path: fixture.path, reason: .changedUnderneath)) { try journal.note("lost") }
    try fixture.write(bytes)
    #expect(throws: JournalError(path: fixture.path, reason: .changedUnderneath)) { try journal.note("lost") }
    #expect(journal.texts == ["note 1"])
  }

  @Test func `a journal that another edited in place to the same length takes no entry, and one only touched does`()
    throws
  {
    let fixture = try Fixture()
    let journal = try Fixture.journal(fixture.path, notes: 2)
    let file = try #require(FileHandle(forUpdatingAtPath: fixture.path))
    let bytes = try fixture.bytes()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: fixture.path)
    try journal.note("note 3")
    let place = try #require(bytes.firstRange(of: Array("note 1".utf8))).upperBound - 1
    func changed() -> timespec {
      var status = stat()
      stat(fixture.path, &status)
      return status.st_ctim
    }
    // Until the clock of the file system has gone on.
    let before = changed()
    let deadline = ContinuousClock.now + .seconds(20)
    repeat {
      try file.seek(toOffset: UInt64(place))
      try file.write(contentsOf: Data("7".utf8))
    } while (changed().tv_sec, changed().tv_nsec) == (before.tv_sec, before.tv_nsec) && ContinuousClock.now < deadline
    #expect(throws: JournalError(path: fixture.path, reason: .changedUnderneath)) { try journal.note("lost") }
    try file.seek(toOffset: UInt64(place))
    try file.write(contentsOf: Data("1".utf8))
    try journal.note("note 4")
    #expect(try Journal(reading: fixture.path).texts == ["note 1", "note 2", "note 3", "note 4"])
  }

  @Test func `a time that no line can hold is not saved`() throws {
    let fixture = try Fixture()
    let journal = try Journal(fixture.path)
    #expect(throws: JournalError(path: fixture.path, reason: .unwritable)) {
      try journal.append(.note(nil), author: "watch", at: Instant(seconds: .max / 2), offset: .zero)
    }
    #expect(journal.entries.isEmpty)
    #expect(try journal.note("next").id.story == 1)
  }

  @Test(arguments: [300, 401, 1000, 1024]) func `a full disk is an error, and what was not saved is not there`(
    limit: Int
  ) throws {
    let fixture = try Fixture()
    var lines = try Writer([fixture.path, "\(limit)"]).lines()
    // The limit is lifted at the end, and the number that was not saved is given again.
    let (last, message) = (lines.popLast(), lines.popLast())
    #expect(message == "\(fixture.path): not saved: the disk is full; make room and do it again")
    #expect(last == "\(lines.count + 1)")
    let journal = try Journal(fixture.path)
    #expect(journal.entries.map(\.id.story) == Array(1...lines.count + 1))
    #expect(journal.notices.isEmpty)
  }

  @Test(
    .enabled("needs root and setpriv to run as a user without rights") {
      try Requirement.isMet(Writer.canBeAnother ? nil : "setpriv or the right to use it is missing")
    })
  func `a journal that cannot be written is read, and an entry is an error`() throws {
    let fixture = try Fixture()
    _ = try Fixture.journal(fixture.path, notes: 2)
    for (path, mode) in [(fixture.folder.path, 0o755), (fixture.folder.path + "/state", 0o755), (fixture.path, 0o444)] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    let bytes = try fixture.bytes()
    let lines = try Writer(asAnother: [fixture.path], in: fixture.folder).lines()
    #expect(
      lines == ["\(fixture.path): the entry is not saved: the journal cannot be written: Permission denied"])
    #expect(try fixture.bytes() == bytes)
    let missing = fixture.folder.path + "/state/none/journal.jsonl"
    #expect(
      try Writer(asAnother: [missing], in: fixture.folder).lines()
        == ["\(missing): cannot make the folder of the journal: Permission denied"])
  }

  @Test(arguments: 1...25) func `every confirmed entry is there after a kill at any time`(round: Int) throws {
    let fixture = try Fixture()
    let writer = try Writer([fixture.path])
    // So many bytes of confirmations, and what else comes before the signal does.
    var told = writer.read(Int.random(in: 1...200))
    kill(writer.process.processIdentifier, SIGKILL)
    told += try writer.lines().map { $0 + "\n" }.joined()
    let confirmed = told.split(separator: "\n").count
    let journal = try Journal(fixture.path)
    #expect(journal.entries.count >= confirmed)
    #expect(journal.entries.map(\.id.story) == Array(1...max(1, journal.entries.count)))
    #expect(journal.texts == journal.entries.map { "note \($0.id.story)" })
    try journal.note("after")
  }

  @Test func `the journal stands where the state of programs belongs`() throws {
    #expect(
      try JournalPath.standard { ["XDG_STATE_HOME": "/state", "HOME": "/home/a"][$0] }
        == "/state/sitboard/built-in.journal.jsonl")
    for state in ["", "relative"] {
      #expect(
        try JournalPath.standard { ["XDG_STATE_HOME": state, "HOME": "/home/a"][$0] }
          == "/home/a/.local/state/sitboard/built-in.journal.jsonl")
    }
    #expect(throws: JournalError(path: "journal", reason: .noPlace)) { try JournalPath.standard { _ in nil } }
  }

  @Test func `a journal is named after what is open, and other paths have another`() throws {
    func name(_ paths: [String]) throws -> String {
      String(try JournalPath.standard({ ["XDG_STATE_HOME": "/state"][$0] }, for: paths).dropFirst(16))
    }
    let night = try name(["/desk/night reports"])
    #expect(night.hasPrefix("nightreports-") && night.hasSuffix(".journal.jsonl"))
    #expect(try name(["/desk/night reports"]) == night)
    let all = try [
      ["/desk/night reports"], ["/other/night reports"], ["/desk/night reports", "/desk/day"], ["-"], [], ["/"],
      ["/\u{1B}[2J/../x"], ["/達拉克"],
    ].map(name)
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { !$0.contains("/") && $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } })
  }
}
