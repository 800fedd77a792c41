import Glibc

/// A file that a command writes: whole under its name, or as it was before.
struct OutputFile {
  private let path: String
  private let descriptor: Int32
  /// Where the bytes go until they are complete; `nil` for a pipe or a device, which take them as they come.
  private let beside: String?

  /// Opens a file for writing.
  ///
  /// - Parameter opening: How files begin that this program wrote. Another file of that name is refused.
  init(_ path: String, replacing opening: String) throws(Failure) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard isThere || errno == ENOENT else { throw OutputFile.failure(path) }
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      self.path = path
      beside = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    } else {
      if isThere, status.st_size > 0, !OutputFile.begins(path, with: opening) {
        throw Failure(.usage, "\(path): is there, and not a recording of sitboard; give another name, or remove it")
      }
      // A link stays, and what it leads to is replaced.
      self.path = OperatorJournal.absolute(path)
      let beside = self.path + ".\(getpid()).part"
      self.beside = beside
      descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
      if isThere, descriptor >= 0 { fchmod(descriptor, status.st_mode & 0o777) }
    }
    guard descriptor >= 0 else { throw OutputFile.failure(path) }
  }

  /// Writes everything, and puts it in its place once it is on the disk.
  func write(_ body: (inout Output) throws(Failure) -> Void) throws(Failure) {
    defer { close(descriptor) }
    do throws(Failure) {
      var output = Output(descriptor: descriptor, name: path)
      try body(&output)
      try output.finish()
      guard let beside else { return }
      guard fsync(descriptor) == 0, rename(beside, path) == 0 else { throw OutputFile.failure(path) }
    } catch {
      if let beside { unlink(beside) }
      throw error
    }
  }

  private static func begins(_ path: String, with opening: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { return false }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: opening.utf8.count)
    return read(file, &bytes, bytes.count) == bytes.count && bytes.elementsEqual(opening.utf8)
  }

  private static func failure(_ path: String) -> Failure {
    Failure(.inputOutput, "\(path): \(String(cString: strerror(errno)).lowercased()); give another file")
  }
}
