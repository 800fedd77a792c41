import Fetching
import Formats
import Glibc
import Intake
import Journal
import Situation

/// The files that sitboard keeps on this machine of an incident: every one of its own that came of reading some paths.
struct Traces {
  /// A file that is kept for these paths alone, and what it is.
  struct Trace: Hashable {
    enum Kind: String {
      case journal
      case place = "where the board was left"
      case look = "last look"
      case briefing = "last briefing"
      case evidence = "what was fetched"
      case history = "when it was fetched"
    }

    var kind: Kind
    var path: String

    var exists: Bool { access(path, F_OK) == 0 }
  }

  let files: [Trace]
  /// The articles whose claims may be kept in the cache.
  let articles: [Article]

  /// - Parameter paths: As they are given to the board; none for the built-in incident.
  init(of paths: [String], _ options: CommonOptions) throws(Failure) {
    let given = try ReadingPaths(paths, list: options.sources)
    var files: [Trace] = []
    if let journal = try? JournalPath.standard(OperatorOptions.environment, for: paths.map(OperatorJournal.absolute)) {
      files.append(Trace(kind: .journal, path: journal))
    }
    if let place = SessionFile.path(for: paths.map(OperatorJournal.absolute)) {
      files.append(Trace(kind: .place, path: place))
    }
    for (kind, name) in [(ReaderMemory.Kind.look, Trace.Kind.look), (.briefing, .briefing)] {
      if let path = try? ReaderMemory.path(kind, of: paths) { files.append(Trace(kind: name, path: path)) }
    }
    // What a board that was killed had not put in its place yet.
    files += files.filter { $0.kind != .journal }.map { Trace(kind: $0.kind, path: KeptFile.beside($0.path)) }
      .filter(\.exists)
    var articles: [Article] = []
    if !given.local.isEmpty {
      articles += Intake.load(given.local.filter { $0 != "-" }, options: options.intake).entries.map(\.article)
    }
    // What "fetch --to FOLDER" keeps beside the articles that it puts there.
    for folder in given.local {
      let evidence = EvidenceFolder(folder + "/" + EvidenceFolder.nameInFolder)
      files += Traces.files(of: evidence.traces(), in: evidence)
    }
    if let evidence = EvidenceFolder.standard, !given.sources.isEmpty {
      let traces = evidence.traces(of: given.sources.map(\.address.text))
      files += Traces.files(of: traces, in: evidence)
      for entry in traces.bodies {
        guard let body = evidence.body(entry.digest) else { continue }
        articles += entry.load(body, page: entry.page, options.intake).entries.map(\.article)
      }
    }
    self.files = files
    self.articles = articles
  }

  private static func files(
    of traces: (histories: [String], bodies: [EvidenceFolder.Entry]), in evidence: EvidenceFolder
  ) -> [Trace] {
    traces.histories.map { Trace(kind: .history, path: $0) }
      + traces.bodies.map { Trace(kind: .evidence, path: evidence.bodyPath($0.digest)) }
  }

  /// Removes all of it.
  ///
  /// - Returns: How many entries of the cache went.
  func remove(_ cache: ClaimCache?) throws(Failure) -> Int {
    for trace in files where trace.exists {
      guard unlink(trace.path) == 0 else {
        throw Failure(
          .inputOutput, "\(trace.path): \(String(cString: strerror(errno)).lowercased()); remove it by hand")
      }
    }
    return cache?.forget(articles) ?? 0
  }
}
