import Testing

@testable import Sharing

@Suite struct GateEnvironmentTests {
  @Test func `what draws on a terminal stays, and what names files or programs goes`() {
    let kept = GateEnvironment.kept(of: [
      "TERM=xterm-256color", "LANG=de_DE.UTF-8", "LC_ALL=C.UTF-8", "LC_TIME=en_GB.UTF-8@euro", "NO_COLOR=1",
      "COLORTERM=truecolor",
      "PATH=/usr/bin", "HOME=/home/x", "LD_PRELOAD=/tmp/x.so", "TERMINFO=/tmp", "TERMINFO_DIRS=/tmp", "TERMPATH=/tmp",
      "TERMCAP=x",
      "NCURSES_TRACE=9", "ESCDELAY=1", "LINES=9", "XDG_STATE_HOME=/tmp", "SSH_ORIGINAL_COMMAND=brief", "SSH_CLIENT=1",
      "TZ=/etc/x",
      "SWIFT_BACKTRACE=enable=yes", "LC_=x", "LC_lower=x", "LC_A=B", "BASH_ENV=/tmp/x", "x", "=x",
    ])
    #expect(
      kept == [
        "TERM=xterm-256color", "LANG=de_DE.UTF-8", "LC_ALL=C.UTF-8", "LC_TIME=en_GB.UTF-8@euro", "NO_COLOR=1",
        "COLORTERM=truecolor", "LC_A=B",
      ])
  }

  @Test func `a value with anything but letters, digits and a few signs goes`() {
    for value in [
      "../x", "/tmp/x", "", "a b", "x;id", "x\u{1B}[", "é", "..", ".x", "x@y", "x%y", String(repeating: "x", count: 65),
    ] {
      #expect(GateEnvironment.kept(of: ["TERM=\(value)"]) == [], "\(value)")
    }
    #expect(GateEnvironment.kept(of: ["LANG=../../tmp/x", "LC_ALL=/tmp", "COLORTERM=\n"]) == [])
  }
}
