package import Formats
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
    JSONRenderer().render(document(board(store, options), store, whole(options)))
  }

  /// Programs get all of it.
  private static func whole(_ options: BriefingOptions) -> BriefingOptions {
    var options = options
    options.extent = .full
    return options
  }

  /// The same briefing as one HTML page that needs nothing else: no script, no picture, no address is fetched.
  package static func html(_ store: EventStore, _ options: BriefingOptions) -> String {
    HTMLRenderer().render(document(board(store, options), store, drawn(options)))
  }

  private static func drawn(_ options: BriefingOptions) -> BriefingOptions {
    var options = options
    options.hasPictures = true
    return options
  }

  /// What is told otherwise at `options.asOf` than at `options.since`: new, revised, no longer current, contradicted.
  package static func changes(_ store: EventStore, _ options: BriefingOptions, as format: BriefingFormat) -> String {
    var builder = DocumentBuilder(board(store, options), store, options, references: References(store))
    _ = builder.changesDocument()
    builder.references.number()
    let document = builder.changesDocument()
    return render(document, format, options)
  }

  /// The briefing in any of its forms.
  package static func render(_ store: EventStore, _ options: BriefingOptions, as format: BriefingFormat) -> String {
    if options.extent == .line, format != .json { return line(store, options) }
    let options = format == .json ? whole(options) : format == .html ? drawn(options) : options
    return render(document(board(store, options), store, options), format, options)
  }

  /// The bottom line, in one line that ends with a line feed.
  package static func line(_ store: EventStore, _ options: BriefingOptions) -> String {
    let board = board(store, options)
    let builder = DocumentBuilder(board, store, options, references: References(store))
    return builder.line() + "\n"
  }

  private static func render(_ document: Document, _ format: BriefingFormat, _ options: BriefingOptions) -> String {
    switch format {
    case .text: TextRenderer(width: options.width, marks: options.marks).render(document)
    case .markdown: MarkdownRenderer().render(document)
    case .json: JSONRenderer().render(document)
    case .html: HTMLRenderer().render(document)
    }
  }

  private static func document(_ board: Board, _ store: EventStore, _ options: BriefingOptions) -> Document {
    // The references are numbered in the order of the sources, which is known only once all are cited.
    var builder = DocumentBuilder(board, store, options, references: References(store))
    _ = builder.briefing()
    builder.references.number()
    return builder.briefing()
  }

  private static func board(_ store: EventStore, _ options: BriefingOptions) -> Board {
    Board(store, included: included(store, options), clock: options.clock)
  }

  private static func included(_ store: EventStore, _ options: BriefingOptions) -> Int {
    options.asOf?.to.map { store.asOf($0, on: options.clock).included } ?? store.replayCount
  }
}
