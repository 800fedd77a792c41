import Desk
import Fetching
import Intake

/// Sources asked once, for a command that ends.
enum FetchedOnce {
  /// Seconds after which what has not come is told not to have.
  private static let patience = 120.0

  /// - Returns: What they gave before and now, and why others gave nothing.
  static func load(_ sources: [LiveSource], _ options: IntakeOptions) throws(Failure) -> Intake.Result {
    var result = Intake.Result()
    try ask(sources, evidence: .standard) { arrival, _ in
      let read = arrival.load(options, of: sources[arrival.source])
      result.entries += read.entries
      result.problems += read.problems
    } failed: { problem in
      result.problems.append(problem)
    }
    return result
  }

  /// - Parameter arrived: What was kept before, and what came now, which is new.
  static func ask(
    _ sources: [LiveSource], evidence: EvidenceFolder?,
    arrived: (SourceWatch.Arrival, _ isNew: Bool) throws(Failure) -> Void,
    failed: (Problem) -> Void
  ) throws(Failure) {
    var watch = try SourceWatch.opened(sources, evidence)
    for index in sources.indices {
      for arrival in watch.recall(index) { try arrived(arrival, false) }
    }
    let start = SourceWatch.now
    // No source is due again before that.
    let round = start + Double(LiveSource.leastEvery) - 1
    while !watch.isIdle(before: round) {
      guard SourceWatch.now - start < patience else {
        failed(Problem("sources", .notFetched("not all of them answered in \(Int(patience)) s")))
        return
      }
      for news in watch.step(atMost: 1) {
        switch news {
        case .arrived(let arrival): try arrived(arrival, true)
        case .unchanged: break
        case .failed(let source, let page, let why):
          failed(Problem((page ?? sources[source].address).text, .notFetched(why)))
        case .notKept(let error): Diagnostics.say(error.message)
        }
      }
    }
  }
}

extension SourceWatch {
  static func opened(_ sources: [LiveSource], _ evidence: EvidenceFolder?) throws(Failure) -> SourceWatch {
    do throws(FetchError) {
      return try SourceWatch(
        sources, evidence: evidence, certificates: OperatorOptions.environment("SSL_CERT_FILE"))
    } catch {
      throw Failure(.unavailable, error.reason)
    }
  }
}

extension SourceWatch.Arrival {
  /// The text that came, as a desk keeps it.
  var received: ReceivedArticle {
    let name = page?.text ?? entry.address
    var text = ReceivedArticle(digest: sha256(body), bytes: body, path: name)
    (text.address, text.outlet) = (name, entry.publisher)
    return text
  }

  /// The articles in it.
  ///
  /// - Parameter source: What it came from: where a date names no time zone, the source's own goes before that of the
  ///   options.
  func load(_ options: IntakeOptions, of source: LiveSource) -> Intake.Result {
    var options = options
    options.timezone = source.timezone ?? options.timezone
    return entry.load(body, page: page?.text, options)
  }
}

extension EvidenceFolder.Entry {
  /// The host that was asked: whose the articles are is known by it, and not by what they say of themselves.
  fileprivate var publisher: String { WebAddress(address)?.host ?? address }

  /// The articles in a body that an address gave.
  ///
  /// - Parameter page: The page of an item that the body is of; `nil` for what the address itself gave.
  func load(_ body: [UInt8], page: String?, _ options: IntakeOptions) -> Intake.Result {
    var options = options
    options.charset = headers["content-type"].flatMap(Intake.charset)
    // A body that is not a feed is the page at this address, and its next edition will come from there too.
    let link = page ?? (Intake.isFeed(body) ? nil : address)
    return Intake.load(body, called: page ?? address, publisher: publisher, link: link, options: options)
  }
}

extension EvidenceFolder {
  /// Where what is fetched is kept; `nil` without a home.
  static var standard: EvidenceFolder? {
    standardPath(OperatorOptions.environment).map { EvidenceFolder($0) }
  }
}
