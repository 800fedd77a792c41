package import Situation

/// An article that was read, with every claim found in it.
package struct LoadedArticle: Sendable {
  package let article: Article
  package let claims: [Claim]
  let card: IncidentDesk.Card
  /// The edition of the same story that it takes the place of.
  package var former: ArticleID?

  package init(_ article: Article, claims: [Claim]) {
    self.article = article
    self.claims = claims
    card = IncidentDesk.Card(article, claims: claims)
  }

  package init(_ article: Article, claims: [Claim], fingerprint: IncidentFingerprint) {
    self.article = article
    self.claims = claims
    card = IncidentDesk.Card(article, fingerprint)
  }
}

/// Everything that can happen to the board.
package enum Message: Sendable {
  case key(Key)
  case resized(Size)
  /// The timer that `Effect.wake` asked for went off.
  case tick
  /// Articles came, together: the board is folded once for all of them.
  case loaded([LoadedArticle])
  /// Something could not be loaded: names the file and what to do. Stays in sight.
  case problem(String)
  /// Something was loaded, and there is something to know of how. Stays in sight.
  case notice(String)
  /// Something to tell until the next key.
  case status(String)
  /// An act is in the journal, and on the disk.
  case saved(OperatorEntry)
  /// What the operator had before them when they last left this board; `nil` on the first look.
  case lastLook(EventStore?)
  /// The board has opened, and this is what the operator had before them when they last left it; `nil` on the first look.
  case opened(lastLook: EventStore?)
  /// An act is not in the journal: what is wrong, and what to do.
  case notSaved(String)
  /// What operators did, as event lines bring it.
  case acted([OperatorEntry])
  /// How far sources are believed, as event lines bring it.
  case graded(Reliabilities)
  /// What became of files after they were read, and which are as they were read.
  case marked([ArticleID: FileChange], restored: Set<ArticleID>)
  /// Editions of stories, or of files, of which a newer one comes: they count no more.
  case superseded(Set<ArticleID>)
  /// All that is wrong with watched folders and files now.
  case troubles([String])
  /// How each watched folder is watched, in words.
  case places([String])
  /// How far the reading is; `nil` when it is done.
  case progress(Progress?)
  /// How the addresses that are asked are doing, and what time it is.
  case sources([SourceState], now: Instant)
  /// How the desk is doing that the board is opened on.
  case desk(DeskState)
  /// Nothing that came before is there any more: what is there comes anew.
  case restarted
  /// An article has come at this time.
  case arrived(at: Instant)
  /// It is this time of day, told when `Model.nextAlarm` has come.
  case time(Instant)
  /// Something happened to the lead that is given or followed.
  case lead(LeadEvent)
  /// The terminal is ours again, and what it shows is not known.
  case resumed
}

/// What the loop is to do, as a value. A message that gives none still asks for the new view to be shown.
package enum Effect: Hashable, Sendable {
  case quit
  /// Give the terminal back and stop, as ctrl-z does.
  case suspend
  /// Paint every cell again.
  case redraw
  case bell
  /// Set the one timer, in place of any set before; then send `Message.tick`.
  case wake(after: Duration)
  /// Clear the timer: while nothing plays, nothing wakes.
  case cancelWake
  /// Say with `Message.lastLook` what was remembered of the last look.
  case recallLastLook
  /// Put a line of text on the clipboard of whoever sits at the terminal, or in a file where that cannot be, and say so
  /// with `Message.status`.
  case copy(String)
  /// Have the terminal report the mouse, or not.
  case reportMouse(Bool)
  /// Add an act to the journal, in the operator's name, and when it is on the disk, or cannot be, say so with
  /// `Message.saved` or `Message.notSaved`.
  case journal(OperatorAct, text: String)
  /// An alert that the operator asked for: write the words where they want it, with the bottom line after them.
  case alert(String, bottomLine: String)
}
