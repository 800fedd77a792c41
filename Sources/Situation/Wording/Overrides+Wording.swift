/// What the operator did to figures, told beside them.
extension Board {
  /// "pinned by ann", for a rung that the operator pinned.
  package func pinWords(of rung: Rung, in store: EventStore) -> String? {
    guard rung.isPinned else { return nil }
    let events = rung.events
    let act = overrides.pinned.last { events.contains($0) }.flatMap { overrides.pins[$0] }
    return "pinned by " + (act.flatMap { store[$0].act?.author } ?? "the operator")
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
  package func summary(of claim: EventID, in store: EventStore, _ marks: GlyphSet = .unicode) -> String {
    let summary = overrides.claim(of: claim, in: store).summary(marks)
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
