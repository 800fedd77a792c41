/// One line of a pane: what it is about, the value as of the playhead, and every claim behind it.
package struct BoardRow: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case figure(Figure)
    /// A state or an action in the field's plain words: "immobilised", "on the way".
    case words(String)
    /// Mentioned or expected, and nobody reports it.
    case unknown
  }

  /// One of the figures that stand at the head of a row.
  package struct Head: Hashable, Sendable {
    package var figure: Figure
    /// The first claim that gave it.
    package var event: EventID
    package var account: Account

    package init(figure: Figure, event: EventID, account: Account) {
      self.figure = figure
      self.event = event
      self.account = account
    }
  }

  /// So many of some of the people.
  package struct Part: Hashable, Sendable {
    package let share: Share
    package let figure: Figure
    /// The newest claim of it.
    package let event: EventID

    /// "57 in Jaffar", "188 staff".
    package func words(_ marks: GlyphSet = .unicode) -> String { figure.short(marks) + " " + share.label }
  }

  /// What the value of a row of people covers.
  package enum Coverage: Hashable, Sendable {
    case total
    /// Nobody gives a total; this part is all that is told.
    case share(Share)
    /// Nobody gives a total, and several parts are told.
    case shares([Part])
  }

  package var label: String
  package var value: Value
  /// What the row counts; `nil` for one that counts nobody, or a part.
  package var key: FigureKey?
  /// Where accounts exclude one another one for each of them, the value's first; else the value's alone.
  package var heads: [Head] = []
  package var coverage = Coverage.total
  /// The claim that the value is taken from; `nil` only for a row that no claim speaks of.
  package var newest: EventID?
  /// Every claim behind the row, newest first, but for the one that the value is taken from, which is at the front. Those
  /// of a rival are looked for when they are asked for: they may be thousands, and a board has many rivals.
  package var events: Evidence {
    get { rival.map { Evidence($0.events) } ?? listed }
    set { (listed, rival) = (newValue, nil) }
  }
  private var listed: Evidence
  private var rival: Rung?
  /// Every live figure lies in it; `nil` where fewer than two differ.
  package var range: Interval?
  /// Numbers of the conflicts that the row is part of, as on the screen: the first conflict is 1.
  package var conflicts: [Int] = []
  /// True for a row that belongs to the head above it: a part of its figure, or the figure of another account.
  package var isPart = false
  /// True for the figure of an account that excludes the head's.
  package var isRival = false
  /// Of which part of the people it is; `nil` for what is of all, and for what counts nobody.
  package var share: Share?
  /// Of a movement, what it is for; `nil` where its subject does not tell.
  package var errand: Errand?

  package init(
    label: String, value: Value, newest: EventID? = nil, events: Evidence = Evidence(), range: Interval? = nil,
    isPart: Bool = false
  ) {
    self.label = label
    self.value = value
    self.newest = newest
    listed = events
    self.range = range
    self.isPart = isPart
  }

  /// The row of a figure that excludes the head's.
  init(rival rung: Rung, of row: BoardRow, _ head: Head) {
    self.init(label: "or", value: .figure(head.figure), newest: head.event)
    heads = [head]
    conflicts = row.conflicts
    isRival = true
    rival = rung
  }
}
