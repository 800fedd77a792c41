import BoardUI
import Testing

@Suite struct KeymapTests {
  @Test func `the page of the keys names every key and what it does`() {
    let page = Keymap.markdown
    for binding in Keymap.standard.groups.flatMap(\.bindings) {
      #expect(page.contains("| \(binding.description) |"))
      for (key, _) in binding.keys { #expect(page.contains("`\(key.name)`")) }
    }
    #expect(page.hasPrefix("# Keys\n"))
  }

  @Test func `descriptions are one line and no more`() {
    for binding in Keymap.standard.groups.flatMap(\.bindings) {
      #expect(!binding.description.isEmpty && !binding.description.contains("\n"))
      #expect(!binding.description.contains("|"), "a bar would break the table")
    }
  }
}
