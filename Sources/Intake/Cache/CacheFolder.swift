import CLinux
import Glibc

/// The folder in which things are kept that can be made anew. It is the user's own, and nobody else can read it or
/// write to it; where that is not so, there is none.
package final class CacheFolder: Sendable {
  private let descriptor: Int32

  /// So long after it was begun, a file that is not complete is taken to be of a process that is gone.
  private static let longestWriting = 60

  /// Opens the folder under `$XDG_CACHE_HOME` or `~/.cache`, and makes it where it is missing.
  package convenience init?(_ environment: (String) -> String?) {
    guard let base = CacheFolder.base(environment) else { return nil }
    self.init(in: base)
  }

  /// Where it is, or would be made.
  package static func path(_ environment: (String) -> String?) -> String? { base(environment).map { $0 + "/sitboard" } }

  private static func base(_ environment: (String) -> String?) -> String? {
    if let given = environment("XDG_CACHE_HOME"), given.hasPrefix("/") { return given }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.cache"
  }

  private init?(in base: String) {
    let path = base + "/sitboard"
    mkdir(base, 0o700)
    mkdir(path, 0o700)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o022 == 0,
      status.st_mode & 0o777 == 0o700 || fchmod(descriptor, 0o700) == 0
    else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
  }

  deinit { close(descriptor) }

  /// The bytes of a file; empty where there is none, or none that this user made.
  package func bytes(of name: String, limit: Int) -> [UInt8] {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      status.st_size <= off_t(limit)
    else { return [] }
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, filled in
      while filled < buffer.count {
        let count = read(file, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        filled += count
      }
    }
  }

  /// Puts bytes in place of a file, whole or not at all. Two processes that replace it at once leave what the one or
  /// the other wrote.
  ///
  /// They are not held back until the disk has them: what a power cut leaves is told by its checksums.
  package func replace(_ name: String, with bytes: [UInt8]) {
    let beside = "." + name
    var file = openat(descriptor, beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if file < 0, errno == EEXIST, isLeftBehind(beside), unlinkat(descriptor, beside, 0) == 0 {
      file = openat(descriptor, beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    }
    guard file >= 0 else { return }
    let isWritten = system_write_all(file, bytes, bytes.count)
    close(file)
    guard isWritten, renameat(descriptor, beside, descriptor, name) == 0 else {
      unlinkat(descriptor, beside, 0)
      return
    }
  }

  private func isLeftBehind(_ name: String) -> Bool {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
    return status.st_mtim.tv_sec < time(nil) - CacheFolder.longestWriting
  }
}
