import Desk
import DeskServer
import Foundation
import Synchronization
import LineExamples
import Testing

/// The cost of a desk, for docs/scale.md: `SITBOARD_DESK_FIGURES=1 swift test --filter FigureTests`, on a machine that
/// does nothing else.
@Suite(
  .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["SITBOARD_DESK_FIGURES"] != nil, "figures are for a quiet machine"),
  .enabled("\(DeskServer.obstacle ?? "")") { try Requirement.isMet(DeskServer.obstacle) })
struct FigureTests {
  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(body)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private func lines(_ journal: Int, _ entries: Range<Int>) -> [LogLine] {
    entries.map { Example.line(Example.note("note \($0)", journal: journal, entry: $0)) }
  }

  @Test func `events a second by the number of writers, and bytes an event`() throws {
    let server = try DeskServer(isDurable: true)
    for writers in [1, 2, 4, 8] {
      for batch in [1, 1000] {
        let desk = try TestDesk(server)
        let count = batch == 1 ? 50 : 4000
        let parts = (0..<writers).map { writer in
          stride(from: 1, to: count, by: batch).map { lines(writer, $0..<$0 + batch) }
        }
        let logs = Mutex(try (0..<writers).map { _ in Sent(try desk.log()) })
        let time = seconds {
          onThreads(writers) { writer in
            let log = logs.withLock { $0[writer] }
            for part in parts[writer] { _ = try? log.log.append(part) }
          }
        }
        let total = try desk.log().count()
        let size = try desk.database().number("SELECT pg_total_relation_size('\(desk.name).event')")
        print(
          "writers \(writers), batch \(batch): \(Int(Double(total) / time)) events/s, \(size / max(1, total)) bytes")
      }
    }
  }

  @Test(arguments: [1, 10, 40])
  func `milliseconds from added to read, by the number of listeners`(_ listeners: Int) throws {
    let desk = try TestDesk(DeskServer(isDurable: true))
    let rounds = 200
    let address = try desk.address()
    let times = Mutex<[Double]>([])
    let ready = Atomic(0)
    let heard = Atomic(0)
    let sentAt = Mutex(ContinuousClock.now)
    onThreads(listeners + 1) { number in
      do {
        let log = try DeskLog(address)
        var position: Int64 = 0
        guard number < listeners else {
          while ready.load(ordering: .acquiring) < listeners { usleep(500) }
          for round in 1...rounds {
            sentAt.withLock { $0 = .now }
            try log.append(self.lines(1, round..<round + 1))
            while heard.load(ordering: .acquiring) < round * listeners { usleep(200) }
          }
          return
        }
        try log.listen()
        ready.wrappingAdd(1, ordering: .releasing)
        var count = 0
        while count < rounds {
          try log.wait(or: -1, milliseconds: 5000)
          try log.read(after: position) { record in
            position = record.position
            count += 1
            let time = (ContinuousClock.now - sentAt.withLock { $0 }).components.attoseconds
            times.withLock { $0.append(Double(time) / 1e15) }
            heard.wrappingAdd(1, ordering: .releasing)
          }
        }
      } catch {
        Issue.record(error)
      }
    }
    let sorted = times.withLock { $0.sorted() }
    #expect(sorted.count == rounds * listeners)
    let (median, high) = (sorted[sorted.count / 2], sorted[sorted.count * 99 / 100])
    print(String(format: "listeners %d: median %.1f ms, p99 %.1f ms", listeners, median, high))
  }
}

/// A log that goes from the thread that opened it to the one that uses it, and is used by that one alone.
private final class Sent: @unchecked Sendable {
  let log: DeskLog

  init(_ log: DeskLog) { self.log = log }
}

extension Database {
  fileprivate func number(_ statement: String) throws -> Int { try first(statement).flatMap { Int($0) } ?? 0 }
}
