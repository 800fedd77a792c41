/// Lays a briefing out as Markdown (CommonMark with the tilde of GitHub's), in which no word of an article is markup.
struct MarkdownRenderer {
  func render(_ document: Document) -> String {
    var lines = ["# " + written(document.title), ""]
    lines += document.heads.map { "- **\(escaped($0.name)):** \(written($0.text))" }
    for section in document.sections {
      lines += ["", "## " + escaped(section.heading), ""]
      for item in section.items { lines += rendered(item) }
    }
    return lines.map { $0 + "\n" }.joined().untied(" ")
  }

  private func rendered(_ item: Document.Item) -> [String] {
    switch item {
    case .row(let row):
      let indent = row.isPart ? "  " : ""
      return [indent + "- \(written(row.label)) **\(written(row.value))**"]
        + row.details.map { indent + "  - " + written($0) }
    case .paragraph(let text): return ["- " + written(text)]
    case .group(let name): return ["", "**\(written(name))**", ""]
    case .entry(let tag, let text): return ["- **\(written(tag))** \(written(text))"]
    case .note(let text): return ["  - " + written(text)]
    }
  }

  private func written(_ text: InlineText) -> String {
    text.written(text: escaped) { "\\[" + $0.map(String.init).joined(separator: ", ") + "\\]" }
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>|&~#!".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }
}
