package import Situation

/// What an operator wants to be called for: a figure, a conflict, a new speaker.
///
///     alert  = figure [ comparison number ] | "conflict" | "new speaker"
///     figure = [ "people" | "attackers" | "security forces" | "all" ] status
///     status = the name of a `Count.Status`
///     comparison = ">=" | ">" | "<=" | "<" | "="
///
/// A comparison holds when a figure that stands bears it out as it was said: "at least 30" is 30 or more, and says
/// nothing of 31. Without one, the alert is for another newest figure.
package struct Alert: Hashable, Sendable {
  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    // The longer ones first: ">" begins ">=".
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="
  }

  enum Subject: Hashable, Sendable {
    case figure(FigureKey, Comparison?, Int)
    case conflict
    case newSpeaker
  }

  /// As it was written.
  package let text: String
  let subject: Subject

  /// Why a text is no alert.
  package struct Failure: Error, Hashable, Sendable {
    package let message: String
  }

  package init(_ text: String) throws(Failure) {
    let lowered = text.lowercased()
    var padded = lowered
    var comparison: Comparison?
    var number = 0
    if let found = Comparison.allCases.first(where: { lowered.contains($0.rawValue) }),
      let range = lowered.firstRange(of: found.rawValue)
    {
      comparison = found
      padded = String(lowered[..<range.lowerBound])
      let digits = lowered[range.upperBound...].filter { $0 != " " && $0 != "," }
      guard (1...10).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(digits)
      else { throw Failure(message: "\"\(text)\": write a number after \(found.rawValue)") }
      number = value
    }
    let words = padded.split(separator: " ").map(String.init)
    self.text = text
    switch words {
    case ["conflict"] where comparison == nil: subject = .conflict
    case ["new", "speaker"] where comparison == nil: subject = .newSpeaker
    default:
      guard let last = words.last, let status = Count.Status(rawValue: last),
        let subjectClass = Alert.classes[words.dropLast().joined(separator: " ")]
      else {
        throw Failure(
          message:
            "\"\(text)\": write a figure such as 'attackers killed >= 50' or 'held', or 'conflict', or 'new speaker'; "
            + "the figures are \(Count.Status.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      subject = .figure(FigureKey(status, subjectClass), comparison, number)
    }
  }

  private static let classes: [String: Count.SubjectClass] = [
    "": .people, "people": .people, "attackers": .attackers, "security forces": .securityForces,
  ]

  /// What holds on a board, each with the words that tell of it. The alert is for what was not there before.
  func findings(_ board: Board, _ store: EventStore) -> [String: String] {
    switch subject {
    case .conflict:
      return Dictionary(
        board.openConflicts.map { conflict in
          let words = "\(conflict.headline()): \(conflict.claimed()) \(conflict.opposed())"
          return (conflict.kind.rawValue + " " + conflict.subject, words)
        }
      ) { first, _ in first }
    case .newSpeaker:
      var speakers: [String: String] = [:]
      for event in store.events where event.act == nil {
        guard let speaker = store.speakerName(of: event.id), let label = speaker.labels.first else { continue }
        let key = speaker.speaker.name ?? label
        if speakers[key] == nil { speakers[key] = "\(label) says: \(event.claim.summary())" }
      }
      return speakers
    case .figure(let key, let comparison, let number):
      guard let ladder = board.ladders[key] else { return [:] }
      guard let comparison else {
        guard let newest = ladder.newest else { return [:] }
        return [newest.figure.short() + (newest.speakerName?.labels.first ?? ""): told(key, newest)]
      }
      let holding = ladder.live.first { comparison.holds($0.figure, number) }
      return holding.map { ["": told(key, $0)] } ?? [:]
    }
  }

  private func told(_ key: FigureKey, _ rung: Rung) -> String {
    "\(key.label) \(rung.figure.short()), \(rung.speakerName?.labels.first ?? "unattributed")"
  }
}

extension Alert.Comparison {
  /// Returns true if a figure bears it out, whatever the true number within it is.
  func holds(_ figure: Figure, _ number: Int) -> Bool {
    switch self {
    case .atLeast: figure.low.map { $0 >= number } ?? false
    case .above: figure.low.map { $0 > number } ?? false
    case .atMost: figure.high.map { $0 <= number } ?? false
    case .below: figure.high.map { $0 < number } ?? false
    case .equal: figure.low == number && figure.high == number
    }
  }
}

/// The alerts of a board, and what held of each when it was looked at last.
package struct AlertWatch: Hashable, Sendable {
  private var alerts: [Alert]
  private var known: [Set<String>]?

  package init(_ alerts: [Alert] = []) { self.alerts = alerts }

  var isEmpty: Bool { alerts.isEmpty }

  /// What came up since it was looked last; nothing on the first look, which only sees how things stand.
  mutating func look(_ board: Board, _ store: EventStore) -> [String] {
    let found = alerts.map { $0.findings(board, store) }
    defer { known = found.map { Set($0.keys) } }
    guard let known else { return [] }
    return zip(alerts, zip(found, known)).flatMap { alert, states in
      states.0.filter { !states.1.contains($0.key) }.sorted { $0.key < $1.key }.map { "\(alert.text): \($0.value)" }
    }
  }
}

extension Model {
  /// When something will come up though nothing comes: whoever tells the time is to tell it then, by `Message.time`.
  package var nextAlarm: Instant? {
    standing.flatMap { $0.store == storeNumber ? $0.standing.nextNear : nil }
  }

  /// Looks whether anything came up, by everything that is in the store, wherever the playhead stands.
  mutating func checkAlerts() -> [Effect] {
    guard live.isCaughtUp else { return [] }
    let whole = isAtEnd ? board : Board(store, included: store.replayCount, clock: clock)
    let line = isAtEnd ? bottomLine : BottomLine(whole, store)
    let lines = alerts.look(whole, store)
    let now = Standing(whole, line, live)
    // Another incident is not news of this one.
    let news = standing.flatMap { $0.store == storeNumber ? now.news(since: $0.standing) : nil } ?? []
    standing = (storeNumber, now)
    let time = live.now.seconds == 0 ? nil : live.now
    alertLog.add(lines.map { (kind: nil, words: $0) } + news.map { (kind: $0.kind, words: $0.words) }, at: time)
    if let last = lines.last {
      let more = lines.count > 1 ? " (and \(lines.count - 1) more)" : ""
      tell("ALERT \(last)\(more)", isNews: true)
    }
    // What nobody asked for by name is told elsewhere as one: a report that changes ten figures is one message.
    let others = news.filter { found in !lines.contains { $0.hasSuffix(found.words) } }
    let unasked = others.isEmpty ? [] : [others.map { "\($0.kind.words): \($0.words)" }.joined(separator: "; ")]
    // Whoever reads it elsewhere is told how things stand.
    let words = SafeText.line(line.inOneLine())
    return (lines.isEmpty ? [] : [.bell])
      + (lines + unasked).map { .alert(SafeText.line($0), bottomLine: words) }
  }
}
