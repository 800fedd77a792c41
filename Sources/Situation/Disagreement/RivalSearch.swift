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
  }

  private struct Camp {
    var all = Ends()
    var allWidened = Ends()
    /// Those with a bound that is no multiple of fifty.
    var countedWidened = Ends()

    mutating func add(_ figure: RivalFigure) {
      all.add(figure.low, figure.high)
      allWidened.add(figure.widenedLow, figure.widenedHigh)
      if !figure.isRounded { countedWidened.add(figure.widenedLow, figure.widenedHigh) }
    }
  }

  private var attackers = Camp()
  private var attacked = Camp()
  private var neither = Camp()

  mutating func add(_ figure: RivalFigure) {
    switch figure.camp {
    case .attackers: attackers.add(figure)
    case .attacked: attacked.add(figure)
    case .neither: neither.add(figure)
    }
  }

  /// Whether any of the figures is excluded by a newer one.
  func excludes(_ new: RivalFigure, _ rule: RivalPair, widened: Bool, _ isBetweenBelligerents: Bool) -> Bool {
    func excludes(_ camp: Camp) -> Bool {
      let ends = !widened ? camp.all : new.isRounded ? camp.countedWidened : camp.allWidened
      let hasFallen = (widened ? new.widenedHigh : new.high) < ends.highestLow
      let hasRisen = (widened ? new.widenedLow : new.low) > ends.lowestHigh
      return hasFallen || hasRisen && (isBetweenBelligerents || !rule.isCumulative)
    }
    switch (new.camp, isBetweenBelligerents) {
    case (.attackers, true): return excludes(attacked)
    case (.attacked, true): return excludes(attackers)
    case (.neither, true): return false
    case (.attackers, false): return excludes(attackers) || excludes(neither)
    case (.attacked, false): return excludes(attacked) || excludes(neither)
    case (.neither, false): return excludes(attackers) || excludes(attacked) || excludes(neither)
    }
  }
}
