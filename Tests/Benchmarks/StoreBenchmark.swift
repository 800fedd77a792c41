import Glibc
import Situation

/// Measures the store on a synthetic incident: how fast events come in, at once and with a board every thousand, how
/// long a board as of a random instant takes, and what an event costs in resident memory.
///
///     StoreBenchmark EVENTS [bulk|asof|sustained]
///
/// With a last word it measures that alone, boards five times over. Times are of this process's processor time.
@main struct StoreBenchmark {
  static func main() {
    let events = Int(CommandLine.arguments.dropFirst().first ?? "") ?? 1_000_000
    let only = CommandLine.arguments.dropFirst(2).first
    if only != "sustained" {
      let store = bulk(events)
      if only != "bulk" { for _ in 0..<(only == nil ? 1 : 5) { asOf(store) } }
    }
    if only == nil || only == "sustained" { sustained(events) }
  }

  /// All articles in batches of a thousand, every index included. The incident is told as it is read, and its making
  /// is not counted.
  private static func bulk(_ events: Int) -> EventStore {
    let before = residentBytes()
    var store = EventStore()
    var seconds = 0.0
    var incident = SyntheticIncident(events: events)
    while true {
      var batch: [(article: Article, claims: [Claim])] = []
      while batch.count < 1000, let next = incident.next() { batch.append(next) }
      if batch.isEmpty { break }
      let start = processorTime()
      store.append(contentsOf: batch)
      seconds += processorTime() - start
    }
    print("bulk: \(rate(events, seconds)) events/s, \((residentBytes() - before) / events) bytes an event")
    return store
  }

  /// Boards at two thousand random instants on both clocks, the first counted.
  private static func asOf(_ store: EventStore) {
    var random = BenchmarkGenerator(state: 7)
    var times: [Double] = []
    var rows = 0
    for number in 0..<2000 {
      let clock = number % 2 == 0 ? Clock.happened : .reported
      let instant = SyntheticIncident.start.advanced(by: Int64(random.below(Int(SyntheticIncident.week))))
      let start = processorTime()
      let cut = store.asOf(instant, on: clock)
      let board = Board(store, included: cut.included, clock: clock, asOf: instant)
      times.append(processorTime() - start)
      rows += board.people.count + board.conflicts.count
    }
    times.sort()
    print("as of: median \(milliseconds(times[1000])) ms, p99 \(milliseconds(times[1980])) ms; \(rows) rows in all")
  }

  /// An article at a time, and a whole board after every thousand events, the clocks in turn.
  private static func sustained(_ events: Int) {
    var store = EventStore()
    var (seconds, since, boards, rows) = (0.0, 0, 0, 0)
    for (article, claims) in SyntheticIncident(events: events) {
      let start = processorTime()
      store.append(article, claims: claims)
      since += claims.count
      if since >= 1000 {
        since = 0
        boards += 1
        let clock = boards % 2 == 0 ? Clock.happened : .reported
        rows += Board(store, included: store.events.count, clock: clock).conflicts.count
      }
      seconds += processorTime() - start
    }
    print("sustained: \(rate(events, seconds)) events/s with \(boards) boards; \(rows) conflicts in all")
  }

  private static func rate(_ events: Int, _ seconds: Double) -> Int { Int(Double(events) / seconds) }

  private static func milliseconds(_ seconds: Double) -> Double { (seconds * 100_000).rounded() / 100 }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The second number of `/proc/self/statm`, in pages.
  private static func residentBytes() -> Int {
    var buffer = [UInt8](repeating: 0, count: 128)
    let file = open("/proc/self/statm", O_RDONLY)
    defer { close(file) }
    let count = max(0, read(file, &buffer, buffer.count))
    let fields = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
    return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
