import Situation
import Testing

@Suite struct SafeTextTests {
  @Test(arguments: [
    "\u{1B}[2J", "\u{9B}31m", "\u{7}", "a\u{202E}b", "\u{2066}x\u{2069}", "\u{200B}", "\u{FEFF}", "\u{0}", "\u{7F}",
    "\u{E0041}", "\u{61C}", "\u{AD}",
  ])
  func `what a terminal would obey is replaced by as many bytes`(text: String) {
    let safe = SafeText.line(text)
    #expect(safe.utf8.count == text.utf8.count)
    #expect(safe.unicodeScalars.allSatisfy { SafeText.replacement(for: $0) == nil })
    #expect(!safe.utf8.contains { $0 < 0x20 || $0 == 0x7F })
  }

  @Test func `what is drawn as nothing is shown, by as many bytes`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), SafeText.isInvisible(scalar) else { continue }
      // How the character before is drawn; alone it is nothing that could stand for anything.
      if (0xFE00...0xFE0F).contains(value) { continue }
      let shown = SafeText.replacement(for: scalar)
      #expect(shown.map { UTF8.width($0) } == UTF8.width(scalar), "U+\(String(value, radix: 16))")
    }
    for hidden in ["\u{34F}", "\u{180E}", "\u{115F}", "\u{1160}", "\u{3164}", "\u{FFA0}", "\u{17B4}", "\u{17B5}"] {
      #expect(SafeText.line("a\(hidden)b") != "a\(hidden)b")
    }
  }

  @Test func `letters of every script stay as they are`() {
    let text = "Bolān “tunnel” 第八隧道 سبی ½ é e\u{301}"
    #expect(SafeText.line(text) == text)
  }

  @Test func `a line feed stays only where lines are wanted`() {
    #expect(SafeText.line("a\nb") == "a b")
    #expect(SafeText.lines("a\nb") == "a\nb")
  }
}
