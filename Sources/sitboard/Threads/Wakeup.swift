import Glibc

/// Wakes whoever waits at a descriptor, which is readable from when the bell is rung until it is silenced.
final class Wakeup: Sendable {
  let descriptor: Int32
  private let writeEnd: Int32

  init() throws(Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw Failure(
        .unavailable,
        "no pipe: \(String(cString: strerror(errno)).lowercased()); close other files of this process or raise the limit (ulimit -n)"
      )
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  func ring() {
    var byte: UInt8 = 1
    // A full pipe is readable all the same.
    _ = write(writeEnd, &byte, 1)
  }

  func silence() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
