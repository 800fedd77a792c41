import Formats
import Intake
import Situation

/// The incident that is part of the program.
///
/// What its dispatches claim was read when the program was made, and with it the fingerprints by which they are sorted:
/// it opens without a word list or a sentence being read. A test holds it to the reader, byte for byte.
enum BuiltInIncident {
  /// Labels that say so, longest first: nobody is to take it for a running incident.
  static let labels = ["built-in example, March 2025", "built-in example"]

  /// The dispatches with their claims; without claims, to be read, where options change what is read of them.
  static func load(_ options: CommonOptions, _ intake: IntakeOptions) -> Intake.Result {
    guard options.hasReaderAsBuilt, intake == IntakeOptions(), let entries else {
      return Intake.load(BuiltInFiles.dispatches, options: intake)
    }
    return Intake.Result(entries: entries)
  }

  /// `nil` where what is built in is of another form of the program.
  static var entries: [Intake.Entry]? {
    let packed = BuiltInFiles.claims.bytes
    guard let read = try? PackedArticles.entries(packed, texts: BuiltInFiles.dispatches.map(\.bytes)) else {
      return nil
    }
    return read.map { Intake.Entry(article: $0.article, claims: $0.claims, fingerprint: $0.fingerprint) }
  }
}
