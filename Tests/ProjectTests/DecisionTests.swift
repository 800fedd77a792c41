import Testing

/// Every decision can be looked up, and says what it was weighed against.
@Suite struct DecisionTests {
  @Test func `a decision has a status, a date, alternatives and consequences, and is in the list`() throws {
    let list = try Repository.text("docs/decisions/README.md")
    let files = try Repository.files(in: "docs/decisions", extension: "md").filter { $0 != "README.md" }
    #expect(files.count >= 24)
    for (number, file) in zip(1..., files) {
      let text = try Repository.text("docs/decisions/" + file)
      let head = text.split(separator: "\n").prefix(2)
      #expect(head.first?.hasPrefix("# \(number). ") == true, "\(file)")
      let told = head.last?.wholeMatch(
        of: /Status: (accepted|superseded by [0-9]+)\. Date: (20[0-9]{2}-[0-9]{2}-[0-9]{2})\./)
      #expect(told != nil, "\(file)")
      #expect(text.contains("\n## Alternatives\n\n") && text.contains("\n## Consequences\n\n"), "\(file)")
      let line = "| [\(number)](\(file)) | \(head.first?.dropFirst("# \(number). ".count) ?? "") |"
      #expect(list.contains(line + " \(told?.1 ?? "") | \(told?.2 ?? "") |"), "\(file)")
    }
  }
}
