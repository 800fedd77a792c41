import Situation

/// How far a source is to be believed, as fields of a JSON object: in an operator's act, and on a line of its own where
/// a file of sources says so.
enum ReliabilityLine {
  static func members(_ source: String, _ reliability: Reliability) -> [JSONValue.Member] {
    [.init("source", .string(source)), .init("reliability", .string(reliability.rawValue))]
  }

  static func value(_ entry: Reliabilities.Entry) -> JSONValue {
    .object([.init("event", .string("source"))] + members(entry.source, entry.reliability))
  }

  static func entry(_ reader: FieldReader) throws(FormatError) -> Reliabilities.Entry {
    let source = try reader.string("source")
    guard !source.isEmpty else { throw FormatError("\"source\" is empty") }
    return Reliabilities.Entry(source: source, reliability: try reader.word("reliability", Reliability.self))
  }
}
