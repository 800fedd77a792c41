import Formats
import Testing

@Suite struct UTF8TextTests {
  @Test func `valid text is left as it is`() {
    let bytes = Array("Quetta – کوئٹہ 🚂".utf8)
    #expect(UTF8Text.firstInvalid(in: bytes[...]) == nil)
    #expect(UTF8Text.mended(bytes).bytes == bytes)
    #expect(UTF8Text.mended(bytes).invalid == 0)
  }

  @Test(
    arguments: [
      ([0x41, 0xE9, 0x42], "A\u{FFFD}B", 1),
      ([0x41, 0xE2, 0x82, 0x42], "A\u{FFFD}B", 2),
      ([0xC0, 0x80], "\u{FFFD}\u{FFFD}", 2),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
      ([0xF0, 0x9F, 0x9A], "\u{FFFD}", 3),
      ([0xFF, 0xFE], "\u{FFFD}\u{FFFD}", 2),
    ] as [([UInt8], String, Int)])
  func `each broken run becomes one replacement and its bytes are counted`(bytes: [UInt8], text: String, invalid: Int) {
    let mended = UTF8Text.mended(bytes)
    #expect(String(decoding: mended.bytes, as: UTF8.self) == text)
    #expect(mended.invalid == invalid)
  }

  @Test func `mending agrees with the standard library on every pair of bytes`() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let bytes = [first, second, 0x80, 0x41]
        #expect(UTF8Text.mended(bytes).bytes == Array(String(decoding: bytes, as: UTF8.self).utf8))
      }
    }
  }
}
