extension String {
  /// Returns true if another text stands in this one, whatever the case of ASCII letters.
  func contains(anyCase other: String) -> Bool {
    withBytes(other) { text, other in
      guard !other.isEmpty else { return true }
      return text.indices.dropLast(other.count - 1).contains { isSame(text[$0..<$0 + other.count], other[...]) }
    }
  }

  /// Returns true if every word of another text is a word of this one, whatever the case of ASCII letters.
  func hasWords(of other: String) -> Bool {
    withBytes(other) { text, other in
      other.split(separator: 0x20).allSatisfy { word in text.split(separator: 0x20).contains { isSame($0, word) } }
    }
  }

  private func withBytes(
    _ other: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    var (text, other) = (self, other)
    return text.withUTF8 { text in other.withUTF8 { body(text, $0) } }
  }
}

private func isSame(_ a: Slice<UnsafeBufferPointer<UInt8>>, _ b: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { lower($0) == lower($1) }
}

private func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
