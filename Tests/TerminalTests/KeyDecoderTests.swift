import BoardUI
import Testing

@testable import Terminal

struct KeyDecoderTests {
  /// All keys of what a terminal sends in one piece.
  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.decode(text.utf8)
  }

  @Test func `letters are characters`() {
    #expect(keys("q?é字") == [.character("q"), .character("?"), .character("é"), .character("字")])
  }
}
