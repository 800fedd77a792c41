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

  @Test func `readers, presenters and operators are they`() throws {
    // What an article says of a person is the article's; so are the examples of rules, screens and pages made of them.
    let swift = try Repository.files(in: "Sources", extension: "swift").filter { !$0.hasPrefix("ArticleReader/") }
    let pages = try Repository.files(in: "docs", extension: "md").filter { !["rules.md", "screens.md"].contains($0) }
    for file in swift.map({ "Sources/" + $0 }) + pages.map({ "docs/" + $0 }) + ["README.md", "CONTRIBUTING.md"] {
      for (number, line) in try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let words = line.split { !$0.isLetter }
        let isQuoted = line.contains("\"") || file.hasSuffix("reading.md")
        #expect(isQuoted || !words.contains { ["he", "his", "him"].contains($0) }, "\(file):\(number + 1): \(line)")
      }
    }
  }
}
