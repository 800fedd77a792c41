import Glibc

/// The one way to write: buffered, whole, and with every failure seen.
struct Output {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  /// Set once nobody reads any more; the rest is dropped without a word.
  private(set) var isClosed = false

  private static let bufferSize = 64 * 1024

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  static var standard: Output { Output(descriptor: STDOUT_FILENO, name: "standard output") }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  mutating func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  mutating func write(_ bytes: [UInt8]) throws(Failure) {
    buffer += bytes
    if buffer.count >= Output.bufferSize { try flush() }
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
          "\(name): \(String(cString: strerror(errno)).lowercased()); what was written is incomplete, make room and run it again"
        )
      }
    }
    buffer = []
  }
}
