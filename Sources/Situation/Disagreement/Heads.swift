/// The figures that stand at the head of a row, one for each side of a disagreement: chosen among the live rungs of one
/// ladder in one pass, so that the cost grows with their number.
///
/// | the rung | is |
/// |---|---|
/// | goes by the newest word of its group | the group's figure |
/// | was said earlier, and the group's figure follows from it or is its own side's | history |
/// | is less than a third of the group's figure, or more than three times it, in one article | likely a part or a whole of it |
/// | of what only grows, is of another order of magnitude in another article, and no more articles give it | likely of one person, or of another event |
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
    let event: UInt32
    let figure: RivalFigure
    let side: Speaker.Side
    /// True if somebody is named who gives it.
    let hasVoice: Bool
    /// True for what was over long before anything was reported.
    var isOfAnotherTime = false
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
    var group = Group(status, precedence)
    let attackers = group.choose(candidates.lazy.filter { $0.figure.camp == .attackers }, pinned, support)
    let others = group.choose(candidates.lazy.filter { $0.figure.camp != .attackers }, pinned, support)
    outsideAttackers = others.first?.number
    contenders = group.contenders.sorted(by: >)
    conflicts = group.conflicts
    switch (others.first, attackers.first) {
    case (let other?, let attacker?):
      if let severity = other.figure.severity(against: attacker.figure) {
        numbers = (others + attackers).map(\.number)
        if status != .strength {
          let (newer, older) =
            precedence.outranks(other.event, attacker.event, on: status) ? (other, attacker) : (attacker, other)
          conflicts.insert(
            Pair(newer: newer.number, older: older.number, severity: severity, isBetweenBelligerents: true), at: 0)
        }
      } else if pinned == attacker.number
        || pinned != other.number && precedence.outranks(attacker.event, other.event, on: status)
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

  private struct Group {
    let status: Count.Status
    let precedence: Precedence
    var contenders: [UInt32] = []
    var conflicts: [Pair] = []

    init(_ status: Count.Status, _ precedence: Precedence) {
      self.status = status
      self.precedence = precedence
    }

    /// The figure of a group, and the rivals of it.
    mutating func choose(
      _ candidates: some Sequence<Candidate>, _ pinned: UInt32?, _ support: (UInt32) -> Int
    ) -> [Candidate] {
      var best: Candidate?
      for candidate in candidates {
        guard let known = best, known.number != pinned else {
          best = best ?? candidate
          continue
        }
        if candidate.number == pinned || precedence.outranks(candidate.event, known.event, on: status) {
          best = candidate
        }
      }
      guard var best else { return [] }
      if best.number != pinned, let larger = larger(than: best, among: candidates, support) { best = larger }
      contenders.append(best.number)
      var rivals: [(candidate: Candidate, severity: Conflict.Severity)] = []
      for candidate in candidates where candidate.number != best.number && !isHistory(candidate, beside: best) {
        if isOtherOrder(candidate, beside: best) { continue }
        guard let severity = best.figure.severity(against: candidate.figure) else {
          contenders.append(candidate.number)
          continue
        }
        guard candidate.hasVoice, best.hasVoice, !isLikelyPart(candidate, beside: best) else { continue }
        contenders.append(candidate.number)
        guard rivals.count < Heads.mostCompared,
          rivals.allSatisfy({ $0.candidate.figure.severity(against: candidate.figure) != nil })
        else { continue }
        rivals.append((candidate, severity))
      }
      rivals.sort { $0.severity > $1.severity }
      if let gravest = rivals.first {
        let isNewer = precedence.outranks(best.event, gravest.candidate.event, on: status)
        conflicts.append(
          Pair(
            newer: isNewer ? best.number : gravest.candidate.number,
            older: isNewer ? gravest.candidate.number : best.number, severity: gravest.severity,
            isBetweenBelligerents: false))
      }
      return [best] + rivals.prefix(Heads.mostRivals).map(\.candidate)
    }

    /// The newest of the figures beside which the newest of all is of another order, where as many articles give it.
    private func larger(
      than best: Candidate, among candidates: some Sequence<Candidate>, _ support: (UInt32) -> Int
    ) -> Candidate? {
      var larger: Candidate?
      for candidate in candidates
      where isOtherOrder(candidate, beside: best) && Group.point(candidate.figure) > Group.point(best.figure) {
        if let known = larger, !precedence.outranks(candidate.event, known.event, on: status) { continue }
        larger = candidate
      }
      return larger.flatMap { support($0.number) >= support(best.number) ? $0 : nil }
    }

    /// Returns true for two figures of different articles and of what only grows, of which one is ten times the other.
    private func isOtherOrder(_ one: Candidate, beside other: Candidate) -> Bool {
      guard status.traits.course == .grows, !precedence.isOneSource(one.event, other.event) else { return false }
      let points = [Group.point(one.figure), Group.point(other.figure)].sorted()
      return points[0] > 0 && points[0] <= points[1] / Heads.otherOrder
    }

    private static func point(_ figure: RivalFigure) -> Int { figure.low == .min ? figure.high : figure.low }

    /// Returns true for two figures of one article of which one is less than a third of the other: a place, a group or a
    /// day of the same dead, as a rule. It stays on the ladder, and makes no conflict.
    private func isLikelyPart(_ one: Candidate, beside other: Candidate) -> Bool {
      guard precedence.isOneSource(one.event, other.event) else { return false }
      let (one, other) = (Group.point(one.figure), Group.point(other.figure))
      let (least, most) = (min(one, other), max(one, other))
      return least < most / Heads.likelyPart
    }

    /// Returns true for what was said earlier and is no rival: a figure that moved on, or that its own side replaced.
    private func isHistory(_ old: Candidate, beside new: Candidate) -> Bool {
      guard precedence.isLater(new.event, than: old.event) else { return false }
      if old.side == new.side, old.side == .state || old.side == .attackers { return true }
      switch status.traits.course {
      case .moves: return true
      case .grows: return new.figure.low >= old.figure.low || !old.hasVoice || !new.hasVoice
      case .fixed: return false
      }
    }
  }
}
