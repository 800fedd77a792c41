import BoardUI
import Dispatch
import Glibc
import Situation
import SyntheticIncident
import Terminal

/// A board that steps back through an incident, drawn on a pseudo-terminal of 200 columns and 60 rows.
final class Replay {
  private static let size = Size(columns: 200, rows: 60)
  private var model: Model
  private let master: Int32
  private var terminal: Terminal

  init(_ incident: SyntheticIncident) throws {
    var store = EventStore()
    for (article, claims) in incident { store.append(article, claims: claims) }
    model = Model(store: store, size: Replay.size)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK)
    // Swift has neither the functions of stdlib.h for this nor the macros of Linux: TIOCSPTLCK and TIOCGPTN.
    var (isLocked, number): (Int32, UInt32) = (0, 0)
    guard ioctl(master, 0x4004_5431, &isLocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw TerminalError.noTerminal
    }
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    var size = winsize(ws_row: 60, ws_col: 200, ws_xpixel: 0, ws_ypixel: 0)
    ioctl(slave, UInt(TIOCSWINSZ), &size)
    terminal = try Terminal(input: slave, output: slave, term: "xterm-256color", Terminal.Options())
    // A frame is sent in one piece, and the first is more than a terminal holds that nobody reads.
    let (master, isDrawn, isRead) = (master, DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    DispatchQueue.global().async {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while isDrawn.wait(timeout: .now() + .milliseconds(1)) == .timedOut {
        while read(master, &buffer, buffer.count) > 0 {}
      }
      isRead.signal()
    }
    draw()
    isDrawn.signal()
    isRead.wait()
    empty()
  }

  func step() { _ = update(&model, .key(.character(","))) }

  func draw() { terminal.draw(view(model, size: Replay.size)) }

  /// Takes what was sent to the terminal, so that there is room for more.
  func empty() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while read(master, &buffer, buffer.count) > 0 {}
  }
}
