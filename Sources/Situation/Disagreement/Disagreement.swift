/// How a figure stands to an older one for the same people, in rising order.
package enum Disagreement: Int, Hashable, Comparable, Sendable {
  /// Both can be true.
  case none
  /// A later count of what only grows, and not lower.
  case progression
  /// They exclude one another at face value.
  case atOdds
  /// They do so even with every *about* widened.
  case contradiction

  package static func < (a: Disagreement, b: Disagreement) -> Bool { a.rawValue < b.rawValue }
}

extension Disagreement {
  /// How a newer figure stands to an older one of the same ladder.
  package init(_ newer: Rung, after older: Rung, on status: Count.Status) {
    let (new, old) = (RivalFigure(newer), RivalFigure(older))
    let pair = RivalPair(status)
    if pair.excludes(new, old, widened: true), !(new.isRounded && old.isRounded) {
      self = .contradiction
    } else if pair.excludes(new, old, widened: false) {
      self = .atOdds
    } else if status.traits.course == .grows, !newer.side.opposes(older.side),
      newer.figure.interval != older.figure.interval, new.low != .min, old.low != .min, new.low >= old.low
    {
      self = .progression
    } else {
      self = .none
    }
  }
}

/// A figure as two pairs of whole numbers, at face value and widened, with open ends at the ends of `Int`.
struct RivalFigure {
  let low: Int
  let high: Int
  let widenedLow: Int
  let widenedHigh: Int
  let isRounded: Bool
  let camp: Camp

  init(_ rung: Rung) { self.init(rung.bounds, Camp(rung.side)) }

  init(_ bounds: FigureTable.Bounds, _ camp: Camp) {
    low = bounds.low
    high = bounds.high
    widenedLow = bounds.widenedLow
    widenedHigh = bounds.widenedHigh
    isRounded = bounds.isRounded
    self.camp = camp
  }

  /// How gravely two figures exclude one another, whichever was said first; `nil` where both can be true.
  func severity(against other: RivalFigure) -> Conflict.Severity? {
    if widenedHigh < other.widenedLow || widenedLow > other.widenedHigh {
      return isRounded && other.isRounded ? .atOdds : .contradiction
    }
    return high < other.low || low > other.high ? .atOdds : nil
  }

  func opposes(_ other: RivalFigure) -> Bool { camp != .neither && camp == other.camp.opponent }
}

/// Which ways a figure may move from one speaker to the next before it speaks against the earlier one.
struct RivalPair {
  let isCumulative: Bool
  let movesFreely: Bool

  init(_ status: Count.Status) {
    isCumulative = status.traits.course == .grows
    // The held and the missing become fewer as they get out and are found, and more as they are counted.
    movesFreely = status.traits.course == .moves
  }

  func excludes(_ new: RivalFigure, _ old: RivalFigure, widened: Bool) -> Bool {
    let hasFallen = widened ? new.widenedHigh < old.widenedLow : new.high < old.low
    let hasRisen = widened ? new.widenedLow > old.widenedHigh : new.low > old.high
    if new.opposes(old) { return hasFallen || hasRisen }
    if movesFreely { return false }
    return hasFallen || hasRisen && !isCumulative
  }
}
