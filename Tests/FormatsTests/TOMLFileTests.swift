import Formats
import LineExamples
import Testing

@Suite struct TOMLFileTests {
  @Test func `tables, keys and strings are read with their lines`() throws {
    let text = """
      # A file of settings
      top = "x" # with a comment

      [ keys ]\r
      F3 = "search"
      "ctrl-é" = 'C:\\no\\escape'
      a.'b c'.d = "\\"\\\\\\t\\u00e9\\U0001F600"
      [table.inner]
      n = 3
      list = [1, 2]
      long = \"""text\"""
      """
    #expect(
      try TOMLFile(text).entries == [
        .pair(path: ["top"], value: "x", line: 2), .table(path: ["keys"], line: 4),
        .pair(path: ["keys", "F3"], value: "search", line: 5),
        .pair(path: ["keys", "ctrl-é"], value: "C:\\no\\escape", line: 6),
        .pair(path: ["keys", "a", "b c", "d"], value: "\"\\\té\u{1F600}", line: 7),
        .table(path: ["table", "inner"], line: 8), .pair(path: ["table", "inner", "n"], value: nil, line: 9),
        .pair(path: ["table", "inner", "list"], value: nil, line: 10),
        .pair(path: ["table", "inner", "long"], value: nil, line: 11),
      ])
  }

  @Test(arguments: [
    // The first three ended the program when a library read them.
    ("[é]", 1, "expected a key"), ("[(a)]", 1, "expected a key"), ("[[", 1, "[[ begins a list of tables"),
    ("a = \"x\"\n[[a]]", 2, "[[ begins a list of tables"), ("[a", 1, "expected ]"), ("[]", 1, "expected a key"),
    ("[a] b", 1, "nothing may follow"), ("a", 1, "expected = after the key"), ("= 3", 1, "expected a key"),
    ("a =", 1, "expected a value"), ("a = # x", 1, "expected a value"), ("a = \"x", 1, "no closing \""),
    ("a = 'x", 1, "no closing '"), ("a = \"\\x\"", 1, "\\ stands before one of"),
    ("a = \"\\uD800\"", 1, "no character has that number"), ("a = \"\\u12\"", 1, "no character has that number"),
    ("a = \"x\" y", 1, "nothing may follow"), ("\n\na = \"\u{1}\"", 3, "a control character (U+1)"),
    ("a = \"1\"\na = \"2\"", 2, "a: is given twice"), ("[a]\n[b]\n[a]", 3, "a: is given twice"),
    ("a..b = \"x\"", 1, "expected a key"), ("\"", 1, "no closing \""),
  ])
  func `what is not TOML of this part is refused, with the line`(text: String, line: Int, reason: String) {
    #expect {
      try TOMLFile(text)
    } throws: { error in
      guard let error = error as? TOMLError else { return false }
      return error.line == line && error.reason.contains(reason)
    }
  }

  @Test func `no text ends the program`() {
    var generator = SeededGenerator(seed: 16)
    let pieces = [
      "[", "]", "\"", "'", "=", ".", "#", "\\", "u", "U", "a", "é", "(", ")", " ", "\t", "\r", "\n", "\0", "{", "}",
      ",", "3",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      _ = try? TOMLFile(text)
    }
  }
}
