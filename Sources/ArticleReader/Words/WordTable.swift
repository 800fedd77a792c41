/// The words of a lexicon by number. Lookups hash lower-cased bytes and allocate nothing; 0 is no known word.
struct WordTable: Sendable {
  /// Enough for the built-in words without growing.
  private var slots: [Int32] = Array(repeating: 0, count: 1 << 14)
  private var words: [[UInt8]] = [[]]

  var count: Int { words.count }

  func text(_ id: Int32) -> String { String(decoding: words[Int(id)], as: UTF8.self) }

  mutating func intern(_ word: ArraySlice<UInt8>) -> Int32 {
    let found = word.withUnsafeBufferPointer { find($0) }
    if found != 0 { return found }
    if words.count * 2 > slots.count { grow() }
    words.append(Array(word))
    let id = Int32(words.count - 1)
    place(id)
    return id
  }

  /// The number of a word whose ASCII letters may be of either case.
  @inline(__always)
  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: Self.hash(bytes)) & mask
    while true {
      let id = slots[index]
      if id == 0 { return 0 }
      if Self.equal(words[Int(id)], bytes) { return id }
      index = (index + 1) & mask
    }
  }

  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// FNV-1a of the lower-cased bytes.
  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(lower(byte))) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 32)
  }

  @inline(__always)
  private static func equal(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count == bytes.count else { return false }
    for index in 0..<word.count where word[index] != lower(bytes[index]) { return false }
    return true
  }

  private mutating func place(_ id: Int32) {
    let hash = words[Int(id)].withUnsafeBufferPointer { Self.hash($0) }
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] != 0 { index = (index + 1) & mask }
    slots[index] = id
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for id in 1..<Int32(words.count) { place(id) }
  }
}
