import Glibc
import Synchronization
import Terminal

/// Things done one after another, on a thread of their own that sleeps while there is nothing to do.
final class WorkQueue: Sendable {
  private struct Job: Sendable {
    var due: MonotonicInstant
    var run: @Sendable () -> Void
  }

  private struct State: Sendable {
    /// Those that are due first come first; of those due together, those that were added first.
    var jobs: [Job] = []
    var isOver = false
  }

  private enum Step {
    case run(Job)
    /// At most so many milliseconds; for ever where that is -1.
    case wait(Int32)
    case end
  }

  private let state = Mutex(State())
  private let bell: Wakeup

  init() throws(Failure) {
    bell = try Wakeup()
    guard Threads.detach({ [self] in work() }) else { throw Failure(.unavailable, "no thread to read on") }
  }

  /// Does something when all that is due before it is done.
  func add(afterMilliseconds milliseconds: Int = 0, _ run: @escaping @Sendable () -> Void) {
    let due = MonotonicInstant.now.advanced(milliseconds: milliseconds)
    state.withLock { state in
      let place = state.jobs.lastIndex { $0.due <= due }.map { $0 + 1 } ?? 0
      state.jobs.insert(Job(due: due, run: run), at: place)
    }
    bell.ring()
  }

  /// Lets the thread go, whatever is still to do.
  func end() {
    state.withLock { $0.isOver = true }
    bell.ring()
  }

  private func work() {
    while true {
      switch next() {
      case .run(let job): job.run()
      case .wait(let milliseconds):
        var wait = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
        poll(&wait, 1, milliseconds)
        bell.silence()
      case .end: return
      }
    }
  }

  private func next() -> Step {
    state.withLock { state in
      if state.isOver { return .end }
      guard let first = state.jobs.first else { return .wait(-1) }
      let ahead = first.due.millisecondsAhead(of: .now)
      return ahead > 0 ? .wait(ahead) : .run(state.jobs.removeFirst())
    }
  }
}
