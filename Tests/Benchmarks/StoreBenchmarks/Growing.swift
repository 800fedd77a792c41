import Glibc
import SyntheticIncident
import Situation

/// A store that an incident comes into, piece by piece, with the time that has taken.
final class Growing {
  var store = EventStore()
  private var incident: SyntheticIncident
  private var elapsed = Duration.zero
  private let residentBefore = residentBytes()

  init(_ incident: SyntheticIncident) { self.incident = incident }

  func nextArticles(_ count: Int) -> [(article: Article, claims: [Claim])] {
    var articles: [(article: Article, claims: [Claim])] = []
    while articles.count < count, let next = incident.next() { articles.append(next) }
    return articles
  }

  /// As many articles as it takes for so many events.
  func nextEvents(_ count: Int) -> [(article: Article, claims: [Claim])] {
    var (articles, events): ([(article: Article, claims: [Claim])], Int) = ([], 0)
    while events < count, let next = incident.next() {
      articles.append(next)
      events += next.claims.count
    }
    return articles
  }

  func isWhole(_ events: Int) -> Bool { store.events.count >= events }

  func clock(_ change: (inout EventStore) -> Void) { elapsed += ContinuousClock().measure { change(&store) } }

  /// Events a second of the time taken.
  var rate: Int { Int(Double(store.events.count) / (elapsed / .seconds(1))) }

  /// In bytes; with the articles themselves.
  var residentGrowth: Int { residentBytes() - residentBefore }
}

/// A store and the instants of it to be looked up.
final class Past {
  let store: EventStore
  private var random = BenchmarkGenerator(state: 7)

  init(_ store: EventStore) { self.store = store }

  func nextInstant() -> Instant {
    SyntheticIncident.start.advanced(by: Int64(random.below(Int(SyntheticIncident.week))))
  }
}

/// The second number of `/proc/self/statm`, in pages.
private func residentBytes() -> Int {
  var buffer = [UInt8](repeating: 0, count: 128)
  let file = open("/proc/self/statm", O_RDONLY)
  defer { close(file) }
  let count = max(0, read(file, &buffer, buffer.count))
  let fields = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
  return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
}
