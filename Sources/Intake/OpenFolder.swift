import CLinux
import Glibc

/// A folder, open.
struct OpenFolder {
  let descriptor: Descriptor
  let path: String

  /// A file's name as the folder has it: bytes, since nothing makes a name UTF-8.
  struct Name: Comparable {
    /// Without the ending zero.
    let bytes: [UInt8]

    static func < (a: Name, b: Name) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
  }

  /// Whether a file of this name is read.
  static func isArticleName(_ name: [UInt8]) -> Bool {
    name.first != UInt8(ascii: ".") && FileKind.of(name: name).map { $0.reading != .refused } ?? false
  }

  /// What a folder has.
  struct Content {
    /// The names that articles and event files have, in the order of their bytes.
    var articles: [Name] = []
    /// How many files of each other ending there are; hidden ones and sub-folders do not count.
    var others: [String: Int] = [:]
    /// True if an article's name is a link to it.
    var hasLinks = false

    /// "3 files of other kinds passed over: .docx 2, .png 1"; `nil` where there are none.
    var passedOver: String? {
      let count = others.values.reduce(0, +)
      guard count > 0 else { return nil }
      let kinds = others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let told = kinds.prefix(OpenFolder.mostKinds).map { "\($0.key.isEmpty ? "without ending" : $0.key) \($0.value)" }
      let more = kinds.count > told.count ? ", and \(kinds.count - told.count) kinds more" : ""
      let files = count == 1 ? "1 file of another kind" : "\(count) files of other kinds"
      return "\(files) passed over: \(told.joined(separator: ", "))\(more)"
    }
  }

  /// Endings that are told; a folder may have thousands.
  private static let mostKinds = 8

  func content() throws(Problem) -> Content {
    // The stream closes the descriptor that it is given.
    let copy = fcntl(descriptor.number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw FileReader.problem(path, errno) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw FileReader.problem(path, code)
    }
    defer { closedir(stream) }
    // A copy of a descriptor has its place in the folder in common with it.
    rewinddir(stream)
    var content = Content()
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw FileReader.problem(path, errno) }
        content.articles.sort()
        return content
      }
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
      let name = Array(
        UnsafeBufferPointer(start: start, count: strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))))
      if OpenFolder.isArticleName(name) {
        content.articles.append(Name(bytes: name))
        if Int(entry.pointee.d_type) == Int(DT_LNK) { content.hasLinks = true }
      } else if name.first != UInt8(ascii: "."), isFile(Name(bytes: name), entry.pointee.d_type) {
        content.others[FileKind.ending(of: name), default: 0] += 1
      }
    }
  }

  private func isFile(_ name: Name, _ kind: UInt8) -> Bool {
    if Int(kind) == Int(DT_REG) || Int(kind) == Int(DT_DIR) { return Int(kind) == Int(DT_REG) }
    return target(of: name, isBeneath: false).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
  }

  /// Where the folder is, whatever it is called.
  var identity: Identity? {
    var status = stat()
    return fstat(descriptor.number, &status) == 0 ? Identity(status) : nil
  }

  struct Identity: Hashable {
    private let device: UInt64
    private let inode: UInt64

    init(_ status: stat) { (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino)) }
  }

  /// Returns true if the folder is on a file system that others change without this kernel's knowing.
  var isRemote: Bool { system_is_remote(descriptor.number) }

  /// Returns true if a link is a part of the way to a path.
  static func isBehindLink(_ path: String) -> Bool {
    var current = path
    while true {
      while current.count > 1, current.hasSuffix("/") { current.removeLast() }
      var status = stat()
      if lstat(current, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { return true }
      let above = parent(of: current)
      guard above != current, above != "." else { return false }
      current = above
    }
  }

  /// What a file of the folder is called in messages.
  func path(of name: Name) -> String {
    // In the folder that the process stands in a file goes by its name alone.
    (path == "." ? "" : path.hasSuffix("/") ? path : path + "/") + String(decoding: name.bytes, as: UTF8.self)
  }

  /// What stands under a name, a link not followed; `nil` where nothing does.
  func status(of name: Name) -> stat? {
    var status = stat()
    let found = (name.bytes + [0]).withUnsafeBytes { buffer in
      buffer.baseAddress.map {
        fstatat(descriptor.number, $0.assumingMemoryBound(to: CChar.self), &status, AT_SYMLINK_NOFOLLOW)
      } ?? -1
    }
    return found == 0 ? status : nil
  }

  /// What a name leads to, links followed as far as they may be; `nil` where it cannot be told.
  func target(of name: Name, isBeneath: Bool) -> stat? {
    var status = stat()
    let found = (name.bytes + [0]).withUnsafeBytes { buffer -> Int32 in
      guard let name = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) else { return -1 }
      guard isBeneath else { return fstatat(descriptor.number, name, &status, 0) }
      let place = system_find_beneath(descriptor.number, name, true)
      guard place >= 0 else { return -1 }
      defer { close(place) }
      return fstat(place, &status)
    }
    return found == 0 ? status : nil
  }

  /// The folder that a path stands in.
  static func parent(of path: String) -> String {
    var path = Substring(path)
    while path.count > 1, path.last == "/" { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Opens a file of the folder; `nil` when the name turns out to be a folder's.
  ///
  /// - Parameter isBeneath: Whether a link that leads out of the folder is refused.
  func file(_ name: Name, isBeneath: Bool = false) throws(Problem) -> OpenFile? {
    let full = self.path(of: name)
    if let status = target(of: name, isBeneath: isBeneath), !FileReader.isReadable(status) {
      throw Problem(full, .notAFile)
    }
    let opened = (name.bytes + [0]).withUnsafeBytes { buffer in
      buffer.baseAddress.map { (start) -> Int32 in
        let name = start.assumingMemoryBound(to: CChar.self)
        return isBeneath
          ? system_open_beneath(descriptor.number, name, FileReader.flags, 0)
          : openat(descriptor.number, name, FileReader.flags)
      } ?? -1
    }
    guard opened >= 0 else { throw FileReader.problem(full, errno) }
    switch try FileReader.opened(opened, full) {
    case .file(let file): return file
    case .folder: return nil
    }
  }
}
