/// Lays a briefing out as Markdown (CommonMark with the tilde of GitHub's), in which no word of an article is markup.
struct MarkdownRenderer {
  func render(_ document: Document) -> String {
    var lines = ["# " + escaped(document.title), ""]
    lines += document.heads.map { "- **\(escaped($0.name)):** \(escaped($0.text))" }
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
      return [indent + "- \(escaped(row.label)) **\(escaped(row.value))**"]
        + row.details.map { indent + "  - " + escaped($0) }
    case .paragraph(let text): return ["- " + escaped(text)]
    case .group(let name): return ["", "**\(escaped(name))**", ""]
    case .entry(let tag, let text): return ["- **\(escaped(tag))** \(escaped(text))"]
    case .note(let text): return ["  - " + escaped(text)]
    }
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
