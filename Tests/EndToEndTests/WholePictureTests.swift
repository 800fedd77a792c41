import Foundation
import Testing

/// One screen of 120×40 tells an article whole: what its readers must know without a key pressed.
@Suite struct WholePictureTests {
  private func expectWhole(_ path: String) throws {
    let terminal = try Tmux(columns: 120, rows: 40)
    try terminal.type("\(Shell.sitboard) \(path)")
    let screen = try terminal.wait("the board") { $0.count >= 40 && $0[39].contains("help") }
    func expect(_ parts: String..., sourceLocation: SourceLocation = #_sourceLocation) {
      let found = screen.contains { line in parts.allSatisfy(line.contains) }
      #expect(found, "no line has \(parts):\n\(screen.joined(separator: "\n"))", sourceLocation: sourceLocation)
    }
    expect("TRAIN HIJACKED", "2 CONFLICTS")
    // The train: engine and nine coaches, the tunnel, the break, the driver, and what nobody places.
    expect("ENGINE !", "[1 !]", "[9 !]", "immobilised")
    expect("tunnel", "partly inside", "where along the train: not reported")
    expect("track blown up", "where along the train: not reported")
    expect("people by coach not reported")
    expect("driver critical, gunfire")
    expect("Quetta", "Peshawar")
    // The people, each with who says so.
    expect("held", "~300", "officials", "!")
    expect("rescued", "190", "unattributed", "!")
    expect("safe", "~350", "Rana Dilawar", "!")
    expect("aboard", "~450", "unattributed", "!")
    // The forces and what was said.
    expect("killed", "≥30", "unattributed")
    expect("killed", " ? ", "security officials")
    expect("NO NUMBER", "security personnel killed")
    expect("helicopters")
    expect("relief train", "Dilawar")
    expect("explosive vests", "officials")
    expect("responsibility", "BLA")
    expect("prisoner swap", "BLA")
    // What cannot be true together.
    expect("rescued 190", "held ~300", "~490", "but aboard ~450")
    // The gravest with who printed it, over two lines.
    expect("safe ~350", "held ~300", "~650")
    expect("but aboard ~450", "line")
    // It gives no date, and none is made up for it.
    expect("undated")
  }

  @Test func `the undated dispatches are told on one screen`() throws {
    try expectWhole(Shell.root.appending(path: "seeds/undated/two-dispatches.txt").path)
  }

  @Test(.enabled(if: Shell.hasRealArticle, "the article is not beside the repository: skipped"))
  func `the real article is told on one screen`() throws {
    try expectWhole(Shell.realArticle)
  }
}
