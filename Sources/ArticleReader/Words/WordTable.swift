/// The words of a lexicon by number. Lookups hash lower-cased bytes and allocate nothing; 0 is no known word.
struct WordTable: Sendable {
  private var slots: [Int32]
  /// The words one after the other.
  private var letters: [UInt8] = []
  /// Where each word ends in them; word 0 is empty.
  private var ends: [Int32] = [0]

  var count: Int { ends.count }

  func text(_ id: Int32) -> String { String(decoding: letters[range(id)], as: UTF8.self) }

  @inline(__always)
  private func range(_ id: Int32) -> Range<Int> { id == 0 ? 0..<0 : Int(ends[Int(id) - 1])..<Int(ends[Int(id)]) }

  /// - Parameter slots: A power of two; as many words as half of it are taken without growing.
  init(slots count: Int) {
    slots = Array(repeating: 0, count: count)
    letters.reserveCapacity(count * 4)
    ends.reserveCapacity(count / 2)
  }

  mutating func intern(_ word: Bytes) -> Int32 {
    if count * 2 > slots.count { grow() }
    let slot = slot(of: word)
    if slots[slot] != 0 { return slots[slot] }
    letters.append(contentsOf: word)
    slots[slot] = Int32(count)
    ends.append(Int32(letters.count))
    return slots[slot]
  }

  /// The number of a word as a text sets it: in letters of either case, its apostrophes straight or curly.
  @inline(__always)
  func number(of bytes: Bytes) -> Int32 {
    let found = find(bytes)
    return found == 0 && bytes.count > 4 && bytes.contains(0xE2) ? withStraightApostrophes(bytes) : found
  }

  private func withStraightApostrophes(_ bytes: Bytes) -> Int32 {
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let isCurly =
        index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
      plain.append(isCurly ? UInt8(ascii: "'") : bytes[index])
      index += isCurly ? 3 : 1
    }
    return plain.withUnsafeBufferPointer { find($0) }
  }

  /// The number of a word whose ASCII letters may be of either case.
  @inline(__always)
  func find(_ bytes: Bytes) -> Int32 { slots[slot(of: bytes)] }

  /// The slot that holds a word, or the free one that would.
  @inline(__always)
  private func slot(of bytes: Bytes) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: Self.hash(bytes)) & mask
    while true {
      let id = slots[index]
      if id == 0 || isWord(id, bytes) { return index }
      index = (index + 1) & mask
    }
  }

  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// FNV-1a of the lower-cased bytes.
  @inline(__always)
  private static func hash(_ bytes: Bytes) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(lower(byte))) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }

  @inline(__always)
  private func isWord(_ id: Int32, _ bytes: Bytes) -> Bool {
    let range = range(id)
    guard range.count == bytes.count else { return false }
    for index in bytes.indices where letters[range.lowerBound + index] != Self.lower(bytes[index]) { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for id in 1..<Int32(count) { slots[letters[range(id)].withUnsafeBufferPointer { slot(of: $0) }] = id }
  }
}
