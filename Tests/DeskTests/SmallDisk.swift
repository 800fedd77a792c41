import Foundation
import Glibc

/// A disk of a few megabytes in memory, where the right to mount one exists.
final class SmallDisk {
  struct Trouble: Error {
    var code = errno
  }

  /// Why there can be none here; `nil` when there can.
  static let obstacle: String? = {
    let place = "/tmp/sitboard-disk-\(getpid())"
    mkdir(place, 0o700)
    defer { rmdir(place) }
    do {
      _ = try SmallDisk(place, megabytes: 1, owner: getuid())
      return nil
    } catch {
      return "no disk can be mounted here"
    }
  }()

  let path: String
  private let owner: uid_t

  init(_ path: String, megabytes: Int, owner: uid_t) throws {
    (self.path, self.owner) = (path, owner)
    guard mount("tmpfs", path, "tmpfs", 0, options(megabytes)) == 0 else { throw Trouble() }
  }

  deinit { umount2(path, Int32(MNT_DETACH)) }

  func grow(to megabytes: Int) throws {
    guard mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT), options(megabytes)) == 0 else { throw Trouble() }
  }

  private func options(_ megabytes: Int) -> String { "size=\(megabytes)m,mode=0700,uid=\(owner)" }
}
