import ArticleReader
import Desk
import Formats
import Intake
import Situation

/// Reads the texts of a desk, on one processor: a machine with more runs more workers.
struct DeskWorker {
  private let reader: LazyReader
  /// Tells what this program makes of texts from what others make of them: its words and weights, and what it reads in
  /// the built-in incident, which is another with nearly every change of its rules.
  let identity: String

  init(lexicon: String?) throws(Failure) {
    var options = CommonOptions.standard
    options.lexicon = lexicon
    reader = try ReaderLoading.lazyReader(options)
    let files = BuiltInFiles.lexicon.map(\.bytes) + [BuiltInFiles.weights.bytes, BuiltInFiles.claims.bytes]
    identity = sha256(files.flatMap { sha256Bytes($0) } + reader.identity)
  }

  /// The articles of a text with their claims, as event lines.
  func read(_ text: ReceivedArticle) -> ReadingQueue.Outcome {
    let intake = text.intake
    if let first = intake.problems.first { return .unreadable(first.message) }
    let reader = reader.reader
    return .read(DeskLines.text(intake.entries.map { ($0.article, reader.read($0.article), $0.story?.mark) }))
  }
}

extension ReceivedArticle {
  /// The articles in it.
  var intake: Intake.Result {
    let zone = timezone.flatMap { UTCOffset(parsing: $0) }
    let date = dated.flatMap { Moment.parse($0, defaultOffset: zone ?? .zero) }
    let options = IntakeOptions(date: date, timezone: zone)
    guard let outlet else { return Intake.load([(name: path, bytes: bytes)], options: options) }
    return Intake.load(
      bytes, called: path, publisher: outlet, link: Intake.isFeed(bytes) ? nil : address, options: options)
  }
}

/// Articles with their claims as the lines of one event.
enum DeskLines {
  static func text(_ articles: [(article: Article, claims: [Claim], story: StoryKey?)]) -> String {
    var bytes: [UInt8] = []
    var writer = EventLineWriter()
    for (article, claims, story) in articles {
      writer.write(article, claims) { (line: [UInt8]) throws(Never) in bytes += line }
      if let story { bytes += StoryLine.line(story, of: article.id) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
