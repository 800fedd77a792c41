/// What the operator did to figures, told beside them.
extension Board {
  /// "pinned by ann", for a rung that the operator pinned; "pinned by ann; ben pins 31" where another pinned another.
  package func pinWords(of rung: Rung, in store: EventStore, _ marks: GlyphSet = .unicode) -> String? {
    if rung.isPinned {
      let events = rung.events
      return "pinned by " + (overrides.pins.last { events.contains($0.claim) }?.author ?? "the operator")
    }
    guard !rivalPins.isEmpty, let key = rung.ladder, let rivals = rivalPins[key], let number = rung.number else {
      return nil
    }
    let own = rivals.filter { $0.rung == number }
    guard !own.isEmpty else { return nil }
    let others = rivals.filter { $0.rung != number }.map { "\($0.author) pins \($0.figure.short(marks))" }
    return "pinned by " + own.map(\.author).joined(separator: " and ") + "; " + others.joined(separator: ", ")
  }

  /// "ann pins 21, ben pins 50", for a figure on which operators do not agree.
  package func rivalPinWords(of key: FigureKey, _ marks: GlyphSet = .unicode) -> String? {
    rivalPins[key].map { rivals in
      rivals.map { "\($0.author) pins \($0.figure.short(marks))" }.joined(separator: ", ")
    }
  }

  /// "corrected by ann; the text says 214", for a claim whose figure the operator corrected.
  package func correctionWords(of claim: EventID, in store: EventStore, _ marks: GlyphSet = .unicode) -> String? {
    guard let correction = overrides.corrected[claim] else { return nil }
    let author = store[correction.event].act?.author ?? "the operator"
    return "corrected by \(author); the text says \(store[claim].claim.content.figureWords(marks) ?? "?")"
  }

  /// "accepted by ann", or "taken as killed by ann, read as wounded", for a claim that the operator has looked at.
  package func amendmentWords(of claim: EventID, in store: EventStore) -> String? {
    guard let amended = overrides.amended[claim] else { return nil }
    let author = store[amended.event].act?.author ?? "the operator"
    guard let words = amended.amendment.words else { return "accepted by \(author)" }
    let read = amended.amendment.replaced(of: store[claim].claim).words.map { ", read as " + $0 } ?? ""
    return "taken as \(words) by \(author)\(read)"
  }

  /// What the operator did to a claim.
  package func overrideWords(of claim: EventID, in store: EventStore, _ marks: GlyphSet = .unicode) -> String? {
    let words = [amendmentWords(of: claim, in: store), correctionWords(of: claim, in: store, marks)].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// What a claim says as the board takes it: "31 killed (corrected by ann; the text says 214)".
  ///
  /// - Parameter namesActor: False leaves out who acts, where it is who says it.
  package func summary(
    of claim: EventID, in store: EventStore, _ marks: GlyphSet = .unicode, namesActor: Bool = true
  ) -> String {
    var taken = overrides.claim(of: claim, in: store)
    if !namesActor, let actor = taken.content.actor, store.speakerLabels(of: claim).contains(actor) {
      taken.content.actor = nil
    }
    let isHeld = taken.count?.status == .held && store[claim].act == nil
    let summary = taken.summary(marks, held: isHeld ? store.heldWord(of: claim) : .held)
    return overrideWords(of: claim, in: store, marks).map { "\(summary) (\($0))" } ?? summary
  }
}

extension Claim.Content {
  /// The figure that it gives, as the board writes it.
  fileprivate func figureWords(_ marks: GlyphSet) -> String? {
    switch self {
    case .count(let count): count.figure.short(marks)
    case .movement(let movement): movement.figure?.short(marks)
    case .condition(let condition): condition.number.map(String.init)
    case .deployment, .statement: nil
    }
  }
}
