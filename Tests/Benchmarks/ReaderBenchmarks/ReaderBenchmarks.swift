import ArticleReader
import Benchmark
import BuiltIn
import Intake
import Situation

/// How many articles are read in a second on one core: the built-in dispatches, told one after the other until an
/// article is as long as those of newspapers.
let benchmarks: @Sendable () -> Void = {
  let articles = articles(ofWords: 430)
  Benchmark(
    "articles of 430 words",
    configuration: .init(
      metrics: [.wallClock, .throughput, .mallocCountTotal], timeUnits: .microseconds, warmupIterations: 100,
      maxDuration: .seconds(20), maxIterations: 40_000),
    closure: { (benchmark, reader: ArticleReader) in
      blackHole(reader.read(articles[benchmark.currentIteration % articles.count]))
    },
    setup: {
      ArticleReader(
        lexicon: try Lexicon(files: (0..<sitboard_lexicon_count).map { file(sitboard_lexicon_at($0)) }),
        weights: try Weights(file: file(sitboard_weights)))
    })
}

/// Each begins a dispatch later than the one before it and is filled up with those that follow, line by line.
private func articles(ofWords words: Int) -> [Article] {
  let bodies = (0..<sitboard_seed_count).map { index in
    let lines = file(sitboard_seed_at(index)).text.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.drop { !$0.isEmpty }
  }
  let texts = bodies.indices.map { first in
    var text = Array("Title: \(first)\nDate: 2025-03-12T12:00+05:00\n\n".utf8)
    var missing = words
    for line in (bodies[first...] + bodies[..<first]).joined() where missing > 0 {
      text += line + [0x0A]
      missing -= line.split(separator: 0x20).count
    }
    return (name: "\(first).txt", bytes: text)
  }
  return Intake.load(texts).entries.map(\.article)
}

private func file(_ file: sitboard_file) -> (name: String, text: [UInt8]) {
  (String(cString: file.name), Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
}
