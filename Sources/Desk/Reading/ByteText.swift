/// Bytes as hexadecimal digits.
enum ByteText {
  /// As PostgreSQL writes them in a text: `\x48656c6c6f`.
  static func bytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count >= 2, text[0] == UInt8(ascii: "\\"), text[1] == UInt8(ascii: "x") else { return nil }
    return bytes(of: text[2...])
  }

  static func bytes(of digits: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for place in stride(from: digits.startIndex, to: digits.endIndex, by: 2) {
      guard let high = value(digits[place]), let low = value(digits[place + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  static func digits(_ bytes: [UInt8]) -> [UInt8] {
    bytes.flatMap { byte in [digit(byte >> 4), digit(byte & 15)] }
  }

  /// The small digit of a value below 16.
  static func digit(_ value: UInt8) -> UInt8 { value < 10 ? value + 0x30 : value + 0x57 }

  /// The value of a small digit; `nil` for any other byte.
  static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }
}
