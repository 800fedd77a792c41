/// A named observation that holds or does not hold: what a decision is weighed from.
///
/// Cues are numbered from 0 on, in the order of their cases.
protocol Cue: RawRepresentable<UInt8>, CaseIterable, Hashable, Sendable {
  /// What each is called in the file of weights and in explanations, by its number: `spelled`, kept. To spell a case
  /// the runtime looks through what it knows of its type, which takes longer than to read a sentence.
  static var names: [String] { get }
}

extension Cue {
  static var spelled: [String] { allCases.map { "\($0)" } }

  var name: String { Self.names[Int(rawValue)] }
}

/// The cues that hold, one bit each.
struct CueSet<Name: Cue>: Hashable, Sendable {
  /// How many cues have a bit of their own. `DecisionWeights` refuses a decision of more.
  static var capacity: Int { 2 * UInt64.bitWidth }

  private var low: UInt64 = 0
  private var high: UInt64 = 0

  var isEmpty: Bool { low == 0 && high == 0 }

  /// Notes that a cue holds.
  @inline(__always)
  mutating func insert(_ cue: Name) {
    let number = UInt64(cue.rawValue)
    if number < 64 { low |= 1 << number } else { high |= 1 << (number - 64) }
  }

  /// Notes that a cue holds, if it does.
  @inline(__always)
  mutating func insert(_ cue: Name, if holds: Bool) {
    if holds { insert(cue) }
  }

  func contains(_ cue: Name) -> Bool {
    let number = UInt64(cue.rawValue)
    return (number < 64 ? low >> number : high >> (number - 64)) & 1 == 1
  }

  /// The numbers of the cues that hold, in rising order.
  @inline(__always)
  func forEachNumber(_ body: (Int) -> Void) {
    var rest = low
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    rest = high
    while rest != 0 {
      body(64 + rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  /// The names of the cues that hold.
  var names: [String] { Name.allCases.filter(contains).map(\.name) }
}
