import Situation

/// Makes the document of a board.
struct DocumentBuilder {
  let board: Board
  let store: EventStore
  let options: BriefingOptions
  let words: Words
  /// The conflicts that a claim is part of, by their numbers on the board.
  private let conflictNumbers: [EventID: [Int]]
  var references: References
  /// What the board is compared with, and what is told otherwise: found once, however often the document is made.
  let comparison: Comparison?
  let changes: [Change]
  /// Where nothing is asked to be compared, how it stood shortly before, and what is told otherwise since; `nil` where the
  /// bottom line is not told whole, and where no report came before the newest.
  let recent: (past: RecentPast, changes: [Change])?
  /// What is the same whatever numbers the references have, from when the document was first made.
  private var heads: [Document.Head]?
  var told: [EventID: String] = [:]
  var judged: [FigureMention: String] = [:]

  /// A rung of a ladder, by its first claim.
  struct FigureMention: Hashable {
    let key: FigureKey
    let first: EventID
  }

  init(_ board: Board, _ store: EventStore, _ options: BriefingOptions, references: References) {
    self.board = board
    self.store = store
    self.options = options
    self.words = Words(marks: options.marks)
    self.references = references
    comparison = options.since.flatMap { Comparison(board, store, since: $0, asOf: options.asOf?.to) }
    changes = comparison?.changes(words) ?? []
    let past = options.since == nil && options.extent != .line ? RecentPast(before: board, store) : nil
    recent = past.map { past in
      (past, Comparison(board, store, since: past).changes(Words(marks: options.marks)))
    }
    var numbers: [EventID: [Int]] = [:]
    for (index, conflict) in board.conflicts.enumerated() {
      for id in Set((conflict.terms + [conflict.against]).flatMap(\.rung.events)) {
        numbers[id, default: []].append(index + 1)
      }
    }
    conflictNumbers = numbers
  }

  /// The events that are in, in replay order, each made when it is asked for: there may be a hundred thousand.
  var included: LazyMapCollection<Range<Int>, Event> {
    let (store, clock) = (store, board.clock)
    return (0..<board.included).lazy.map { store.event(at: $0, on: clock) }
  }

  /// Those of them that articles say.
  var claims: LazyFilterSequence<LazyMapCollection<Range<Int>, Event>> { included.filter { $0.act == nil } }

  /// As much as is asked for.
  mutating func briefing() -> Document {
    if let form = options.form { return document(as: form) }
    if !options.sections.isEmpty { return document(of: options.sections) }
    return switch options.extent {
    case .line, .page: page()
    case .full: document()
    }
  }

  /// In the order of situation reports: what is new, then how things stand, then what does not add up and what is not
  /// known, then the course of events and the sources.
  mutating func document() -> Document {
    let heads = self.heads ?? madeHeads()
    self.heads = heads
    var document = Document(title: title("SITUATION BRIEFING"), heads: heads)
    document.sections.append(bottomLine())
    document.sections.append(highlights())
    document.sections.append(people())
    document.sections.append(train())
    document.sections.append(forces())
    if let movements = movements() { document.sections.append(movements) }
    document.sections.append(statements())
    document.sections.append(conflicts())
    if let checks = checks() { document.sections.append(checks) }
    document.sections.append(notReported())
    if let review = review() { document.sections.append(review) }
    document.sections.append(timeline())
    if let background = background() { document.sections.append(background) }
    close(&document)
    document.board = BoardFigures(board, of: options.incident)
    document.plots = plots()
    return document
  }

  /// The sources, and what the marks mean.
  mutating func close(_ document: inout Document) {
    document.sections.append(sources())
    document.sections.append(marksUsed())
    document.references = listed()
  }

  /// What the articles say of another time, as far as it was said by the instant of the briefing.
  var backgroundEvents: [Event] {
    store.events.indices.lazy.map { EventID($0) }.filter { event in
      guard !store.isReplayed(event) else { return false }
      guard let instant = options.asOf?.to else { return true }
      return store.end(of: event, on: .reported).map { $0 <= instant } ?? false
    }.map { store[$0] }
  }

  func claim(_ id: EventID) -> Claim { store[id].claim }

  /// Who says it: the longest form, in which nothing is left out.
  func speaker(_ id: EventID) -> String { words.clean(store.speakerLabels(of: id).first ?? "unattributed") }

  func article(_ claim: Claim) -> Article? { store.article(claim.receipt.article) }

  /// "officials, Wed [2, 5]": who says it and when by the first of the claims, and where all of them stand.
  mutating func attribution(_ events: some RandomAccessCollection<EventID>) -> InlineText {
    guard let first = events.first else { return "" }
    let claim = claim(first)
    return "\(speaker(first)), \(words.when(claim.moment(on: board.clock)))\(Words.tie)\(references.cite(events))"
  }

  /// "!1 !2", tied to what stands before, for what is part of conflicts.
  func conflictMarks(_ numbers: [Int]) -> InlineText {
    numbers.reduce(into: InlineText()) { $0 += InlineText(Words.tie) + InlineText(markOf: $1) }
  }

  func conflictMarks(of event: EventID) -> InlineText { conflictMarks(conflictNumbers[event, default: []]) }

  func title(_ name: String) -> InlineText {
    guard !store.events.isEmpty else { return "\(name): no claims" }
    var incident: [String] = []
    if let what = board.incident.what, case .words(let state) = what.value {
      incident.append(words.plain(what.label) + " " + words.plain(state))
    }
    if let place = board.incident.place { incident.append(words.clean(place)) }
    let example = options.example.map { " (\($0))" } ?? ""
    return "\(name)\(incident.isEmpty ? "" : ": " + incident.joined(separator: ", "))\(example)"
  }

  private func marksUsed() -> Document.Section {
    let marks = options.marks
    return Document.Section(
      heading: "MARKS",
      items: [
        .paragraph(
          InlineText("~ about; \(marks.atLeast) at least; \(marks.atMost) at most, or by that time; ? not reported; ")
            + InlineText(markOf: 1) + " part of conflict 1; " + InlineText(own: "[n]") + " line n under SOURCES; "
            + InlineText(own: "\\[n]") + " and " + InlineText(own: "\\!n")
            + " a bracket and a mark of the text itself"
            + InlineText(marks == .ascii ? "; * a character that ASCII does not have." : "."))
      ])
  }
}
