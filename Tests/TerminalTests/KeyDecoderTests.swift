import BoardUI
import Testing

@testable import Terminal

struct KeyDecoderTests {
  /// All keys of what a terminal sends in one piece.
  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.decode(text.utf8)
  }

  @Test func `letters of any script are characters`() {
    #expect(keys("q?é字") == [.character("q"), .character("?"), .character("é"), .character("字")])
  }

  @Test func `control characters are named keys or ctrl with a letter`() {
    #expect(keys("\r\n\t") == [.enter, .enter, .tab])
    #expect(keys("\u{08}\u{7F}") == [.backspace, .backspace])
    #expect(keys("\u{03}\u{04}\u{0C}\u{1A}") == [.control("c"), .control("d"), .control("l"), .control("z")])
    #expect(keys("\u{00}\u{1C}\u{1F}").isEmpty)
  }

  @Test(arguments: [
    ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OC", .right), ("\u{1B}[D", .left),
    ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
    ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab),
    ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[[E", .function(5)),
    ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[21~", .function(10)),
    ("\u{1B}[23~", .function(11)), ("\u{1B}[24~", .function(12)),
    ("\u{1B}OM", .enter), ("\u{1B}Op", .character("0")), ("\u{1B}Oy", .character("9")), ("\u{1B}Ok", .character("+")),
    ("\u{1B}[1;1A", .up),
  ])
  func `a sequence is one key, whole or cut anywhere`(sequence: String, key: Key) {
    #expect(keys(sequence) == [key])
    var decoder = KeyDecoder()
    let oneByOne = sequence.utf8.flatMap { decoder.decode([$0]) }
    #expect(oneByOne == [key])
    #expect(decoder.patience == nil)
  }

  @Test(arguments: [
    "\u{1B}[1;5C", "\u{1B}[3;2~", "\u{1B}[I", "\u{1B}[99~", "\u{1B}[?1;2c", "\u{1B}[12;40R", "\u{1B}[<0;10;10m",
    "\u{1B}[<2;10;10M", "\u{1B}[<0;0;10M", "\u{1B}[<0;1M", "\u{1B}[M !q",
    "\u{1B}]11;rgb:0000/0000/0000\u{07}", "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}P>|XTerm(380)\u{1B}\\",
    "\u{1B}[?2004;1$y", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^private\u{1B}\\", "\u{1B}Xstart\u{1B}\\",
    "\u{1B}]lTitle\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P0+r\u{1B}\\", "\u{1B}_\u{1B}\\",
  ])
  func `a sequence that means nothing here gives no key, and the key after it is heard`(sequence: String) {
    #expect(keys(sequence + "j") == [.character("j")])
    // In two pieces, with a pause between them, once it can be told from typed keys.
    let bytes = Array(sequence.utf8)
    for cut in 3..<max(3, bytes.count) {
      var decoder = KeyDecoder()
      #expect(decoder.decode(bytes[..<cut]).isEmpty)
      #expect((decoder.patience ?? .max) >= 1000, "\(cut)")
      #expect(decoder.decode(bytes[cut...]).isEmpty)
      #expect(decoder.decode("j".utf8) == [.character("j")])
    }
  }

  @Test func `a control string of any length is passed over, and one cut short gives way to the next`() {
    let long = String(repeating: "Q", count: 100_000)
    #expect(keys("\u{1B}]52;c;\(long)\u{7}j") == [.character("j")])
    #expect(keys("\u{1B}]11;rgb\u{1B}[Aj") == [.up, .character("j")])
    #expect(keys("\u{1B}_Q\u{18}j") == [.character("j")])
    #expect(keys("\u{1B}_\r") == [.escape, .character("_"), .enter])
  }

  @Test(arguments: [
    ("\u{1B}[<0;10;3M", Pointer(.press, column: 9, row: 2)), ("\u{1B}[<32;1;1M", Pointer(.drag, column: 0, row: 0)),
    ("\u{1B}[<64;200;60M", Pointer(.wheelUp, column: 199, row: 59)),
    ("\u{1B}[<65;2;2M", Pointer(.wheelDown, column: 1, row: 1)),
  ])
  func `the left button, a drag and the wheel are told with their cell`(sequence: String, pointer: Pointer) {
    #expect(keys(sequence + "j") == [.pointer(pointer), .character("j")])
  }

  @Test func `escape is a key once nothing follows it`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]).isEmpty)
    #expect(decoder.patience == 50)
    #expect(decoder.giveUpWaiting() == [.escape])
    #expect(decoder.patience == nil)
  }

  @Test func `escape and a key after it on a slow line are two keys`() {
    #expect(keys("\u{1B}:") == [.escape, .character(":")])
    #expect(keys("\u{1B}Oj").count == 1, "the keypad's star")
    #expect(keys("\u{1B}Oz") == [.escape, .character("O"), .character("z")])
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}[".utf8).isEmpty)
    #expect(decoder.giveUpWaiting() == [.escape, .character("[")])
  }

  @Test func `escape twice and an arrow are two keys more`() {
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
  }

  @Test func `a sequence that is cut short is dropped and not read as commands`() {
    #expect(keys("\u{1B}[1;\u{1B}[B") == [.down])
    #expect(keys("\u{1B}[5\rq") == [.enter, .character("q")])
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}[1;".utf8).isEmpty)
    #expect(decoder.patience == nil, "nobody types this: what comes next belongs to it")
    #expect(decoder.decode("5C".utf8).isEmpty)
    #expect(decoder.decode("q".utf8) == [.character("q")])
  }

  @Test func `a sequence without an end does not swallow keys for ever`() {
    let endless = "\u{1B}[" + String(repeating: "1", count: 100)
    #expect(keys(endless + "A" + "q").last == .character("q"))
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}]0;a title".utf8).isEmpty)
    #expect(decoder.giveUpWaiting().isEmpty)
    #expect(decoder.decode("q".utf8) == [.character("q")])
  }

  @Test func `a paste is one key, and none of its letters is a command`() {
    #expect(keys("\u{1B}[200~qQ\rx\u{1B}[201~j") == [.paste("qQ\nx"), .character("j")])
  }

  @Test func `a paste may come cut anywhere, and holds escapes that do not end it`() {
    let text = "\u{1B}[200~a\u{1B}[31mb\u{1B}\u{1B}[201~"
    var decoder = KeyDecoder()
    #expect(text.utf8.flatMap { decoder.decode([$0]) } == [.paste("a\u{1B}[31mb\u{1B}")])
  }

  @Test func `a paste whose end is lost is closed`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}[200~text\u{1B}[20".utf8).isEmpty)
    #expect(decoder.patience == 5000)
    #expect(decoder.giveUpWaiting() == [.paste("text\u{1B}[20")])
    #expect(decoder.decode("q".utf8) == [.character("q")])
  }

  @Test func `a paste is kept up to its limit`() {
    let long = String(repeating: "a", count: KeyDecoder.pasteLimit + 10)
    #expect(keys("\u{1B}[200~\(long)\u{1B}[201~") == [.paste(String(long.dropLast(10)))])
  }

  @Test func `bytes that are not UTF-8 are no keys`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0xFF, 0xC3, 0x28, 0x80, 0x71]) == [.character("("), .character("q")])
    #expect(decoder.decode([0xED, 0xA0, 0x80, 0x71]) == [.character("q")], "half of a surrogate pair")
    #expect(decoder.decode([0xC2, 0x9B]).isEmpty, "a control character in two bytes")
    #expect(decoder.decode([0xE5, 0xAD]).isEmpty)
    #expect(decoder.patience == 50)
    #expect(decoder.decode([0x97]) == [.character("字")])
  }

  @Test func `what the description says a key sends outranks what others send`() {
    // The F5 of a VT100, which elsewhere is the keypad's 4.
    var decoder = KeyDecoder(sequences: KeySequences([Array("\u{1B}Ot".utf8): .function(5)]))
    #expect(decoder.decode("\u{1B}Ot\u{1B}Ou".utf8) == [.function(5), .character("5")])
  }

  @Test func `a key sequence that begins another waits for it`() {
    var decoder = KeyDecoder(
      sequences: KeySequences([Array("\u{1B}x".utf8): .home, Array("\u{1B}xy".utf8): .end]))
    #expect(decoder.decode("\u{1B}xy\u{1B}xz".utf8) == [.end, .home, .character("z")])
  }

  @Test func `ctrl-z is an event in its place among the keys`() {
    #expect(EventLoop.events(of: [.up, .control("z"), .down]) == [.keys([.up]), .suspend, .keys([.down])])
    #expect(EventLoop.events(of: []).isEmpty)
  }
}
