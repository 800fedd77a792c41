import Formats
package import Situation

/// Articles that come through a pipe, divided by form feeds, or event lines: which of the two, their beginning shows.
package struct ArticleStream: Sendable {
  package struct Taken: Sendable {
    package var entries: [Intake.Entry] = []
    package var acts: [OperatorEntry] = []
    package var reliabilities = Reliabilities()
    package var problems: [Problem] = []

    package init(
      entries: [Intake.Entry] = [], acts: [OperatorEntry] = [], reliabilities: Reliabilities = Reliabilities(),
      problems: [Problem] = []
    ) {
      self.reliabilities = reliabilities
      self.entries = entries
      self.acts = acts
      self.problems = problems
    }
  }

  private enum Kind {
    case unknown, articles, events
  }

  private static let formFeed: UInt8 = 0x0C
  private let path = "-"
  private let options: IntakeOptions
  private var kind = Kind.unknown
  private var pending: [UInt8] = []
  private var isSkipping = false
  private var lines = EventLineStream()

  package init(options: IntakeOptions = IntakeOptions()) { self.options = options }

  /// Whether something may be complete that no further byte has shown to be: see `pause`.
  package var awaitsPause: Bool { kind == .events }

  /// Takes what has come. An article is complete when the form feed after it has come.
  package mutating func take(_ bytes: some Collection<UInt8>) -> Taken {
    switch kind {
    case .unknown:
      pending += bytes
      guard let found = recognised else { return Taken() }
      kind = found
      let beginning = pending
      pending = []
      return take(beginning)
    case .articles: return takeText(bytes)
    case .events: return taken(lines.take(Array(bytes)))
    }
  }

  /// The stream is quiet: the claims of the last article of event lines have all come.
  package mutating func pause() -> Taken { kind == .events ? taken(lines.flush()) : Taken() }

  /// The stream has ended.
  package mutating func finish() -> Taken {
    switch kind {
    case .events: return taken(lines.finish())
    case .unknown, .articles:
      var result = Taken()
      endArticle(&result)
      return result
    }
  }

  /// `nil` while what has come may still be the beginning of event lines.
  private var recognised: Kind? {
    if EventLines.recognises(pending) { return .events }
    let mark = Array("{\"sitboard\":\"events\"".utf8)
    return pending.count < mark.count && mark.starts(with: pending) ? nil : .articles
  }

  private mutating func takeText(_ bytes: some Collection<UInt8>) -> Taken {
    var result = Taken()
    var rest = bytes[...]
    while let end = rest.firstIndex(of: ArticleStream.formFeed) {
      grow(rest[..<end], &result)
      endArticle(&result)
      rest = rest[rest.index(after: end)...]
    }
    grow(rest, &result)
    return result
  }

  private mutating func grow(_ bytes: some Collection<UInt8>, _ result: inout Taken) {
    guard !isSkipping else { return }
    pending += bytes
    guard Int64(pending.count) > options.limits.article else { return }
    result.problems.append(Problem(path, .tooLarge(size: nil, limit: options.limits.article)))
    isSkipping = true
    pending = []
  }

  private mutating func endArticle(_ result: inout Taken) {
    defer {
      pending = []
      isSkipping = false
    }
    // Nothing between two form feeds is no article, and no fault.
    guard !isSkipping, pending.contains(where: { !ArticleText.isSpace($0) }) else { return }
    var found = Intake.Result()
    Intake.take(pending, path: path, options, into: &found)
    result.entries += found.entries
    result.problems += found.problems
  }

  private func taken(_ taken: EventLineStream.Taken) -> Taken {
    Taken(
      entries: taken.entries.map { Intake.Entry(article: $0.article, claims: $0.claims) }, acts: taken.acts,
      reliabilities: taken.reliabilities,
      problems: taken.damage.map { Problem(path, line: $0.line, .damagedLine($0.reason)) })
  }
}
