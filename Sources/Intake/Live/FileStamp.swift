import Glibc

/// What tells whether a file is as it was: where it is, how long, and when it was changed last.
struct FileStamp: Hashable {
  /// A file that is at two names, or is led to, can be changed without a notice to the folder.
  let hasOtherNames: Bool
  private let device: UInt64
  private let inode: UInt64
  private let size: Int64
  private let modified: [Int]
  private let changed: [Int]

  init(_ status: stat) {
    hasOtherNames = status.st_nlink > 1
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
  }
}
