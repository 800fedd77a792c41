/// When what is asked for: a value that knows no network and no clock. Times are seconds of any clock that only goes
/// forward.
///
/// A source is asked once in its `every`, later where the server says so or where it failed; a host gets one request at
/// a time.
package struct FetchSchedule: Sendable {
  /// What a request is for.
  package enum Purpose: Hashable, Sendable {
    case source(Int)
    /// The page that an item of a source links to.
    case page(WebAddress, source: Int)
  }

  package struct Job: Hashable, Sendable {
    package var purpose: Purpose
    /// Where it is asked for now: redirects lead on.
    package var address: WebAddress
    package var redirects: [WebAddress] = []
    /// Whether only public addresses may be connected to.
    package var publicOnly: Bool
  }

  private struct State: Sendable {
    var source: LiveSource
    var due: Double = 0
    var failures = 0
    var isUnderWay = false
  }

  /// Redirects that are followed from one address.
  static let mostRedirects = 5
  /// A failing source is asked at least so often, unless its `every` is longer.
  static let longestBackOff = 3600.0
  /// No server has a source wait longer.
  static let longestRetryAfter = 86_400.0
  /// Pages that wait to be fetched; more are left out, and that is told.
  static let mostWaiting = 5000
  /// Seconds between two requests to a host.
  static let pause = 1.0

  private var states: [State]
  private var waiting: [Job] = []
  private var busy: Set<String> = []
  private var freeAt: [String: Double] = [:]

  package init(_ sources: [LiveSource]) { states = sources.map { State(source: $0) } }

  package func source(_ index: Int) -> LiveSource { states[index].source }

  /// When a source is asked next; `nil` while it is being asked.
  package func due(_ index: Int) -> Double? { states[index].isUnderWay ? nil : states[index].due }

  package func failures(_ index: Int) -> Int { states[index].failures }

  /// Adds the page of an item. Returns false where too many wait already.
  package mutating func follow(_ address: WebAddress, of source: Int, publicOnly: Bool) -> Bool {
    guard waiting.count < FetchSchedule.mostWaiting else { return false }
    waiting.append(Job(purpose: .page(address, source: source), address: address, publicOnly: publicOnly))
    return true
  }

  /// What is to be asked for now; it counts as under way until it is finished or redirected.
  package mutating func take(at now: Double) -> [Job] {
    for index in states.indices where !states[index].isUnderWay && states[index].due <= now {
      states[index].isUnderWay = true
      // Before the pages: a source that is late is late for everybody.
      waiting.insert(
        Job(purpose: .source(index), address: states[index].source.address, publicOnly: false), at: 0)
    }
    var (jobs, rest): ([Job], [Job]) = ([], [])
    for job in waiting {
      let host = job.address.host
      if busy.contains(host) || freeAt[host, default: 0] > now {
        rest.append(job)
      } else {
        busy.insert(host)
        jobs.append(job)
      }
    }
    waiting = rest
    return jobs
  }

  /// When something is to be asked for next, as long as nothing that is under way ends; `nil` for never.
  package func next() -> Double? {
    let free = waiting.compactMap { busy.contains($0.address.host) ? nil : freeAt[$0.address.host, default: 0] }
    return (states.filter { !$0.isUnderWay }.map(\.due) + free).min()
  }

  /// A job that is under way was redirected.
  ///
  /// - Returns: Why it is not followed; `nil` where it is.
  package mutating func redirect(_ job: Job, to address: WebAddress, at now: Double, publicOnly: Bool) -> String? {
    release(job, at: now)
    guard job.redirects.count < FetchSchedule.mostRedirects else {
      return "more than \(FetchSchedule.mostRedirects) redirects"
    }
    guard address != job.address, !job.redirects.contains(address) else { return "redirects that lead in a circle" }
    var further = job
    further.redirects.append(job.address)
    further.address = address
    further.publicOnly = publicOnly
    waiting.insert(further, at: 0)
    // The first request was let wait for; the next is a part of it.
    if address.host == job.address.host { freeAt[address.host] = nil }
    return nil
  }

  /// A job is done.
  ///
  /// - Parameters:
  ///   - retryAfter: Seconds that the server asks to wait; 0 for nothing asked.
  ///   - random: From 0 to 1, so that many that fail together do not come again together.
  package mutating func finish(
    _ job: Job, at now: Double, failed: Bool, retryAfter: Double = 0, random: Double = 0.5
  ) {
    release(job, at: now)
    let asked = min(retryAfter, FetchSchedule.longestRetryAfter)
    // What one address is told to wait, its host is.
    if asked > 0, failed { freeAt[job.address.host] = now + asked }
    guard case .source(let index) = job.purpose else { return }
    states[index].isUnderWay = false
    states[index].failures = failed ? states[index].failures + 1 : 0
    let every = Double(states[index].source.every)
    var wait = every
    if failed {
      let doubled = every * Double(1 << min(states[index].failures, 20))
      wait = max(every, min(doubled, FetchSchedule.longestBackOff)) * (0.9 + 0.2 * random)
    }
    states[index].due = now + max(every, wait, asked)
  }

  /// Its host may be asked again after a pause.
  private mutating func release(_ job: Job, at now: Double) {
    busy.remove(job.address.host)
    freeAt[job.address.host] = now + FetchSchedule.pause
    if freeAt.count > 4096 { freeAt = freeAt.filter { $0.value > now } }
  }
}
