import CXML

/// Mends what programs write wrongly in feeds, so that XML is read that a strict parser refuses whole.
enum FeedMending {
  /// Replaces the references and characters that XML does not have: a bare `&` is one, a name of HTML becomes its
  /// character, a control character becomes space, and a number of no character becomes U+FFFD.
  ///
  /// - Returns: The text, and how many places were mended.
  static func marks(_ text: [UInt8]) -> (text: [UInt8], count: Int) {
    var mended: [UInt8] = []
    mended.reserveCapacity(text.count + text.count / 64)
    var count = 0
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == 0x3C, let end = unparsedEnd(text, at: position) {
        for other in text[position..<end] { mended.append(isControl(other) ? 0x20 : other) }
        if text[position..<end].contains(where: isControl) { count += 1 }
        position = end
      } else if isControl(byte) {
        mended.append(0x20)
        count += 1
        position += 1
      } else if byte == 0x26 {
        let (reference, length, isMended) = reference(text, at: position)
        mended += reference
        position += length
        if isMended { count += 1 }
      } else {
        mended.append(byte)
        position += 1
      }
    }
    return (mended, count)
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte) }

  /// The place after a section whose marks are no marks: what stands in it is left as it is.
  private static func unparsedEnd(_ text: [UInt8], at start: Int) -> Int? {
    for (open, close) in [("<![CDATA[", "]]>"), ("<!--", "-->")] where text[start...].starts(with: open.utf8) {
      let close = Array(close.utf8)
      var position = start + open.utf8.count
      while let end = text[min(position, text.count)...].firstIndex(of: 0x3E) {
        if end >= start + 2, text[end - 1] == close[1], text[end - 2] == close[0] { return end + 1 }
        position = end + 1
      }
      return text.count
    }
    return nil
  }

  /// The longest name of a character in HTML has 31 letters; XML takes no longer number.
  private static let longestReference = 34

  private static func reference(_ text: [UInt8], at start: Int) -> (bytes: [UInt8], length: Int, isMended: Bool) {
    let bare = (Array("&amp;".utf8), 1, true)
    let beginning = text[(start + 1)...].prefix(longestReference)
    guard let end = beginning.firstIndex(of: 0x3B), end > start + 1 else { return bare }
    let name = text[(start + 1)..<end]
    let length = end + 1 - start
    if name.first == 0x23 {
      guard let code = number(name.dropFirst()) else { return bare }
      if isCharacter(code), !(0x80...0x9F).contains(code) { return (Array(text[start...end]), length, false) }
      var bytes: [UInt8] = []
      UTF8Bytes.append(meant(code), to: &bytes)
      return (bytes, length, true)
    }
    let word = String(decoding: name, as: UTF8.self)
    if ["amp", "lt", "gt", "quot", "apos"].contains(word) { return (Array(text[start...end]), length, false) }
    let code = sitboard_html_character(word)
    guard code != 0 else { return bare }
    var bytes: [UInt8] = []
    UTF8Bytes.append(code, to: &bytes)
    return (bytes, length, true)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    let isHexadecimal = digits.first.map { $0 | 0x20 == 0x78 } ?? false
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }) else { return nil }
    // A number that is too great is a number of no character.
    return text.allSatisfy(\.isHexDigit) ? UInt32(text, radix: isHexadecimal ? 16 : 10) ?? 0 : nil
  }

  private static func isCharacter(_ code: UInt32) -> Bool {
    switch code {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// Numbers of 128 to 159 are those of Windows-1252, as in HTML.
  private static func meant(_ code: UInt32) -> UInt32 {
    guard (0x80...0x9F).contains(code), let character = Windows1252.character(UInt8(code)) else { return 0xFFFD }
    return character
  }

  // MARK: - Items

  /// The bytes of each item, from its tag to where the next begins.
  static func items(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var starts: [Int] = []
    var position = 0
    while let open = text[position...].firstIndex(of: 0x3C) {
      if let end = unparsedEnd(text, at: open) {
        position = end
        continue
      }
      position = open + 1
      if isItemTag(text[position...].prefix(40)) { starts.append(open) }
    }
    return starts.indices.map { text[starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : text.count)] }
  }

  private static func isItemTag(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = tag.prefix { !ArticleText.isSpace($0) && $0 != 0x3E && $0 != 0x2F }
    guard name.count < tag.count else { return false }
    let local = name.lastIndex(of: 0x3A).map { name[($0 + 1)...] } ?? name
    let small = local.map { $0 | 0x20 }
    return small.elementsEqual("item".utf8) || small.elementsEqual("entry".utf8)
  }

  /// One item as a feed of its own.
  static func document(_ item: ArraySlice<UInt8>, like feed: FeedReader) -> [UInt8] {
    Array((feed.isAtom ? "<feed>" : "<rss>").utf8) + item
  }
}
