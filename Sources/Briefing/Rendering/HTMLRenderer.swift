import Situation

/// Lays a briefing out as one HTML page: headings, lists and tables in the order of reading, numbers that lead to the
/// sources, and nothing that runs or is fetched.
struct HTMLRenderer {
  func render(_ document: Document) -> String {
    var lines = [
      "<!doctype html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta name=\"referrer\" content=\"no-referrer\">",
      "<title>\(written(document.title))</title>", "<style>", HTMLRenderer.style, "</style>", "</head>", "<body>",
      "<main>", "<h1>\(written(document.title))</h1>", "<dl class=\"heads\">",
    ]
    lines += document.heads.map { "<dt>\(escaped($0.name))</dt><dd>\(linked($0.text))</dd>" }
    lines.append("</dl>")
    var plots = document.plots
    for section in document.sections {
      lines += rendered(section)
      // The figures are drawn after the section that gives them.
      guard section.items.contains(where: \.isRow), !plots.isEmpty else { continue }
      lines += ["<section aria-labelledby=\"plots\">", "<h2 id=\"plots\">OVER TIME</h2>"]
      lines += plots.map { PlotDrawing($0, escaped: escaped).svg }
      lines.append("</section>")
      plots = []
    }
    if !document.references.isEmpty {
      lines += ["<section aria-labelledby=\"references\">", "<h2 id=\"references\">REFERENCES</h2>", "<ol>"]
      lines += document.references.map {
        "<li id=\"r\($0.number)\" value=\"\($0.number)\">\(written($0.file)), line \($0.line)\(quoted($0.passage))</li>"
      }
      lines += ["</ol>", "</section>"]
    }
    lines += ["</main>", "</body>", "</html>"]
    return lines.map { $0 + "\n" }.joined().untied("&nbsp;")
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.4rem; } h2 { font-size: 1rem; border-bottom: 1px solid; letter-spacing: .05em; margin-top: 2rem; }
    h3 { font-size: .95rem; margin-bottom: .3rem; }
    dl.heads { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; } dt { font-weight: 600; }
    dd { margin: 0; } table { border-collapse: collapse; width: 100%; } th { text-align: left; font-weight: 600; }
    thead th { white-space: nowrap; }
    th, td { padding: .15rem .8rem .15rem 0; vertical-align: top; }
    td.figure { text-align: right; font-weight: 700; font-variant-numeric: tabular-nums; white-space: nowrap; }
    tr.part th { padding-left: 1.5rem; font-weight: 400; } ul { padding-left: 1.2rem; } a { color: inherit; }
    .note { font-size: .9rem; } blockquote { margin: .2rem 0 .6rem; font-size: .9rem; }
    mark { color: inherit; background: none; font-weight: 700; text-decoration: underline; } li:target { outline: 2px solid; }
    svg { display: block; width: 100%; max-width: 40rem; height: auto; margin: .5rem 0 1.2rem; font-size: 13px; }
    @media (max-width: 34rem) {
      body { padding: .6rem; } thead { display: none; } th, td { padding-right: .4rem; }
      tr { display: grid; grid-template-columns: 1fr auto; border-bottom: 1px solid; padding: .2rem 0; }
      td:last-child { grid-column: 1 / -1; }
    }
    @page { margin: 16mm 15mm 20mm; @bottom-center { content: "Page " counter(page) " of " counter(pages); font-size: 9pt; } }
    @media print {
      :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 10pt; } a { text-decoration: none; }
      h2 { margin-top: 1.2rem; break-after: avoid; } h3 { break-after: avoid; } tr, li, svg { break-inside: avoid; }
      thead { display: table-header-group; }
    }
    """

  /// The passage behind a reference, with what was read in it marked.
  private func quoted(_ passage: [Document.Reference.Piece]) -> String {
    guard !passage.isEmpty else { return "" }
    let text = passage.map { $0.isCited ? "<mark>\(escaped($0.text))</mark>" : escaped($0.text) }.joined()
    return "<blockquote>\(text)</blockquote>"
  }

  private func rendered(_ section: Document.Section) -> [String] {
    let name = "s" + section.heading.lowercased().split { !$0.isASCII || !$0.isLetter }.joined(separator: "-")
    var lines = ["<section aria-labelledby=\"\(name)\">", "<h2 id=\"\(name)\">\(escaped(section.heading))</h2>"]
    var open: Container?
    for item in section.items {
      let container = Container(item)
      if container != open {
        if let open { lines.append(open.end) }
        if let container { lines.append(container.start) }
        open = container
      }
      lines.append(rendered(item))
    }
    if let open { lines.append(open.end) }
    return lines + ["</section>"]
  }

  /// What items of a kind stand in.
  private enum Container {
    case table, list

    init?(_ item: Document.Item) {
      switch item {
      case .row: self = .table
      case .paragraph, .entry, .note: self = .list
      case .group: return nil
      }
    }

    var start: String {
      switch self {
      case .table:
        "<table><thead><tr><th scope=\"col\">what</th><th scope=\"col\">figure</th><th scope=\"col\">who says so, and when</th></tr></thead><tbody>"
      case .list: "<ul>"
      }
    }

    var end: String { self == .table ? "</tbody></table>" : "</ul>" }
  }

  private func rendered(_ item: Document.Item) -> String {
    switch item {
    case .row(let row):
      let details = row.details.map { linked($0) }.joined(separator: "<br>")
      let part = row.isPart ? " class=\"part\"" : ""
      return
        "<tr\(part)><th scope=\"row\">\(written(row.label))</th><td class=\"figure\">\(figure(row))</td><td>\(details)</td></tr>"
    case .paragraph(let text): return "<li>\(linked(text))</li>"
    case .group(let name): return "<h3>\(written(name))</h3>"
    case .entry(let tag, let text): return "<li><b>\(written(tag))</b> \(linked(text))</li>"
    case .note(let text): return "<li class=\"note\">\(linked(text))</li>"
    }
  }

  /// A figure leads to the passage that it was printed in.
  private func figure(_ row: Document.Row) -> String {
    let value = written(row.value)
    return row.details.flatMap(\.citations).first.map { "<a href=\"#r\($0)\">\(value)</a>" } ?? value
  }

  /// The text with its references leading to their entries.
  private func linked(_ text: InlineText) -> String {
    text.written(text: escaped) { numbers in
      "[" + numbers.map { "<a href=\"#r\($0)\">\($0)</a>" }.joined(separator: ", ") + "]"
    }
  }

  /// The text where nothing can lead anywhere.
  private func written(_ text: InlineText) -> String { escaped(text.plain) }

  /// No sign of an article is markup, in text or in an attribute.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}

extension Document.Item {
  fileprivate var isRow: Bool { if case .row = self { true } else { false } }
}
