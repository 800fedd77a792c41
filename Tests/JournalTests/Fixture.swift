import Foundation
import Journal
import LineExamples
import Situation

/// Journals in a folder of their own.
struct Fixture {
  let folder: TemporaryFolder
  var path: String { folder.path + "/state/journal.jsonl" }

  init() throws { folder = try TemporaryFolder() }

  func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

  func write(_ bytes: [UInt8]) throws { try folder.file("state/journal.jsonl", bytes) }

  /// A journal with so many notes: "note 1", "note 2", …
  static func journal(_ path: String, notes: Int) throws -> Journal {
    let journal = try Journal(path)
    for number in 1...max(1, notes) where notes > 0 { try journal.note("note \(number)") }
    return journal
  }
}

extension Journal {
  @discardableResult
  func note(_ text: String) throws(JournalError) -> OperatorEntry {
    try append(.note(nil), text: text, author: "watch", at: Instant(seconds: 1_741_838_400), offset: .zero)
  }

  var texts: [String] { entries.map(\.text) }
}

/// The program that journals in a process of its own.
struct Writer {
  static let binary: String = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "JournalWriter")
      .path
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : TwoDispatches.root.appending(path: ".build/debug/JournalWriter").path
  }()

  let process = Process()
  private let output = Pipe()

  init(_ arguments: [String]) throws { try self.init(Writer.binary, arguments) }

  private static let setpriv = "/usr/bin/setpriv"
  static let canBeAnother = getuid() == 0 && FileManager.default.isExecutableFile(atPath: setpriv)

  /// Runs as a user without rights, from a copy that this user can reach. The copy is made by the process that becomes
  /// the writer: a child that another test starts meanwhile would hold a copy of ours open for writing, and what is
  /// being written cannot be run.
  init(asAnother arguments: [String], in folder: TemporaryFolder) throws {
    let script = """
      { [ -e "$0" ] || cp "$1" "$0"; } && chmod 755 "$0" && shift &&
      exec \(Writer.setpriv) --reuid=65534 --regid=65534 --clear-groups "$0" "$@"
      """
    try self.init("/bin/sh", ["-c", script, folder.path + "/writer", Writer.binary] + arguments)
  }

  private init(_ program: String, _ arguments: [String]) throws {
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  /// What it printed, line by line, once it is over.
  func lines() throws -> [String] {
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  /// Reads until so many bytes have come.
  func read(_ count: Int) -> String {
    var data = Data()
    while data.count < count {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      data += more
    }
    return String(decoding: data, as: UTF8.self)
  }
}
