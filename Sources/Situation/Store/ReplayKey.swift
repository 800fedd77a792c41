/// The total order of replay on one clock: `to`, `from`, article date, article identity, place in the text, sequence.
///
/// An open `from` comes before every instant; a moment with no `to` comes after every dated one, so that a wholly
/// undated text replays in the order of its text and dated events are never mixed with it.
struct ReplayKey: Hashable, Comparable, Sendable {
  let to: Int64
  let from: Int64
  let articleDate: Int64
  let article: ArticleID
  let place: Int
  let sequence: Int

  static let undated = Int64.max

  init(_ event: Event, article date: Moment, clock: Clock) {
    let moment = event.moment(on: clock, filed: date)
    to = moment.to?.seconds ?? ReplayKey.undated
    from = moment.to == nil ? 0 : moment.from?.seconds ?? .min
    articleDate = date.to?.seconds ?? ReplayKey.undated
    switch event.body {
    case .claim(let claim): (article, place) = (claim.receipt.article, claim.receipt.span.lowerBound)
    case .act(let entry): (article, place) = (entry.id, 0)
    }
    sequence = event.id.sequence
  }

  static func < (a: ReplayKey, b: ReplayKey) -> Bool {
    if a.to != b.to { return a.to < b.to }
    if a.from != b.from { return a.from < b.from }
    if a.articleDate != b.articleDate { return a.articleDate < b.articleDate }
    if a.article != b.article { return a.article < b.article }
    if a.place != b.place { return a.place < b.place }
    return a.sequence < b.sequence
  }
}

extension Claim {
  /// When it was so or was said, as far as its article's filing time bounds it: "Wednesday morning" in a dispatch filed
  /// at 07:40 ends at 07:40. What is feared or threatened, and what begins only later (a deadline), lies ahead.
  package func moment(on clock: Clock, filed: Moment) -> Moment {
    let moment = moment(on: clock)
    guard let end = filed.to, standing != .forecast || clock == .reported else { return moment }
    if let from = moment.from, from > end { return moment }
    return moment.held(to: end)
  }
}
