import Glibc
import Intake
package import Situation

/// Asks sources for what is new, keeps it as evidence, and tells it. Used on one thread, which it lets sleep.
package struct SourceWatch: ~Copyable {
  /// What came of asking.
  package enum News: Sendable {
    /// A body that the source, or the page of one of its items, did not have before.
    case arrived(Arrival)
    /// The source has nothing new.
    case unchanged(source: Int)
    /// The source, or a page, gave nothing, in words; other pages and sources are asked all the same.
    case failed(source: Int, page: WebAddress?, why: String)
    /// What came is read, and could not be kept.
    case notKept(EvidenceError)
  }

  package struct Arrival: Sendable {
    package var source: Int
    /// The page of an item; `nil` for the source itself.
    package var page: WebAddress?
    package var body: [UInt8]
    package var entry: EvidenceFolder.Entry
  }

  private struct Known: Sendable {
    var digest: String?
    var validators = Validators()
    /// Whether the source itself is of this machine or a private network, and may lead there.
    var isPrivate = false
  }

  /// A page that an item links to.
  private struct Page: Sendable {
    /// When it was asked for first and last, by the clock of the day.
    var first: Int64
    var asked: Int64
    /// Of what it gave last; `nil` where it gave nothing yet.
    var digest: String?
    var validators = Validators()
    /// It is asked for, or waits to be.
    var isUnderWay = false

    /// An article is edited most while it is young, and a page that gives nothing mostly never will: the longer it is
    /// known, the longer it is let alone.
    func isDue(at now: Int64, every: Int64) -> Bool {
      !isUnderWay && now - first <= SourceWatch.longestLook && now - asked >= max(every, (asked - first) / 2)
    }
  }

  private var schedule: FetchSchedule
  private let fetcher: Fetcher
  private let evidence: EvidenceFolder?
  private var known: [Known]
  /// Pages that were asked for.
  private var pages: [[WebAddress: Page]]
  /// The pages that each source led to when it was heard last, where it has them followed.
  private var links: [[WebAddress]]
  /// Whether pages that were read are asked for again, as long as their source leads to them.
  package var looksAgain = false
  private var underWay: [UInt64: FetchSchedule.Job] = [:]
  private var lastNumber: UInt64 = 0
  private var isKeepingTold = false
  private var random = SystemRandomNumberGenerator()

  /// - Parameter evidence: Where what comes is kept; `nil` for nowhere.
  package init(_ sources: [LiveSource], evidence: EvidenceFolder?, certificates: String? = nil) throws(FetchError) {
    schedule = FetchSchedule(sources)
    fetcher = try Fetcher(certificates: certificates)
    self.evidence = evidence
    known = sources.map { _ in Known() }
    pages = sources.map { _ in [:] }
    links = sources.map { _ in [] }
  }

  /// What was kept when these sources were asked before, the oldest first. What it holds is not news later.
  package mutating func recall(_ source: Int) -> [Arrival] {
    guard let evidence else { return [] }
    let address = schedule.source(source).address.text
    return evidence.history(of: address).compactMap { entry in
      guard let body = evidence.body(entry.digest) else { return nil }
      if let page = entry.page {
        guard let page = WebAddress(page) else { return nil }
        let first = pages[source][page]?.first ?? entry.at.seconds
        pages[source][page] = Page(
          first: first, asked: entry.at.seconds, digest: entry.digest, validators: Validators(entry.headers))
        return Arrival(source: source, page: page, body: body, entry: entry)
      }
      known[source].digest = entry.digest
      known[source].validators = Validators(entry.headers)
      return Arrival(source: source, page: nil, body: body, entry: entry)
    }
  }

  /// Seconds until a source is asked next; `nil` while it is being asked.
  package func secondsUntilNext(_ source: Int) -> Int? {
    schedule.due(source).map { max(0, Int(($0 - SourceWatch.now).rounded(.up))) }
  }

  /// Whether every source was asked, every page that it led to too, and nothing is under way.
  package func isIdle(before deadline: Double) -> Bool {
    underWay.isEmpty && (schedule.next().map { $0 > deadline } ?? true)
  }

  /// Seconds of a clock that only goes forward.
  package static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds that it sleeps at most where nothing is due.
  package static let longestStep = 3600.0

  /// Seconds after which a page is not looked at again.
  private static let longestLook: Int64 = 2 * 86_400

  /// The time of day.
  package static var wallClock: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: Int64(time.tv_sec))
  }

  /// Asks for what is due, and sleeps until something came or something else is due, but so many seconds at most.
  package mutating func step(atMost longest: Double = longestStep) -> [News] {
    var news: [News] = []
    for job in schedule.take(at: SourceWatch.now) {
      if let why = start(job) { news.append(fail(job, why)) }
    }
    guard news.isEmpty else { return news }
    let until = schedule.next().map { max(0, $0 - SourceWatch.now) } ?? longest
    fetcher.wait(milliseconds: Int(min(until, longest) * 1000) + 1)
    while let response = fetcher.take() {
      guard let job = underWay.removeValue(forKey: response.number) else { continue }
      if let told = hear(response, job) { news.append(contentsOf: told) }
    }
    return news
  }

  private mutating func start(_ job: FetchSchedule.Job) -> String? {
    lastNumber += 1
    var headers = ["Accept: text/html, application/rss+xml, application/atom+xml, application/xml, text/xml, */*;q=0.5"]
    if case .source(let index) = job.purpose, known[index].digest != nil {
      headers += known[index].validators.requestHeaders
    }
    if case .page(let address, let source) = job.purpose {
      headers += pages[source][address]?.validators.requestHeaders ?? []
    }
    guard fetcher.start(lastNumber, job.address, headers: headers, publicOnly: job.publicOnly) else {
      return "there is no memory to fetch with"
    }
    underWay[lastNumber] = job
    return nil
  }

  private mutating func hear(_ response: Fetcher.Response, _ job: FetchSchedule.Job) -> [News]? {
    let source = job.source
    if case .source = job.purpose, job.redirects.isEmpty { known[source].isPrivate = response.isPrivate }
    switch response.outcome {
    case .done: break
    case .privateAddress:
      return [fail(job, "\(job.address.host) is an address of this machine or a private network: not asked")]
    case .tooLarge: return [fail(job, "larger than \(Fetcher.mostBytes >> 20) MiB: not read")]
    case .failed(let why): return [fail(job, why)]
    }
    switch response.status {
    case 304:
      finish(job)
      return job.page == nil ? remain(source) : nil
    case 300..<400:
      guard let next = response.redirect.flatMap(WebAddress.init) else {
        return [fail(job, "HTTP \(response.status) that leads to no http or https address")]
      }
      let why = schedule.redirect(job, to: next, at: SourceWatch.now, publicOnly: isForbidden(next, source))
      return why.map { [fail(job, $0)] }
    case 200..<300: return arrive(response, job)
    default:
      let wait = response.retryAfter
      return [fail(job, "HTTP \(response.status)" + (wait > 0 ? ", to be asked again in \(wait) s" : ""), wait: wait)]
    }
  }

  private mutating func arrive(_ response: Fetcher.Response, _ job: FetchSchedule.Job) -> [News] {
    finish(job)
    guard !response.body.isEmpty else { return [fail(job, "an answer without a body", isFinished: true)] }
    let digest = sha256(response.body)
    let source = job.source
    if job.page == nil {
      known[source].validators = Validators(response.headers)
      guard digest != known[source].digest else { return remain(source) }
      known[source].digest = digest
    }
    if let page = job.page {
      pages[source][page]?.validators = Validators(response.headers)
      guard digest != pages[source][page]?.digest else { return [] }
      pages[source][page]?.digest = digest
    }
    let entry = EvidenceFolder.Entry(
      address: schedule.source(source).address.text, at: SourceWatch.wallClock, digest: digest,
      status: response.status, redirects: job.redirects.map(\.text), headers: response.headers, page: job.page?.text)
    var news: [News] = [
      .arrived(Arrival(source: source, page: job.page, body: response.body, entry: entry))
    ]
    do throws(EvidenceError) {
      try evidence?.keep(response.body, entry)
    } catch {
      if !isKeepingTold { news.append(.notKept(error)) }
      isKeepingTold = true
    }
    if job.page == nil, schedule.source(source).followsPages { news += follow(response.body, source) }
    return news
  }

  /// A source has nothing new; the pages that it leads to may have.
  private mutating func remain(_ source: Int) -> [News] { [.unchanged(source: source)] + ask(forPagesOf: source) }

  /// Has the pages fetched that the items of a feed link to.
  private mutating func follow(_ feed: [UInt8], _ source: Int) -> [News] {
    let base = schedule.source(source).address
    links[source] = Intake.links(ofFeed: feed).compactMap { base.resolved($0) }
    return ask(forPagesOf: source)
  }

  /// Asks for the pages that a source leads to and that were not asked for yet, and again for those that may have been
  /// edited since.
  ///
  /// - Returns: That pages are left out, where too many wait already: they are asked for when the source is heard again.
  private mutating func ask(forPagesOf source: Int) -> [News] {
    let now = SourceWatch.wallClock.seconds
    let every = Int64(schedule.source(source).every)
    var left = 0
    for address in links[source] {
      let page = pages[source][address]
      if let page {
        guard looksAgain || page.digest == nil, page.isDue(at: now, every: every) else { continue }
      }
      guard schedule.follow(address, of: source, publicOnly: isForbidden(address, source)) else {
        left += 1
        continue
      }
      pages[source][address, default: Page(first: now, asked: now)].isUnderWay = true
    }
    guard left > 0 else { return [] }
    let why = "\(FetchSchedule.mostWaiting) pages wait already: \(left) more are asked for later"
    return [.failed(source: source, page: schedule.source(source).address, why: why)]
  }

  /// Whether an address that a source leads to may be a public one only: a source may lead into a private network only
  /// where it came out of it, from the same host.
  private func isForbidden(_ address: WebAddress, _ source: Int) -> Bool {
    !(known[source].isPrivate && address.host == schedule.source(source).address.host)
  }

  private mutating func finish(_ job: FetchSchedule.Job) {
    schedule.finish(job, at: SourceWatch.now, failed: false)
    note(job)
  }

  /// Notes that a page was asked for now.
  private mutating func note(_ job: FetchSchedule.Job) {
    guard let page = job.page else { return }
    pages[job.source][page]?.isUnderWay = false
    pages[job.source][page]?.asked = SourceWatch.wallClock.seconds
  }

  private mutating func fail(
    _ job: FetchSchedule.Job, _ why: String, wait: Int = 0, isFinished: Bool = false
  ) -> News {
    if !isFinished {
      let chance = Double.random(in: 0...1, using: &random)
      schedule.finish(job, at: SourceWatch.now, failed: true, retryAfter: Double(wait), random: chance)
      note(job)
    }
    return .failed(source: job.source, page: job.page, why: why)
  }
}

extension FetchSchedule.Job {
  var source: Int {
    switch purpose {
    case .source(let index), .page(_, let index): index
    }
  }

  var page: WebAddress? { if case .page(let address, _) = purpose { address } else { nil } }
}
