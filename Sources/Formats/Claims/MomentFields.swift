import Situation

/// A moment as an object: the words, the ends, and the parts that put it together again.
enum MomentFields {
  static func value(_ moment: Moment) -> JSONValue {
    let ends = moment.written
    return .object([
      .init("text", JSONValue(moment.text)), .init("from", JSONValue(ends.from)), .init("to", JSONValue(ends.to)),
      .init("precision", .string(moment.precision.rawValue)), .init("by", .boolean(moment.isBy)),
      .init("weekday", JSONValue(moment.weekday?.abbreviation)), .init("offset", .string(moment.offset.text)),
    ])
  }

  static func moment(_ reader: FieldReader, called name: String) throws(FormatError) -> Moment {
    let offsetText = try reader.optionalString("offset") ?? "Z"
    guard let offset = UTCOffset(parsing: offsetText) else {
      throw FormatError("the offset \"\(offsetText)\" of \"\(name)\" is not a time zone; write +05:00 or Z")
    }
    let weekdayText = try reader.optionalString("weekday")
    let weekday = weekdayText.flatMap { text in Weekday.allCases.first { $0.abbreviation == text } }
    guard (weekday == nil) == (weekdayText == nil) else {
      throw FormatError(
        "the weekday \"\(weekdayText ?? "")\" of \"\(name)\" is none of Mon, Tue, Wed, Thu, Fri, Sat, Sun")
    }
    let (from, to) = (try reader.optionalString("from"), try reader.optionalString("to"))
    let precision =
      try reader.optionalWord("precision", Moment.Precision.self) ?? natural(from: from, to: to, weekday: weekday)
    let moment = Moment.restored(
      precision: precision, isBy: try reader.boolean("by"), text: try reader.optionalString("text"), from: from, to: to,
      weekday: weekday, offset: offset)
    guard let moment else { throw FormatError("the parts of \"\(name)\" do not make a moment") }
    return moment
  }

  /// What the ends tell of the precision where nobody names it.
  private static func natural(from: String?, to: String?, weekday: Weekday?) -> Moment.Precision {
    guard let to else { return weekday == nil ? .unknown : .weekday }
    let isDate = to.utf8.count == "2025-03-12".utf8.count
    if from == nil || from == to { return isDate ? .day : .instant }
    return isDate ? .days : .partOfDay
  }
}
