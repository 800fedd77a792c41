import Glibc

/// An open file that is closed when it is no longer needed; every call that fails throws what the system says.
final class JournalFile {
  let path: String
  let descriptor: Int32

  /// Opens a file, or makes it with mode 0600 when there is none.
  ///
  /// - Parameter isNew: Whether the file is to be made; it must not be there.
  init(_ path: String, _ flags: Int32, isNew: Bool = false) throws(JournalError) {
    self.path = path
    let made = isNew ? O_CREAT | O_EXCL : 0
    // Without O_NONBLOCK a pipe by that name would hold the program up.
    descriptor = Glibc.open(path, flags | made | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o600)
    guard descriptor >= 0 else { throw JournalFile.failure(path, isNew ? "make the journal" : "open the journal") }
  }

  deinit {
    // A child that is being started may hold a copy of the descriptor for a moment, and with it the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  static func failure(_ path: String, _ doing: String, _ error: Int32 = errno) -> JournalError {
    switch error {
    case ENOSPC, EDQUOT, EFBIG: JournalError(path: path, reason: .diskFull)
    default:
      JournalError(
        path: path, reason: .system(doing: doing, error: error, text: String(cString: strerror(error))))
    }
  }

  func status() throws(JournalError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw JournalFile.failure(path, "look at the journal") }
    return status
  }

  /// Returns true if the path still leads to this file, and the file is as long as it was left.
  func isUnchanged(length: Int) -> Bool {
    var named = stat()
    guard let own = try? status(), stat(path, &named) == 0 else { return false }
    return own.st_dev == named.st_dev && own.st_ino == named.st_ino && own.st_size == off_t(length)
  }

  /// What differs once anybody has written to the file: its length, and when it was changed last.
  struct Stamp: Equatable {
    private let numbers: [Int]

    fileprivate init(_ status: stat) {
      numbers = [
        Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
        status.st_ctim.tv_nsec,
      ]
    }
  }

  /// As the file is now; `nil` where the system does not tell.
  var stamp: Stamp? { (try? status()).map(Stamp.init) }

  /// What the name of the file ends with to which bytes are moved that are cut off.
  static let cutEnding = ".cut"

  /// Adds bytes as a line to the file beside this one, and waits until they are on the disk.
  func keepBeside(_ bytes: ArraySlice<UInt8>) throws(JournalError) {
    let place = path + JournalFile.cutEnding
    let beside = Glibc.open(
      place, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0o600)
    guard beside >= 0 else { throw JournalFile.failure(place, "keep what was cut from the journal") }
    defer { close(beside) }
    var (line, written) = (Array(bytes) + [0x0A], 0)
    try FileSizeSignal.held { () throws(JournalError) in
      while written < line.count {
        let count = line.withUnsafeMutableBytes { buffer in
          Glibc.write(beside, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw JournalFile.failure(place, "keep what was cut from the journal") }
        written += count
      }
    }
    guard fsync(beside) == 0 else { throw JournalFile.failure(place, "keep what was cut from the journal") }
    try JournalFolder.synchronize(of: place)
  }

  /// Keeps other writers away for as long as the file is open.
  ///
  /// - Returns: `false` when another has the lock.
  func lock() throws(JournalError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw JournalFile.failure(path, "lock the journal") }
    }
    return true
  }

  /// The whole file.
  func bytes(limit: Int) throws(JournalError) -> [UInt8] {
    let size = Int(try status().st_size)
    guard size <= limit else { throw JournalError(path: path, reason: .tooLarge(limit: limit)) }
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < size {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw JournalFile.failure(path, "read the journal") }
      // Cut short by its writer meanwhile.
      if got == 0 { break }
      count += got
    }
    return Array(bytes.prefix(count))
  }

  /// Writes bytes at a place and waits until they are on the disk. What fails leaves the file as long as it was.
  func write(_ bytes: [UInt8], at start: Int) throws(JournalError) {
    do throws(JournalError) {
      try FileSizeSignal.held { () throws(JournalError) in try put(bytes, at: start) }
      try synchronize()
    } catch {
      // Should this fail too, the next write finds the file changed and refuses.
      try? cut(to: start)
      throw error
    }
  }

  private func put(_ bytes: [UInt8], at start: Int) throws(JournalError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        pwrite(descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written, off_t(start + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw JournalFile.failure(path, "write the journal", count == 0 ? ENOSPC : errno) }
      written += count
    }
  }

  func cut(to length: Int) throws(JournalError) {
    while ftruncate(descriptor, off_t(length)) != 0 {
      guard errno == EINTR else { throw JournalFile.failure(path, "cut the journal") }
    }
    try synchronize()
  }

  func synchronize() throws(JournalError) {
    while fsync(descriptor) != 0 {
      guard errno == EINTR else { throw JournalFile.failure(path, "save the journal") }
    }
  }
}
