import Glibc
import Intake
import Synchronization

/// Standard input while the board is open.
final class FeedStream {
  private(set) var isOpen = true
  private let work: FeedWork
  private let state: FeedStreamState

  /// With so many, whoever writes has to wait: what comes is never kept faster than it is read.
  private static let most = 16

  /// True if more is to be taken now.
  var isHungry: Bool { isOpen && state.unread.load(ordering: .relaxed) < FeedStream.most }

  /// So long after the last event line an article is taken to be complete.
  private static let pause = 60

  init(_ work: FeedWork) {
    self.work = work
    state = FeedStreamState(work.intakeOptions)
  }

  /// Takes what has come, which is known to be something.
  func read() {
    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
    let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    let (work, state) = (work, state)
    guard count > 0 else {
      isOpen = false
      work.later { deliver(state.finish(), to: work) }
      return
    }
    let piece = Array(bytes[..<count])
    state.unread.wrappingAdd(1, ordering: .relaxed)
    work.later {
      let (taken, turn) = state.take(piece)
      deliver(taken, to: work)
      // The board may be waiting to take more.
      let left = state.unread.wrappingSubtract(1, ordering: .relaxed).newValue
      if left == FeedStream.most / 2 { work.mailbox.put { _ in } }
      guard let turn else { return }
      work.later(milliseconds: FeedStream.pause) {
        if let taken = state.pause(turn) { deliver(taken, to: work) }
      }
    }
  }
}

private func deliver(_ taken: ArticleStream.Taken, to work: FeedWork) {
  work.deliver(taken.entries, taken.acts, taken.reliabilities, taken.problems)
}

/// The stream as the reading queue sees it.
private final class FeedStreamState: Sendable {
  private let stream: Mutex<(stream: ArticleStream, turn: Int)>
  /// Pieces that were taken and are not read yet.
  let unread = Atomic(0)

  init(_ options: IntakeOptions) { stream = Mutex((ArticleStream(options: options), 0)) }

  /// - Returns: What is complete, and, where a pause may complete more, which turn it would be the pause after.
  func take(_ bytes: [UInt8]) -> (ArticleStream.Taken, turn: Int?) {
    stream.withLock { state in
      state.turn += 1
      return (state.stream.take(bytes), state.stream.awaitsPause ? state.turn : nil)
    }
  }

  /// `nil` where more has come since that turn.
  func pause(_ turn: Int) -> ArticleStream.Taken? {
    stream.withLock { state in state.turn == turn ? state.stream.pause() : nil }
  }

  func finish() -> ArticleStream.Taken {
    stream.withLock { state in
      state.turn += 1
      return state.stream.finish()
    }
  }
}
