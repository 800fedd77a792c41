import BoardUI
import Foundation
import Testing

/// Whole boards as they were read by eye and found right. With SITBOARD_RECORD_SNAPSHOTS set they are written anew, and
/// the run fails, so that a recording never passes for a test.
@Suite struct SnapshotTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  private static let isRecording = ProcessInfo.processInfo.environment["SITBOARD_RECORD_SNAPSHOTS"] != nil

  static let sizes = [(40, 10), (80, 24), (120, 40), (200, 60)]

  @Test(arguments: sizes.map { "\($0.0)x\($0.1)" }, GlyphTier.allCases)
  func `the whole board at its end is drawn as recorded`(_ size: String, _ tier: GlyphTier) throws {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    let driver = Driver(parts[0], parts[1], options: Options(tier: tier))
    try check(driver.frame, "board-\(size)-\(tier.rawValue)")
  }

  @Test(arguments: Pane.allCases, GlyphTier.allCases)
  func `each pane zoomed is drawn as recorded`(_ pane: Pane, _ tier: GlyphTier) throws {
    var driver = Driver(80, 24, options: Options(tier: tier))
    driver.type("\(pane.rawValue)z")
    try check(driver.frame, "\(pane)-80x24-\(tier.rawValue)")
  }

  @Test func `the board in the middle of the replay is drawn as recorded`() throws {
    var driver = Driver(80, 24)
    driver.type("g........,")
    try check(driver.frame, "middle-80x24-unicode")
  }

  @Test func `the board before the first event is drawn as recorded`() throws {
    var driver = Driver(80, 24)
    driver.type("g")
    try check(driver.frame, "start-80x24-unicode")
  }

  @Test func `an article at a receipt is drawn as recorded`() throws {
    var driver = Driver(80, 24)
    driver.press(.enter)
    try check(driver.frame, "article-80x24-unicode")
  }

  @Test func `the help is drawn as recorded`() throws {
    var driver = Driver(80, 24)
    driver.type("?")
    try check(driver.frame, "help-80x24-unicode")
  }

  private func check(_ frame: Frame, _ name: String) throws {
    let text = frame.lines.map { $0 + "|\n" }.joined()
    let styles = StyleMap(frame).text
    for (content, suffix) in [(text, "txt"), (styles, "styles")] {
      let file = SnapshotTests.folder.appendingPathComponent("\(name).\(suffix)")
      if SnapshotTests.isRecording {
        try FileManager.default.createDirectory(at: SnapshotTests.folder, withIntermediateDirectories: true)
        try content.write(to: file, atomically: true, encoding: .utf8)
      }
      let recorded = try String(contentsOf: file, encoding: .utf8)
      #expect(content == recorded, "\(name).\(suffix) differs from what was recorded")
    }
    #expect(!SnapshotTests.isRecording, "recorded \(name): read it, then run without SITBOARD_RECORD_SNAPSHOTS")
  }
}

/// How each cell looks, a letter for each distinct style, with the meaning of the letters below.
private struct StyleMap {
  let text: String

  init(_ frame: Frame) {
    var letters: [Style: Character] = [Style(): "."]
    var legend: [String] = []
    var map = ""
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let cell = frame[column, row]
        // A blank looks the same in every style that is not underlined or reversed.
        let style = cell.scalar == " " && !cell.style.isUnderlined && !cell.style.isReversed ? Style() : cell.style
        if letters[style] == nil {
          let letter = Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(legend.count)))
          letters[style] = letter
          let attributes = [
            (style.isBold, "bold"), (style.isDim, "dim"), (style.isUnderlined, "underlined"),
            (style.isReversed, "reversed"),
          ].filter { $0.0 }.map { $0.1 }
          legend.append("\(letter) \(([String(describing: style.role)] + attributes).joined(separator: " "))")
        }
        map.append(letters[style] ?? "?")
      }
      map += "\n"
    }
    text = map + "\n" + legend.joined(separator: "\n") + "\n"
  }
}
