import BoardUI
import Sharing
import Situation
import Terminal

/// Shows those who follow what the board shows. It sends after the board was drawn, so that nobody's line holds up the
/// presenter's own screen.
final class PresenterLink: BoardPartner {
  private let presenter: Presenter
  private var storeNumber = 0
  private var eventsSent = 0
  private var articlesSent = 0
  private var shown: LedState?
  private var audience: (followers: Int, inStep: Int) = (0, 0)
  private var hasMore = false
  private var reliabilities = Reliabilities()

  /// How many events are put on the shelf before the board has its turn again.
  private static let part = 2000

  init(_ presenter: Presenter) { self.presenter = presenter }

  var descriptors: [Int32] { [presenter.descriptor] }

  var deadline: MonotonicInstant? { hasMore ? .now : nil }

  func hear() -> [Message] {
    presenter.service()
    return audienceMessages()
  }

  private func audienceMessages() -> [Message] {
    let audience = presenter.audience
    guard audience != self.audience else { return [] }
    self.audience = audience
    return [.lead(.audience(followers: audience.followers, inStep: audience.inStep))]
  }

  func see(_ model: Model) {
    guard case .leading(let leading)? = model.lead else { return }
    // Nothing is written out for nobody.
    guard presenter.isAttended || eventsSent > 0 else { return }
    if model.storeNumber != storeNumber {
      // Another incident: whoever follows comes back to a lead that begins anew.
      storeNumber = model.storeNumber
      (eventsSent, articlesSent, shown, reliabilities) = (0, 0, nil, Reliabilities())
      presenter.beginAnew()
    }
    put(model.store)
    guard !hasMore else { return }
    let state = LedState(
      events: model.store.events.count, playhead: model.playhead, clock: model.clock,
      pointer: leading.pointer.map { LedState.Pointer(pane: $0.pane.rawValue, row: $0.row) },
      words: leading.words.map { String($0.prefix(LedState.longestWords)) })
    guard state != shown else { return }
    shown = state
    presenter.show(state)
  }

  /// Puts the next events on the shelf, articles whole.
  private func put(_ store: EventStore) {
    if store.reliabilities != reliabilities {
      reliabilities = store.reliabilities
      for entry in reliabilities.entries { presenter.add(entry) }
    }
    var claims: [ArticleID: [Claim]] = [:]
    var entries: [OperatorEntry] = []
    var end = eventsSent
    var last: ArticleID?
    while end < store.events.count {
      let event = store.events[end]
      if let entry = event.act {
        if end - eventsSent >= PresenterLink.part { break }
        entries.append(entry)
        last = nil
      } else {
        let article = event.claim.receipt.article
        if end - eventsSent >= PresenterLink.part, article != last { break }
        claims[article, default: []].append(event.claim)
        last = article
      }
      end += 1
    }
    hasMore = end < store.events.count
    // Articles without claims go with those around them.
    while articlesSent < store.articles.count, !hasMore || !claims.isEmpty {
      let article = store.articles[articlesSent]
      presenter.add(article, claims.removeValue(forKey: article.id) ?? [])
      articlesSent += 1
    }
    for entry in entries { presenter.add(entry) }
    eventsSent = end
  }

  func end() { presenter.end() }
}
