import Formats

/// A file that `sitboard events` wrote.
enum EventFile {
  /// By its name, or by how it begins.
  static func isOne(path: String, bytes: [UInt8]) -> Bool { path.hasSuffix(".jsonl") || EventLines.recognises(bytes) }

  static func entries(_ bytes: [UInt8], path: String) -> (entries: [Intake.Entry], problems: [Problem]) {
    guard bytes.contains(where: { $0 > 0x20 }) else { return ([], [Problem(path, .empty)]) }
    let (entries, damage) = EventLines.read(bytes)
    return (
      entries.map { Intake.Entry(article: $0.article, claims: $0.claims) },
      damage.map { Problem(path, line: $0.line, .damagedLine($0.reason)) }
    )
  }
}
