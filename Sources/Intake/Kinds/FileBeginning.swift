/// How a file begins: enough of it to tell what it is.
struct FileBeginning {
  /// Bytes that are looked at.
  static let most = 16 * 1024

  /// As they are.
  let bytes: ArraySlice<UInt8>
  /// In UTF-8, where the file is in a set of two or four bytes a character, and without a byte order mark.
  let text: ArraySlice<UInt8>
  /// The text from its first character that is no space, in small letters where they are ASCII.
  let small: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.prefix(FileBeginning.most)
    text = FileBeginning.decoded(self.bytes)
    small = text.drop(while: ArticleText.isSpace).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return bytes.dropFirst(3) }
    let whole = Array(bytes.prefix(bytes.count & ~3))
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard isMarked || whole.contains(0) else { return bytes }
    return DecodedText(whole).map { $0.text[...] } ?? bytes
  }

  func begins(with bytes: [UInt8]) -> Bool { self.bytes.starts(with: bytes) }

  /// The text, space before it aside, in small letters.
  func begins(with mark: String) -> Bool { small.starts(with: mark.utf8) }

  /// Returns true if a mark, in small letters, stands in so many bytes of the text.
  func holds(_ mark: String, within most: Int = FileBeginning.most) -> Bool {
    let mark = Array(mark.utf8)
    guard let first = mark.first else { return true }
    let place = small.prefix(most)
    var position = place.startIndex
    while let found = place[position...].firstIndex(of: first) {
      if place[found...].starts(with: mark) { return true }
      position = found + 1
    }
    return false
  }

  /// The name of the first element in small letters; empty where the text is no markup.
  var rootElement: String {
    var rest = small[...]
    while rest.first == 0x3C {
      let isComment = rest.starts(with: "<!--".utf8)
      guard isComment || rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8) else {
        let name = rest.dropFirst().prefix { !ArticleText.isSpace($0) && $0 != 0x3E && $0 != 0x2F }
        return String(decoding: name, as: UTF8.self)
      }
      guard let end = isComment ? FileBeginning.commentEnd(rest) : rest.firstIndex(of: 0x3E) else { return "" }
      rest = rest[(end + 1)...].drop(while: ArticleText.isSpace)
    }
    return ""
  }

  private static func commentEnd(_ text: ArraySlice<UInt8>) -> Int? {
    var position = text.startIndex + 4
    while let close = text[min(position, text.endIndex)...].firstIndex(of: 0x3E) {
      if text[close - 1] == 0x2D, text[close - 2] == 0x2D { return close }
      position = close + 1
    }
    return nil
  }

  /// The names, in small letters, of the fields of a header as mails have it; none where the text begins with none.
  var headerFields: Set<String> {
    var fields: Set<String> = []
    var rest = text
    // Line by line, and no further than the header goes.
    while !rest.isEmpty {
      let whole = rest.prefix { $0 != 0x0A }
      rest = rest[whole.endIndex...].dropFirst()
      let line = whole.last == 0x0D ? whole.dropLast() : whole
      guard let first = line.first else { return fields }
      // A line that goes on with the one before it.
      if first == 0x20 || first == 0x09, !fields.isEmpty { continue }
      guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex,
        line[..<colon].allSatisfy({ (0x21...0x7E).contains($0) })
      else { return fields }
      fields.insert(String(decoding: line[..<colon], as: UTF8.self).lowercased())
    }
    return fields
  }
}
