/// Checks and mends UTF-8, by the rules of RFC 3629: no overlong form, no surrogate, nothing past U+10FFFF.
package enum UTF8Text {
  /// The index of the first byte that is no part of UTF-8; `nil` when all is well.
  package static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var position = 0
      while position < buffer.count {
        position += asciiLength(buffer, from: position)
        guard position < buffer.count else { break }
        let length = validLength(buffer, at: position)
        if length <= 0 { return bytes.startIndex + position }
        position += length
      }
      return nil
    }
  }

  /// The text with each run that is no UTF-8 replaced, and how many bytes those runs had.
  ///
  /// A run is what the Unicode standard calls a maximal subpart, so a cut character becomes one U+FFFD.
  package static func mended(_ bytes: [UInt8]) -> (bytes: [UInt8], invalid: Int) {
    guard let first = firstInvalid(in: bytes[...]) else { return (bytes, 0) }
    var mended = Array(bytes[..<first])
    var invalid = 0
    bytes.withUnsafeBufferPointer { buffer in
      var position = first
      while position < buffer.count {
        let length = validLength(buffer, at: position)
        if length > 0 {
          mended += buffer[position..<position + length]
          position += length
        } else {
          mended += [0xEF, 0xBF, 0xBD]
          invalid -= length
          position -= length
        }
      }
    }
    return (mended, invalid)
  }

  /// How many bytes from here on are ASCII, eight at a time and as many as that finds.
  private static func asciiLength(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(buffer)
    var position = start
    while position + 8 <= raw.count,
      raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      position += 8
    }
    return position - start
  }

  /// The length of the character that begins here; minus the length of the run to replace when there is none.
  private static func validLength(_ buffer: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let lead = buffer[position]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0x00..<0x80: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return -1
    }
    for index in 1..<length {
      let allowed = index == 1 ? second : 0x80...0xBF
      guard position + index < buffer.count, allowed.contains(buffer[position + index]) else { return -index }
    }
    return length
  }
}
