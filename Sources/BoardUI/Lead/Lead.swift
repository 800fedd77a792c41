package import Situation

/// If the board leads others, or is led.
package enum Lead: Hashable, Sendable {
  case leading(Leading)
  case following(Following)
}

/// A row that a presenter points at: the pane, and what the row is about.
package struct RowPointer: Hashable, Sendable {
  package var pane: Pane
  package var row: String

  package init(pane: Pane, row: String) {
    self.pane = pane
    self.row = row
  }
}

/// What a presenter shows beside the board, and how many see it.
package struct Leading: Hashable, Sendable {
  package var name: String
  package var followers = 0
  /// How many of them show what is shown here.
  package var inStep = 0
  package var pointer: RowPointer?
  /// On every screen.
  package var words: String?
  package var cues: [Cue] = []
  /// Which cue was taken last, counted from 0.
  package var cue: Int?

  package init(name: String, cues: [Cue] = []) {
    self.name = name
    self.cues = cues
  }
}

/// What a follower knows of the lead.
package struct Following: Hashable, Sendable {
  package enum Link: Hashable, Sendable {
    case connecting
    case connected
    /// The presenter is not there, and why; the board stands as they left it.
    case gone(String)
  }

  package var name: String
  /// Who leads, as they call themselves, and by which account.
  package var presenter: String?
  package var link = Link.connecting
  /// True if this reader looks around by themselves.
  package var isAway = false
  /// Where the lead stands.
  package var place: LeadPosition?

  package init(name: String) { self.name = name }
}

/// Where a lead stands, as a follower is told.
package struct LeadPosition: Hashable, Sendable {
  package var playhead: Int
  package var clock: Clock
  package var pointer: RowPointer?
  package var words: String?

  package init(playhead: Int, clock: Clock, pointer: RowPointer? = nil, words: String? = nil) {
    self.playhead = playhead
    self.clock = clock
    self.pointer = pointer
    self.words = words
  }
}

/// What can happen to a lead.
package enum LeadEvent: Sendable {
  /// To a presenter: so many follow, and so many are in step.
  case audience(followers: Int, inStep: Int)
  /// To a follower: another lead than before, with the whole of its store.
  case began(presenter: String, [LoadedArticle], [OperatorEntry])
  case place(LeadPosition)
  case gone(String)
}
