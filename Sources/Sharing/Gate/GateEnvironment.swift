import CLinux
import Glibc

/// What a client's environment may bring through the gate: how its terminal is drawn on, and nothing that names a file
/// or a program.
package enum GateEnvironment {
  /// Letters, digits, `.`, `_`, `+`, `-`, and for locales `@`; no more than 64.
  static func isHarmless(_ name: String, _ value: String) -> Bool {
    let bytes = Array(value.utf8)
    guard (1...64).contains(bytes.count), bytes.first != UInt8(ascii: ".") else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
      case UInt8(ascii: "@"): name == "LANG" || name.hasPrefix("LC_")
      default: false
      }
    }
  }

  static func isKept(_ name: String) -> Bool {
    if ["TERM", "LANG", "NO_COLOR", "COLORTERM"].contains(name) { return true }
    let rest = name.utf8.dropFirst(3)
    return name.hasPrefix("LC_") && (1...32).contains(rest.count)
      && rest.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_") }
  }

  /// The variables that may stay, of some given as `NAME=value`.
  package static func kept(of entries: [String]) -> [String] {
    entries.filter { entry in
      guard let equals = entry.firstIndex(of: "=") else { return false }
      let (name, value) = (String(entry[..<equals]), String(entry[entry.index(after: equals)...]))
      return isKept(name) && isHarmless(name, value)
    }
  }

  /// Drops the rest from this process's environment, for good.
  ///
  /// - Returns: Whether it is dropped.
  package static func reduce() -> Bool {
    var entries: [String] = []
    var index = 0
    while let entry = environ[index] {
      entries.append(String(cString: entry))
      index += 1
    }
    let kept = kept(of: entries).map { strdup($0) }
    defer { for entry in kept { free(entry) } }
    return kept.map { UnsafePointer($0) }.withUnsafeBufferPointer {
      system_set_environment($0.baseAddress, $0.count)
    }
  }
}
