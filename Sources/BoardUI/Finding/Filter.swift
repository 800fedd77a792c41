internal import Situation

/// Which events are listed and stepped through: every condition must hold.
struct Filter: Hashable, Sendable {
  /// As it was typed.
  let text: String
  private let conditions: [Condition]

  private struct Condition: Hashable, Sendable {
    enum Test: Hashable, Sendable {
      case text([UInt8])
      case speaker(String), side(String), status(String), subject(String), outlet(String), kind(String)
      case after(Moment), before(Moment)
    }

    /// One of them must hold.
    let tests: [Test]
    let isNegated: Bool
  }

  /// What may stand before a colon, and what it asks for; for completion and help.
  static let keys: [(key: String, meaning: String)] = [
    ("speaker", "who says it: part of a name, an office or an organisation"),
    ("side", "state, attackers, railway, other, unknown"),
    ("status", "held, rescued, killed and so on"),
    ("subject", "whom a count is of: passengers, attackers, soldiers"),
    ("outlet", "who published it"),
    ("kind", "count, condition, movement, deployment, statement, note"),
    ("after", "12Mar, 14:30, \"12 Mar 14:30\""),
    ("before", "12Mar, 14:30, \"12 Mar 14:30\""),
  ]

  static let explanation =
    "A filter is words that must all fit an event: speaker:BLA status:killed outlet:Dawn after:12Mar. "
    + "A word alone is searched for; commas mean or (status:killed,injured); quotes hold spaces (outlet:\"The News\"); "
    + "a minus means not (-side:state). An empty filter lists everything again. "
    + "It decides what the timeline lists, what . and , step to, and what is searched; the board itself takes in all."

  /// Where a condition begins at the end of a line, and the ways to go on from there.
  static func completions(of text: String, _ model: Model) -> (start: Int, candidates: [String]) {
    let word = text.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let typed = word.drop { $0 == "-" }
    let start = text.count - typed.count
    guard let colon = typed.firstIndex(of: ":") else { return (start, keys.map { $0.key + ":" }) }
    return (start + typed[...colon].count, values(of: typed[..<colon].lowercased(), model))
  }

  private static func values(of key: String, _ model: Model) -> [String] {
    switch key {
    case "side": Speaker.Side.allCases.map { $0.label + " " }
    case "status": Count.Status.allCases.map { $0.rawValue + " " }
    case "kind": kinds.map { $0 + " " }
    case "outlet": quoted(model.store.articles.compactMap(\.outlet))
    default: []
    }
  }

  private static func quoted(_ names: [String]) -> [String] {
    Set(names).sorted().map { ($0.contains(" ") ? "\"\($0)\"" : $0) + " " }
  }

  private static let kinds = ["count", "condition", "movement", "deployment", "statement", "note"]

  /// In few words.
  static let hint = keys.map { $0.key + ":" }.joined(separator: " ") + " or a word; - before means not; empty: all"

  /// Reads a filter.
  ///
  /// - Returns: `nil` for an empty one.
  init?(_ text: String, time: (String) -> Moment?) throws(LineError) {
    var conditions: [Condition] = []
    for word in Filter.words(of: text) { conditions.append(try Filter.condition(word, time: time)) }
    guard !conditions.isEmpty else { return nil }
    self.text = text.split(separator: " ").joined(separator: " ")
    self.conditions = conditions
  }

  private static func condition(_ word: String, time: (String) -> Moment?) throws(LineError) -> Condition {
    let isNegated = word.hasPrefix("-") && word.count > 1
    let plain = isNegated ? String(word.dropFirst()) : word
    guard let colon = plain.firstIndex(of: ":"), colon != plain.startIndex else {
      return Condition(tests: [.text(Array(plain.lowercased().utf8))], isNegated: isNegated)
    }
    let key = plain[..<colon].lowercased()
    let values = plain[plain.index(after: colon)...].split(separator: ",").map { $0.lowercased() }
    guard !values.isEmpty else { throw LineError("\(key): of what? such as \(key):\(example(key))") }
    var tests: [Condition.Test] = []
    for value in values { tests.append(try test(key, value, time: time)) }
    return Condition(tests: tests, isNegated: isNegated)
  }

  private static func example(_ key: String) -> String {
    ["side": "attackers", "status": "killed", "subject": "passengers", "outlet": "Dawn", "kind": "count"][key]
      ?? (key == "after" || key == "before" ? "12Mar" : "BLA")
  }

  private static func test(
    _ key: String, _ value: String, time: (String) -> Moment?
  ) throws(LineError) -> Condition.Test {
    func one(of values: [String]) throws(LineError) -> String {
      guard let match = values.first(where: { $0.hasPrefix(value) }) else {
        throw LineError("\(key):\(value): write one of \(values.joined(separator: ", "))")
      }
      return match
    }
    switch key {
    case "speaker": return .speaker(value)
    case "outlet": return .outlet(value)
    case "subject": return .subject(value)
    case "side": return .side(try one(of: Speaker.Side.allCases.map(\.label)))
    case "status": return .status(try one(of: Count.Status.allCases.map(\.rawValue)))
    case "kind": return .kind(try one(of: kinds))
    case "after", "before":
      guard let moment = time(value), moment.to != nil else {
        throw LineError("\(key):\(value) is not a time; write \(key):12Mar, \(key):14:30 or \(key):\"12 Mar 14:30\"")
      }
      return key == "after" ? .after(moment) : .before(moment)
    default:
      throw LineError("no \"\(key)\" to filter by; there are \(keys.map(\.key).joined(separator: ", "))")
    }
  }

  /// Words by spaces, those in quotes kept together and the quotes taken away.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// Returns true if an event is let through.
  func passes(_ event: Event, _ store: EventStore, clock: Clock, _ texts: SearchText) -> Bool {
    conditions.allSatisfy { condition in
      condition.tests.contains { holds($0, event, store, clock, texts) } != condition.isNegated
    }
  }

  private func holds(
    _ test: Condition.Test, _ event: Event, _ store: EventStore, _ clock: Clock, _ texts: SearchText
  ) -> Bool {
    let claim = event.claim
    switch test {
    case .text(let needle): return texts.holds(needle, event: event.id)
    case .speaker(let text):
      let speaker = claim.speaker
      let parts = [speaker?.name, speaker?.role, speaker?.organisation] + (speaker == nil ? ["unattributed"] : [])
      return parts.compactMap { $0 }.contains { $0.lowercased().contains(text) }
    case .side(let label): return (claim.speaker?.side ?? .unknown).label == label
    case .status(let status): return claim.count?.status.rawValue == status
    case .subject(let text):
      return claim.count.map { count in
        count.subject.lowercased().contains(text) || (count.subjectClass?.rawValue.hasPrefix(text) ?? false)
      } ?? false
    case .outlet(let text):
      let article = store.article(claim.receipt.article)
      return (article?.outlet ?? article?.path ?? "").lowercased().contains(text)
    case .kind(let kind): return event.kind == kind
    case .after(let moment): return Filter.isAfter(store.moment(of: event, on: clock), moment)
    case .before(let moment):
      let event = store.moment(of: event, on: clock)
      return !event.isUndated && !Filter.isAfter(event, moment)
    }
  }

  /// What ends after a time began; an instant at its beginning counts, a day that ends there does not.
  private static func isAfter(_ moment: Moment, _ time: Moment) -> Bool {
    guard let to = moment.to, let start = time.from ?? time.to else { return false }
    return moment.precision == .instant ? to >= start : to > start
  }
}

extension Event {
  /// What a filter calls it.
  fileprivate var kind: String {
    if let act, !act.addsClaim { return "note" }
    switch claim.content {
    case .count: return "count"
    case .condition: return "condition"
    case .movement: return "movement"
    case .deployment: return "deployment"
    case .statement(let statement): return statement.act == .note ? "note" : "statement"
    }
  }
}
