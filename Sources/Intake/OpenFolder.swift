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

  private static let endings = [".txt", ".md", ".jsonl", ".html", ".htm", ".xml", ".rss", ".atom"].map {
    Array($0.utf8)
  }

  /// Whether a file of this name is read.
  static func isArticleName(_ name: [UInt8]) -> Bool {
    name.first != UInt8(ascii: ".")
      && endings.contains { ending in
        // Whatever the case: a camera or a mail program may have written it in capitals.
        name.suffix(ending.count).elementsEqual(ending) { $0 | (0x41...0x5A ~= $0 ? 0x20 : 0) == $1 }
      }
  }

  /// The names that articles and event files have, in the order of their bytes.
  func articleNames() throws(Problem) -> [Name] {
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
    var names: [Name] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw FileReader.problem(path, errno) }
        return names.sorted()
      }
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
      let name = Array(
        UnsafeBufferPointer(start: start, count: strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))))
      guard OpenFolder.isArticleName(name) else { continue }
      names.append(Name(bytes: name))
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
  private func target(of name: Name, isBeneath: Bool) -> stat? {
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
