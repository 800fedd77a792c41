package import Situation

/// The replay as plain lines, for screen readers and logs: each event, then every row of the board that is other than
/// before it.
package struct LinearReplay: Sendable {
  private var model: Model
  private var before: PaneLists

  package init(_ store: EventStore, tier: GlyphTier = .unicode) {
    // The size plays no part in lines.
    model = Model(store: store, size: Size(columns: 80, rows: 24), options: Options(tier: tier))
    model.movePlayhead(to: 0, on: .happened)
    before = model.allLists
  }

  /// What comes first: "210 events from 19 reports, in the order in which they were so."
  package var heading: String {
    let (events, reports) = (model.store.replayCount, model.store.articles.count)
    return "\(events) \(events == 1 ? "event" : "events") from \(reports) \(reports == 1 ? "report" : "reports"), "
      + "in the order in which they were so."
  }

  /// The lines of the next event; `nil` after the last.
  package mutating func next() -> [String]? {
    guard !model.isAtEnd else { return nil }
    model.movePlayhead(to: model.playhead + 1, on: .happened)
    guard let event = model.latest else { return nil }
    let marks = model.glyphs.marks
    let when = model.store.moment(of: event.id, on: .happened).labels(marks).first ?? "?"
    let said = model.store.speakerLabels(of: event.id).first.map { ", " + $0 } ?? ""
    let place = "\(model.playhead) of \(model.store.replayCount)"
    let changes = BoardComparison(before: before, after: model.allLists, board: model.board, store: model.store)
      .changes()
    defer { before = model.allLists }
    return ["\(place), \(when == "?" ? "no time" : when): \(model.summary(of: event.id))\(said)"]
      + changes.compactMap { change in words(change, marks).map { "  " + $0 } }
  }

  /// The conflicts that stand at the end, and the claims that wait for a person to look at them.
  package var conclusion: [String] { conflicts + review }

  private var conflicts: [String] {
    let open = model.board.openConflicts
    let marks = model.glyphs.marks
    guard !open.isEmpty else { return ["At the end there is no conflict."] }
    return ["At the end there \(open.count == 1 ? "is 1 conflict" : "are \(open.count) conflicts"):"]
      + open.map { "  " + $0.headline(marks) + ": " + $0.brief(marks, hasTerms: true) }
  }

  private var review: [String] {
    let unsure = model.board.unsure
    guard !unsure.isEmpty else { return [] }
    return ["\(unsure.count == 1 ? "1 claim waits" : "\(unsure.count) claims wait") to be reviewed, counted nowhere:"]
      + unsure.map { id in
        "  \(model.summary(of: id)): \(model.store[id].claim.doubt?.words ?? "not sure")"
      }
  }

  /// "people, held: ? > ~300", "people, killed: 21 > 25, replaced by its speaker"; `nil` for a new row of which nothing is known.
  private func words(_ change: BoardChange, _ marks: GlyphSet) -> String? {
    let pane = model.title(of: change.pane).lowercased()
    let label = change.label.isEmpty ? "" : change.label + " "
    let became = change.departure.map { ", " + $0.words } ?? ""
    switch change.kind {
    case .gone:
      let values = change.before == .unknown ? "" : ", " + change.values(marks)
      return "\(pane), gone: \(change.label)\(values)\(became)"
    case .new where change.after == .unknown: return change.pane == .gaps ? "\(pane): \(change.label)" : nil
    case .new: return "\(pane), new: \(label)\(change.after?.words(marks) ?? "")"
    case .changed: return "\(pane), \(change.label): \(change.values(marks))\(became)"
    }
  }
}
