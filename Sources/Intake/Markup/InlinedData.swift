import Glibc

/// Pictures, typefaces and other things that stand in a page itself (RFC 2397, "data:image/png;base64,…"), as programs
/// that save a page in one file put them there.
enum InlinedData {
  /// Shorter ones are left: they cost nothing.
  private static let least = 256
  /// The most bytes that stand before the comma.
  private static let longestHead = 256

  /// - Returns: The page without their bytes; every other byte of it as it was.
  static func removed(_ page: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var position = 0
    page.withUnsafeBufferPointer { text in
      var place = 0
      while let found = scheme(text, from: place) {
        place = found + 5
        guard let start = dataStart(text, from: place) else { continue }
        place = dataEnd(text, from: start, before: found)
        guard place - start >= least else { continue }
        kept += text[position..<start]
        position = place
      }
    }
    return position == 0 ? page : kept + page[position...]
  }

  /// Where "data:" stands next.
  private static func scheme(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = text.baseAddress else { return nil }
    var place = start + 4
    while place < text.count, let found = memchr(base + place, 0x3A, text.count - place) {
      let colon = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if text[colon - 1] == 0x61, text[colon - 2] == 0x74, text[colon - 3] == 0x61, text[colon - 4] == 0x64 {
        return colon - 4
      }
      place = colon + 1
    }
    return nil
  }

  /// The place after the comma that ends a head.
  private static func dataStart(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let head = text[start..<min(start + longestHead, text.count)]
    guard let comma = head.firstIndex(of: 0x2C), head[..<comma].allSatisfy(isHead) else { return nil }
    return comma + 1
  }

  /// Letters, figures and what parts the words of a head; quotation marks are written in two ways.
  private static func isHead(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "/+.;=-_ %&#".utf8.contains(byte)
    }
  }

  /// Returns the end of the data: the mark that closes its container.
  private static func dataEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, before found: Int) -> Int {
    let opening = found > 0 ? text[found - 1] : 0x20
    let closing: [UInt8] =
      switch opening {
      case 0x22, 0x27: [opening]
      case 0x28: [0x29]
      default: [0x20, 0x09, 0x0A, 0x0D, 0x22, 0x27, 0x3E]
      }
    var end = start
    while end < text.count, !closing.contains(text[end]), text[end] != 0x3C || opening == 0x22 || opening == 0x27 {
      end += 1
    }
    return end
  }
}
