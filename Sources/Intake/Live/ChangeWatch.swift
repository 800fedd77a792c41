import Glibc

/// Folders that the kernel tells changes of (inotify(7)).
final class ChangeWatch {
  /// What happened in a watched folder, or to it.
  struct Notice {
    /// The watch, or -1 where the queue overflowed and notices were lost.
    var watch: Int32
    var mask: UInt32
    /// What changed in the folder; empty for the folder itself.
    var name: [UInt8]

    func has(_ bits: Int32) -> Bool { mask & UInt32(bitPattern: bits) != 0 }
    /// The folder is no longer where it was.
    var isGone: Bool { has(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED) }
    var isOverflow: Bool { has(IN_Q_OVERFLOW) }
  }

  /// Readable when there is something to tell.
  let descriptor: Int32
  private let number: Descriptor
  private var users: [Int32: Int] = [:]

  private static let content =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
  private static let names = IN_MOVED_TO | IN_CREATE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF

  /// - Throws: Where the system gives no more of these.
  init() throws(Problem) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw FileReader.problem("inotify", errno) }
    number = Descriptor(descriptor)
  }

  /// Watches what is written, renamed, removed and permitted in a folder.
  ///
  /// - Returns: The watch, or `nil` with `errno` set.
  func watch(_ folder: String) -> Int32? { add(folder, ChangeWatch.content) }

  /// Watches only which names come up in a folder.
  func watchNames(in folder: String) -> Int32? { add(folder, ChangeWatch.names) }

  private func add(_ folder: String, _ mask: Int32) -> Int32? {
    // Two watches on one folder are one to the kernel.
    let watch = inotify_add_watch(descriptor, folder, UInt32(bitPattern: mask | IN_ONLYDIR | IN_MASK_ADD))
    guard watch >= 0 else { return nil }
    users[watch, default: 0] += 1
    return watch
  }

  func end(_ watch: Int32) {
    guard let count = users[watch] else { return }
    users[watch] = count > 1 ? count - 1 : nil
    if count == 1 { inotify_rm_watch(descriptor, watch) }
  }

  /// Everything that was told and not taken yet.
  func notices() -> [Notice] {
    var notices: [Notice] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return notices }
      ChangeWatch.parse(buffer[..<count], into: &notices)
    }
  }

  private static func parse(_ bytes: ArraySlice<UInt8>, into notices: inout [Notice]) {
    // wd, mask, cookie, len, and then len bytes of name, filled up with zeros.
    let head = 16
    var position = bytes.startIndex
    func word(_ offset: Int) -> UInt32 {
      bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position - bytes.startIndex + offset, as: UInt32.self) }
    }
    while position + head <= bytes.endIndex {
      let length = Int(word(12))
      let end = min(position + head + length, bytes.endIndex)
      let name = bytes[(position + head)..<end].prefix { $0 != 0 }
      notices.append(Notice(watch: Int32(bitPattern: word(0)), mask: word(4), name: Array(name)))
      position = end
    }
  }
}
