import Desk
import Formats
import Intake
import Situation

/// Everything that is on a desk, for a command that ends.
struct DeskLoading {
  /// The texts that were read, in the order they came, with what came of them; then what operators did.
  private(set) var result = Intake.Result()
  /// The events that were not taken, and why.
  private(set) var notices: [String] = []
  /// The articles of each text, by its digest.
  private(set) var texts: [(digest: String, place: Int64, entries: [EventLines.Entry])] = []

  private init() {}

  init(_ log: DeskLog) throws(Failure) {
    var reader = LogReader()
    var held: [String: Int] = [:]
    var loading = DeskLoading()
    try DeskAccess.attempt { () throws(DeskError) in
      try log.read(after: 0) { record in
        let news = reader.take(record)
        loading.notices += news.problems.map { "desk \(log.name): \($0)" }
        loading.result.acts += news.acts
        loading.result.reliabilities = loading.result.reliabilities.overlaid(by: news.reliabilities)
        guard let reading = record.reading, !news.articles.isEmpty || !news.superseded.isEmpty else { return }
        let text = (reading.digest, reading.place ?? record.position, news.articles)
        if let place = held[reading.digest] {
          loading.texts[place] = text
        } else {
          held[reading.digest] = loading.texts.count
          loading.texts.append(text)
        }
      }
    }
    // Workers end in another order than texts come: the order of the texts is that of every other machine.
    loading.texts.sort { $0.place < $1.place }
    self = loading
  }

  /// The articles as they are loaded.
  func loaded() -> Intake.Result {
    var result = result
    result.entries = texts.flatMap { $0.entries.map { Intake.Entry($0) } }
    return result
  }
}
