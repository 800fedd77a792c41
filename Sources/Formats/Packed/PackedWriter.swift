import Situation

/// Writes numbers, texts and moments in few bytes: what was written before is only named again.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []
  private var texts: [[UInt8]: Int] = [:]
  private var moments: [Spelled<Moment>: Int] = [:]
  private var speakers: [Spelled<Speaker>: Int] = [:]

  /// A value with the bytes of its texts: two spellings of one character are equal as strings, and each comes back as
  /// it was.
  private struct Spelled<Value: Hashable>: Hashable {
    var value: Value
    var texts: [[UInt8]]

    init(_ value: Value, _ texts: [String?]) {
      self.value = value
      self.texts = texts.map { Array(($0 ?? "").utf8) }
    }
  }

  /// Seven bits a byte, the lowest first; the highest bit of a byte says that more follow.
  mutating func put(_ number: Int) {
    // Small numbers below zero take few bytes as well.
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> (Int.bitWidth - 1))))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func put(_ number: Int?) {
    put(number != nil)
    if let number { put(number) }
  }

  /// Shares and weights have few digits, which stand in their last bytes.
  mutating func put(_ number: Double) { put(Int(bitPattern: UInt(number.bitPattern.byteSwapped))) }

  /// A case by its place among all.
  mutating func put<Case: Equatable>(_ value: Case, of all: [Case]) { put(all.firstIndex(of: value) ?? all.count) }

  mutating func put<Case: Equatable>(_ value: Case?, of all: [Case]) {
    if let value { put(value, of: all) } else { put(all.count) }
  }

  mutating func put(_ range: Range<Int>) {
    put(range.lowerBound)
    put(range.count)
  }

  mutating func put(_ text: String) {
    guard name(Array(text.utf8), in: \.texts) else { return }
    put(text.utf8.count)
    bytes += text.utf8
  }

  mutating func put(_ text: String?) {
    if let text { put(text) } else { put(PackedReader.nothing) }
  }

  mutating func put(_ moment: Moment) {
    guard name(Spelled(moment, [moment.text]), in: \.moments) else { return }
    put(moment.precision, of: PackedCases.precisions)
    put(moment.isBy)
    put(moment.text)
    put(moment.from.map { Int($0.seconds) })
    put(moment.to.map { Int($0.seconds) })
    put(moment.weekday, of: PackedCases.weekdays)
    put(moment.offset.minutes)
  }

  mutating func put(_ speaker: Speaker?) {
    guard let speaker else { return put(PackedReader.nothing) }
    guard name(Spelled(speaker, [speaker.name, speaker.role, speaker.organisation]), in: \.speakers) else { return }
    put(speaker.name)
    put(speaker.role)
    put(speaker.organisation)
    put(speaker.isAnonymous)
    put(speaker.side, of: PackedCases.sides)
  }

  /// Writes the number of a value that was written before, or that it is new.
  ///
  /// - Returns: Whether it is new, so that it has to follow.
  private mutating func name<Value: Hashable>(
    _ value: Value, in known: WritableKeyPath<PackedWriter, [Value: Int]>
  ) -> Bool {
    if let number = self[keyPath: known][value] {
      put(number + PackedReader.firstKnown)
      return false
    }
    self[keyPath: known][value] = self[keyPath: known].count
    put(PackedReader.new)
    return true
  }
}
