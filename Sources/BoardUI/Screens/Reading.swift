internal import Situation

/// An open article: its text wrapped for the screen, at one of its receipts, or at a place of what was searched for.
struct Reading: Hashable, Sendable {
  let article: Article
  /// Every claim read from it, in order of place.
  let receipts: [EventID]
  private let spans: [Range<Int>]
  private(set) var shown = 0
  private(set) var text = WrappedText()
  /// The first line on the screen.
  private(set) var top = 0
  /// Where the text that was searched for stands, and which place is shown.
  private var found: (text: String, ranges: [Range<Int>], shown: Int) {
    get { (foundText, foundRanges, foundShown) }
    set { (foundText, foundRanges, foundShown) = newValue }
  }
  private var foundText = ""
  private var foundRanges: [Range<Int>] = []
  private var foundShown = 0

  /// True if the passages that were read are told apart.
  private(set) var showsRead = true

  private var width: Int
  private var height: Int
  private var options: Options

  /// Rows of text on a screen: the title, the claim and the keys take three.
  static func height(_ size: Size) -> Int { max(1, size.rows - 3) }

  /// Opens the article of a claim at its passage; `nil` when the article is not in the store.
  init?(_ event: EventID, store: EventStore, size: Size, options: Options) {
    self.init(store[event].claim.receipt.article, store: store, size: size, options: options)
    shown = receipts.firstIndex(of: event) ?? 0
    wrap()
    showQuote()
  }

  /// Opens an article at its first passage.
  init?(_ id: ArticleID, store: EventStore, size: Size, options: Options) {
    guard let article = store.article(id) else { return nil }
    let claims = store.events(of: id).sorted {
      let (a, b) = ($0.claim.receipt.span, $1.claim.receipt.span)
      return (a.lowerBound, a.upperBound, $0.id) < (b.lowerBound, b.upperBound, $1.id)
    }
    self.init(article, claims, size: size, options: options)
  }

  /// Opens an article that is not on the board, as its text alone.
  init(_ article: Article, size: Size, options: Options) { self.init(article, [], size: size, options: options) }

  private init(_ article: Article, _ claims: [Event], size: Size, options: Options) {
    self.article = article
    receipts = claims.map(\.id)
    spans = claims.map(\.claim.receipt.span)
    width = size.columns
    height = Reading.height(size)
    self.options = options
    wrap()
    showQuote()
  }

  /// The claim whose passage is shown; `nil` in an article that none was read from.
  var event: EventID? { receipts.isEmpty ? nil : receipts[shown] }

  mutating func wrap(size: Size, options: Options) {
    width = size.columns
    height = Reading.height(size)
    self.options = options
    wrap()
    showQuote()
  }

  mutating func move(_ command: Command, height: Int) {
    if case .moveReceipt(let places) = command {
      guard !receipts.isEmpty else { return }
      shown = (shown + places + receipts.count) % receipts.count
      wrap()
      showQuote()
    } else {
      top = scrolled(top, by: command, page: height, lines: text.lines.count)
    }
  }

  // MARK: - Search

  /// Marks every place of a text, and shows one: the one at a place, or the first from the top of the screen on.
  mutating func find(_ text: String, at range: Range<Int>? = nil) {
    let from = range?.lowerBound ?? offset(ofLine: top)
    found = (text, article.text.ranges(of: text), 0)
    foundShown = foundRanges.firstIndex { $0.lowerBound >= from } ?? 0
    wrap()
    showFound()
  }

  mutating func moveFound(_ places: Int) {
    guard !foundRanges.isEmpty else { return }
    foundShown = (foundShown + places + foundRanges.count) % foundRanges.count
    showFound()
  }

  /// "/tunnel: 2 of 5"; `nil` where nothing was found.
  var foundTally: String? {
    foundRanges.isEmpty ? nil : "/\(foundText): \(foundShown + 1) of \(foundRanges.count) in this article"
  }

  private mutating func showFound() {
    guard !foundRanges.isEmpty else { return }
    show(lines: line(of: foundRanges[foundShown].lowerBound)..<line(of: foundRanges[foundShown].lowerBound) + 1)
  }

  /// The line on the screen that a byte stands in.
  private func line(of offset: Int) -> Int { text.starts.partitioningIndex { $0 > offset } - 1 }

  private func offset(ofLine line: Int) -> Int { line < text.starts.count ? text.starts[line] : 0 }

  /// Scrolls as little as is needed, leaving a third of the screen above the passage when it must.
  private mutating func showQuote() { show(lines: text.quoteLines) }

  private mutating func show(lines: Range<Int>) {
    let last = max(0, text.lines.count - height)
    if lines.lowerBound < top || lines.upperBound > top + height { top = lines.lowerBound - height / 3 }
    top = min(max(0, top), last)
  }

  /// Puts a line at the top, or the nearest that can be there.
  mutating func scroll(to line: Int) { top = min(max(0, line), max(0, text.lines.count - height)) }

  mutating func toggleRead() {
    showsRead.toggle()
    wrap()
  }

  private mutating func wrap() {
    text = WrappedText(
      article.text, range: 0..<article.text.count, quote: spans.isEmpty ? nil : spans[shown],
      read: showsRead ? spans : [],
      found: foundRanges, width: min(width - 2, 96), options: options, keepsLines: true)
  }
}
