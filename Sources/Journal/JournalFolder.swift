import Glibc

/// The folders above a journal.
enum JournalFolder {
  /// Makes the folder of a file and those above it, each saved in the folder that it stands in.
  static func make(for path: String) throws(JournalError) {
    let folder = parent(of: path)
    var status = stat()
    if stat(folder, &status) == 0 { return }
    guard errno == ENOENT, folder != path else { throw JournalFile.failure(path, "reach the folder of the journal") }
    try make(for: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw JournalFile.failure(path, "make the folder of the journal")
    }
    try synchronize(parent(of: folder), for: path)
  }

  /// Saves the folder of a file, without which a new file has no name after a power cut.
  static func synchronize(of path: String) throws(JournalError) { try synchronize(parent(of: path), for: path) }

  private static func synchronize(_ folder: String, for path: String) throws(JournalError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw JournalFile.failure(path, "open the folder of the journal") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw JournalFile.failure(path, "save the folder of the journal") }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
