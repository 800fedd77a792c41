/// The lines that may open an article: `Title:`, `Outlet:`, `Date:`, `Url:`, then an empty line.
struct ArticleHeader {
  enum Field: String, CaseIterable {
    case title, outlet, date, url
  }

  /// Where each value stands in the text, without the space around it; only fields that have one.
  private(set) var spans: [Field: Range<Int>] = [:]
  /// The first byte of the story.
  var end: Int
  private(set) var notices: [String] = []
  var dateText: String?

  func value(_ field: Field, in text: [UInt8]) -> String? {
    spans[field].map { String(decoding: text[$0], as: UTF8.self) }
  }

  /// A header of more lines is none.
  private static let mostLines = 32

  /// Reads a header if the first line is a known field; a header that no empty line ends is part of the text.
  static func read(_ text: [UInt8], in range: Range<Int>) -> ArticleHeader {
    let (start, limit) = (range.lowerBound, range.upperBound)
    var header = ArticleHeader(end: start)
    var position = start
    for _ in 0..<mostLines where position < limit {
      let lineEnd = text[position..<limit].firstIndex(of: 0x0A) ?? limit
      let line = trimmed(text, position..<lineEnd)
      let next = min(lineEnd + 1, limit)
      if line.isEmpty {
        guard position > start else { return header }
        header.end = next
        header.dateText = header.value(.date, in: text)
        return header
      }
      guard let (name, value) = field(text, line) else { break }
      if let known = Field.allCases.first(where: { $0.rawValue == name.lowercased() }) {
        header.take(known, value)
      } else if position == start {
        return header
      } else {
        header.notices.append("the header line \"\(name)\" is not known and was passed over")
      }
      position = next
    }
    guard position > start else { return header }
    // It began like a header, and ran into the text or into the end of the file.
    if position >= limit {
      header.end = limit
      header.dateText = header.value(.date, in: text)
      return header
    }
    var plain = ArticleHeader(end: start)
    plain.notices = ["begins like a header, but no empty line ends it: read as text without a date"]
    return plain
  }

  /// Takes the line that stands above the story for its title.
  mutating func take(headline span: Range<Int>) { take(.title, span) }

  private mutating func take(_ field: Field, _ span: Range<Int>) {
    guard !span.isEmpty else { return }
    if spans[field] == nil {
      spans[field] = span
    } else {
      notices.append("a second header line \"\(field.rawValue.capitalisedFirst)\" was passed over")
    }
  }

  /// "Name: value" with a name of letters and hyphens; `nil` for any other line.
  private static func field(_ text: [UInt8], _ line: Range<Int>) -> (name: String, value: Range<Int>)? {
    guard let colon = text[line].firstIndex(of: UInt8(ascii: ":")), colon > line.lowerBound,
      colon - line.lowerBound <= 32
    else { return nil }
    let name = text[line.lowerBound..<colon]
    guard name.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D }) else {
      return nil
    }
    return (String(decoding: name, as: UTF8.self), trimmed(text, colon + 1..<line.upperBound))
  }

  static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, ArticleText.isSpace(text[low]) { low += 1 }
    while low < high, ArticleText.isSpace(text[high - 1]) { high -= 1 }
    return low..<high
  }

  init(end: Int) { self.end = end }

  /// Fields whose places are known.
  init(_ spans: [Field: Range<Int>], end: Int, in text: [UInt8]) {
    self.spans = spans
    self.end = end
    dateText = value(.date, in: text)
  }

  /// Takes a line if it is a known field; quotation marks around the value are no part of it.
  mutating func takeField(_ text: [UInt8], _ line: Range<Int>, unquoted: Bool) -> Bool {
    guard let (name, value) = Self.field(text, line),
      let known = Field.allCases.first(where: { $0.rawValue == name.lowercased() })
    else { return false }
    var span = value
    if unquoted, span.count > 1, let first = text[span].first, first == text[span.upperBound - 1],
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    {
      span = span.lowerBound + 1..<span.upperBound - 1
    }
    take(known, span)
    return true
  }

  mutating func setTitle(_ span: Range<Int>) { spans[.title] = span }

  mutating func note(_ notice: String) { notices.append(notice) }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
