import Formats

/// A file that `sitboard events` wrote.
enum EventFile {
  /// By its name, or by how it begins.
  static func isOne(path: String, bytes: [UInt8]) -> Bool { path.hasSuffix(".jsonl") || EventLines.recognises(bytes) }

  static func entries(_ bytes: [UInt8], path: String) -> Intake.Result {
    guard bytes.contains(where: { $0 > 0x20 }) else { return Intake.Result(problems: [Problem(path, .empty)]) }
    let (entries, acts, damage, reliabilities) = EventLines.read(bytes)
    return Intake.Result(
      entries: entries.map { Intake.Entry(article: $0.article, claims: $0.claims) }, acts: acts,
      reliabilities: reliabilities, problems: damage.map { Problem(path, line: $0.line, .damagedLine($0.reason)) })
  }
}
