import Foundation
import Testing

/// Everything that can write, and what keeps a stranger's text in it from a terminal.
@Suite struct TerminalPathTests {
  /// Files that call the system to write, each with the reason why no terminal gets from it what it would obey.
  static let writers: [String: String] = [
    "Sources/CLinux/CLinux.c": "whole writes for others, each of which is on this list",
    "Sources/CNcurses/Restoration.c": "fixed sequences that give the terminal back",
    "Sources/CNcurses/Screen.c":
      "cells of a frame, which Frame.put has made harmless; the clipboard in base 64; notices without control characters",
    "Sources/CNcurses/Signals.c": "a byte into the program's own pipe",
    "Sources/Fetching/EvidenceFolder.swift": "files of its own making",
    "Sources/Intake/Cache/CacheFolder.swift": "files of its own making",
    "Sources/Journal/JournalFile.swift": "a journal, which is a regular file",
    "Sources/Sharing/Led/Connection.swift": "a socket; who reads it puts what comes into frames",
    "Sources/Sharing/Led/Follower.swift": "a socket; a greeting and numbers",
    "Sources/Sharing/Bookmarks/BookmarkFolder.swift": "a file of its own making",
    "Sources/sitboard/Live/AlertOutlet.swift": "lines that SafeText.line has made harmless",
    "Sources/sitboard/Output.swift": "the one exit for lines: SafeText.lines",
    "Sources/sitboard/SessionFile.swift": "lines that SafeText.line has made harmless",
    "Sources/sitboard/ProgressMeter.swift": "its own words and figures",
    "Sources/sitboard/Threads/Wakeup.swift": "a byte into the program's own pipe",
  ]

  /// Files that hand bytes to the exit as they are.
  static let exact: [String: String] = [
    "Sources/sitboard/BuiltInClaims.swift": "bytes for a file; a terminal is refused",
    "Sources/sitboard/CastCommand.swift": "JSON, in which such characters are escaped",
    "Sources/sitboard/ClaimsCommand.swift":
      "JSON, in which such characters are escaped; CSV of cleaned words, where standard output is not a terminal",
    "Sources/sitboard/CuesCommand.swift": "JSON, in which such characters are escaped",
    "Sources/sitboard/Desk/DeskCommand.swift": "JSON, in which such characters are escaped",
    "Sources/sitboard/EventsCommand.swift": "JSON, in which such characters are escaped",
    "Sources/sitboard/IncidentsCommand.swift": "JSON, in which such characters are escaped",
    "Sources/sitboard/Output.swift": "its definition",
    "Sources/sitboard/TextCommand.swift": "the bytes of an article, where standard output is not a terminal",
  ]

  private static var call: Regex<(Substring, Substring, Substring)> {
    #/(^|[^.\w]|Glibc\.)(write|system_write_all|pwrite|writev|send|sendmsg|print|puts|fputs|fwrite|printf|dprintf|syslog|perror)\(/#
  }

  /// Files of which a line matches, but for comments and definitions.
  private static func files(where isMatch: (Substring) -> Bool, among isFile: (String) -> Bool) throws -> Set<String> {
    var found: Set<String> = []
    for file in try ["swift", "c"].flatMap({ try Repository.files(in: "Sources", extension: $0) }) {
      let text = try Repository.text("Sources/" + file)
      guard isFile(text) else { continue }
      let lines = text.split(separator: "\n").filter { !$0.contains("func ") && !$0.contains("///") }
      if lines.contains(where: isMatch) { found.insert("Sources/" + file) }
    }
    return found
  }

  @Test func `every path to a terminal is known, with what makes it safe`() throws {
    // Without the system's library nothing can be written.
    let found = try TerminalPathTests.files(where: { $0.contains(TerminalPathTests.call) }) { text in
      text.contains("import Glibc") || text.contains("#include")
    }
    #expect(found == Set(TerminalPathTests.writers.keys))
    let exact = try TerminalPathTests.files(where: { $0.contains("write(exactly: ") || $0.contains("write(pieces: ") })
    { _ in true }
    #expect(exact == Set(TerminalPathTests.exact.keys))
  }
}
