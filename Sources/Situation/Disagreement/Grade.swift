/// How far one figure is to be believed, by the Admiralty code (NATO AJP-2.1).
package enum Credibility: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// Another side gives the same figure of its own.
  case confirmed = 1
  /// Two origins or more give it, and nothing speaks against it.
  case probablyTrue
  /// Other figures stand beside it, and none excludes it.
  case possiblyTrue
  /// At odds with another figure; or contradicted, and confirmed by another side.
  case doubtful
  /// Contradicted.
  case improbable
  /// Nothing else is there to hold it against, or it no longer stands.
  case cannotBeJudged

  package static func < (a: Credibility, b: Credibility) -> Bool { a.rawValue < b.rawValue }
}

/// Reliability of the source and credibility of what it says: "B2".
package struct Grade: Hashable, Sendable {
  package var reliability: Reliability
  package var credibility: Credibility

  package init(reliability: Reliability, credibility: Credibility) {
    self.reliability = reliability
    self.credibility = credibility
  }

  /// Of a source of which nothing is set.
  package static let unknown = Grade(reliability: .unknown, credibility: .cannotBeJudged)

  package var text: String { reliability.rawValue + String(credibility.rawValue) }
}

extension Board {
  /// What is set of the sources as of the board's instant: the file of sources, and over it what the operator did.
  package func reliabilities(in store: EventStore) -> Reliabilities {
    store.reliabilities.overlaid(by: overrides.reliabilities)
  }

  /// The grade of a rung: F6 for a source of which nothing is set, and none at all until something is set of any.
  ///
  /// Computed on demand.
  package func grade(of rung: Rung, on key: FigureKey, in store: EventStore) -> Grade? {
    let reliabilities = reliabilities(in: store)
    guard !reliabilities.isEmpty else { return nil }
    let set = rung.events.lazy.compactMap { event -> Reliability? in
      let claim = store[event].claim
      return reliabilities.reliability(of: claim.speaker, outlet: store.article(claim.receipt.article)?.outlet)
    }
    guard let reliability = set.first else { return .unknown }
    return Grade(reliability: reliability, credibility: credibility(of: rung, on: key, in: store))
  }

  /// How a figure stands to everything else that is live.
  package func credibility(of rung: Rung, on key: FigureKey, in store: EventStore) -> Credibility {
    guard let ladder = ladders[key], ladder.live.contains(where: { $0.first == rung.first }) else {
      return .cannotBeJudged
    }
    var gravest = openConflicts.filter { conflict in
      conflict.kind != .verb && (conflict.terms + [conflict.against]).contains { $0.rung.first == rung.first }
    }.map(\.severity).max()
    var isConfirmed = false
    var others = 0
    var isNewer = false
    for other in ladder.live {
      guard other.first != rung.first else {
        isNewer = true
        continue
      }
      others += 1
      let relation =
        isNewer ? Disagreement(rung, after: other, on: key.status) : Disagreement(other, after: rung, on: key.status)
      switch relation {
      case .contradiction: gravest = .contradiction
      case .atOdds: gravest = max(gravest ?? .atOdds, .atOdds)
      case .progression, .none: isConfirmed = isConfirmed || isConfirmation(other, of: rung, in: store)
      }
    }
    switch gravest {
    case .contradiction: return isConfirmed ? .doubtful : .improbable
    case .atOdds: return .doubtful
    case .wording, .unexplained, nil: break
    }
    if isConfirmed { return .confirmed }
    if Origins(rung.events, in: store).count > 1 { return .probablyTrue }
    return others > 0 ? .possiblyTrue : .cannotBeJudged
  }

  /// The same figure from another known side, in words of its own.
  private func isConfirmation(_ other: Rung, of rung: Rung, in store: EventStore) -> Bool {
    guard other.figure.interval == rung.figure.interval, other.side != rung.side, other.side != .unknown,
      rung.side != .unknown
    else { return false }
    return Origins([rung.first, other.first], in: store).count > 1
  }
}
