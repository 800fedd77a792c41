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

  /// Returns true if a word stands anywhere in it.
  func holds(_ word: String) -> Bool {
    let word = Array(word.utf8)
    var position = 0
    while let found = text[position...].firstIndex(of: word[0]) {
      if text[found...].starts(with: word) { return true }
      position = found + 1
    }
    return false
  }

  /// The objects that are the values of a name, alone or in lists; one that is not JSON is passed over.
  func objects(of name: String, most: Int) -> [[JSONValue.Member]] {
    let key = Array("\"\(name)\"".utf8)
    var objects: [[JSONValue.Member]] = []
    var (position, unended) = (0, 0)
    while unended < PageData.mostUnended, let found = text[position...].firstIndex(of: 0x22) {
      guard text[found...].starts(with: key) else {
        // A string that happens to hold the name is none.
        let end = end(of: found, longest: text.count)
        if end == nil { unended += 1 }
        position = (end ?? found) + 1
        continue
      }
      position = skip(from: found + key.count)
      while objects.count < most, position < text.count, text[position] == 0x7B {
        guard let end = end(ofObject: position) else {
          unended += 1
          break
        }
        let written = text[position...end].map { $0 < 0x20 ? 0x20 : $0 }
        if case .object(let members)? = try? JSONParser.parse(written) { objects.append(members) }
        position = skip(from: end + 1)
      }
    }
    return objects
  }

  /// Strings and objects without an end, each looked for to the end of the text: of more of them nothing is read.
  private static let mostUnended = 8

  /// Returns the start of the next value, after spaces and the marks between values.
  private func skip(from start: Int) -> Int {
    var position = start
    while position < text.count, ArticleText.isSpace(text[position]) || [0x3A, 0x5B, 0x2C].contains(text[position]) {
      position += 1
    }
    return position
  }

  /// Where the brace is that ends an object.
  private func end(ofObject start: Int) -> Int? {
    var (position, depth) = (start, 0)
    while position < text.count {
      switch text[position] {
      case 0x22:
        guard let end = end(of: position, longest: text.count) else { return nil }
        position = end
      case 0x7B: depth += 1
      case 0x7D:
        depth -= 1
        if depth == 0 { return position }
      default: break
      }
      position += 1
    }
    return nil
  }
}
