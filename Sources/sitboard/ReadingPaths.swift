import Fetching
import Situation

/// What a command is given to read: what stands on this machine, and what is fetched.
struct ReadingPaths {
  /// Files, folders, and - for standard input.
  private(set) var local: [String] = []
  /// Each address once.
  private(set) var sources: [LiveSource] = []
  private(set) var reliabilities = Reliabilities()

  /// - Parameters:
  ///   - paths: As they were given: files, folders, addresses, and files of sources.
  ///   - list: The file of `--sources`.
  init(_ paths: [String], list: String?) throws(Failure) {
    for path in paths {
      if WebAddress.isMeant(by: path) {
        guard let address = WebAddress(path) else {
          throw Failure(
            .usage, "\(path): not an address that can be fetched; give one such as https://example.org/feed")
        }
        add(LiveSource(address))
      } else if path.lowercased().hasSuffix(".toml") {
        try add(list: path)
      } else {
        local.append(path)
      }
    }
    if let list { try add(list: list) }
  }

  var isEmpty: Bool { local.isEmpty && sources.isEmpty }

  private mutating func add(list: String) throws(Failure) {
    let content = try SourcesFile.content(list)
    reliabilities = reliabilities.overlaid(by: content.reliabilities)
    for source in content.sources { add(source) }
  }

  private mutating func add(_ source: LiveSource) {
    if !sources.contains(where: { $0.address == source.address }) { sources.append(source) }
  }
}
