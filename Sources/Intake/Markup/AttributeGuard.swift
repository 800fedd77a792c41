import Glibc

/// Keeps elements with too many attributes from the parser, whose time grows with the square of their number.
///
/// One pass, which reads a tag as the parser does: a quoted value may hold anything, a name ends after 100 bytes.
enum AttributeGuard {
  static let mostAttributes = 256

  static func allows(_ bytes: [UInt8], _ language: MarkupReader.Language) -> Bool {
    bytes.withUnsafeBufferPointer { text in
      var position = 0
      while let open = find(0x3C, in: text, from: position) {
        position = open + 1
        guard position < text.count else { return true }
        if begins("!--", text, at: position) {
          position = end(of: "-->", in: text, from: position + 3)
        } else if language == .xml, begins("![CDATA[", text, at: position) {
          position = end(of: "]]>", in: text, from: position + 8)
        } else if isNameStart(text[position]) {
          let raw = language == .html ? rawElement(text, at: position) : nil
          guard let after = tagEnd(text, from: position) else { return false }
          position = raw.map { rawEnd(of: $0, text, from: after) } ?? after
        }
      }
      return true
    }
  }

  /// Elements of HTML in which a mark that opens a tag opens none.
  private static let raw: [StaticString] = ["script", "style"]

  private static func rawElement(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> StaticString? {
    // Both begin with an s, and few others do.
    guard text[position] | 0x20 == 0x73 else { return nil }
    return raw.first { name in
      let end = position + name.utf8CodeUnitCount
      return isWord(name, text, at: position) && end < text.count && !isNamePart(text[end])
    }
  }

  /// Where the end tag of such an element begins; the end of the text when there is none.
  private static func rawEnd(of name: StaticString, _ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while let open = find(0x3C, in: text, from: position) {
      if open + 1 < text.count, text[open + 1] == 0x2F, isWord(name, text, at: open + 2) { return open }
      position = open + 1
    }
    return text.count
  }

  private static func isWord(_ word: StaticString, _ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position + word.utf8CodeUnitCount <= text.count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { text[position + $0] | 0x20 == word.utf8Start[$0] }
  }

  /// The place after a tag; `nil` when it has too many attributes.
  private static func tagEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var position = start
    while position < text.count, isNamePart(text[position]) { position += 1 }
    var attributes = 0
    while position < text.count {
      let byte = text[position]
      if byte == 0x3E { return position + 1 }
      if ArticleText.isSpace(byte) {
        position += 1
        continue
      }
      guard isNameStart(byte) else {
        // No name: the parser drops all up to the next space.
        while position < text.count, !ArticleText.isSpace(text[position]), text[position] != 0x3E { position += 1 }
        continue
      }
      attributes += 1
      guard attributes <= mostAttributes else { return nil }
      let nameStart = position
      while position < text.count, position - nameStart < 100, isNamePart(text[position]) { position += 1 }
      var next = position
      while next < text.count, ArticleText.isSpace(text[next]) { next += 1 }
      guard next < text.count, text[next] == 0x3D else { continue }
      position = next + 1
      while position < text.count, ArticleText.isSpace(text[position]) { position += 1 }
      guard position < text.count else { return position }
      if text[position] == 0x22 || text[position] == 0x27 {
        position = find(text[position], in: text, from: position + 1).map { $0 + 1 } ?? text.count
      } else {
        while position < text.count, !ArticleText.isSpace(text[position]), text[position] != 0x3E { position += 1 }
      }
    }
    return position
  }

  private static func find(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < text.count, let base = text.baseAddress,
      let found = memchr(base + start, Int32(byte), text.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static func begins(_ mark: StaticString, _ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position + mark.utf8CodeUnitCount <= text.count, let base = text.baseAddress else { return false }
    return memcmp(base + position, mark.utf8Start, mark.utf8CodeUnitCount) == 0
  }

  /// The place after a mark that ends with ">"; the end of the text when there is none.
  private static func end(of mark: StaticString, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while let close = find(0x3E, in: text, from: position) {
      position = close + 1
      let begin = position - mark.utf8CodeUnitCount
      if begin >= start, text[begin] == mark.utf8Start[0], text[begin + 1] == mark.utf8Start[1] { return position }
    }
    return text.count
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3A, 0x2E, 0x80...0xFF: true
    default: false
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }
}
