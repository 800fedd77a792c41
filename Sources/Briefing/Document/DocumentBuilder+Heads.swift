import Situation

extension DocumentBuilder {
  /// What the reader must know before any figure: as of when, by which clock, from what.
  func madeHeads() -> [Document.Head] {
    var heads = [
      Document.Head("Number", number),
      Document.Head("As of", asOf),
      Document.Head("Clock", clock),
      Document.Head("Period covered", period),
      Document.Head("Read", read),
    ]
    if let since { heads.insert(Document.Head("Compared with", since), at: 4) }
    if let journal { heads.append(journal) }
    if let leftOut { heads.append(Document.Head("Not in", leftOut)) }
    if let aside { heads.append(aside) }
    if let toReview { heads.append(toReview) }
    return heads
  }

  /// What the briefing is not of.
  var aside: Document.Head? {
    let others = options.setAside - options.unsure
    guard others > 0 else { return nil }
    return Document.Head(
      "Set aside", "\(number(others, "report")) about another incident, which this briefing is not of")
  }

  /// How many claims and reports wait for a person to look at them; `nil` where none does.
  var toReview: Document.Head? {
    let claims = board.unsure.count
    let parts = [
      claims == 0 ? nil : "\(number(claims, "claim")) of which the reader is not sure",
      options.unsure == 0 ? nil : "\(number(options.unsure, "report")) that may be about this incident",
    ].compactMap { $0 }
    return parts.isEmpty
      ? nil
      : Document.Head("To review", parts.joined(separator: " and ") + "; counted nowhere until somebody has looked")
  }

  /// A reader's own count; else the place in the replay, which is the same for everybody who asks for the same.
  var number: String {
    if case .last(let mark) = options.since { return "\((mark?.number ?? 0) + 1), counted for this reader" }
    return "\(board.included), the events that are in"
  }

  /// Whose acts are in it.
  var journal: Document.Head? { options.journal.map { Document.Head("Journal", words.clean($0)) } }

  var since: String? {
    switch options.since {
    case nil: nil
    case .moment(let moment): (moment.precision == .instant ? "" : "the end of ") + words.full(moment)
    case .beginning: "the beginning"
    case .last(nil): "nothing: this is the reader's first briefing"
    case .last(let mark?): "briefing \(mark.number) of this reader"
    }
  }

  var clock: String {
    switch board.clock {
    case .happened: "happened (when it was so)"
    case .reported: "reported (when it was said)"
    }
  }

  var asOf: String {
    asOfLast + (isCut || latestDated == nil || !hasUndated ? "" : ", and after it what has no date")
  }

  private var isCut: Bool { options.asOf?.to != nil }

  /// The time of the last event that has happened; forecasts lie ahead.
  private var latestDated: Moment? {
    claims.filter { $0.claim.standing != .forecast }.map { $0.claim.moment(on: board.clock) }.last { !$0.isUndated }
  }

  private var hasUndated: Bool { claims.contains { $0.claim.moment(on: board.clock).isUndated } }

  /// The same without a word on what has no date.
  var asOfLast: String {
    if let asOf = options.asOf, asOf.to != nil {
      return asOf.precision == .instant ? words.full(asOf) : "the end of " + words.full(asOf)
    }
    if let latestDated { return "the last claim, " + words.full(latestDated) }
    return store.events.isEmpty ? "no claim" : "the end of the text, which gives no date"
  }

  private var period: String {
    let moments = Array(claims.lazy.filter { $0.claim.standing == .current }.map { $0.claim.moment(on: board.clock) })
    let dated = moments.filter { !$0.isUndated }
    let days = Set(moments.filter(\.isUndated).compactMap(\.weekday)).sorted().map(\.abbreviation)
    var parts: [String] = []
    if let first = dated.min(by: { ($0.from ?? $0.to ?? latest) < ($1.from ?? $1.to ?? latest) }),
      let last = dated.max(by: { ($0.to ?? latest) < ($1.to ?? latest) })
    {
      let (start, end) = (words.ends(first)?.start ?? "?", words.ends(last)?.end ?? "?")
      parts.append(start == end ? start : "\(start) to \(end)")
    }
    if !days.isEmpty { parts.append(days.joined(separator: ", ") + ", of a week that is not given") }
    return parts.isEmpty ? "not given" : parts.joined(separator: "; ")
  }

  private var latest: Instant { Instant(seconds: .max) }

  var read: String {
    var counts: [Claim.Standing: Int] = [:]
    var acts = 0
    for event in included {
      if event.act == nil { counts[event.claim.standing, default: 0] += 1 } else { acts += 1 }
    }
    for event in backgroundEvents { counts[event.claim.standing, default: 0] += 1 }
    let said = counts.values.reduce(0, +)
    var parts = [number(store.articles.count, "article"), "\(said) of \(number(store.claimCount, "claim"))"]
    for standing in Claim.Standing.allCases {
      let count = counts[standing, default: 0]
      if count > 0, standing != .current || count < said { parts.append("\(count) \(standing.rawValue)") }
    }
    if acts > 0 { parts.append("\(number(acts, "act")) of the operator") }
    let undated = store.articles.count { $0.date.isUndated }
    var text = parts.joined(separator: ", ")
    if undated > 0 {
      text +=
        store.articles.count == 1
        ? "; the article is undated, its weekdays stand as written"
        : "; \(number(undated, "article")) undated, weekdays stand as written"
    }
    return text
  }

  /// What a cut at an instant leaves out without being later.
  private var leftOut: String? {
    guard let instant = options.asOf?.to else { return nil }
    let cut = store.asOf(instant, on: board.clock)
    var parts: [String] = []
    if cut.mayHaveHappened > 0 { parts.append("\(number(cut.mayHaveHappened, "claim")) that may have been so by then") }
    if cut.undated > 0 { parts.append("\(number(cut.undated, "claim")) without a time on this clock") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  func number(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
