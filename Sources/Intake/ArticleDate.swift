import Situation

/// When an article was filed: by its header, else by the operator's word, else unknown.
enum ArticleDate {
  /// News is of these years; a date outside them is a slip of the pen.
  private static let years = 1800...2999

  static func read(_ header: ArticleHeader, options: IntakeOptions) -> (moment: Moment, notices: [String]) {
    guard let text = header.dateText else { return (options.date ?? .unknown, []) }
    guard let moment = parse(text, defaultOffset: options.timezone ?? .zero) else {
      let instead = options.date == nil ? "the article stays undated" : "the date given as an option stands"
      return (
        options.date ?? .unknown,
        ["the date \"\(text.prefix(40))\" was not understood, \(instead); write 2025-03-12 or 2025-03-12T14:10+05:00"]
      )
    }
    return (moment, options.timezone == nil && lacksZone(text, moment) ? [noZone] : [])
  }

  static func parse(_ text: String, defaultOffset: UTCOffset) -> Moment? {
    guard let moment = Moment.parse(text, defaultOffset: defaultOffset), let from = moment.from,
      years.contains(CivilTime(from, at: moment.offset).date.year)
    else { return nil }
    return moment
  }

  /// Whether the zone that was assumed made a difference to the instants.
  private static func lacksZone(_ text: String, _ moment: Moment) -> Bool {
    guard let other = UTCOffset(minutes: moment.offset.minutes == 60 ? 0 : 60) else { return false }
    return Moment.parse(text, defaultOffset: other)?.from != moment.from
  }

  private static let noZone = "the date names no time zone and is read in UTC; give --timezone if it is another"
}
