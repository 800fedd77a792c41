import Briefing
import Glibc
import Situation
import Terminal

/// The one way to write: buffered, whole, and with every failure seen.
///
/// It is also the one exit for lines. Whatever a text holds, no terminal obeys it: it is made harmless here, as cells
/// are in `Frame.put`, and need not be before. `write(exactly:)` is for programs, and for terminals no bytes of others.
struct Output {
  private let descriptor: Int32
  private let name: String
  /// True if it is a terminal that is not told characters as UTF-8.
  private let isPlainTerminal: Bool
  private var buffer: [UInt8] = []
  /// Set once nobody reads any more; the rest is dropped without a word.
  private(set) var isClosed = false

  private static let bufferSize = 64 * 1024
  /// So many pieces are made before they are written.
  private static let piecesHeld = 64

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    isPlainTerminal = Output.isPlainTerminal(descriptor)
  }

  static var standard: Output { Output(descriptor: STDOUT_FILENO, name: "standard output") }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// True if standard output is a terminal that has nothing but ASCII, by the locale.
  static var isPlainTerminal: Bool { isPlainTerminal(STDOUT_FILENO) }

  private static func isPlainTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && !Terminal.takesUTF8
  }

  /// Lines that somebody reads, each of which stays one line whatever it holds.
  mutating func write(lines: [String]) throws(Failure) {
    for line in lines { try write(SafeText.line(line) + "\n") }
  }

  /// Text that somebody reads.
  mutating func write(_ text: String) throws(Failure) {
    let safe = SafeText.lines(text)
    try write(exactly: Array((isPlainTerminal ? AsciiText.spelled(safe) : safe).utf8))
  }

  /// Bytes that a program reads, as they are.
  mutating func write(exactly bytes: [UInt8]) throws(Failure) {
    buffer += bytes
    if buffer.count >= Output.bufferSize { try flush() }
  }

  /// Bytes that a program reads, made in pieces on every processor at once and written in the order of the pieces. Of
  /// those that are not written yet only a few are held.
  mutating func write(pieces count: Int, _ make: @Sendable (Int) -> [UInt8]) throws(Failure) {
    for start in stride(from: 0, to: count, by: Output.piecesHeld) where !isClosed {
      for piece in Threads.map(start..<min(count, start + Output.piecesHeld), make) { try write(exactly: piece) }
    }
  }

  private static func remedy(_ error: Int32) -> String {
    switch error {
    case ENOSPC, EDQUOT: "make room and run it again"
    case EFBIG: "raise the limit on the size of files (ulimit -f), or write to a pipe"
    case EBADF: "it is closed: run it again with somewhere to write to"
    default: "run it again, or write to another place"
    }
  }

  /// Writes what is held back. A command calls it before it ends.
  mutating func finish() throws(Failure) { try flush() }

  private mutating func flush() throws(Failure) {
    var position = 0
    while position < buffer.count, !isClosed {
      let count = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + position }, bytes.count - position)
      }
      if count >= 0 {
        position += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // Another program left the terminal or the pipe in non-blocking mode.
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&wait, 1, -1)
      case EPIPE: isClosed = true
      default:
        buffer = []
        throw Failure(
          .inputOutput,
          "\(name): \(String(cString: strerror(errno)).lowercased()); what was written is incomplete, \(Output.remedy(errno))"
        )
      }
    }
    buffer = []
  }
}
