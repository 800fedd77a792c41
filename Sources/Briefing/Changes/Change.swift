import Situation

/// Something that is told otherwise at the end of a span of time than at its beginning.
struct Change: Hashable, Sendable {
  enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Nobody said it before.
    case new
    /// Another figure stands where one stood.
    case revised
    /// What was told no longer is; the words say why: its speaker replaced it, it is old, and so on.
    case past = "no longer current"
    /// What did not contradict anything now does.
    case contradicted
  }

  /// A piece of the sentence that tells it.
  enum Part: Hashable, Sendable {
    /// Harmless words.
    case words(String)
    /// Who says it, by claims of the later store; nothing where there are none.
    case said([EventID])
    /// A conflict of the later board.
    case conflict(Conflict)
  }

  var kind: Kind
  var parts: [Part]

  init(_ kind: Kind, _ parts: Part...) {
    self.kind = kind
    self.parts = parts
  }

  /// The claim that says what is new.
  var firstEvent: EventID? {
    parts.lazy.compactMap { part in if case .said(let events) = part { events.first } else { nil } }.first
  }

  /// The conflict that it tells of.
  var conflict: Conflict? {
    parts.lazy.compactMap { part in if case .conflict(let conflict) = part { conflict } else { nil } }.first
  }
}

extension [Change] {
  /// Contradictions come first, then revised figures, then new ones, then those that nobody gives any more; within each
  /// of these the order stays.
  var gravestFirst: [Change] {
    func rank(_ change: Change) -> Int {
      let isConflict = change.parts.contains { if case .conflict = $0 { true } else { false } }
      switch change.kind {
      case .contradicted: return 0
      case .revised: return isConflict ? 1 : 2
      case .new: return 3
      case .past: return 4
      }
    }
    return enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }
}
