import CLinux
package import Formats
import Glibc

/// Where readers' marks are kept: a file for each reader, replaced whole or not at all.
package final class BookmarkFolder {
  private let descriptor: Int32
  private let path: String

  /// Takes a folder that is open, and closes it in the end.
  ///
  /// - Parameter path: What the folder is called in messages.
  package init(taking descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Opens a folder, and makes it and those above it where they are missing, for their owner alone.
  package convenience init(_ path: String) throws(BookmarkError) {
    try BookmarkFolder.make(path)
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw BookmarkError(path, "cannot open the folder") }
    self.init(taking: descriptor, path: path)
  }

  deinit { close(descriptor) }

  /// Letters, digits, `.`, `_`, `-`, no more than 64, the first a letter or a digit: no name leads out of the folder.
  package static func isName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard (1...64).contains(bytes.count), let first = bytes.first, isAlphanumeric(first) else { return false }
    return bytes.allSatisfy { isAlphanumeric($0) || [0x2E, 0x5F, 0x2D].contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// The mark of a reader; `nil` for one who has none yet.
  package func bookmark(of reader: String) throws(BookmarkError) -> BriefingBookmark? {
    guard let bytes = try bytes(of: reader, most: BriefingBookmark.mostBytes) else { return nil }
    do throws(FormatError) {
      return try BriefingBookmark(reading: bytes)
    } catch {
      throw BookmarkError(
        path + "/" + reader, "damaged (\(error.reason)); remove it, and the next briefing counts from 1", code: 0)
    }
  }

  /// The bytes of a file in the folder; `nil` where there is none.
  package func bytes(of reader: String, most: Int) throws(BookmarkError) -> [UInt8]? {
    guard BookmarkFolder.isName(reader) else { throw BookmarkError(path, "no name for a reader", code: 0) }
    let file = openat(descriptor, reader, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw BookmarkError(path + "/" + reader, "cannot read the mark of the last briefing")
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= off_t(most)
    else { throw BookmarkError(path + "/" + reader, "no mark of a briefing", code: 0) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        read(file, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw BookmarkError(path + "/" + reader, "cannot read the mark of the last briefing") }
      filled += count
    }
    return bytes
  }

  /// Puts a reader's mark in place of the one before: whoever reads sees the one or the other, also after a power cut.
  package func keep(_ mark: BriefingBookmark, of reader: String) throws(BookmarkError) {
    try keep(mark.bytes, of: reader)
  }

  /// Puts bytes in place of the file of a name, or leaves that as it was.
  package func keep(_ bytes: [UInt8], of reader: String) throws(BookmarkError) {
    guard BookmarkFolder.isName(reader) else { throw BookmarkError(path, "no name for a reader", code: 0) }
    let whole = path + "/" + reader
    let file = try writable(BookmarkFolder.beside(reader), for: whole)
    defer {
      // A child that is being started may hold a copy of the descriptor for a moment, and with it the lock.
      flock(file, LOCK_UN)
      close(file)
    }
    let isWritten = system_write_all(file, bytes, bytes.count) && fsync(file) == 0
    guard isWritten, renameat(descriptor, BookmarkFolder.beside(reader), descriptor, reader) == 0 else {
      let reason = errno
      unlinkat(descriptor, BookmarkFolder.beside(reader), 0)
      throw BookmarkError(whole, "cannot keep the mark of this briefing", code: reason)
    }
    fsync(descriptor)
  }

  /// Where the bytes of a reader's file are written before they take its place. No reader can have that name, and it is
  /// the same for every process: what one that was killed left there is written over, and does not pile up.
  package static func beside(_ reader: String) -> String { "." + reader }

  /// Opens the file beside a reader's, empty, and for this process alone: another that keeps the same mark waits.
  private func writable(_ beside: String, for whole: String) throws(BookmarkError) -> Int32 {
    for _ in 0..<BookmarkFolder.mostTurns {
      let file = openat(
        descriptor, beside, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0o600)
      guard file >= 0 else { break }
      var (own, named) = (stat(), stat())
      guard fstat(file, &own) == 0, own.st_mode & S_IFMT == S_IFREG, own.st_nlink <= 1 else {
        close(file)
        throw BookmarkError("\(path)/\(beside)", "is there, and not a file of sitboard; remove it", code: 0)
      }
      if flock(file, LOCK_EX | LOCK_NB) != 0 {
        // Writing takes a moment; whoever takes longer was stopped.
        poll(nil, 0, BookmarkFolder.turn)
      } else if fstatat(descriptor, beside, &named, AT_SYMLINK_NOFOLLOW) == 0, named.st_dev == own.st_dev,
        named.st_ino == own.st_ino, ftruncate(file, 0) == 0
      {
        // Else it is another's mark that took its place meanwhile.
        return file
      }
      close(file)
    }
    throw BookmarkError(whole, "cannot keep the mark of this briefing")
  }

  /// Milliseconds.
  private static let turn: Int32 = 10
  private static let mostTurns = 100

  private static func make(_ path: String) throws(BookmarkError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw BookmarkError(path, "cannot make the folder")
    }
    try make(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw BookmarkError(path, "cannot make the folder") }
  }
}

/// Why a mark cannot be read or kept.
package struct BookmarkError: Error, Hashable, Sendable {
  package let path: String
  package let message: String

  /// - Parameter code: What the system says; 0 for nothing.
  init(_ path: String, _ doing: String, code: Int32 = errno) {
    self.path = path
    message = "\(path): \(doing)" + (code == 0 ? "" : ": " + String(cString: strerror(code)).lowercased())
  }
}
