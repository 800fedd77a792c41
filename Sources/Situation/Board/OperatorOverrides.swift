/// What the operator's acts come to as of an instant: those that are not undone, each laid on the claim it is about.
///
/// Acts are taken in the order of their times and then of their journals and numbers, so that the order of loading has
/// no say. An act on a claim that is not here waits for it.
package struct OperatorOverrides: Hashable, Sendable {
  package struct Note: Hashable, Sendable {
    package var text: String
    /// The claim it is on; `nil` for a note on nothing in particular.
    package var about: EventID?
    /// The act.
    package var event: EventID
  }

  package struct Marker: Hashable, Sendable {
    package var name: String
    package var at: Instant
    /// The act.
    package var event: EventID
  }

  /// Claims that are left out, with the act that says so.
  package private(set) var retracted: [EventID: EventID] = [:]
  /// Figures that are read anew, with the act that says so.
  package private(set) var corrected: [EventID: Correction] = [:]
  /// Claims that a person has looked at, with the act that says how they are to be taken.
  package private(set) var amended: [EventID: Amended] = [:]
  package private(set) var notes: [Note] = []
  package private(set) var markers: [Marker] = []
  /// How far sources are to be believed, the latest setting of each.
  package private(set) var reliabilities = Reliabilities()
  /// The pins of every operator, the latest last.
  package private(set) var pins: [Pin] = []
  private(set) var judgements: [Judgement] = []

  package struct Pin: Hashable, Sendable {
    /// The claim whose rung is pinned.
    package var claim: EventID
    package var author: String
  }

  package struct Correction: Hashable, Sendable {
    package var figure: Figure
    /// The act.
    package var event: EventID
  }

  package struct Amended: Hashable, Sendable {
    package var amendment: Amendment
    /// The last act on the claim.
    package var event: EventID
  }

  /// A conflict that was set aside.
  struct Judgement: Hashable, Sendable {
    var conflict: ConflictReference
    /// The act.
    var event: EventID
  }

  /// The hand that acts come to, in whatever order they are.
  init(_ acts: [(event: EventID, entry: OperatorEntry)], store: EventStore) {
    let acts = acts.sorted { ($0.entry.at, $0.entry.id) < ($1.entry.at, $1.entry.id) }
    guard !acts.isEmpty else { return }
    let active = OperatorOverrides.active(acts.map(\.entry))
    for (event, entry) in acts where active.contains(entry.id) {
      switch entry.act {
      case .pin(let claim):
        if let id = store.event(of: claim) { pins.append(Pin(claim: id, author: entry.author)) }
      case .correct(let claim, let figure):
        if let id = store.event(of: claim) { corrected[id] = Correction(figure: figure, event: event) }
      case .amend(let claim, let amendment):
        guard let id = store.event(of: claim) else { continue }
        let earlier = amended[id]?.amendment ?? .accepting
        amended[id] = Amended(amendment: earlier.amended(by: amendment), event: event)
      case .retract(let claim):
        if let id = store.event(of: claim) { retracted[id] = event }
      case .note(let claim):
        notes.append(Note(text: entry.text, about: claim.flatMap { store.event(of: $0) }, event: event))
      case .marker(let name, let instant): markers.append(Marker(name: name, at: instant, event: event))
      case .setAside(let conflict): judgements.append(Judgement(conflict: conflict, event: event))
      case .reliability(let source, let reliability): reliabilities.set(source, reliability)
      case .add, .assign: break
      case .undo: break
      }
    }
  }

  /// Returns true if no claim is taken otherwise than it was read.
  package var takesClaimsAsRead: Bool { corrected.isEmpty && amended.isEmpty }

  /// Returns true for a claim that the operator has corrected or amended.
  package func takes(_ id: EventID) -> Bool { corrected[id] != nil || amended[id] != nil }

  /// Claims that the board takes otherwise than the reader does.
  var changed: Set<EventID> { Set(corrected.keys).union(amended.keys) }

  /// A claim as the board takes it: amended and its figure corrected where the operator did so, and sure then.
  package func claim(of id: EventID, in store: EventStore) -> Claim {
    var claim = store[id].claim
    if let amended = amended[id] { claim = claim.amended(by: amended.amendment) }
    if let correction = corrected[id] { claim = claim.corrected(to: correction.figure) }
    return claim
  }

  /// Marks the conflicts that were set aside and that no other claim has touched since; they come after the open ones.
  func setAside(_ conflicts: inout [Conflict], store: EventStore) {
    guard !judgements.isEmpty else { return }
    for index in conflicts.indices {
      let reference = store.reference(to: conflicts[index])
      conflicts[index].setAside = judgements.last { $0.conflict == reference }?.event
    }
    conflicts = conflicts.filter { $0.setAside == nil } + conflicts.filter { $0.setAside != nil }
  }

  /// The entries that no later entry of the same journal undoes, an undone undo undoing nothing.
  package static func active(_ entries: [OperatorEntry]) -> Set<ArticleID> {
    // Only those that undo are put in order: a journal is mostly other entries.
    let undoing = entries.compactMap { entry -> (id: ArticleID, undone: Int)? in
      if case .undo(let number) = entry.act { (entry.id, number) } else { nil }
    }
    var undone: Set<ArticleID> = []
    // From the last number down: what undoes an entry is settled before the entry itself.
    for entry in undoing.sorted(by: { $0.id.story > $1.id.story }) {
      guard entry.undone < entry.id.story, !undone.contains(entry.id) else { continue }
      undone.insert(ArticleID(digest: entry.id.digest, story: entry.undone))
    }
    let ids = Set(entries.lazy.map(\.id))
    return undone.isEmpty ? ids : ids.subtracting(undone)
  }

  /// Claims of the operator's own that were taken back.
  static func undoneClaims(_ acts: [(event: EventID, entry: OperatorEntry)]) -> [EventID] {
    let claims = acts.filter(\.entry.addsClaim)
    guard !claims.isEmpty else { return [] }
    let active = active(acts.map(\.entry))
    return claims.filter { !active.contains($0.entry.id) }.map(\.event)
  }
}

extension Claim {
  /// The claim with another figure, where it has one.
  func corrected(to figure: Figure) -> Claim {
    var claim = self
    claim.content = content.corrected(to: figure)
    claim.doubt = nil
    return claim
  }
}

extension Claim.Content {
  /// The content with another figure, where it has one.
  func corrected(to figure: Figure) -> Claim.Content {
    switch self {
    case .count(var count):
      count.figure = figure
      return .count(count)
    case .movement(var movement):
      movement.figure = figure
      return .movement(movement)
    case .condition(var condition):
      condition.number = figure.point
      return .condition(condition)
    case .deployment, .statement: return self
    }
  }
}
