import Foundation

/// What a test needs of the machine: a program, a right, a server.
///
/// A test whose need is not met is skipped, and says why. With `SITBOARD_REQUIRE_ALL=1` it fails, so that no build
/// server passes by what it never ran.
package enum Requirement {
  package struct Missing: Error, CustomStringConvertible {
    package let description: String
  }

  package static let isStrict = ProcessInfo.processInfo.environment["SITBOARD_REQUIRE_ALL"] == "1"

  /// True without an obstacle.
  package static func isMet(_ obstacle: String?, isStrict: Bool = Requirement.isStrict) throws -> Bool {
    guard let obstacle else { return true }
    if isStrict { throw Missing(description: "SITBOARD_REQUIRE_ALL is set, and \(obstacle)") }
    return false
  }

  /// True if a program is installed.
  package static func isMet(program path: String) throws -> Bool {
    try isMet(FileManager.default.isExecutableFile(atPath: path) ? nil : "\(path) is not installed")
  }
}
