extension Ledger {
  /// The ledger of one speaker, from what that speaker alone gives.
  package struct OfSpeaker: Hashable, Sendable {
    /// Who counts those aboard.
    package var speaker: SpeakerName
    package var ledger: Ledger
  }

  /// The ledgers of the speakers who count those aboard and any of them, the newest count of those aboard first.
  ///
  /// A spokesman and the body for which they speak are one ("the military", "the military spokesman"); sources whose
  /// names are withheld speak for nobody but themselves. Computed on demand.
  ///
  /// - Parameter claim: A claim as the board takes it.
  package static func accounts(_ ladders: [FigureKey: Ladder], claim: (EventID) -> Claim) -> [OfSpeaker] {
    guard let aboard = ladders[FigureKey(.aboard, .people)] else { return [] }
    return aboard.live.compactMap { rung in
      guard let speaker = rung.speakerName else { return nil }
      let voices = speakers(of: rung, claim).filter { $0.side == speaker.speaker.side }
      let newest = { (status: Count.Status) -> Term? in
        let own = ladders[FigureKey(status, .people)]?.live.first { other in
          speakers(of: other, claim).contains { given in voices.contains { $0.isOneVoice(with: given) } }
        }
        return own.map { Term(label: status.rawValue, rung: $0) }
      }
      let whole = Term(label: Count.Status.aboard.rawValue, rung: rung)
      return Ledger(aboard: whole, newest).map { OfSpeaker(speaker: speaker, ledger: $0) }
    }
  }

  /// Everybody who gives a rung, as they were named from one article to the next.
  private static func speakers(of rung: Rung, _ claim: (EventID) -> Claim) -> Set<Speaker> {
    Set(rung.events.compactMap { claim($0).speaker })
  }
}
