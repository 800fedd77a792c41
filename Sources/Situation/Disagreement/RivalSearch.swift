/// Finds among the live rungs of one ladder the gravest pair that cannot both be true: one pair of belligerents, and
/// one of speakers who are not. Among equally grave pairs the newest is taken.
///
/// The rungs are passed once, oldest first, against the extremes of all older ones, so that the cost grows with their
/// number and not with that of their pairs.
struct RivalSearch {
  /// Places among the ladder's live rungs, which stand newest first.
  struct Pair: Hashable {
    let newer: Int
    let older: Int
    let severity: Conflict.Severity
    let isBetweenBelligerents: Bool
  }

  /// Kept from ladder to ladder, so that a board's search allocates once.
  private var figures: [RivalFigure] = []

  mutating func pairs(of ladder: Ladder) -> [Pair] { pairs(of: ladder.rivalFigures, on: ladder.key.status) }

  /// - Parameter rivals: Newest first.
  mutating func pairs(of rivals: some Sequence<RivalFigure>, on status: Count.Status) -> [Pair] {
    guard status != .strength else { return [] }
    figures.removeAll(keepingCapacity: true)
    var (highestLow, lowestHigh) = (Int.min, Int.max)
    for figure in rivals {
      highestLow = max(highestLow, figure.low)
      lowestHigh = min(lowestHigh, figure.high)
      figures.append(figure)
    }
    // Some number lies in all of them: no two exclude one another.
    guard figures.count > 1, highestLow > lowestHigh else { return [] }
    return [true, false].compactMap { pair(RivalPair(status), isBetweenBelligerents: $0) }
  }

  private func pair(_ rule: RivalPair, isBetweenBelligerents: Bool) -> Pair? {
    if !isBetweenBelligerents, rule.movesFreely { return nil }
    var older = RivalExtremes()
    var (contradicting, atOdds): (Int?, Int?)
    for index in figures.indices.reversed() {
      let figure = figures[index]
      if older.excludes(figure, rule, widened: true, isBetweenBelligerents) { contradicting = index }
      if older.excludes(figure, rule, widened: false, isBetweenBelligerents) { atOdds = index }
      older.add(figure)
    }
    guard let newer = contradicting ?? atOdds else { return nil }
    let isContradiction = contradicting != nil
    let new = figures[newer]
    let partner = figures.indices.dropFirst(newer + 1).first { index in
      let old = figures[index]
      return new.opposes(old) == isBetweenBelligerents && rule.excludes(new, old, widened: isContradiction)
        && !(isContradiction && new.isRounded && old.isRounded)
    }
    return partner.map { partner in
      Pair(
        newer: newer, older: partner, severity: isContradiction ? .contradiction : .atOdds,
        isBetweenBelligerents: isBetweenBelligerents)
    }
  }
}

/// The highest low and the lowest high of figures, apart for each camp and for rounded figures.
private struct RivalExtremes {
  private struct Ends {
    var highestLow = Int.min
    var lowestHigh = Int.max

    mutating func add(_ low: Int, _ high: Int) {
      highestLow = max(highestLow, low)
      lowestHigh = min(lowestHigh, high)
    }

    func joined(_ other: Ends) -> Ends {
      Ends(highestLow: max(highestLow, other.highestLow), lowestHigh: min(lowestHigh, other.lowestHigh))
    }
  }

  /// The ends of one way of reading figures, by camp.
  private struct Reading {
    var attackers = Ends()
    var attacked = Ends()
    var neither = Ends()

    mutating func add(_ low: Int, _ high: Int, _ camp: Camp) {
      switch camp {
      case .attackers: attackers.add(low, high)
      case .attacked: attacked.add(low, high)
      case .neither: neither.add(low, high)
      }
    }

    /// The ends of those whom a speaker fights, or of all others.
    func ends(for camp: Camp, isBetweenBelligerents: Bool) -> Ends {
      switch (camp, isBetweenBelligerents) {
      case (.attackers, true): attacked
      case (.attacked, true): attackers
      case (.neither, true): Ends()
      case (.attackers, false): attackers.joined(neither)
      case (.attacked, false): attacked.joined(neither)
      case (.neither, false): attackers.joined(attacked).joined(neither)
      }
    }
  }

  private var atFaceValue = Reading()
  private var widened = Reading()
  /// Of those with a bound that is no multiple of fifty.
  private var countedWidened = Reading()

  mutating func add(_ figure: RivalFigure) {
    atFaceValue.add(figure.low, figure.high, figure.camp)
    widened.add(figure.widenedLow, figure.widenedHigh, figure.camp)
    if !figure.isRounded { countedWidened.add(figure.widenedLow, figure.widenedHigh, figure.camp) }
  }

  /// Whether any of the figures is excluded by a newer one.
  func excludes(_ new: RivalFigure, _ rule: RivalPair, widened isWidened: Bool, _ isBetweenBelligerents: Bool) -> Bool {
    let ends =
      switch (isWidened, new.isRounded) {
      case (false, _): atFaceValue.ends(for: new.camp, isBetweenBelligerents: isBetweenBelligerents)
      case (true, true): countedWidened.ends(for: new.camp, isBetweenBelligerents: isBetweenBelligerents)
      case (true, false): widened.ends(for: new.camp, isBetweenBelligerents: isBetweenBelligerents)
      }
    let hasFallen = (isWidened ? new.widenedHigh : new.high) < ends.highestLow
    let hasRisen = (isWidened ? new.widenedLow : new.low) > ends.lowestHigh
    return hasFallen || hasRisen && (isBetweenBelligerents || !rule.isCumulative)
  }
}
