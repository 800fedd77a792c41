import Foundation
import LineExamples
import Testing

/// A thousand keys at random and a resize now and then, on a real terminal: what was drawn bit by bit is what is drawn
/// afresh, in its letters and in their look.
@Suite struct RandomKeyTests {
  private static let keys = [
    "j", "k", "g", "G", ".", ",", "e", "E", "r", "c", "z", "Tab", "BTab", "1", "2", "3", "4", "5", "6", "7", "t", "?",
    "(", ")", "n", "N", "h", "H", "b", "v", "+", "-", "=", "I", "i", "Enter", "PageDown", "PageUp", "Home", "End",
    "C-d", "C-u",
    "{", "}", "<", ">", "[", "]", "f", "/", "l", "d", "Up", "Down", "Left", "Right", "L", "p", "u", "o",
  ]
  private static let sizes = [(80, 24), (120, 40), (40, 10), (100, 30), (61, 17), (200, 60)]

  /// On a machine that does other things beside, the receipt's own pace shows in between: it is run by itself.
  private static let isAlone = ProcessInfo.processInfo.environment["SITBOARD_RANDOM_KEYS"] != nil

  @Test(.enabled(if: isAlone, "set SITBOARD_RANDOM_KEYS to run it"), arguments: ["xterm-256color", "vt100"])
  func `what is drawn bit by bit is what is drawn afresh`(_ term: String) throws {
    let terminal = try Tmux(term: term)
    try terminal.type(Shell.sitboard)
    try terminal.wait(forText: "help")
    var random = SeededGenerator(seed: 11)
    var columns = 80
    for round in 0..<20 {
      if round % 3 == 2 {
        let size = RandomKeyTests.sizes[Int.random(in: RandomKeyTests.sizes.indices, using: &random)]
        columns = size.0
        try terminal.resize(columns: columns, rows: size.1)
      }
      try terminal.press(
        (0..<25).map { _ in RandomKeyTests.keys[Int.random(in: RandomKeyTests.keys.indices, using: &random)] })
      // Back to the board, one at a time: an escape and a key together are another key.
      for _ in 0..<5 {
        try terminal.press("Escape")
        try atRest(terminal, columns)
      }
      // A selected row has its receipt at once.
      try terminal.press("4", "j")
      try atRest(terminal, columns)
      let drawn = try terminal.cells()
      try terminal.press("C-l")
      try atRest(terminal, columns)
      let afresh = try terminal.cells()
      for (row, (one, other)) in zip(drawn, afresh).enumerated() where one != other {
        Issue.record("round \(round), row \(row): \(one) is afresh \(other)")
      }
      #expect(drawn.count == afresh.count)
    }
  }

  /// Waits until everything pressed so far has been answered, and a new size: help opens, as wide as the terminal, and
  /// closes.
  private func atRest(_ terminal: Tmux, _ columns: Int) throws {
    try terminal.press("F1")
    try terminal.wait("help") { $0.first.map { $0.contains("HELP") && $0.count == columns } ?? false }
    try terminal.press("C-c")
    try terminal.wait("no help") { $0.first.map { !$0.contains("HELP") } ?? false }
  }
}
