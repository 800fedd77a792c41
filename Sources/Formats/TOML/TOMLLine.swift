/// A line of a TOML text, read from its beginning to its end.
struct TOMLLine {
  private var rest: Substring.UnicodeScalarView
  private let number: Int

  init(_ text: Substring.UnicodeScalarView, number: Int, isFirst: Bool) {
    rest = text
    self.number = number
    if isFirst, rest.first == "\u{FEFF}" { rest.removeFirst() }
    if rest.last == "\r" { rest.removeLast() }
  }

  /// - Parameter table: The table that the line is in.
  /// - Returns: `nil` for a line that is empty or a comment.
  mutating func entry(in table: [String]) throws(TOMLError) -> TOMLFile.Entry? {
    if let control = rest.first(where: { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }) {
      throw error("a control character (U+\(String(control.value, radix: 16, uppercase: true)))")
    }
    skipSpace()
    guard let first = rest.first, first != "#" else { return nil }
    guard first == "[" else {
      let path = table + (try path())
      guard take("=") else { throw error("expected = after the key") }
      return .pair(path: path, value: try value(), line: number)
    }
    rest.removeFirst()
    guard rest.first != "[" else {
      throw error("[[ begins a list of tables; only tables such as [name] are known here")
    }
    let path = try path()
    guard take("]") else { throw error("expected ] after the name of the table") }
    try end()
    return .table(path: path, line: number)
  }

  private func error(_ reason: String) -> TOMLError { TOMLError(line: number, reason: reason) }

  private mutating func skipSpace() { rest = rest.drop { $0 == " " || $0 == "\t" } }

  /// Takes a character and the space before it, if it comes next.
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpace()
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func end() throws(TOMLError) {
    skipSpace()
    guard rest.isEmpty || rest.first == "#" else { throw error("nothing may follow but a comment") }
  }

  /// One key, or several with dots between them.
  private mutating func path() throws(TOMLError) -> [String] {
    var path = [try key()]
    while take(".") { path.append(try key()) }
    return path
  }

  private mutating func key() throws(TOMLError) -> String {
    skipSpace()
    if rest.first == "\"" || rest.first == "'" { return try string() }
    let bare = rest.prefix { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
      default: false
      }
    }
    guard !bare.isEmpty else { throw error("expected a key; put one with other letters into quotation marks") }
    rest = rest[bare.endIndex...]
    return String(bare)
  }

  private mutating func value() throws(TOMLError) -> String? {
    skipSpace()
    guard rest.first == "\"" || rest.first == "'" else {
      guard !rest.isEmpty, rest.first != "#" else { throw error("expected a value after =") }
      return nil
    }
    if rest.starts(with: "\"\"\"".unicodeScalars) || rest.starts(with: "'''".unicodeScalars) { return nil }
    let text = try string()
    try end()
    return text
  }

  /// A string in double quotation marks with its escapes, or one in single ones as it stands.
  private mutating func string() throws(TOMLError) -> String {
    let quotation = rest.removeFirst()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == quotation { return String(text) }
      text.append(scalar == "\\" && quotation == "\"" ? try escaped() : scalar)
    }
    throw error("the text has no closing \(quotation)")
  }

  private mutating func escaped() throws(TOMLError) -> Unicode.Scalar {
    switch rest.popFirst() {
    case "\""?: return "\""
    case "\\"?: return "\\"
    case "b"?: return "\u{8}"
    case "t"?: return "\t"
    case "n"?: return "\n"
    case "f"?: return "\u{C}"
    case "r"?: return "\r"
    case "u"?: return try numbered(4)
    case "U"?: return try numbered(8)
    default: throw error("\\ stands before one of \" \\ b t n f r u U; write \\\\ for the character itself")
    }
  }

  private mutating func numbered(_ count: Int) throws(TOMLError) -> Unicode.Scalar {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(\.properties.isASCIIHexDigit),
      let scalar = UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init)
    else { throw error("no character has that number after \\") }
    rest = rest[digits.endIndex...]
    return scalar
  }
}
