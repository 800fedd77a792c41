/// What makes two conflicts, of boards of different instants, the same: the kind, the figures they are about, and the
/// voices that disagree. What each voice says, and which came last, may change.
package struct ConflictIdentity: Hashable, Sendable {
  /// One side of it: who says something, and of what.
  private struct Voice: Hashable, Sendable {
    /// The figure; `nil` for a mention of a group, which goes by the subject.
    let figure: FigureKey?
    let speaker: Speaker?
    /// Stands for the speaker where nobody is named.
    let outlet: String

    init(_ term: Ledger.Term) {
      figure = term.rung.ladder
      speaker = term.rung.speaker
      outlet = term.rung.outlet
    }

    func isSame(as other: Voice) -> Bool {
      guard figure == other.figure else { return false }
      guard let speaker, let rival = other.speaker else {
        return speaker == nil && other.speaker == nil && outlet == other.outlet
      }
      return speaker.isSame(as: rival)
    }
  }

  private let kind: Conflict.Kind
  private let subject: String
  private let voices: [Voice]

  package init(_ conflict: Conflict) {
    kind = conflict.kind
    subject = conflict.subject
    let all = (conflict.terms + [conflict.against]).map(Voice.init)
    // What a rival figure is added up from is not another voice.
    voices = kind == .rival ? all.filter { $0.figure == conflict.against.rung.ladder } : all
  }

  /// Returns true if both are the same conflict. It is not an equality: a speaker may be named in full in one place and
  /// by their office in another.
  package func isSame(as other: ConflictIdentity) -> Bool {
    guard kind == other.kind, subject == other.subject, voices.count == other.voices.count else { return false }
    // Whoever spoke last is told first, and they may take turns.
    var rest = other.voices
    return voices.allSatisfy { voice in
      guard let match = rest.firstIndex(where: voice.isSame) else { return false }
      rest.remove(at: match)
      return true
    }
  }
}
