import Formats
import LineExamples
import Sharing
import Situation
import Testing

@Suite struct WireTests {
  private func decode(_ bytes: [UInt8], fromPresenter: Bool = true) throws -> [WireFrame] {
    var decoder = WireDecoder(fromPresenter: fromPresenter)
    return try decoder.take(bytes)
  }

  @Test func `a frame is its length, its kind and its bytes`() throws {
    let frame = WireFrame(.seen, [0, 0, 0, 0, 0, 0, 1, 2])
    #expect(frame.bytes == [0, 0, 0, 8, 17, 0, 0, 0, 0, 0, 0, 1, 2])
    #expect(try decode(frame.bytes, fromPresenter: false) == [frame])
  }

  @Test func `frames come out the same however the bytes are cut`() throws {
    let frames = [
      WireFrame(.hello, Array("hello".utf8)), WireFrame(.events, [UInt8](repeating: 7, count: 64 * 1024)),
      WireFrame(.state, []), WireFrame(.farewell),
    ]
    let bytes = frames.flatMap(\.bytes)
    for size in [1, 2, 5, 7, 4096, bytes.count] {
      var decoder = WireDecoder(fromPresenter: true)
      var found: [WireFrame] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        found += try decoder.take(bytes[start..<min(bytes.count, start + size)])
      }
      #expect(found == frames)
    }
  }

  @Test func `a length over the limit of its kind is refused before its bytes come`() {
    for kind in WireFrame.Kind.allCases {
      let length = UInt32(kind.limit + 1)
      let head = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + [kind.rawValue]
      #expect(throws: WireError.self) { try decode(head, fromPresenter: kind.isPresenters) }
    }
    #expect(throws: WireError.self) { try decode([255, 255, 255, 255, 2]) }
  }

  @Test func `kinds that are unknown, and those of the other side, are refused`() {
    for kind in UInt8.min...UInt8.max {
      let known = WireFrame.Kind(rawValue: kind)
      for side in [true, false] where known?.isPresenters != side {
        #expect(throws: WireError.self) { try decode([0, 0, 0, 0, kind], fromPresenter: side) }
      }
    }
  }

  @Test func `random bytes neither crash the decoder nor make it hold much`() {
    for seed in 0..<200 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var decoder = WireDecoder(fromPresenter: seed % 2 == 0)
      for _ in 0..<50 {
        let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
          UInt8.random(in: 0...20, using: &generator)
        }
        guard (try? decoder.take(bytes)) != nil else { break }
      }
    }
  }

  @Test func `a state is read back as it was written`() throws {
    let state = LedState(
      number: 3, events: 40, playhead: 12, clock: .reported, pointer: .init(pane: 2, row: "held"),
      words: "look \u{202E}here")
    #expect(try LedState(reading: state.bytes) == state)
    let plain = LedState(events: 0, playhead: 0, clock: .happened)
    #expect(try LedState(reading: plain.bytes) == plain)
    let long = LedState(events: 1, playhead: 1, clock: .happened, words: String(repeating: "x", count: 9000))
    #expect(long.bytes.count < WireFrame.Kind.state.limit)
    #expect(try LedState(reading: long.bytes).words?.count == LedState.longestWords)
  }

  @Test func `a state with anything out of bounds is refused`() {
    for text in [
      "", "{}", "[]", "null", #"{"number":1,"events":5,"playhead":6,"clock":"happened"}"#,
      #"{"number":-1,"events":5,"playhead":5,"clock":"happened"}"#,
      #"{"number":1,"events":-5,"playhead":-6,"clock":"happened"}"#,
      #"{"number":1,"events":5,"playhead":5,"clock":"tomorrow"}"#,
      #"{"number":1,"events":5,"playhead":5,"clock":"happened","pointer":{"pane":77,"row":"x"}}"#,
      #"{"number":1,"events":5,"playhead":5,"clock":"happened","words":7}"#,
      #"{"number":9223372036854775808,"events":5,"playhead":5,"clock":"happened"}"#,
    ] {
      #expect(throws: WireError.self, "\(text)") { try LedState(reading: Array(text.utf8)) }
    }
    #expect(throws: WireError.self) {
      try LedState(
        reading: Array(
          #"{"number":1,"events":5,"playhead":5,"clock":"happened","words":"\#(String(repeating: "x", count: 501))"}"#
            .utf8))
    }
  }
}
