import Benchmark
import SyntheticIncident
import Situation

/// How fast events come into the store, how long a whole board as of a random instant takes, and what an event costs
/// in resident memory, on synthetic incidents of four sizes.
let benchmarks: @Sendable () -> Void = {
  for events in [10_000, 100_000, 1_000_000, 10_000_000] {
    addInBulk(events)
    lookUpBoards(events)
    if events < 10_000_000 { addWithBoards(events) }
  }
}

private let rate = BenchmarkMetric.custom(
  "Events added/second in all", polarity: .prefersLarger, useScalingFactor: false)
private let cost = BenchmarkMetric.custom("Resident bytes/event", useScalingFactor: false)

/// An iteration adds a thousand articles; all of the iterations together the incident. It is told as it is read, and
/// its making is not counted.
private func addInBulk(_ events: Int) {
  let incident = SyntheticIncident(events: events)
  let batches = (incident.articles + 999) / 1000
  Benchmark(
    "bulk \(events)", configuration: iterations(batches, [.wallClock, rate, cost]),
    closure: { (benchmark, growing: Growing) in
      let batch = growing.nextArticles(1000)
      benchmark.startMeasurement()
      growing.clock { $0.append(contentsOf: batch) }
      benchmark.stopMeasurement()
      guard growing.isWhole(events) else { return }
      benchmark.measurement(rate, growing.rate)
      benchmark.measurement(cost, growing.residentGrowth / events)
    },
    setup: { Growing(incident) })
}

/// An iteration is a board, the clocks in turn: panes, ladders, ledger and conflicts.
private func lookUpBoards(_ events: Int) {
  Benchmark(
    "as of \(events)", configuration: iterations(2000, [.wallClock]),
    closure: { (benchmark, past: Past) in
      let clock = benchmark.currentIteration % 2 == 0 ? Clock.happened : .reported
      let instant = past.nextInstant()
      benchmark.startMeasurement()
      let cut = past.store.asOf(instant, on: clock)
      blackHole(Board(past.store, included: cut.included, clock: clock, asOf: instant))
      benchmark.stopMeasurement()
    },
    setup: {
      let growing = Growing(SyntheticIncident(events: events))
      while !growing.isWhole(events) { growing.store.append(contentsOf: growing.nextArticles(1000)) }
      return Past(growing.store)
    })
}

/// An iteration adds an article at a time until a thousand events are in, and draws up a whole board of the end.
private func addWithBoards(_ events: Int) {
  Benchmark(
    "sustained \(events)", configuration: iterations(events / 1000, [.wallClock, rate]),
    closure: { (benchmark, growing: Growing) in
      let articles = growing.nextEvents(1000)
      let clock = benchmark.currentIteration % 2 == 0 ? Clock.happened : .reported
      benchmark.startMeasurement()
      growing.clock { store in
        for (article, claims) in articles { store.append(article, claims: claims) }
        blackHole(Board(store, included: store.replayCount, clock: clock))
      }
      benchmark.stopMeasurement()
      if growing.isWhole(events) { benchmark.measurement(rate, growing.rate) }
    },
    setup: { Growing(SyntheticIncident(events: events)) })
}

/// As many iterations as given and no more: each finds the store as the one before it left it.
private func iterations(_ count: Int, _ metrics: [BenchmarkMetric]) -> Benchmark.Configuration {
  .init(
    metrics: metrics, timeUnits: .microseconds, warmupIterations: 0, maxDuration: .seconds(600), maxIterations: count)
}
