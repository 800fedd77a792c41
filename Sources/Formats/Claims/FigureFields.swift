import Situation

/// A figure as fields of its claim: `low`, `high`, `qualifier`, and after the claim's own fields `form`.
enum FigureFields {
  static func members(_ figure: Figure?) -> [JSONValue.Member] {
    [
      .init("low", JSONValue(figure?.low)), .init("high", JSONValue(figure?.high)),
      .init("qualifier", JSONValue(figure?.qualifier)),
    ]
  }

  static func form(_ figure: Figure?) -> JSONValue.Member { .init("form", JSONValue(figure?.form.rawValue)) }

  /// The figure; without a `form` the bounds and the qualifier tell which it is.
  static func figure(_ reader: FieldReader) throws(FormatError) -> Figure {
    let (low, high) = (try reader.optionalInteger("low"), try reader.optionalInteger("high"))
    let qualifier = try reader.optionalString("qualifier")
    guard (low ?? 0) >= 0, (high ?? 0) >= 0 else { throw FormatError("a count is below zero") }
    guard low.flatMap({ low in high.map { low <= $0 } }) ?? true else {
      throw FormatError("\"low\" is above \"high\"")
    }
    let form = try reader.optionalWord("form", Figure.Form.self) ?? natural(low, high, qualifier)
    guard isPossible(form, low, high) else {
      throw FormatError("the bounds do not fit the form \"\(form.rawValue)\"")
    }
    return Figure(low: low, high: high, form: form, qualifier: qualifier)
  }

  private static func natural(_ low: Int?, _ high: Int?, _ qualifier: String?) -> Figure.Form {
    switch (low, high) {
    case (nil, nil): .undisclosed
    case (_?, nil): .atLeast
    case (nil, _?): .atMost
    case (let low?, let high?): low != high ? .range : qualifier == nil ? .exact : .about
    }
  }

  private static func isPossible(_ form: Figure.Form, _ low: Int?, _ high: Int?) -> Bool {
    switch form {
    case .exact: low != nil && low == high
    case .about, .range: low != nil && high != nil
    case .atLeast: low != nil && high == nil
    case .atMost: low == nil && high != nil
    case .vague: low != nil || high != nil
    case .undisclosed: low == nil && high == nil
    }
  }
}
