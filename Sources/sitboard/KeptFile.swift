import Sharing

/// A small file that is kept whole, in a folder of its kind.
struct KeptFile {
  let folder: BookmarkFolder
  let name: String

  /// Makes the folder where it is not there.
  init(_ path: String) throws(BookmarkError) {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    folder = try BookmarkFolder(String(path[..<slash]))
    name = String(path[slash...].dropFirst())
  }

  /// Where the next content of such a file is written.
  static func beside(_ path: String) -> String {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return path[..<slash] + BookmarkFolder.beside(String(path[slash...]))
  }
}
