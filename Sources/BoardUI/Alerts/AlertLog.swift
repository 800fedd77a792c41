internal import Situation

/// What came up while the board was open, until somebody has seen it.
struct AlertLog: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    /// Later ones have higher numbers.
    var number: Int
    /// Those that came up together have the same.
    var round: Int
    /// `nil` for what was asked for with `--alert`, which is graver than all else.
    var kind: Standing.Kind?
    var words: String
    /// When it came up; `nil` where the time of day is not told.
    var time: Instant?
    var isSeen = false
  }

  /// The oldest are dropped beyond it.
  static let most = 200

  /// Those that nobody has seen first, then the newest, of those that came together the gravest.
  private(set) var entries: [Entry] = []
  private var rounds = 0
  private var numbers = 0

  var unseen: Int { entries.count { !$0.isSeen } }

  mutating func add(_ found: [(kind: Standing.Kind?, words: String)], at time: Instant?) {
    guard !found.isEmpty else { return }
    rounds += 1
    for (kind, words) in found {
      numbers += 1
      entries.append(Entry(number: numbers, round: rounds, kind: kind, words: SafeText.line(words), time: time))
    }
    sort()
    entries.removeLast(max(0, entries.count - AlertLog.most))
  }

  /// Marks one as seen, or all.
  mutating func see(_ number: Int?) {
    for index in entries.indices where number == nil || entries[index].number == number { entries[index].isSeen = true }
    sort()
  }

  private mutating func sort() {
    entries.sort { a, b in
      if a.isSeen != b.isSeen { return b.isSeen }
      if a.round != b.round { return a.round > b.round }
      let (graver, milder) = (a.kind?.rawValue ?? Int.max, b.kind?.rawValue ?? Int.max)
      return graver != milder ? graver > milder : a.number < b.number
    }
  }
}
