/// Reads one JSON value (RFC 8259) from bytes, strictly: UTF-8 only, no name twice in an object, nothing after it.
package struct JSONParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: JSONLimits
  private var position = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// - Throws: `JSONError` with the offset in `bytes`, counted from the slice's start.
  package static func parse(
    _ bytes: ArraySlice<UInt8>, limits: JSONLimits = .standard
  ) throws(JSONError) -> JSONValue {
    let invalid = bytes.count <= limits.bytes ? UTF8Text.firstInvalid(in: bytes) : nil
    return try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      var parser = JSONParser(buffer, limits: limits)
      guard buffer.count <= limits.bytes else {
        throw parser.error("longer than the limit of \(limits.bytes) bytes")
      }
      if let invalid {
        parser.position = invalid - bytes.startIndex
        throw parser.error("not UTF-8")
      }
      parser.skipSpace()
      let value = try parser.value(depth: 0)
      parser.skipSpace()
      guard parser.position == buffer.count else { throw parser.error("something follows the value") }
      return value
    }
  }

  package static func parse(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONError) -> JSONValue {
    try parse(bytes[...], limits: limits)
  }

  private func error(_ reason: String) -> JSONError {
    JSONError(offset: position, line: 1 + bytes[..<position].count { $0 == 0x0A }, reason: reason)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  /// The depth is bounded, so the recursion is.
  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard let next else { throw error("ends where a value is expected") }
    switch next {
    case UInt8(ascii: "{"):
      guard depth < limits.depth else { throw error("nested deeper than \(limits.depth)") }
      return try object(depth: depth + 1)
    case UInt8(ascii: "["):
      guard depth < limits.depth else { throw error("nested deeper than \(limits.depth)") }
      return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw error("expected a value")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let matches = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
    guard matches else { throw error("expected a value") }
    position += word.utf8CodeUnitCount
    return value
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    members.reserveCapacity(8)
    // Few names are compared one by one; a set of them would cost more than the rest of the object.
    var names: Set<String> = []
    skipSpace()
    if take("}") { return .object([]) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("expected a name in quotation marks") }
      let start = position
      let name = try string()
      let isNew: Bool
      if members.count < JSONParser.fewNames {
        let count = name.utf8.count
        isNew = !members.contains { $0.name.utf8.count == count && $0.name == name }
      } else {
        if names.isEmpty { names = Set(members.map(\.name)) }
        isNew = names.insert(name).inserted
      }
      guard isNew else {
        position = start
        throw error("the name \"\(name)\" is given twice")
      }
      skipSpace()
      guard take(":") else { throw error("expected a colon") }
      skipSpace()
      members.append(JSONValue.Member(name, try value(depth: depth)))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw error("expected a comma or }") }
    }
  }

  private static let fewNames = 32

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return .array([]) }
    while true {
      skipSpace()
      values.append(try value(depth: depth))
      skipSpace()
      if take("]") { return .array(values) }
      guard take(",") else { throw error("expected a comma or ]") }
    }
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    _ = take("-")
    let leadingZero = next == UInt8(ascii: "0")
    let whole = try digits()
    guard !leadingZero || whole == 1 else {
      position = start
      throw error("a number begins with a zero")
    }
    var isInteger = true
    if take(".") {
      isInteger = false
      _ = try digits()
    }
    if take("e") || take("E") {
      isInteger = false
      if !take("+") { _ = take("-") }
      _ = try digits()
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    guard isInteger else { return .number(text) }
    guard let value = Int(text) else {
      position = start
      throw error("a number is out of range")
    }
    return .integer(value)
  }

  /// How many digits were passed, one at least.
  private mutating func digits() throws(JSONError) -> Int {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
    guard position > start else { throw error("expected a digit") }
    return position - start
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    passPlain()
    if next == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position - 1]), as: UTF8.self)
    }
    var text = Array(bytes[start..<position])
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw error("a control character stands in a string; write it as \\u")
      default:
        let start = position
        passPlain()
        text += bytes[start..<position]
      }
    }
    throw error("ends inside a string")
  }

  /// Passes over what stands in a string for itself.
  private mutating func passPlain() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      position += 1
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let start = position
    position += 1
    guard let letter = next else { throw error("ends inside a string") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var units = [try hexadecimal()]
      if UTF16.isLeadSurrogate(units[0]), take("\\") {
        guard take("u") else {
          position = start
          throw error("half of a surrogate pair")
        }
        units.append(try hexadecimal())
      }
      var decoder = UTF16()
      var iterator = units.makeIterator()
      guard case .scalarValue(let scalar) = decoder.decode(&iterator), units.count == UTF16.width(scalar) else {
        position = start
        throw error("half of a surrogate pair")
      }
      text += UTF8.encode(scalar).map { Array($0) } ?? []
    default:
      position = start
      throw error("an escape that JSON does not have")
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw error("ends inside a string") }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(byte - 0x61 + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(byte - 0x41 + 10)
      default: throw error("expected four hexadecimal digits")
      }
      position += 1
    }
    return value
  }
}
