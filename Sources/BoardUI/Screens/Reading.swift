internal import Situation

/// An open article: its text wrapped for the screen, at one of its receipts.
struct Reading: Hashable, Sendable {
  let article: Article
  /// Every claim read from it, in order of place.
  let receipts: [EventID]
  private let spans: [Range<Int>]
  private(set) var shown: Int
  private(set) var text: WrappedText
  /// The first line on the screen.
  private(set) var top = 0

  private var width: Int
  private var height: Int
  private var options: Options

  /// Rows of text on a screen: the title, the claim and the keys take three.
  static func height(_ size: Size) -> Int { max(1, size.rows - 3) }

  /// Opens the article of a claim at its passage; `nil` when the article is not in the store.
  init?(_ event: EventID, store: EventStore, size: Size, options: Options) {
    guard let article = store.article(store[event].claim.receipt.article) else { return nil }
    self.article = article
    let claims = store.events(of: article.id).sorted {
      let (a, b) = ($0.claim.receipt.span, $1.claim.receipt.span)
      return (a.lowerBound, a.upperBound, $0.id) < (b.lowerBound, b.upperBound, $1.id)
    }
    receipts = claims.map(\.id)
    spans = claims.map(\.claim.receipt.span)
    shown = receipts.firstIndex(of: event) ?? 0
    width = size.columns
    height = Reading.height(size)
    self.options = options
    text = Reading.wrapped(article, spans, shown, width, options)
    showQuote()
  }

  var event: EventID { receipts[shown] }

  mutating func wrap(size: Size, options: Options) {
    width = size.columns
    height = Reading.height(size)
    self.options = options
    text = Reading.wrapped(article, spans, shown, width, options)
    showQuote()
  }

  mutating func move(_ command: Command, height: Int) {
    if case .moveReceipt(let places) = command {
      shown = (shown + places + receipts.count) % receipts.count
      text = Reading.wrapped(article, spans, shown, width, options)
      showQuote()
    } else {
      top = scrolled(top, by: command, page: height, lines: text.lines.count)
    }
  }

  /// Scrolls as little as is needed, leaving a third of the screen above the passage when it must.
  private mutating func showQuote() {
    let last = max(0, text.lines.count - height)
    let quote = text.quoteLines
    if quote.lowerBound < top || quote.upperBound > top + height { top = quote.lowerBound - height / 3 }
    top = min(max(0, top), last)
  }

  private static func wrapped(
    _ article: Article, _ spans: [Range<Int>], _ shown: Int, _ width: Int, _ options: Options
  ) -> WrappedText {
    WrappedText(
      article.text, range: 0..<article.text.count, quote: spans[shown], read: spans, width: min(width - 2, 96),
      options: options, keepsLines: true)
  }
}
