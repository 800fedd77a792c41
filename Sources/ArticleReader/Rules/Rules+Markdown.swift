extension ArticleReader {
  /// Every rule with its examples as the page `docs/rules.md`.
  package static var rulesInMarkdown: String {
    """
    # Rules

    The rules by which the reader takes statements from sentences, in the order in which they are asked. This page is \
    made by `sitboard rule-reference > docs/rules.md`; a test fails when it is old. Each rule is the file of its name in \
    `Sources/ArticleReader/Rules/`; how to add one is in [adding/rule.md](adding/rule.md), what a rule cannot know is in \
    [reading.md](reading.md).

    A rule is asked only of sentences in which a word of its sections stands. Between « and » is the passage that \
    becomes the receipt. A reading is the status, the bounds (`30…` is 30 or more), the noun and the class of a count; \
    or the thing and its state; or what was said. Tests hold every rule to its sentences.

    """ + Rule.all.map(\.markdown).joined()
  }
}

extension Rule {
  fileprivate var markdown: String {
    let sections = Category.allCases.filter { $0 != .cue && triggers.contains($0.bit) }.map { "`[\($0.sectionName)]`" }
    var text = "\n## \(name)\n\n"
    if !sections.isEmpty { text += "Asked where a word of \(sections.joined(separator: ", ")) stands.\n\n" }
    text += "| sentence | reading |\n|---|---|\n"
    for example in examples { text += "| \(example.text.inCell) | \(example.reading.inCell) |\n" }
    text += "\nNothing is found by it in:\n\n"
    for counterexample in counterexamples {
      text += "- \(counterexample.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
    }
    return text
  }
}

extension String {
  fileprivate var inCell: String {
    split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
  }
}
