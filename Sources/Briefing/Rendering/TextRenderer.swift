import Situation

/// Lays a briefing out as text: rules, not boxes, and no line wider than asked.
struct TextRenderer {
  let width: Int
  let marks: GlyphSet

  private var wrapping: Wrapping { Wrapping(ellipsis: marks == .ascii ? "..." : "…") }

  func render(_ document: Document) -> String {
    var lines = wrapping.lines(document.title.plain, columns: width)
    for head in document.heads { lines += hanging(head.name + ": ", head.text.plain, indent: 0, hang: 2) }
    for section in document.sections { lines += (document.isDense ? [] : [""]) + rendered(section) }
    return lines.map { trimmed($0) + "\n" }.joined().untied(" ")
  }

  private func rendered(_ section: Document.Section) -> [String] {
    let rule = marks == .ascii ? "-" : "─"
    let heading = "\(rule) \(section.heading) "
    let fill = max(0, width - Columns.count(heading))
    var lines = [heading + String(repeating: rule, count: fill)]
    let columns = RowColumns(section, width: width)
    var tagWidth = 0
    for case .entry(let tag, _) in section.items { tagWidth = max(tagWidth, Columns.count(tag.plain)) }
    tagWidth = min(tagWidth, width * 2 / 5)
    for item in section.items {
      switch item {
      case .row(let row): lines += rendered(row, columns)
      case .paragraph(let text): lines += indented(text.plain, by: 1)
      case .group(let name): lines += indented(name.plain, by: 1)
      case .entry(let tag, let text):
        let (tag, text) = (tag.plain, text.plain)
        if Columns.count(tag) <= tagWidth {
          lines += hanging(Columns.padded(tag, to: tagWidth) + "  ", text, indent: 1, hang: tagWidth + 3)
        } else {
          lines += indented(tag, by: 1) + indented(text, by: tagWidth + 3)
        }
      case .note(let text): lines += indented(text.plain, by: 4)
      }
    }
    return lines
  }

  private func rendered(_ row: Document.Row, _ columns: RowColumns) -> [String] {
    let indent = row.isPart ? "   " : " "
    let own = columns.label - (indent.count - 1)
    var lines: [String] = []
    var label = row.label.plain
    if Columns.count(label) > own {
      let broken = wrapping.lines(label, columns: width - indent.count)
      lines += broken.dropLast().map { indent + $0 }
      label = broken.last ?? ""
      if Columns.count(label) > own {
        lines.append(indent + label)
        label = ""
      }
    }
    let named = indent + label + "  "
    let value = Columns.rightAligned(row.value.plain, to: columns.details - 2 - Columns.count(named))
    let head = named + value
    guard columns.hasRoomForDetails else {
      return lines + [head] + row.details.flatMap { indented($0.plain, by: 4) }
    }
    let start = columns.details
    let details = row.details.flatMap { wrapping.lines($0.plain, columns: width - start) }
    lines.append(head + (details.first.map { "  " + $0 } ?? ""))
    lines += details.dropFirst().map { String(repeating: " ", count: start) + $0 }
    return lines
  }

  private func indented(_ text: String, by indent: Int) -> [String] {
    wrapping.lines(text, columns: width - indent).map { String(repeating: " ", count: indent) + $0 }
  }

  /// A head, the text after it, and the text's further lines under its beginning, or nearer to the margin where that
  /// leaves too little room.
  private func hanging(_ head: String, _ text: String, indent: Int, hang: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    let first = indent + Columns.count(head)
    let room = width - hang
    guard room >= 20 else { return [space + head] + indented(text, by: indent + 3) }
    // Wrapped as one text, with the head's columns taken from its first line.
    let placeholder = String(repeating: "x", count: max(1, first - hang))
    guard first > hang else {
      let lines = wrapping.lines(text, columns: room)
      return [space + head + (lines.first ?? "")] + lines.dropFirst().map { String(repeating: " ", count: hang) + $0 }
    }
    let lines = wrapping.lines(String(placeholder.dropLast()) + " " + text, columns: room)
    let opening = Substring((lines.first ?? "").utf8.dropFirst(placeholder.utf8.count))
    return [space + head + opening] + lines.dropFirst().map { String(repeating: " ", count: hang) + $0 }
  }

  private func trimmed(_ line: String) -> String {
    var bytes = line.utf8[...]
    while bytes.last == 0x20 { bytes.removeLast() }
    return bytes.endIndex == line.endIndex ? line : String(Substring(bytes))
  }
}

/// The columns of a section's rows.
private struct RowColumns {
  /// The widest that a name may be. A longer one has lines of its own; it does not push every figure to the right.
  let label: Int
  /// The widest name with its value. A long name seldom has a wide value, so that each has the columns that the other
  /// leaves.
  let names: Int
  private let width: Int

  init(_ section: Document.Section, width: Int) {
    self.width = width
    label = max(16, width * 3 / 10)
    var names = 0
    for case .row(let row) in section.items {
      let name = Columns.count(row.label.plain) + (row.isPart ? 2 : 0)
      names = max(names, min(name, label) + Columns.count(row.value.plain))
    }
    self.names = names
  }

  /// The first column of the details.
  var details: Int { 1 + names + 2 + 2 }
  var hasRoomForDetails: Bool { width - details >= 22 }
}
