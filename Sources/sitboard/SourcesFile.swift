import Fetching
import Formats
import Intake
import Situation

/// What a file of sources says: how far outlets and speakers are to be believed, and which feeds and pages are fetched.
///
/// ```toml
/// [reliability]
/// Dawn = "B"
/// "Shahid Rind" = "C"
///
/// [source.dawn]
/// name = "Dawn"
/// url = "https://example.org/feed"
/// every = "5 min"
/// fetch = "page"
/// reliability = "B"
/// timezone = "+05:00"
/// ```
enum SourcesFile {
  struct Content: Equatable {
    var reliabilities = Reliabilities()
    /// In the order of the file.
    var sources: [LiveSource] = []
  }

  static func content(_ path: String) throws(Failure) -> Content {
    let bytes: [UInt8]
    do throws(Problem) {
      bytes = try Intake.bytes(of: path)
    } catch {
      throw Failure(SystemExit(error.category), error.message)
    }
    do throws(SourcesError) {
      return try content(of: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Failure(.data, "\(path): \(error.reason)")
    }
  }

  struct SourcesError: Error, Equatable {
    var reason: String
  }

  static func content(of text: String) throws(SourcesError) -> Content {
    let file: TOMLFile
    do throws(TOMLError) {
      file = try TOMLFile(text)
    } catch {
      throw SourcesError(reason: "line \(error.line): \(error.reason)")
    }
    guard file.entries.contains(where: { ["reliability", "source"].contains($0.path.first) }) else {
      throw SourcesError(
        reason: "it has neither a table [reliability] with lines such as \"Dawn\" = \"B\" nor one such as [source.dawn]"
      )
    }
    var content = Content()
    var source: Draft?
    for entry in file.entries {
      switch entry {
      case .table(let path, let line) where path.first == "source" && path.count == 2:
        try source?.finish(&content)
        source = Draft(table: path[1], line: line)
      case .pair(let path, let value, let line) where path.first == "source" && path.count == 3:
        guard source != nil, let value else {
          throw SourcesError(
            reason: "line \(line): \(path[2]): give it in quotation marks, below a table [source.name]")
        }
        try source?.set(path[2], value, line)
      default: try readReliability(entry, &content)
      }
    }
    try source?.finish(&content)
    return content
  }

  private static func readReliability(_ entry: TOMLFile.Entry, _ content: inout Content) throws(SourcesError) {
    let name = entry.path.last ?? ""
    func error(_ reason: String) -> SourcesError { SourcesError(reason: "line \(entry.line): \(name)\(reason)") }
    guard entry.path.first == "reliability", entry.path.count <= 2 else {
      throw error(": not known here; the tables are [reliability] and [source.name]")
    }
    switch entry {
    case .table(let path, _) where path.count == 1: break
    case .pair(let path, let letter?, _) where path.count == 2 && !name.isEmpty:
      guard let reliability = Reliability(rawValue: letter) else { fallthrough }
      content.reliabilities.set(name, reliability)
    default: throw error(": give one of \"A\", \"B\", \"C\", \"D\", \"E\", \"F\" in quotation marks")
    }
  }

  /// A source whose lines are being read.
  private struct Draft {
    let table: String
    let line: Int
    var name: String
    var address: WebAddress?
    var every = LiveSource.standardEvery
    var followsPages = false
    var reliability: Reliability?
    var timezone: UTCOffset?

    init(table: String, line: Int) { (self.table, self.line, name) = (table, line, table) }

    mutating func set(_ key: String, _ value: String, _ line: Int) throws(SourcesError) {
      func error(_ reason: String) -> SourcesError { SourcesError(reason: "line \(line): \(key): \(reason)") }
      switch key {
      case "name": name = value
      case "url":
        guard let address = WebAddress(value) else {
          throw error("give an address that begins with http:// or https://")
        }
        self.address = address
      case "every":
        guard let seconds = LiveSource.seconds(value), seconds >= LiveSource.leastEvery else {
          throw error("give a time such as \"5 min\", of \(LiveSource.leastEvery) s at least")
        }
        every = seconds
      case "fetch":
        guard value == "page" || value == "feed" else { throw error("give \"feed\" or \"page\"") }
        followsPages = value == "page"
      case "reliability":
        guard let reliability = Reliability(rawValue: value) else {
          throw error("give one of \"A\", \"B\", \"C\", \"D\", \"E\", \"F\"")
        }
        self.reliability = reliability
      case "timezone":
        guard let offset = UTCOffset(parsing: value) else { throw error("give a time zone such as \"+05:00\"") }
        timezone = offset
      default: throw error("not known here; a source has name, url, every, fetch, reliability and timezone")
      }
    }

    func finish(_ content: inout Content) throws(SourcesError) {
      guard let address else { throw SourcesError(reason: "line \(line): the source \(table) has no url") }
      var source = LiveSource(address, name: name, every: every, followsPages: followsPages)
      source.timezone = timezone
      content.sources.append(source)
      if let reliability { content.reliabilities.set(name, reliability) }
    }
  }
}
