/// Text in UTF-8 that somebody else holds for as long as it is looked at.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// A part of it, counted from 0 like the whole.
  func piece(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

  func ends(in ending: StaticString) -> Bool {
    let (start, length) = (count - ending.utf8CodeUnitCount, ending.utf8CodeUnitCount)
    guard start >= 0 else { return false }
    for index in 0..<length where self[start + index] != ending.utf8Start[index] { return false }
    return true
  }

  func isEqual(to text: StaticString) -> Bool { count == text.utf8CodeUnitCount && ends(in: text) }

  /// Without the spaces, tabs and carriage returns at both ends.
  var trimmed: Bytes {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var (start, end) = (0, count)
    while start < end, isSpace(self[start]) { start += 1 }
    while end > start, isSpace(self[end - 1]) { end -= 1 }
    return piece(start..<end)
  }

  /// Its pieces between spaces, one after the other.
  func forEachWord<Failure: Error>(_ body: (Bytes) throws(Failure) -> Void) throws(Failure) {
    var start = 0
    while start < count {
      let end = self[start...].firstIndex(of: UInt8(ascii: " ")) ?? count
      if end > start { try body(piece(start..<end)) }
      start = end + 1
    }
  }

  var text: String { String(decoding: self, as: UTF8.self) }
}
