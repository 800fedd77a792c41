import BoardUI
import Fetching
import Intake
import Situation
import Terminal

/// Asks sources again and again on a thread of its own, and hands what comes to the reading queue.
///
/// It keeps the thread for as long as the program runs: it holds nothing that ending would have to wait for, since what is
/// kept is written whole.
enum SourcePoller {
  /// - Throws: Where the library is missing.
  static func start(_ sources: [LiveSource], _ work: FeedWork) throws(Failure) {
    // Looked for here, so that the command fails with words; the thread opens its own.
    _ = try SourceWatch.opened([], nil)
    guard Threads.detach({ poll(sources, work) }) else { throw Failure(.unavailable, "no thread to fetch on") }
  }

  private static func poll(_ sources: [LiveSource], _ work: FeedWork) {
    guard var watch = try? SourceWatch.opened(sources, .standard) else { return }
    watch.looksAgain = true
    var states = sources.map { SourceState(name: $0.name, address: $0.address.text, every: $0.every, asked: now) }
    // Where nothing was kept, what the first round gives is how things stand, and no news.
    var isCaughtUp = false
    for index in sources.indices {
      for arrival in watch.recall(index) {
        isCaughtUp = true
        deliver(arrival, sources[index], work)
      }
    }
    if isCaughtUp { work.catchUp() }
    work.tell(states)
    let start = SourceWatch.now
    while true {
      for news in watch.step(atMost: isCaughtUp ? SourceWatch.longestStep : 1) {
        switch news {
        case .arrived(let arrival):
          states[arrival.source].succeed(at: now)
          if arrival.page != nil { states[arrival.source].pages += 1 }
          work.mailbox.put { $0.hasFetched = true }
          deliver(arrival, sources[arrival.source], work)
        case .unchanged(let source): states[source].succeed(at: now)
        case .failed(let source, let page, let why):
          if let page { states[source].note = "\(page.text): \(why)" } else { states[source].trouble = why }
        case .notKept(let error): work.mailbox.put { $0.notices.append(error.message) }
        }
      }
      for index in states.indices {
        states[index].next = watch.secondsUntilNext(index).map { now.advanced(by: Int64($0)) }
      }
      if !isCaughtUp, states.allSatisfy(\.wasHeard) || SourceWatch.now - start > patience {
        isCaughtUp = true
        work.catchUp()
      }
      work.tell(states)
    }
  }

  /// Seconds after which a source that has not answered holds the board up no longer.
  private static let patience = 10.0

  private static func deliver(_ arrival: SourceWatch.Arrival, _ source: LiveSource, _ work: FeedWork) {
    work.later {
      let read = arrival.load(work.intakeOptions, of: source)
      work.take(read, of: source.address.text, isPage: arrival.page != nil)
    }
  }

  static var now: Instant { SourceWatch.wallClock }
}
