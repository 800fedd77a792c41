/// Why a line is JSON and yet not what it should be, or why bytes are not what was packed.
package struct FormatError: Error, Hashable, Sendable {
  /// "\"low\" is a string; a number or null is expected".
  package var reason: String

  package init(_ reason: String) { self.reason = reason }
}

/// Takes fields out of an object by name and type. Fields that nobody asks for are passed over.
package struct FieldReader {
  private let members: [JSONValue.Member]

  package init(_ value: JSONValue, called name: String) throws(FormatError) {
    guard case .object(let members) = value else {
      throw FormatError("\"\(name)\" is \(value.kindName); an object is expected")
    }
    // The parser refused a name that is given twice.
    self.members = members
  }

  /// Objects that are read have a dozen fields or two: looking through them costs less than a table of them, the more so
  /// as most names differ in length.
  private func place(of name: String) -> Int? {
    let count = name.utf8.count
    return members.firstIndex { $0.name.utf8.count == count && $0.name == name }
  }

  private subscript(name: String) -> JSONValue? { place(of: name).map { members[$0].value } }

  package func has(_ name: String) -> Bool { place(of: name) != nil }

  private func mismatch(_ name: String, expected: String) -> FormatError {
    guard let value = self[name] else { return FormatError("\"\(name)\" is missing") }
    return FormatError("\"\(name)\" is \(value.kindName); \(expected) is expected")
  }

  /// `nil` for `null` and for a field that is not there.
  package func optionalString(_ name: String) throws(FormatError) -> String? {
    switch self[name] {
    case .string(let text): text
    case .null, nil: nil
    default: throw mismatch(name, expected: "a string or null")
    }
  }

  package func string(_ name: String) throws(FormatError) -> String {
    guard case .string(let text) = self[name] else { throw mismatch(name, expected: "a string") }
    return text
  }

  package func optionalInteger(_ name: String) throws(FormatError) -> Int? {
    switch self[name] {
    case .integer(let number): number
    case .null, nil: nil
    default: throw mismatch(name, expected: "a whole number or null")
    }
  }

  package func integer(_ name: String) throws(FormatError) -> Int {
    guard case .integer(let number) = self[name] else { throw mismatch(name, expected: "a whole number") }
    return number
  }

  /// `false` for a field that is not there.
  package func boolean(_ name: String) throws(FormatError) -> Bool {
    switch self[name] {
    case .boolean(let truth): truth
    case nil: false
    default: throw mismatch(name, expected: "true or false")
    }
  }

  /// None for a field that is not there.
  package func integers(_ name: String) throws(FormatError) -> [Int] {
    switch self[name] {
    case nil: return []
    case .array(let values):
      var numbers: [Int] = []
      for value in values {
        guard case .integer(let number) = value else { throw mismatch(name, expected: "an array of whole numbers") }
        numbers.append(number)
      }
      return numbers
    default: throw mismatch(name, expected: "an array of whole numbers")
    }
  }

  package func strings(_ name: String) throws(FormatError) -> [String] {
    switch self[name] {
    case nil: return []
    case .array(let values):
      var texts: [String] = []
      for value in values {
        guard case .string(let text) = value else { throw mismatch(name, expected: "an array of strings") }
        texts.append(text)
      }
      return texts
    default: throw mismatch(name, expected: "an array of strings")
    }
  }

  /// A word out of a closed list; `nil` for `null` and for a field that is not there.
  package func optionalWord<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Word.Type
  ) throws(FormatError) -> Word? where Word.RawValue == String {
    guard let text = try optionalString(name) else { return nil }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw FormatError("\"\(name)\" is \"\(text)\"; it must be one of: \(words)")
    }
    return word
  }

  package func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Word.Type
  ) throws(FormatError) -> Word where Word.RawValue == String {
    guard let word = try optionalWord(name, type) else { throw mismatch(name, expected: "a string") }
    return word
  }

  package func object(_ name: String) throws(FormatError) -> FieldReader {
    guard let value = self[name] else { throw FormatError("\"\(name)\" is missing") }
    return try FieldReader(value, called: name)
  }

  package func objects(_ name: String) throws(FormatError) -> [FieldReader] {
    guard case .array(let values) = self[name] else { throw mismatch(name, expected: "an array of objects") }
    var readers: [FieldReader] = []
    for value in values { readers.append(try FieldReader(value, called: name)) }
    return readers
  }

  package func optionalObject(_ name: String) throws(FormatError) -> FieldReader? {
    switch self[name] {
    case .null, nil: nil
    default: try object(name)
    }
  }

  /// A field that is an object with `start` and `end`, a range of a text's bytes on scalar boundaries.
  package func optionalSpan(_ name: String, in text: [UInt8]) throws(FormatError) -> Range<Int>? {
    guard let reader = try optionalObject(name) else { return nil }
    let (start, end) = (try reader.integer("start"), try reader.integer("end"))
    guard 0 <= start, start <= end, end <= text.count else {
      throw FormatError("\"\(name)\" is \(start) to \(end); the text has \(text.count) bytes")
    }
    let splits = [start, end].contains { $0 < text.count && text[$0] & 0xC0 == 0x80 }
    guard !splits else { throw FormatError("\"\(name)\" cuts a character in two") }
    return start..<end
  }

  package func span(_ name: String, in text: [UInt8]) throws(FormatError) -> Range<Int> {
    guard let span = try optionalSpan(name, in: text) else { throw FormatError("\"\(name)\" is missing") }
    return span
  }
}

/// An object with the ends of a range of bytes.
func spanValue(_ span: Range<Int>) -> JSONValue {
  .object([.init("start", .integer(span.lowerBound)), .init("end", .integer(span.upperBound))])
}
