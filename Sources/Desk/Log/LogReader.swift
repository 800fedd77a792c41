package import Formats
package import Situation

/// Makes what a board can take of the events of a log, one after another.
///
/// Others add to the log, and some may mean harm: whatever does not hold together is refused, and said, and the rest is
/// taken.
package struct LogReader: Sendable {
  /// The contents of one or more events.
  package struct News: Sendable {
    package var articles: [EventLines.Entry] = []
    /// Articles that these take the place of.
    package var superseded: Set<ArticleID> = []
    package var acts: [OperatorEntry] = []
    package var reliabilities = Reliabilities()
    /// Why the event, or a part of it, was not taken.
    package var problems: [String] = []

    package init() {}
  }

  private struct Held: Sendable {
    var generation: Int
    var articles: Set<ArticleID>
  }

  /// Where the reading is: the last event that was given, taken or not.
  package private(set) var last: (position: Int64, id: LogIdentity)?
  private var held: [String: Held] = [:]
  /// Whose each journal is: of whoever added to it first.
  private var owners: [String: String] = [:]

  package init() {}

  package mutating func take(_ record: LogRecord) -> News {
    last = (record.position, record.id)
    var news = News()
    var stream = EventLineStream(isWithin: true)
    let taken = stream.take(record.text)
    let rest = stream.finish()
    let damage = taken.damage + rest.damage
    news.problems = damage.map { problem(record, $0.reason) }
    let (entries, acts) = (taken.entries + rest.entries, taken.acts + rest.acts)
    switch record.kind {
    case .act:
      guard let entry = acts.first, acts.count == 1, entries.isEmpty else {
        if damage.isEmpty { news.problems.append(problem(record, "it is not one act")) }
        return news
      }
      take(entry, of: record, &news)
    case .source: news.reliabilities = taken.reliabilities.overlaid(by: rest.reliabilities)
    case .article: take(entries, of: record, &news)
    }
    return news
  }

  /// An act bears the name of whom the server knows to have added it, whatever it says; and nobody adds to the journal of
  /// another, where an undo would undo what is the other's. No act is later than when it was added: the clock of who did
  /// it was ahead, and what others did after it would seem to be before.
  private mutating func take(_ entry: OperatorEntry, of record: LogRecord, _ news: inout News) {
    let owner = owners[entry.id.digest] ?? record.author
    guard owner == record.author else {
      news.problems.append(problem(record, "it is an entry in the journal of \(owner)"))
      return
    }
    owners[entry.id.digest] = owner
    news.acts = [
      OperatorEntry(
        id: entry.id, author: record.author, at: min(entry.at, record.at ?? entry.at), offset: entry.offset,
        text: entry.text, act: entry.act)
    ]
  }

  /// The articles of a text are taken together, and a newer reading takes the place of all that an older one gave.
  private mutating func take(_ entries: [EventLines.Entry], of record: LogRecord, _ news: inout News) {
    guard let reading = record.reading else { return }
    guard entries.allSatisfy({ $0.article.id.digest == reading.digest }) else {
      news.problems.append(problem(record, "it gives articles of another text"))
      return
    }
    if let former = held[reading.digest] {
      guard reading.generation > former.generation else { return }
      news.superseded = former.articles
    }
    news.articles = entries
    held[reading.digest] = Held(generation: reading.generation, articles: Set(entries.map(\.article.id)))
  }

  private func problem(_ record: LogRecord, _ reason: String) -> String {
    "event \(record.position), added by \(record.author): \(reason); it is not taken"
  }
}
