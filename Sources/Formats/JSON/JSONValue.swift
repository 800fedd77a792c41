/// A JSON value whose objects keep the order of their fields.
package enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// A number without fraction or exponent that fits `Int`.
  case integer(Int)
  /// Any other number, as written; nothing in our formats uses one, and none is rounded on its way through.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue {
  /// A string, or `null` where there is none.
  package init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

  /// An integer, or `null` where there is none.
  package init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }

  /// The kind of value in a word, for messages.
  package var kindName: String {
    switch self {
    case .null: "null"
    case .boolean: "true or false"
    case .integer, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
