extension Conflict {
  /// Named groups of whom one speaker tells more than another counts in all: 188 of the staff are missing, and 100 to 150
  /// people. Those at a place are left out, since the total may be of another place, and so is whatever the board would not
  /// hold against a total either: what is of another order, or of another time.
  static func partsAboveWholes(_ ladders: [FigureKey: Ladder], _ topics: BoardTopics) -> [Conflict] {
    ladders.values.compactMap { ladder in
      let heads = ladder.heads
      guard let whole = heads.max(by: { $0.bounds.high < $1.bounds.high }), whole.speaker != nil else { return nil }
      let parts = topics.parts(of: ladder.key).compactMap { part -> Ledger.Term? in
        guard case .part(_, .group(let name), isKnown: true) = part.topic, !PeopleNouns.isEverybody(name),
          let figure = topics.figure(of: part.newest), (figure.low ?? .min) > whole.bounds.high
        else { return nil }
        return Ledger.Term(label: name, rung: topics.mention(part.newest))
      }
      let gravest = parts.sorted { ($0.rung.figure.low ?? 0) > ($1.rung.figure.low ?? 0) }
      return gravest.lazy.compactMap { Conflict(part: $0, above: whole, of: ladder.key, topics) }.first
    }
  }

  /// - Returns: `nil` where both can be true.
  private init?(part: Ledger.Term, above whole: Rung, of key: FigureKey, _ topics: BoardTopics) {
    guard part.rung.speaker != nil, !part.rung.isSaid(by: whole),
      let severity = RivalFigure(part.rung).severity(against: RivalFigure(whole))
    else { return nil }
    let precedence = Precedence(topics.table)
    let (one, other) = (precedence.word(part.rung), precedence.word(whole))
    if precedence.isOfAnotherTime(one) { return nil }
    let times = (part.rung.figure.low ?? 0) / max(1, whole.bounds.high)
    if times >= (one.isOfOneSource(with: other) ? Heads.likelyPart : Heads.otherOrder) { return nil }
    // Of what moves a later total may well be less.
    if key.status.traits.course == .moves, precedence.isLater(other, than: one) { return nil }
    // A later figure may count people whom the earlier total did not include.
    let isLater = key.status.traits.course != .fixed && precedence.isLater(one, than: other)
    self.init(
      kind: .part, severity: isLater ? .unexplained : severity, subject: part.label,
      terms: [Ledger.Term(label: key.label, rung: part.rung)], against: Ledger.Term(label: key.label, rung: whole))
  }
}

extension Precedence {
  /// The last claim that gives a rung.
  fileprivate func word(_ rung: Rung) -> Word { word(UInt32((rung.events.last ?? rung.first).sequence)) }
}
