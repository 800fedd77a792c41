import Situation

/// Writes JSON on one line, fields in the order given, the same bytes for the same value.
package enum JSONWriter {
  package static func bytes(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    write(value, to: &bytes)
    return bytes
  }

  package static func write(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes += "null".utf8
    case .boolean(let truth): bytes += (truth ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .number(let text): bytes += text.utf8
    case .string(let text): write(text, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      write(members, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ members: [JSONValue.Member], to bytes: inout [UInt8]) {
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(member.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      write(member.value, to: &bytes)
    }
  }

  /// A string in quotation marks. Whatever a terminal would obey or hide is escaped, so that a line can be looked at
  /// as it is; everything else is UTF-8 as it stands.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { buffer in
      // Most strings are plain, and go as they are.
      guard let first = buffer.firstIndex(where: { !isPlain($0) }) else { return bytes.append(contentsOf: buffer) }
      var position = first
      var copied = 0
      while position < buffer.count {
        let lead = buffer[position]
        if isPlain(lead) {
          position += 1
          continue
        }
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        let scalar = scalar(buffer[position..<position + length])
        if lead < 0x80 || SafeText.replacement(for: scalar) != nil {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[copied..<position]))
          escape(scalar, to: &bytes)
          copied = position + length
        }
        position += length
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[copied...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Returns true for ASCII that stands for itself in a string.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// The scalar of one character's bytes, which a Swift string guarantees to be valid.
  private static func scalar(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar {
    guard let lead = bytes.first else { return "\u{FFFD}" }
    let own = bytes.count == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(bytes.count))
    return Unicode.Scalar(bytes.dropFirst().reduce(own) { $0 << 6 | UInt32($1 & 0x3F) }) ?? "\u{FFFD}"
  }

  private static func escape(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "\"": bytes += "\\\"".utf8
    case "\\": bytes += "\\\\".utf8
    case "\n": bytes += "\\n".utf8
    case "\t": bytes += "\\t".utf8
    case "\r": bytes += "\\r".utf8
    default:
      for unit in String(scalar).utf16 {
        bytes += "\\u".utf8
        for shift in [12, 8, 4, 0] {
          let digit = UInt8(unit >> UInt16(shift) & 0xF)
          bytes.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
        }
      }
    }
  }
}
