import Formats
import Testing

@Suite struct JSONParserTests {
  static func parse(_ text: String) throws -> JSONValue { try JSONParser.parse(Array(text.utf8)) }

  static func failure(_ bytes: [UInt8], limits: JSONLimits = .standard) -> JSONError? {
    do {
      _ = try JSONParser.parse(bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func `values are read as they are written`() throws {
    let value = try JSONParserTests.parse(#" {"a":[1,-2,null,true,false,"x"],"b":{},"c":[]} "#)
    #expect(
      value
        == .object([
          .init("a", .array([.integer(1), .integer(-2), .null, .boolean(true), .boolean(false), .string("x")])),
          .init("b", .object([])), .init("c", .array([])),
        ]))
  }

  @Test func `escapes stand for their characters`() throws {
    #expect(
      try JSONParserTests.parse(#""\u0041\n\/\"\\\t\u202e\ud83d\ude82""#) == .string("A\n/\"\\\t\u{202E}\u{1F682}"))
  }

  @Test func `a number that is no whole number is kept as it was written`() throws {
    #expect(try JSONParserTests.parse("-0.50e+3") == .number("-0.50e+3"))
    #expect(try JSONParserTests.parse("9223372036854775807") == .integer(.max))
  }

  @Test(arguments: [
    ("", 0, "ends where a value is expected"),
    ("{", 1, "expected a name in quotation marks"),
    ("{\"a\"", 4, "expected a colon"),
    ("{\"a\":1", 6, "expected a comma or }"),
    ("{\"a\":1,}", 7, "expected a name in quotation marks"),
    ("[1", 2, "expected a comma or ]"),
    ("[1,]", 3, "expected a value"),
    ("\"abc", 4, "ends inside a string"),
    ("\"a\u{1}\"", 2, "a control character stands in a string; write it as \\u"),
    ("\"\\x\"", 1, "an escape that JSON does not have"),
    ("\"\\ud83d\"", 1, "half of a surrogate pair"),
    ("\"\\ude82\"", 1, "half of a surrogate pair"),
    ("\"\\ud83d\\u0041\"", 1, "half of a surrogate pair"),
    ("\"\\u12\"", 5, "expected four hexadecimal digits"),
    ("01", 0, "a number begins with a zero"),
    ("-", 1, "expected a digit"),
    ("1.", 2, "expected a digit"),
    ("9223372036854775808", 0, "a number is out of range"),
    ("nul", 0, "expected a value"),
    ("NaN", 0, "expected a value"),
    ("1 2", 2, "something follows the value"),
    ("{\"a\":1,\"a\":2}", 7, "the name \"a\" is given twice"),
    ("{\"a\":1,\"\\u0061\":2}", 7, "the name \"a\" is given twice"),
  ])
  func `what is no JSON is refused with its place`(text: String, offset: Int, reason: String) {
    let error = JSONParserTests.failure(Array(text.utf8))
    #expect(error?.offset == offset)
    #expect(error?.reason == reason)
  }

  @Test func `an error tells the line that it is in`() {
    #expect(JSONParserTests.failure(Array("{\n\"a\":\n?".utf8))?.line == 3)
  }

  @Test func `every beginning of a text is refused and none runs past its end`() throws {
    let text = Array(#"{"a":[1,-2.5e3,null,true,"é\u00e9\ud83d\ude82"],"b":{"c":false}}"#.utf8)
    _ = try JSONParser.parse(text)
    for end in 0..<text.count { #expect(JSONParserTests.failure(Array(text[..<end])) != nil) }
  }

  @Test func `bytes that are no UTF-8 are refused where they stand`() {
    for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] {
      let error = JSONParserTests.failure([0x22, 0x61] + bytes + [0x22])
      #expect(error?.offset == 2)
      #expect(error?.reason == "not UTF-8")
    }
  }

  @Test func `a million brackets are refused without being followed`() {
    for bracket in [UInt8(ascii: "["), UInt8(ascii: "{")] {
      #expect(JSONParserTests.failure([UInt8](repeating: bracket, count: 1_000_000)) != nil)
    }
    let deep = String(repeating: "[", count: 33) + String(repeating: "]", count: 33)
    #expect(JSONParserTests.failure(Array(deep.utf8))?.reason == "nested deeper than 32")
    #expect(JSONParserTests.failure(Array(deep.utf8.dropFirst().dropLast())) == nil)
  }

  @Test func `a text over the limit is refused unread`() {
    let error = JSONParserTests.failure(Array("[1,2,3]".utf8), limits: JSONLimits(bytes: 6))
    #expect(error?.reason == "longer than the limit of 6 bytes")
  }

  @Test func `a number of many digits is refused`() {
    #expect(JSONParserTests.failure([UInt8](repeating: 0x39, count: 100_000))?.reason == "a number is out of range")
  }

  @Test func `what a terminal would obey or hide is escaped, and the rest is not`() throws {
    let text = "a\u{1B}[31m\u{7F}\u{85}\u{202E}\u{2066}\u{FEFF}\u{E0041}é…\u{1F682}\"\\\n"
    let line = String(decoding: JSONWriter.bytes(.string(text)), as: UTF8.self)
    #expect(
      line == #""a\u001b[31m\u007f\u0085\u202e\u2066\ufeff\udb40\udc41é…"# + "\u{1F682}" + #"\"\\\n""#)
    #expect(try JSONParser.parse(Array(line.utf8)) == .string(text))
  }

  @Test func `every scalar comes back as it was written`() throws {
    var text = String.UnicodeScalarView()
    for value in 0...UInt32(0x10FFFF) where value % 7 == 0 || value < 0x3000 {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    let value = JSONValue.string(String(text))
    guard case .string(let back) = try JSONParser.parse(JSONWriter.bytes(value)) else {
      Issue.record("no string came back")
      return
    }
    #expect(Array(back.utf8) == Array(String(text).utf8))
  }
}
