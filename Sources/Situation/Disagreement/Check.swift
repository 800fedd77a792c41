/// Something in one article that does not add up in itself: worth a look, and no conflict among speakers.
package struct Check: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The parts of a figure are more than the figure.
    case wrongSum = "wrong sum"
    /// The parts fall a little short of the figure: fewer are left out than the smallest part counts.
    case shortSum = "short sum"
    /// One number stands under two labels.
    case sameNumber = "same number twice"
  }

  package var kind: Kind
  /// For a sum the whole and then its parts, for a number all that it stands for: in the order of the article.
  package var events: [EventID]
  /// What the parts come to; for a number that stands twice, the number.
  package var sum: Interval
  /// What they should come to.
  package var whole: Interval

  /// By how many the parts pass the whole (above zero) or fall short of it; `nil` where an end is open.
  package var difference: Int? {
    guard let low = sum.low, let high = sum.high, let wholeLow = whole.low, let wholeHigh = whole.high else {
      return nil
    }
    return kind == .shortSum ? high - wholeLow : low - wholeHigh
  }
}

extension Check {
  /// Smaller numbers meet by chance too often to say anything.
  package static let leastNumber = 10

  /// The checks that fail in one article.
  ///
  /// - Parameter counts: The current counts of the article that are in and not retracted, in the order of its text,
  ///   each with the event of its whole where it is a part of a figure.
  static func find(_ counts: [(event: EventID, count: Count, whole: EventID?)]) -> [Check] {
    sums(counts) + numbers(counts)
  }

  private static func sums(_ counts: [(event: EventID, count: Count, whole: EventID?)]) -> [Check] {
    struct Part: Hashable {
      let subject: String
      let figure: Interval
    }
    var parts: [EventID: [(event: EventID, figure: Interval)]] = [:]
    var known: [EventID: Set<Part>] = [:]
    for (event, count, whole) in counts where !count.figure.isUndisclosed {
      // The headline and the story may both give a part.
      guard let whole,
        known[whole, default: []].insert(Part(subject: count.subject, figure: count.figure.interval)).inserted
      else { continue }
      parts[whole, default: []].append((event, count.figure.interval))
    }
    return counts.compactMap { event, count, _ -> Check? in
      guard let shares = parts[event], !count.figure.isUndisclosed else { return nil }
      let sum = shares.map(\.figure).reduce(Interval(low: 0, high: 0), +)
      let whole = count.figure.widened
      func check(_ kind: Kind) -> Check {
        Check(kind: kind, events: [event] + shares.map(\.event), sum: sum, whole: count.figure.interval)
      }
      guard sum.excludes(whole) else { return nil }
      if let low = sum.low, let high = whole.high, low > high { return check(.wrongSum) }
      // "Including eight guards" leaves the others out, and says so; a list that lacks two of eighty is a slip.
      guard shares.count > 1, let high = sum.high, let low = whole.low,
        let smallest = shares.compactMap(\.figure.low).min(), low - high < smallest
      else { return nil }
      return check(.shortSum)
    }
  }

  private static func numbers(_ counts: [(event: EventID, count: Count, whole: EventID?)]) -> [Check] {
    var events: [Int: [(event: EventID, key: FigureKey)]] = [:]
    var order: [Int] = []
    for (event, count, whole) in counts where whole == nil && count.scope != .increment {
      let key = count.key
      guard let number = count.figure.low, number == count.figure.high, number >= leastNumber else { continue }
      if events[number] == nil { order.append(number) }
      // Each label once.
      if !(events[number] ?? []).contains(where: { $0.key == key }) { events[number, default: []].append((event, key)) }
    }
    return order.compactMap { number in
      guard let labelled = events[number], labelled.count > 1 else { return nil }
      let interval = Interval(low: number, high: number)
      return Check(kind: .sameNumber, events: labelled.map(\.event), sum: interval, whole: interval)
    }
  }
}

extension Board {
  /// The checks that fail in the articles that are in, newest article first by the replay order of its first claim.
  ///
  /// Computed on demand: it reads every claim that is in.
  package func checks(in store: EventStore) -> [Check] {
    var articles: [ArticleID] = []
    var counts: [ArticleID: [(event: EventID, count: Count, whole: EventID?)]] = [:]
    for position in 0..<included {
      let event = store.event(at: position, on: clock)
      guard event.act == nil, event.claim.standing == .current, overrides.retracted[event.id] == nil,
        let count = overrides.claim(of: event.id, in: store).count
      else { continue }
      let article = event.claim.receipt.article
      if counts[article] == nil { articles.append(article) }
      counts[article, default: []].append((event.id, count, store.whole(of: event.id)))
    }
    return articles.reversed().flatMap { article in
      Check.find(counts[article, default: []].sorted { $0.event < $1.event })
    }
  }
}
