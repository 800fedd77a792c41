/// Values that many events share, each kept once and known by a number counted from 0 in the order they came.
struct InternTable<Value: Hashable & Sendable>: Sendable {
  private(set) var values: [Value] = []
  /// Open addressing with linear probing: a value's number plus one, 0 where a slot is free. A power of two in size,
  /// and at most half full.
  private var slots: [UInt32] = Array(repeating: 0, count: 16)
  /// The hash of each value, so that growing hashes nothing anew.
  private var hashes: [Int] = []

  subscript(number: UInt32) -> Value { values[Int(number)] }

  var count: Int { values.count }

  /// The number of a value, which is added where it is not here yet.
  ///
  /// - Parameter hash: The same for equal values, and not to be foreseen by who wrote the articles: from a `Hasher`.
  mutating func intern(_ value: Value, hash: Int) -> UInt32 {
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash, holds(value, at: number) { return number }
      slot = (slot + 1) & mask
    }
    let number = UInt32(values.count)
    values.append(value)
    hashes.append(hash)
    slots[slot] = number + 1
    if values.count * 2 > slots.count { grow() }
    return number
  }

  /// Returns true if a value has a number, asked through the buffer: the subscript of an array would copy the value out.
  func holds(_ value: Value, at number: UInt32) -> Bool {
    values.withUnsafeBufferPointer { $0[Int(number)] == value }
  }

  mutating func intern(_ value: Value) -> UInt32 { intern(value, hash: value.hashValue) }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = hash & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number) + 1
    }
  }
}
