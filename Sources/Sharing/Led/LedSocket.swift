import CLinux
import Glibc

/// The socket that a presenter made at a path. Nothing else that stands there, before or after, is touched.
struct LedSocket {
  private let path: String
  private let device: dev_t
  private let number: ino_t

  /// The socket that was just made at a path.
  init(_ path: String) {
    var status = stat()
    let isThere = lstat(path, &status) == 0
    self.path = path
    (device, number) = isThere ? (status.st_dev, status.st_ino) : (0, 0)
  }

  /// Removes the socket, if it is still the one that was made.
  func remove() {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_dev == device, status.st_ino == number else { return }
    unlink(path)
  }

  /// Makes a place free whose lock is held. What an earlier presenter left is a socket of the same user at which nobody
  /// listens; it holds nothing, and is removed. Anything else is refused.
  static func clear(_ path: String) throws(SharingError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw SharingError(path, "cannot lead there")
    }
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw SharingError("\(path): is there, and not a socket; give another path to --socket")
    }
    let connection = system_connect(path)
    if connection >= 0 { close(connection) }
    guard connection < 0, errno == ECONNREFUSED, status.st_uid == geteuid() else {
      throw SharingError("\(path): the socket is another program's; give another path to --socket")
    }
    guard unlink(path) == 0 else { throw SharingError(path, "cannot remove the socket of an earlier briefing") }
  }
}
