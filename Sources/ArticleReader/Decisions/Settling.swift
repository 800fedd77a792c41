import Situation

/// What is decided when the whole story is read: which figures are parts, and which counts are sure.
extension ReadingSession {
  mutating func settle() {
    passToTheDead()
    let figures = storyFigures()
    let episodes = episodes(figures)
    for index in claims.indices {
      guard case .count(var count) = claims[index].content, !count.figure.isUndisclosed, count.status != .strength
      else {
        continue
      }
      figures.add(to: &evidence[index].scope, of: count, claim: index)
      evidence[index].partWeight = partWeight(of: index, evidence[index].scope)
      count.scope = scope(of: index, count)
      if count.scope == .total, isOfAnEpisode(index, count, episodes, figures) { count.scope = .part }
      claims[index].content = .count(count)
      if count.scope == .part, claims[index].place == nil {
        claims[index].place = evidence[index].place.map { Place($0) }
      }
      guard claims[index].standing == .current else { continue }
      addMargins(index, count, figures)
      evidence[index].certaintyWeight = weights.certainty(evidence[index], rule: claims[index].receipt.rule)
      claims[index].doubt = doubt(of: index)
    }
  }

  private func storyFigures() -> StoryFigures {
    var figures = StoryFigures()
    for index in claims.indices where claims[index].standing == .current {
      guard let count = claims[index].count else { continue }
      figures.note(count, isTitle: evidence[index].isTitle, isLead: evidence[index].isLead, claim: index)
    }
    return figures
  }

  /// Where clauses begin that tell of one event of several: their dead are fewer than title and lead tell.
  private func episodes(_ figures: StoryFigures) -> Set<Int> {
    Set(
      claims.indices.compactMap { index in
        guard let count = claims[index].count, count.status == .killed, count.scope != .part,
          claims[index].partOf == nil, PeopleNouns.isEverybody(count.subject), figures.isLessThanOpening(count),
          weighedAsPart(index, count, figures)
        else { return nil }
        return evidence[index].clauseStart
      })
  }

  private func weighedAsPart(_ index: Int, _ count: Count, _ figures: StoryFigures) -> Bool {
    var cues = evidence[index].scope
    figures.add(to: &cues, of: count, claim: index)
    return partWeight(of: index, cues) > weights.partLeast
  }

  private func partWeight(of index: Int, _ cues: CueSet<ScopeCue>) -> Int {
    weights.part.weigh(cues) + (weights.partRules[claims[index].receipt.rule] ?? 0)
  }

  /// "The first blast killed 55 people and wounded 68", where 80 died in all: the wounded are of that blast as well.
  private func isOfAnEpisode(_ index: Int, _ count: Count, _ episodes: Set<Int>, _ figures: StoryFigures) -> Bool {
    count.status != .killed && count.subjectClass == .people && episodes.contains(evidence[index].clauseStart)
      && !evidence[index].isTitle && !evidence[index].isLead && !figures.isInOpening(count)
  }

  private func scope(of index: Int, _ count: Count) -> Count.Scope {
    if claims[index].standing == .background { return .other }
    // Where the words name the whole, there is nothing to weigh.
    if count.scope == .part || claims[index].partOf != nil { return .part }
    // A crew is some of those aboard, and so are "five officials" on a train.
    if PeopleNouns.isCrew(count.subject) || count.status == .aboard && !PeopleNouns.isEverybody(count.subject) {
      return .part
    }
    guard evidence[index].partWeight > weights.partLeast else { return .total }
    return count.scope == .increment && evidence[index].scope.contains(.changes) ? .increment : .part
  }

  /// How near the two decisions were, and what the rest of the story says of the figure.
  private mutating func addMargins(_ index: Int, _ count: Count, _ figures: StoryFigures) {
    switch evidence[index].incidentWeight {
    case ..<(-300): evidence[index].certainty.insert(.surelyOwn)
    case ..<(-120): evidence[index].certainty.insert(.ratherOwn)
    default: evidence[index].certainty.insert(.barelyOwn)
    }
    switch evidence[index].partWeight {
    case ..<(-200): evidence[index].certainty.insert(.surelyTotal)
    case ..<(-80): evidence[index].certainty.insert(.ratherTotal)
    case ..<1: evidence[index].certainty.insert(.barelyTotal)
    case ..<80: evidence[index].certainty.insert(.barelyPart)
    case ..<200: evidence[index].certainty.insert(.ratherPart)
    default: evidence[index].certainty.insert(.surelyPart)
    }
    evidence[index].certainty.insert(.isPart, if: count.scope == .part)
    figures.add(to: &evidence[index].certainty, of: count, claim: index)
  }

  /// Why a count is not sure; `nil` where it is.
  private func doubt(of index: Int) -> Claim.Doubt? {
    // "No hostage was taken away" tells what did not happen, and not that none is held.
    if claims[index].receipt.rule == Rule.taking.name, claims[index].count?.figure.high == 0 { return .verb }
    let known = evidence[index]
    guard known.certaintyWeight < weights.sure else { return nil }
    if known.certainty.contains(.orOther) { return .reading }
    if known.certainty.contains(.seen) { return .scope }
    if known.certainty.contains(.barelyOwn) { return .incident }
    if known.certainty.contains(.unknownVerb) { return .verb }
    if known.certainty.contains(.barelyTotal) || known.certainty.contains(.barelyPart) { return .scope }
    return known.certainty.contains(.severalStatuses) || known.certainty.contains(.refusedBeside) ? .reading : .cues
  }
}
