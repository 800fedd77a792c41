package import Situation

/// The board told in lines, by the conventions of humanitarian situation reports: every value with who says it, when,
/// and a numbered reference to the line of an article.
package enum Briefing {
  /// The situation as of `options.asOf`, as text of at most `options.width` columns; every line ends with a line feed.
  package static func text(_ store: EventStore, _ options: BriefingOptions) -> String {
    text(board(store, options), store, options)
  }

  /// The situation of a board that is at hand, such as the one on the screen.
  package static func text(_ board: Board, _ store: EventStore, _ options: BriefingOptions) -> String {
    TextRenderer(width: options.width, marks: options.marks).render(document(board, store, options))
  }

  /// The same briefing as Markdown, lines unbroken.
  package static func markdown(_ store: EventStore, _ options: BriefingOptions) -> String {
    MarkdownRenderer().render(document(board(store, options), store, options))
  }

  /// The same briefing as one JSON object on a line.
  package static func json(_ store: EventStore, _ options: BriefingOptions) -> String {
    JSONRenderer().render(document(board(store, options), store, options))
  }

  private static func document(_ board: Board, _ store: EventStore, _ options: BriefingOptions) -> Document {
    // The references are numbered in the order of the sources, which is known only once all are cited.
    var builder = DocumentBuilder(board, store, options, references: References(store))
    _ = builder.document()
    builder.references.number()
    return builder.document()
  }

  private static func board(_ store: EventStore, _ options: BriefingOptions) -> Board {
    Board(store, included: included(store, options), clock: options.clock)
  }

  private static func included(_ store: EventStore, _ options: BriefingOptions) -> Int {
    options.asOf?.to.map { store.asOf($0, on: options.clock).included } ?? store.events.count
  }
}
