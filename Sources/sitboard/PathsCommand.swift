import ArgumentParser
import Fetching
import Glibc
import Intake

struct PathsCommand: TakesPaths {
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract: "Tell where what is kept lies.",
    discussion: """
      The config, the cache of what was read, the evidence of what was fetched, and what is kept of these paths: the \
      journal, where the board was left, what was seen and told last. A file that is not there yet is marked so.
      """)

  @Argument(help: "Articles, folders, event files, addresses, or files of sources; none for the built-in incident.")
  var paths: [String] = []

  @OptionGroup var options: CommonOptions

  func run() throws {
    var lines: [(what: String, path: String)] = []
    if let config = ConfigFile.path(OperatorOptions.environment) { lines.append(("config", config)) }
    if let cache = CacheFolder.path(OperatorOptions.environment) { lines.append(("cache", cache)) }
    if let evidence = EvidenceFolder.standardPath(OperatorOptions.environment) { lines.append(("evidence", evidence)) }
    for trace in try Traces(of: paths, options).files { lines.append((trace.kind.rawValue, trace.path)) }
    let width = lines.map(\.what.count).max() ?? 0
    var output = Output.standard
    try output.write(
      lines: lines.map { what, path in
        let padded = what + String(repeating: " ", count: width - what.count)
        return "\(padded)  \(path)\(access(path, F_OK) == 0 ? "" : "  (not there)")"
      })
    try output.finish()
  }
}
