/// Dates that a page shows to its readers, by where they stand.
struct ShownDates {
  /// In the line below the headline, or not far from it.
  private(set) var besideTitle: String?
  /// Elsewhere in a place that is for a date, such as below the story.
  private(set) var elsewhere: String?

  /// Paragraphs between a headline and its date.
  private static let nearby = 8
  /// Paragraphs before the headline, in which the date may stand above it.
  private static let above = 3
  /// So much is looked at where an element says that a date is in it.
  private static let longestNamed = 200
  /// A longer text that nothing is said of tells something else.
  private static let longestUnnamed = 100

  private struct Candidate {
    var date: String
    var place: Int
    /// Whether an element says that it is a date.
    var isNamed: Bool
  }

  init(_ reader: PageReader, story: PageStory) {
    guard let start = story.range?.lowerBound, let end = story.range?.upperBound else { return }
    let candidates = ShownDates.candidates(reader, story)
    let headline = reader.headline.flatMap { $0 <= end ? $0 : nil } ?? start
    let around = (headline - ShownDates.above)...max(headline + ShownDates.nearby, start + 1)
    let near = candidates.filter { around.contains($0.place) }
    besideTitle = (ShownDates.nearest(near.filter(\.isNamed), headline) ?? ShownDates.nearest(near, headline))?.date
    let after = candidates.filter { $0.place >= start && $0.place <= end + ShownDates.nearby }
    elsewhere = (after.first(where: \.isNamed) ?? after.first ?? candidates.first(where: \.isNamed))?.date
  }

  /// A date above the headline is as far from it as one twice as far below.
  private static func nearest(_ candidates: [Candidate], _ headline: Int) -> Candidate? {
    candidates.min { distance($0.place, headline) < distance($1.place, headline) }
  }

  private static func distance(_ place: Int, _ headline: Int) -> Int {
    place >= headline ? place - headline : 2 * (headline - place)
  }

  private static func candidates(_ reader: PageReader, _ story: PageStory) -> [Candidate] {
    let dayFirst = isDayFirst(reader.sayings["lang"])
    var candidates = reader.times.filter { !story.isApart($0.container) }.compactMap { time in
      PublishedDate.recognised(time.date).map { Candidate(date: $0, place: time.place, isNamed: true) }
    }
    for (place, paragraph) in reader.paragraphs.enumerated() where !story.isApart(paragraph.container) {
      guard paragraph.isDated || paragraph.range.count <= longestUnnamed else { continue }
      if let date = DateInText(reader.bytes[paragraph.range].prefix(longestNamed), dayFirst: dayFirst) {
        candidates.append(Candidate(date: date.day, place: place, isNamed: paragraph.isDated))
      }
    }
    // What an element says comes before the text in it.
    let order = candidates.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
    return order.map(\.element)
  }

  /// True for all languages that write the day first, and for English where it is of a country that does.
  private static func isDayFirst(_ language: String?) -> Bool {
    guard let language = language?.lowercased(), !language.isEmpty else { return false }
    return !["en", "zh", "ja", "ko"].contains(language.prefix(2))
      || ["gb", "ie", "in", "au", "nz", "za", "pk", "ng", "ke"].contains(language.suffix(2)) && language.count == 5
  }
}
