/// Why a text is no JSON that we take, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// Bytes before the place, counted from 0.
  package var offset: Int
  /// Counted from 1.
  package var line: Int
  /// "expected a value", "the name \"low\" is given twice".
  package var reason: String

  package init(offset: Int, line: Int, reason: String) {
    self.offset = offset
    self.line = line
    self.reason = reason
  }
}

/// Bounds on what a stranger may make the parser hold.
package struct JSONLimits: Hashable, Sendable {
  /// Arrays and objects inside one another.
  package var depth: Int
  /// Bytes of the whole text.
  package var bytes: Int

  package init(depth: Int = 32, bytes: Int = 128 << 20) {
    self.depth = depth
    self.bytes = bytes
  }

  package static let standard = JSONLimits()
}
