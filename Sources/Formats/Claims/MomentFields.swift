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
      throw FormatError("the offset \"\(offsetText)\" of \"\(name)\" is no time zone; write +05:00 or Z")
    }
    let weekdayText = try reader.optionalString("weekday")
    let weekday = weekdayText.flatMap { text in Weekday.allCases.first { $0.abbreviation == text } }
    guard (weekday == nil) == (weekdayText == nil) else {
      throw FormatError(
        "the weekday \"\(weekdayText ?? "")\" of \"\(name)\" is none of Mon, Tue, Wed, Thu, Fri, Sat, Sun")
    }
    let moment = Moment.restored(
      precision: try reader.word("precision", Moment.Precision.self), isBy: try reader.boolean("by"),
      text: try reader.optionalString("text"), from: try reader.optionalString("from"),
      to: try reader.optionalString("to"), weekday: weekday, offset: offset)
    guard let moment else { throw FormatError("the parts of \"\(name)\" do not make a moment") }
    return moment
  }
}
