import Situation

/// Makes articles of a file's bytes: decodes them, reads the headers, marks where each story stands.
///
/// The canonical text of a plain file in UTF-8 is the file, byte for byte, a byte order mark included.
enum ArticleText {
  /// - Returns: One article a story, in the order of the text; all of them have the same text.
  static func articles(_ bytes: [UInt8], path: String, options: IntakeOptions) throws(Problem) -> [Article] {
    try entries(bytes, path: path, options: options).map(\.article)
  }

  /// The same, each with what says which story it is.
  static func entries(_ bytes: [UInt8], path: String, options: IntakeOptions) throws(Problem) -> [Intake.Entry] {
    if Int64(bytes.count) > options.limits.article {
      let most = options.limits.most(Array(bytes.prefix(FileBeginning.most)), path: path)
      guard Int64(bytes.count) <= most else {
        throw Problem(path, .tooLarge(size: Int64(bytes.count), limit: most))
      }
    }
    guard !bytes.isEmpty else { throw Problem(path, .empty) }
    let stories = try StoryReader.read(
      bytes, path: path, charset: options.charset, limit: options.limits.article)
    let digest = sha256(bytes)
    var entries: [Intake.Entry] = []
    for (index, story) in stories.stories.enumerated() {
      let date = ArticleDate.read(story.header, options: options)
      let whole = index == 0 ? stories.notices : []
      let article = Article(
        id: ArticleID(digest: digest, story: story.number), path: path,
        title: story.header.value(.title, in: stories.text), outlet: story.header.value(.outlet, in: stories.text),
        url: story.header.value(.url, in: stories.text), date: date.moment, text: stories.text,
        titleSpan: story.header.spans[.title], body: story.body,
        notices: whole + story.header.notices + date.notices)
      entries.append(Intake.Entry(article: article, story: story.origin.map { StoryIdentity($0, article) }))
    }
    return entries
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// A story of a canonical text.
struct Story {
  /// Counts from 1.
  var number: Int
  var header: ArticleHeader
  var body: Range<Int>
  /// Where it was met; `nil` for a plain text.
  var origin: StoryIdentity.Origin?
}

/// The canonical text of a file, and the stories in it.
struct StoryList {
  var text: [UInt8]
  var stories: [Story] = []
  /// What is to be known of the file as a whole.
  var notices: [String] = []

  /// Says how many stories there are, if there is more than one.
  ///
  /// - Parameter isExpected: True for what has many as a rule, such as a feed: then only that some were not read.
  mutating func tell(count: Int, isExpected: Bool = false) {
    let most = StoryDivision.mostStories
    guard count > (isExpected ? most : 1) else { return }
    notices.append("holds \(count) stories" + (count > most ? ": only the first \(most) were read" : ""))
  }
}
