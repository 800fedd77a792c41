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

  @Test func `letters of every script stay as they are`() {
    let text = "Bolān “tunnel” 第八隧道 سبی ½ é e\u{301}"
    #expect(SafeText.line(text) == text)
  }

  @Test func `a line feed stays only where lines are wanted`() {
    #expect(SafeText.line("a\nb") == "a b")
    #expect(SafeText.lines("a\nb") == "a\nb")
  }
}
