/// The lines of a text, counted once, so that the line of any byte is found without reading the text again.
///
/// It counts the line feeds before each block, which takes a hundredth of the text's size whatever its lines are.
package struct LineIndex: Sendable {
  private let text: [UInt8]
  /// For each block of the text how many line feeds stand before it.
  private var before: [UInt32] = []

  private static let block = 512

  package init(_ text: [UInt8]) {
    self.text = text
    before.reserveCapacity(text.count / LineIndex.block + 1)
    text.withUnsafeBufferPointer { bytes in
      var count: UInt32 = 0
      for start in stride(from: 0, to: bytes.count, by: LineIndex.block) {
        before.append(count)
        for index in start..<min(start + LineIndex.block, bytes.count) where bytes[index] == 0x0A { count += 1 }
      }
    }
  }

  /// The line that a byte stands in, counted from 1, as `Article.line(of:)` counts it.
  package func line(of offset: Int) -> Int {
    let offset = min(max(offset, 0), text.count)
    guard let last = before.indices.last else { return 1 }
    let block = min(offset / LineIndex.block, last)
    return 1 + Int(before[block]) + text[block * LineIndex.block..<offset].count { $0 == 0x0A }
  }

  /// Returns true if it is of this text. Stories of one file have one text in common, which is seen at once.
  package func isOf(_ other: [UInt8]) -> Bool { text == other }
}
