package import Formats

/// A file that `sitboard events` wrote.
enum EventFile {
  /// By its name, or by how it begins.
  static func isOne(path: String, bytes: [UInt8]) -> Bool {
    FileKind.of(name: path.utf8)?.reading == .events || EventLines.recognises(bytes)
  }

  static func entries(_ bytes: [UInt8], path: String) -> Intake.Result {
    guard bytes.contains(where: { $0 > 0x20 }) else { return Intake.Result(problems: [Problem(path, .empty)]) }
    let (entries, acts, damage, reliabilities) = EventLines.read(bytes)
    return Intake.Result(
      entries: entries.map { Intake.Entry($0) }, acts: acts,
      reliabilities: reliabilities, problems: damage.map { Problem(path, line: $0.line, .damagedLine($0.reason)) })
  }
}

extension Intake.Entry {
  /// An article that came with its claims.
  package init(_ entry: EventLines.Entry) {
    self.init(
      article: entry.article, claims: entry.claims, story: entry.story.map { StoryIdentity($0, entry.article) })
  }
}
