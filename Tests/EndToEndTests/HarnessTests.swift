import Testing

@Suite struct HarnessTests {
  @Test func `a shell in a terminal answers`() throws {
    let terminal = try Tmux(columns: 60, rows: 12)
    try terminal.type("echo answer; tput cols")
    try terminal.wait(forText: "60")
  }
}
