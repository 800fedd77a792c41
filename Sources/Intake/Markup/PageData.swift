import Formats

/// The description that a page gives of itself as JSON-LD, which is often not quite JSON: values are looked for by name.
struct PageData {
  private let text: [UInt8]

  init(_ text: String) { self.text = Array(text.utf8) }

  /// The first value of a name that is a string, control characters in it made spaces.
  func string(_ name: String, longest: Int) -> String? {
    let key = Array("\"\(name)\"".utf8)
    var position = 0
    while let found = text[position...].firstIndex(of: 0x22) {
      position = found + 1
      guard text[found...].starts(with: key) else { continue }
      var start = found + key.count
      while start < text.count, ArticleText.isSpace(text[start]) || text[start] == 0x3A { start += 1 }
      guard start < text.count, text[start] == 0x22, let end = end(of: start, longest: longest) else { continue }
      let quoted = text[start...end].map { $0 < 0x20 ? 0x20 : $0 }
      if case .string(let value)? = try? JSONParser.parse(quoted) { return value }
    }
    return nil
  }

  /// Where the quotation mark is that ends a string.
  private func end(of start: Int, longest: Int) -> Int? {
    var position = start + 1
    while position < text.count, position - start <= longest {
      switch text[position] {
      case 0x22: return position
      case 0x5C: position += 2
      default: position += 1
      }
    }
    return nil
  }
}
