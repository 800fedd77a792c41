import CLinux
import Formats
import Glibc

/// The folder that a gate serves. Everything is opened beneath it, and the process stands in it, so that readers are
/// told the names of files and not where the desk keeps them.
package final class GateRoot {
  package let descriptor: Int32

  package init(_ path: String) throws(SharingError) {
    guard path.hasPrefix("/") else { throw SharingError("--root: give the whole path of the folder, from /") }
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw SharingError("the desk", "cannot open its folder") }
    guard fchdir(folder) == 0 else {
      let failure = SharingError("the desk", "cannot stand in its folder")
      close(folder)
      throw failure
    }
    descriptor = folder
  }

  deinit { close(descriptor) }

  /// Where the marks of readers' last briefings are; it is made by whoever keeps the desk.
  package func bookmarks() throws(SharingError) -> BookmarkFolder {
    let folder = system_open_beneath(descriptor, ".last", O_RDONLY | O_DIRECTORY | O_NOFOLLOW, 0)
    guard folder >= 0 else {
      throw SharingError("this desk remembers no last briefings: it has no folder .last that this account may write")
    }
    return BookmarkFolder(taking: folder, path: ".last")
  }

  /// A briefing that is led on this desk.
  package func follow(_ name: String) throws(SharingError) -> Follower {
    guard LeadSocket.isName(name) else { throw SharingError("no name of a briefing") }
    // A link is not followed, neither to the folder nor to the socket.
    let socket = system_find_beneath(descriptor, ".led/\(name).sock", false)
    guard socket >= 0 else { throw SharingError("\(name): nobody leads there now") }
    defer { close(socket) }
    var status = stat()
    guard fstat(socket, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else {
      throw SharingError("\(name): nobody leads there now")
    }
    return try Follower("/proc/self/fd/\(socket)", called: name)
  }
}
