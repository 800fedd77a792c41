import Benchmark
import BoardUI
import SyntheticIncident

/// How long a step of the replay takes on a wide terminal, with a long incident behind it.
let benchmarks: @Sendable () -> Void = {
  let events = 100_000
  let configuration = Benchmark.Configuration(
    metrics: [.wallClock], timeUnits: .microseconds, warmupIterations: 0, maxDuration: .seconds(60),
    maxIterations: 2000)

  // What a frame costs once the model is as it is to be shown: its layout, its cells, and what of them is new to the
  // terminal.
  Benchmark(
    "draw at 200x60 of \(events)", configuration: configuration,
    closure: { (benchmark, replay: Replay) in
      replay.empty()
      replay.step()
      benchmark.startMeasurement()
      replay.draw()
      benchmark.stopMeasurement()
    }, setup: { try Replay(SyntheticIncident(events: events)) })

  // From the key on: the board as of the next event as well.
  Benchmark(
    "step at 200x60 of \(events)", configuration: configuration,
    closure: { (benchmark, replay: Replay) in
      replay.empty()
      benchmark.startMeasurement()
      replay.step()
      replay.draw()
      benchmark.stopMeasurement()
    }, setup: { try Replay(SyntheticIncident(events: events)) })
}
