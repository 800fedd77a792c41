import Glibc

/// Reads files and folders so that nothing named as one can hang, grow without end or be followed into a device.
enum FileReader {
  enum Opened {
    case file(OpenFile)
    case folder(OpenFolder)
  }

  /// Opens a path without waiting. What is neither a file nor a folder is refused unopened: to open a device may do
  /// something. Should one take the place of a file meanwhile, opening it still waits for nothing.
  static func open(_ path: String) throws(Problem) -> Opened {
    var status = stat()
    guard stat(path, &status) == 0 else { throw problem(path, errno) }
    guard isReadable(status) else { throw Problem(path, .notAFile) }
    let descriptor = Glibc.open(path, flags)
    guard descriptor >= 0 else { throw problem(path, errno) }
    return try opened(descriptor, path)
  }

  static let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  static func isReadable(_ status: stat) -> Bool { [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) }

  static func opened(_ descriptor: Int32, _ path: String) throws(Problem) -> Opened {
    let owner = Descriptor(descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw problem(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(OpenFile(descriptor: owner, path: path, size: Int64(status.st_size)))
    case S_IFDIR: return .folder(OpenFolder(descriptor: owner, path: path))
    default: throw Problem(path, .notAFile)
    }
  }

  /// All of standard input, as much as a file may have.
  static func standardInput(called name: String, limits: IntakeLimits) throws(Problem) -> [UInt8] {
    try read(STDIN_FILENO, name, limits: limits, size: nil)
  }

  /// Reads to the end. The limit is that of articles unless the beginning shows what may be larger.
  fileprivate static func read(
    _ descriptor: Int32, _ path: String, limits: IntakeLimits, size: Int64?
  ) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    // A file may grow while it is read, so the buffer's end is no sign of the file's.
    var buffer = [UInt8](repeating: 0, count: Int(min(max(size ?? 0, 0) + 1, 1 << 20)).roundedUp)
    bytes.reserveCapacity(Int(size ?? 0))
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          // A file that waits for more, such as the kernel's log in /proc, has no end.
          if size != nil { throw Problem(path, .endless) }
          var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          _ = poll(&wait, 1, -1)
          continue
        }
        throw problem(path, errno)
      }
      bytes += buffer[..<count]
      guard Int64(bytes.count) > limits.article else { continue }
      let limit = limits.most(Array(bytes.prefix(FileBeginning.most)), path: path)
      if Int64(bytes.count) > limit { throw Problem(path, .tooLarge(size: size, limit: limit)) }
    }
  }

  static func problem(_ path: String, _ code: Int32) -> Problem {
    switch code {
    case ENOENT, ENOTDIR: Problem(path, .missing)
    case EACCES, EPERM: Problem(path, .permission)
    // A socket, or a device with nothing behind it.
    case EXDEV: Problem(path, .leadsOut)
    case EMFILE, ENFILE: Problem(path, .noDescriptor)
    case ENXIO, ENODEV: Problem(path, .notAFile)
    default: Problem(path, .system(String(cString: strerror(code)).lowercased()))
    }
  }
}

extension Int {
  /// To whole pages, one at least.
  fileprivate var roundedUp: Int { (self + 4095) / 4096 * 4096 }
}

/// A file descriptor that closes itself.
final class Descriptor {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }
}

/// A regular file, open.
struct OpenFile {
  let descriptor: Descriptor
  let path: String
  /// When it was opened.
  let size: Int64

  /// As the file is now; `nil` where the system does not tell.
  var stamp: FileStamp? {
    var status = stat()
    return fstat(descriptor.number, &status) == 0 ? FileStamp(status) : nil
  }

  func bytes(limits: IntakeLimits) throws(Problem) -> [UInt8] {
    if size > limits.article {
      let most = limits.most(beginning, path: path)
      guard size <= most else { throw Problem(path, .tooLarge(size: size, limit: most)) }
    }
    return try FileReader.read(descriptor.number, path, limits: limits, size: size)
  }

  /// Looks at the beginning without moving the place to read from.
  private var beginning: [UInt8] {
    var beginning = [UInt8](repeating: 0, count: FileBeginning.most)
    let count = pread(descriptor.number, &beginning, beginning.count, 0)
    return Array(beginning.prefix(max(0, count)))
  }
}
