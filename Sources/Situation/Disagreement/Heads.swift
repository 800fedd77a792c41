/// The figures that stand at the head of a row, one for each side of a disagreement: chosen among the live rungs of one
/// ladder in one pass, so that the cost grows with their number.
///
/// | the rung | is |
/// |---|---|
/// | goes by the newest word of its group | the group's figure |
/// | was said earlier, and the group's figure follows from it or is its own side's | history |
/// | is less than a third of the group's figure, or more than three times it, in one article | likely a part or a whole of it |
/// | of what only grows, is of another order of magnitude in another article, and no more articles give it | likely of one person, or of another event |
/// | names a group ("12 Americans"), and is less than a figure of everybody | a part of it |
/// | names another group than the group's figure ("two policemen", "three soldiers") | of other people: beside it, and no rival |
/// | was over a week before the first report, while others were not | of an earlier event that is recalled |
/// | excludes the group's figure, and both have a known voice | a rival |
///
/// Those who attack are one group, everybody else the other: nobody's later word replaces what their enemy counts.
struct Heads: Sendable {
  /// Numbers of rungs: the figures to show, by account, rivals after the figure that they are held against.
  private(set) var numbers: [UInt32] = []
  /// Pairs of them that cannot both be true, at most one between the groups and one within each.
  private(set) var conflicts: [Pair] = []
  /// Rungs that are neither history nor excluded by their own side's newest word, newest first.
  private(set) var contenders: [UInt32] = []

  /// The newest word of those who do not attack.
  private(set) var outsideAttackers: UInt32?

  struct Pair: Hashable, Sendable {
    let newer: UInt32
    let older: UInt32
    let severity: Conflict.Severity
    let isBetweenBelligerents: Bool
  }

  /// A live rung with what decides.
  struct Candidate {
    let number: UInt32
    /// The claim by which it was last given.
    let word: Precedence.Word
    let figure: RivalFigure
    let side: Speaker.Side
    /// True if somebody is named who gives it.
    let hasVoice: Bool
    /// The group of people that it names; `StoredEvent.none` where it names everybody of its class.
    var group = StoredEvent.none
    /// True for what was over long before anything was reported.
    var isOfAnotherTime = false
    /// By when it was last given, by whichever claim.
    var reported: Instant?

    /// Returns true for a figure of what goes up and down that was past its time when this one was last given: the two
    /// are a course, and nobody contradicts anybody.
    func makesPast(_ other: Candidate, on status: Count.Status) -> Bool {
      status.traits.course == .moves && StaleTimes.isPast(status, reported: other.reported, at: reported)
    }
  }

  /// More rivals than these in one group are told by the range alone.
  static let mostRivals = 2
  private static let mostCompared = 16
  /// How many times as large a figure is that a smaller one of the same article is taken for a part of.
  static let likelyPart = 3
  /// The same for figures of two articles, where only what grows is compared: it never falls to a tenth.
  static let otherOrder = 10

  /// - Parameters:
  ///   - candidates: The live rungs, newest first.
  ///   - pinned: The rung that the operator goes by.
  ///   - support: How many articles give a rung.
  init(
    _ candidates: [Candidate], on status: Count.Status, pinned: UInt32? = nil, _ precedence: Precedence,
    support: (UInt32) -> Int
  ) {
    let candidates = Heads.ofThisTime(candidates, pinned)
    guard !candidates.isEmpty else { return }
    var group = Group(candidates, status, precedence)
    let attackers = group.choose(
      candidates.indices.filter { candidates[$0].figure.camp == .attackers }, pinned, support)
    let others = group.choose(candidates.indices.filter { candidates[$0].figure.camp != .attackers }, pinned, support)
    outsideAttackers = others.first?.number
    contenders = group.contenders.sorted(by: >)
    conflicts = group.conflicts
    switch (others.first, attackers.first) {
    case (let other?, let attacker?) where other.makesPast(attacker, on: status):
      numbers = others.map(\.number)
    case (let other?, let attacker?) where attacker.makesPast(other, on: status):
      numbers = attackers.map(\.number)
    case (let other?, let attacker?):
      if let severity = other.figure.severity(against: attacker.figure) {
        numbers = (others + attackers).map(\.number)
        if status != .strength {
          let (newer, older) =
            precedence.outranks(other.word, attacker.word, on: status) ? (other, attacker) : (attacker, other)
          conflicts.insert(
            Pair(newer: newer.number, older: older.number, severity: severity, isBetweenBelligerents: true), at: 0)
        }
      } else if pinned == attacker.number
        || pinned != other.number && precedence.outranks(attacker.word, other.word, on: status)
      {
        numbers = (attackers + others.dropFirst()).map(\.number)
      } else {
        numbers = (others + attackers.dropFirst()).map(\.number)
      }
    default: numbers = (others + attackers).map(\.number)
    }
    if status == .strength { conflicts = [] }
  }

  /// Those of the incident's own time, where any is.
  private static func ofThisTime(_ candidates: [Candidate], _ pinned: UInt32?) -> [Candidate] {
    guard candidates.contains(where: \.isOfAnotherTime) else { return candidates }
    let own = candidates.filter { !$0.isOfAnotherTime || $0.number == pinned }
    return own.isEmpty ? candidates : own
  }

  /// Works on the places of candidates: each is looked at several times, and too large to be copied as often.
  private struct Group {
    let all: [Candidate]
    let status: Count.Status
    let precedence: Precedence
    var contenders: [UInt32] = []
    var conflicts: [Pair] = []

    init(_ all: [Candidate], _ status: Count.Status, _ precedence: Precedence) {
      self.all = all
      self.status = status
      self.precedence = precedence
    }

    /// The figure of a group, and the rivals of it.
    mutating func choose(_ places: [Int], _ pinned: UInt32?, _ support: (UInt32) -> Int) -> [Candidate] {
      guard var best = newest(of: places, pinned) else { return [] }
      if all[best].number != pinned {
        if let larger = larger(than: best, among: places, support) { best = larger }
        if let whole = whole(of: best, among: places) { best = whole }
      }
      contenders.append(all[best].number)
      var rivals: [(place: Int, severity: Conflict.Severity)] = []
      for place in places where place != best && !isHistory(place, beside: best) {
        if isOtherOrder(place, beside: best) { continue }
        guard let severity = all[best].figure.severity(against: all[place].figure) else {
          contenders.append(all[place].number)
          continue
        }
        guard all[place].hasVoice, all[best].hasVoice, !isLikelyPart(place, beside: best),
          !isGroup(place, within: best)
        else { continue }
        contenders.append(all[place].number)
        guard rivals.count < Heads.mostCompared,
          rivals.allSatisfy({ all[$0.place].figure.severity(against: all[place].figure) != nil })
        else { continue }
        rivals.append((place, severity))
      }
      rivals.sort { $0.severity > $1.severity }
      if let gravest = rivals.first(where: { !areOtherPeople($0.place, best) }) {
        let isNewer = outranks(best, gravest.place)
        let (one, other) = (all[best].number, all[gravest.place].number)
        conflicts.append(
          Pair(
            newer: isNewer ? one : other, older: isNewer ? other : one, severity: gravest.severity,
            isBetweenBelligerents: false))
      }
      return [all[best]] + rivals.prefix(Heads.mostRivals).map { all[$0.place] }
    }

    private func outranks(_ one: Int, _ other: Int) -> Bool {
      precedence.outranks(all[one].word, all[other].word, on: status)
    }

    private func newest(of places: [Int], _ pinned: UInt32?) -> Int? {
      guard var best = places.first else { return nil }
      for place in places.dropFirst() where all[best].number != pinned {
        if all[place].number == pinned || outranks(place, best) { best = place }
      }
      return best
    }

    /// The newest of the figures beside which the newest of all is of another order, where as many articles give it.
    private func larger(than best: Int, among places: [Int], _ support: (UInt32) -> Int) -> Int? {
      guard status.traits.course == .grows else { return nil }
      let larger = places.filter {
        isOtherOrder($0, beside: best) && Group.point(all[$0].figure) > Group.point(all[best].figure)
      }
      return newest(of: larger, nil).flatMap { support(all[$0].number) >= support(all[best].number) ? $0 : nil }
    }

    /// Returns true for two figures of different articles and of what only grows, of which one is ten times the other.
    private func isOtherOrder(_ one: Int, beside other: Int) -> Bool {
      guard status.traits.course == .grows, !all[one].word.isOfOneSource(with: all[other].word) else { return false }
      let (one, other) = (Group.point(all[one].figure), Group.point(all[other].figure))
      let (least, most) = (min(one, other), max(one, other))
      return least > 0 && least <= most / Heads.otherOrder
    }

    /// Returns true for a figure of a named group that is less than one of everybody: a part of it, as a rule.
    private func isGroup(_ place: Int, within other: Int) -> Bool {
      all[place].group != StoredEvent.none && all[other].group == StoredEvent.none
        && all[place].figure.high < all[other].figure.low
    }

    /// The newest figure of everybody that a figure of a group is a part of, in the same article.
    private func whole(of best: Int, among places: [Int]) -> Int? {
      let wholes = places.filter {
        isGroup(best, within: $0) && all[best].word.isOfOneSource(with: all[$0].word)
          && !precedence.isLater(all[best].word, than: all[$0].word)
      }
      return newest(of: wholes, nil)
    }

    /// Returns true for two figures that each name a group, and not the same one.
    private func areOtherPeople(_ one: Int, _ other: Int) -> Bool {
      all[one].group != StoredEvent.none && all[other].group != StoredEvent.none && all[one].group != all[other].group
    }

    private static func point(_ figure: RivalFigure) -> Int { figure.low == .min ? figure.high : figure.low }

    /// Returns true for two figures of one article of which one is less than a third of the other: a place, a group or a
    /// day of the same dead, as a rule. It stays on the ladder, and makes no conflict.
    private func isLikelyPart(_ one: Int, beside other: Int) -> Bool {
      guard all[one].word.isOfOneSource(with: all[other].word) else { return false }
      let (one, other) = (Group.point(all[one].figure), Group.point(all[other].figure))
      let (least, most) = (min(one, other), max(one, other))
      return least < most / Heads.likelyPart
    }

    /// Returns true for what was said earlier and is no rival: a figure that moved on, or that its own side replaced.
    private func isHistory(_ old: Int, beside new: Int) -> Bool {
      if all[new].makesPast(all[old], on: status) { return true }
      guard precedence.isLater(all[new].word, than: all[old].word) else { return false }
      let side = all[old].side
      if side == all[new].side, side == .state || side == .attackers { return true }
      switch status.traits.course {
      case .moves: return true
      case .grows: return all[new].figure.low >= all[old].figure.low || !all[old].hasVoice || !all[new].hasVoice
      case .fixed: return false
      }
    }
  }
}
