import Testing

/// One word, one thing: names that were given up stay given up.
@Suite struct GlossaryTests {
  /// Names of types that nobody outside could read, and what each thing is called now.
  static let retired: [String: String] = [
    "Begun": "ActiveTopic", "Bell": "Wakeup", "DeskPlace": "DeskAccess",
    "FileMark": "FileChange", "Gist": "IncidentFingerprint", "HandOptions": "OperatorOptions",
    "LeadPlace": "LeadPosition", "LedPlace": "LeadSocket", "MarkFile": "KeptFile", "MarkFolder": "BookmarkFolder",
    "MarkLegend": "GlyphLegend", "MarkSet": "GlyphSet", "OperatorHand": "OperatorOverrides",
    "OperatorHandle": "OperatorJournal", "PlaceFile": "SessionFile", "ReaderMark": "BriefingBookmark",
    "SavedPlace": "Session", "StoreMark": "StoreVersion", "StoryMark": "StoryKey", "Telling": "SettleContext",
    "rope": "writeEnd",
  ]

  @Test func `no name is used that was given up`() throws {
    for file in try Repository.files(in: "Sources", extension: "swift") {
      var words: Set<Substring> = []
      for line in try Repository.text("Sources/" + file).split(separator: "\n") {
        words.formUnion(line.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
      }
      for (name, now) in GlossaryTests.retired where words.contains(Substring(name)) {
        Issue.record("Sources/\(file): \(name) is called \(now)")
      }
    }
  }

  @Test func `the words that stay are in the glossary`() throws {
    let page = try Repository.text("docs/glossary.md")
    for word in ["claim", "receipt", "figure", "scope", "account", "ledger", "origin", "as of", "marker", "standing"] {
      #expect(page.contains("| \(word) |"), "\(word)")
    }
    #expect(page.contains("| rung |") && page.contains("| ladder |"))
  }
}
