import Foundation

/// A folder that goes away with the process of the tests.
package struct TemporaryFolder {
  package let path: String

  private static let root: String = {
    let path = FileManager.default.temporaryDirectory.appending(path: "sitboard-tests-\(getpid())").path
    atexit { TemporaryFolder.removeAll() }
    // Programs that tests run under another account look into it, whatever mask the tests were started with.
    umask(0o022)
    return path
  }()

  private static func removeAll() { try? FileManager.default.removeItem(atPath: root) }

  package init() throws {
    path = TemporaryFolder.root + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Writes a file and gives its path.
  @discardableResult
  package func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let full = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: URL(filePath: full).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: full))
    return full
  }

  @discardableResult
  package func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }
}
