/// Marks of Markdown and addresses of pages inside a sentence: they say how it is set, and are no words of it.
enum Markup {
  /// No link text or address is followed further than this many bytes, so that reading stays linear.
  private static let reach = 512

  /// Where the text goes on after a mark that begins here; `nil` where none does.
  @inline(__always)
  static func end(at position: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int? {
    switch bytes[position] {
    // "**21** hostages", "_all_ 33"
    case 0x2A, 0x5F: position + 1
    case 0x5B where linkEnd(position, bytes, end) != nil: position + 1
    case 0x5D: addressEnd(position, bytes, end)
    case 0x68, 0x48, 0x77, 0x57: bareAddressEnd(position, bytes, end)
    default: nil
    }
  }

  /// The "]" of "[21 hostages](", on the line of its "[".
  private static func linkEnd(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int? {
    var position = start + 1
    let limit = min(end, start + reach)
    while position < limit {
      switch bytes[position] {
      case 0x5B, 0x0A: return nil
      case 0x5D: return addressEnd(position, bytes, end) == nil ? nil : position
      default: position += 1
      }
    }
    return nil
  }

  /// Past the ")" of "](https://…)": no space, bracket or second "(" stands in an address.
  private static func addressEnd(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int? {
    guard start + 1 < end, bytes[start + 1] == 0x28 else { return nil }
    var position = start + 2
    let limit = min(end, start + reach)
    while position < limit {
      switch bytes[position] {
      case 0x00...0x20, 0x28, 0x5B, 0x5D: return nil
      case 0x29: return position + 1
      default: position += 1
      }
    }
    return nil
  }

  /// Past "https://…" or "www.…", without the marks that end the sentence it stands in.
  private static func bareAddressEnd(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Int? {
    func begins(with word: StaticString) -> Bool {
      guard end - start > word.utf8CodeUnitCount else { return false }
      for offset in 0..<word.utf8CodeUnitCount
      where WordTable.lower(bytes[start + offset]) != word.utf8Start[offset] {
        return false
      }
      return true
    }
    guard begins(with: "http://") || begins(with: "https://") || begins(with: "www.") else { return nil }
    var position = start
    while position < end, bytes[position] > 0x20, bytes[position] != 0x29, bytes[position] != 0x3E { position += 1 }
    while position > start + 1, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F].contains(bytes[position - 1]) { position -= 1 }
    return position
  }
}
