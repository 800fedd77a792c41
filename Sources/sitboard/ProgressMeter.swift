import BoardUI
import Glibc
import Synchronization
import Terminal

/// Tells on standard error how far a long reading is: count, rate and time left, on one line that goes when it is over.
final class ProgressMeter: Sendable {
  private let total: Int
  private let start = MonotonicInstant.now
  private let state = Mutex((done: 0, told: MonotonicInstant?.none))

  /// What takes less time is not worth a line.
  private static let patience = 300
  private static let pause = 100
  private static let columns = 78

  /// `nil` where nobody would see it: standard error is not a terminal.
  init?(total: Int) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    self.total = total
  }

  /// One more article is read. May be called from any thread.
  func advance() {
    state.withLock { state in
      state.done += 1
      let now = MonotonicInstant.now
      let due =
        state.told?.advanced(milliseconds: ProgressMeter.pause) ?? start.advanced(milliseconds: ProgressMeter.patience)
      guard now >= due else { return }
      state.told = now
      let milliseconds = Int((now.nanoseconds - start.nanoseconds) / 1_000_000)
      let rate = state.done * 1000 / max(1, milliseconds)
      write("reading " + Progress(done: state.done, total: total, rate: rate).words)
    }
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      if state.told != nil { write("") }
    }
  }

  /// Over whatever stands on the line, without a sequence that a simple terminal would print.
  private func write(_ words: String) {
    let shown = words.prefix(ProgressMeter.columns)
    let bytes = Array(
      ("\r" + shown + String(repeating: " ", count: ProgressMeter.columns - shown.count) + (words.isEmpty ? "\r" : ""))
        .utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
