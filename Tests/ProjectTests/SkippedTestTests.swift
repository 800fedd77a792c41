import Testing

/// No test vanishes silently.
@Suite struct SkippedTestTests {
  /// Files whose tests may be left out even by a build server, with what turns them on.
  static let optional = [
    "ArticleReaderTests/AccuracyTests.swift": "texts of others, which are not in the repository",
    "DeskTests/FigureTests.swift": "SITBOARD_DESK_FIGURES, on a quiet machine",
    "EndToEndTests/RandomKeyTests.swift": "SITBOARD_RANDOM_KEYS, on a quiet machine",
    "EndToEndTests/WholePictureTests.swift": "a text of others, which is not in the repository",
    "IncidentTests/UndatedArticleTests.swift": "a text of others, which is not in the repository",
  ]

  @Test func `what a test needs of the machine is a requirement, which a build server insists on`() throws {
    var found: Set<String> = []
    for file in try Repository.files(in: "Tests", extension: "swift") where !file.hasPrefix("ProjectTests/") {
      let text = try Repository.text("Tests/" + file)
      if text.contains(".enabled(if:") || text.contains(".disabled(") { found.insert(file) }
    }
    #expect(found == Set(SkippedTestTests.optional.keys))
    #expect(try Repository.text(".ci/run").contains("SITBOARD_REQUIRE_ALL=1"))
  }
}
