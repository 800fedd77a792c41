import Formats

/// The bytes of a file as UTF-8, and what was done to make them so.
struct DecodedText {
  /// The canonical text of a plain file.
  private(set) var text: [UInt8] = []
  private(set) var notices: [String] = []

  /// `nil` when the bytes are no text: they hold NUL characters.
  ///
  /// - Parameter declared: The character set that whoever sent the bytes says they are in.
  init?(_ bytes: [UInt8], declared: String? = nil) {
    if bytes.count % 4 == 0, bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      take(bytes[4...], Charset(bytes[0] == 0 ? "utf-32be" : "utf-32le"), called: "UTF-32")
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      takeSixteenBit(bytes[2...], bigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      takeSixteenBit(bytes[2...], bigEndian: true)
    } else if let wide = WideText.charset(of: bytes) {
      take(bytes[...], Charset(wide), called: String(wide.uppercased().prefix(6)))
    } else {
      takeBytes(bytes, declared)
    }
    guard !text.contains(0) else { return nil }
  }

  private mutating func takeBytes(_ bytes: [UInt8], _ declared: String?) {
    let isUTF8 = UTF8Text.firstInvalid(in: bytes[...]) == nil
    let isASCII = isUTF8 && !bytes.contains { $0 >= 0x80 }
    // Who converts a page to UTF-8 and leaves what it declares is met more often than a text in another set that
    // happens to be UTF-8 throughout.
    let charset =
      isUTF8 && !isASCII ? nil : declared.flatMap(Charset.init) ?? DeclaredCharset.read(bytes).flatMap(Charset.init)
    if let charset, !isASCII || charset.isSevenBit {
      take(bytes[...], charset, called: charset.label)
    } else if isUTF8 {
      text = bytes
    } else if Windows1252.isPlausible(bytes) {
      text = Windows1252.decoded(bytes)
      notices = ["not UTF-8: read as Windows-1252"]
    } else {
      let (mended, invalid) = UTF8Text.mended(bytes)
      text = mended
      let replaced = "\(invalid) invalid \(invalid == 1 ? "byte was" : "bytes were") replaced"
      notices = ["not UTF-8 throughout: " + replaced]
    }
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>, _ charset: Charset?, called name: String) {
    guard let charset else { return text = Array(bytes) }
    let decoded = charset.decoded(bytes)
    text = decoded.text
    notices = ["in \(name): read as UTF-8"]
    if decoded.replaced > 0 {
      notices.append(
        "not \(name) throughout: \(decoded.replaced) \(decoded.replaced == 1 ? "place was" : "places were") replaced")
    }
  }

  /// Half of a pair that stands alone, and an odd last byte, become U+FFFD.
  private mutating func takeSixteenBit(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) {
    text.reserveCapacity(bytes.count)
    var replaced = 0
    var high: UInt32?
    var position = bytes.startIndex
    while position + 1 < bytes.endIndex {
      let (first, second) = (UInt32(bytes[position]), UInt32(bytes[position + 1]))
      position += 2
      let unit = bigEndian ? first << 8 | second : second << 8 | first
      if let lead = high {
        high = nil
        if (0xDC00...0xDFFF).contains(unit) {
          append(0x10000 + ((lead - 0xD800) << 10) + (unit - 0xDC00))
          continue
        }
        append(0xFFFD)
        replaced += 1
      }
      switch unit {
      case 0xD800...0xDBFF: high = unit
      case 0xDC00...0xDFFF:
        append(0xFFFD)
        replaced += 1
      default: append(unit)
      }
    }
    if high != nil || position < bytes.endIndex {
      append(0xFFFD)
      replaced += 1
    }
    notices = ["in UTF-16: read as UTF-8"]
    if replaced > 0 {
      notices.append("not UTF-16 throughout: \(replaced) \(replaced == 1 ? "place was" : "places were") replaced")
    }
  }

  private mutating func append(_ code: UInt32) { UTF8Bytes.append(code, to: &text) }
}

/// Characters as bytes of UTF-8.
enum UTF8Bytes {
  /// - Parameter code: A Unicode scalar value.
  static func append(_ code: UInt32, to text: inout [UInt8]) {
    switch code {
    case 0..<0x80: text.append(UInt8(code))
    case 0x80..<0x800: text += [0xC0 | UInt8(code >> 6), tail(code)]
    case 0x800..<0x10000: text += [0xE0 | UInt8(code >> 12), tail(code >> 6), tail(code)]
    default: text += [0xF0 | UInt8(code >> 18 & 7), tail(code >> 12), tail(code >> 6), tail(code)]
    }
  }

  private static func tail(_ code: UInt32) -> UInt8 { 0x80 | UInt8(code & 0x3F) }
}
