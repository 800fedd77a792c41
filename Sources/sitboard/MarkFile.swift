import Sharing

/// A small file that is kept whole, in a folder of its kind.
struct MarkFile {
  let folder: MarkFolder
  let name: String

  /// Makes the folder where it is not there.
  init(_ path: String) throws(MarkError) {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    folder = try MarkFolder(String(path[..<slash]))
    name = String(path[slash...].dropFirst())
  }
}
