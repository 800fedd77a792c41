package import Situation

/// A place of a briefing that was prepared: an instant, and what to say there.
package struct Cue: Hashable, Sendable {
  package var instant: Instant
  package var note: String

  package init(instant: Instant, note: String) {
    self.instant = instant
    self.note = note
  }
}
