import ArticleReader
import BuiltIn
import Intake
import Situation

/// The dispatches that the program carries, read as the program reads them.
enum BuiltInIncident {
  static let reader: ArticleReader? = {
    let files = (0..<sitboard_lexicon_count).map { index in
      let file = sitboard_lexicon_at(index)
      return (String(cString: file.name), Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
    let bytes = UnsafeBufferPointer(start: sitboard_weights.bytes, count: sitboard_weights.count)
    guard let lexicon = try? Lexicon(files: files),
      let weights = try? Weights(file: (String(cString: sitboard_weights.name), Array(bytes)))
    else { return nil }
    return ArticleReader(lexicon: lexicon, weights: weights)
  }()

  static let store: EventStore = {
    let files = (0..<sitboard_seed_count).map { index in
      let file = sitboard_seed_at(index)
      return (
        name: String(cString: file.name), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      )
    }
    var store = EventStore()
    for entry in Intake.load(files, options: IntakeOptions()).entries {
      store.append(entry.article, claims: reader?.read(entry.article) ?? [])
    }
    return store
  }()

  /// The board as of a time in Pakistan (UTC+5), by when things were reported.
  static func board(asOf time: String) -> Board {
    let instant = Moment.parse(time + "+05:00", defaultOffset: .zero)?.to ?? Instant(seconds: 0)
    return Board(store, included: store.asOf(instant, on: .reported).included, clock: .reported)
  }
}
