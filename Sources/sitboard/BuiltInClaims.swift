import ArgumentParser
import Formats
import Intake
import Situation

/// Reads the dispatches of the built-in incident, and writes what the next build has of them.
struct BuiltInClaims: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "built-in-claims", abstract: "Write Sources/BuiltIn/claims.packed.", shouldDisplay: false)

  func run() throws {
    guard !Output.isTerminal else {
      throw Failure(.usage, "these are bytes for a file: sitboard built-in-claims > Sources/BuiltIn/claims.packed")
    }
    var output = Output.standard
    try output.write(exactly: BuiltInClaims.bytes())
    try output.finish()
  }

  static func bytes() throws -> [UInt8] {
    let reader = try ReaderLoading.reader(CommonOptions.parse([]))
    let articles = Intake.load(BuiltInFiles.dispatches).entries.map(\.article)
    return PackedArticles.bytes(
      articles.map { article in
        let claims = reader.read(article)
        return (article, claims, IncidentFingerprint(article, claims: claims))
      })
  }
}
