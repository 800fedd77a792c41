package import BoardUI
import Formats
package import Situation
package import Terminal

/// The replay as an asciicast v2 (https://docs.asciinema.org/manual/asciicast/v2/): what a terminal shows while the
/// incident plays from before its first event to its last, with markers to go to.
package struct Cast {
  package struct Options: Hashable, Sendable {
    package var size: Size
    package var clock: Clock
    /// How many times as fast as the board plays it.
    package var speed: Double
    package var tier: GlyphTier
    package var theme: Theme

    package init(size: Size, clock: Clock = .happened, speed: Double = 1, tier: GlyphTier = .unicode, theme: Theme) {
      self.size = size
      self.clock = clock
      self.speed = speed
      self.tier = tier
      self.theme = theme
    }
  }

  private let store: EventStore
  private let options: Options
  /// Since the beginning of the recording, in microseconds.
  private var time: Int64 = 0
  private var stream: FrameStream
  private var day: String?
  private var conflicts: Set<String> = []

  /// How long the last picture stands.
  private static let rest: Int64 = 3_000_000

  package init(_ store: EventStore, _ options: Options) {
    self.store = store
    self.options = options
    stream = FrameStream(theme: options.theme)
  }

  /// Writes the header and then the events, a line each.
  package mutating func write<Failure: Error>(_ line: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var model = Model(
      store: store, clock: options.clock, size: options.size,
      options: BoardUI.Options(tier: options.tier, isReadOnly: true))
    try line(header())
    var effects = update(&model, .key("g"))
    effects += update(&model, .key(" "))
    try line(event("o", stream.bytes(for: view(model, size: options.size))))
    while let wait = effects.wake {
      time += Int64(Double(wait.microseconds) / options.speed)
      effects = update(&model, .tick)
      for marker in markers(model) { try line(event("m", marker)) }
      try line(event("o", stream.bytes(for: view(model, size: options.size))))
    }
    time += Cast.rest
    try line(event("o", "\u{1B}[0m"))
  }

  /// How every cast begins that this module wrote.
  package static let opening = "{\"version\":2,\"width\":"

  private func header() -> [UInt8] {
    let value = JSONValue.object([
      .init("version", .integer(2)), .init("width", .integer(options.size.columns)),
      .init("height", .integer(options.size.rows)), .init("title", .string("sitboard replay")),
      .init("env", .object([.init("TERM", .string("xterm-256color"))])),
    ])
    return JSONWriter.bytes(value) + [0x0A]
  }

  private func event(_ kind: String, _ data: String) -> [UInt8] {
    let fraction = String(1_000_000 + time % 1_000_000).dropFirst()
    let value = JSONValue.array([.number("\(time / 1_000_000).\(fraction)"), .string(kind), .string(data)])
    return JSONWriter.bytes(value) + [0x0A]
  }

  /// What is worth going to at the playhead: a marker of the operator's, a new day, a conflict that comes up.
  private mutating func markers(_ model: Model) -> [String] {
    var markers: [String] = []
    guard model.playhead > 0 else { return markers }
    let event = store.event(at: model.playhead - 1, on: options.clock)
    if case .marker(let name, _)? = event.act?.act { markers.append(SafeText.line(name)) }
    let moment = store.moment(of: event, on: options.clock)
    if let date = moment.to.map({ CivilTime($0.advanced(by: -1), at: moment.offset).date.short }), date != day {
      markers.append(date)
      day = date
    }
    for conflict in model.board.openConflicts {
      let name = "\(conflict.headline()): \(conflict.claimed()) \(conflict.opposed())"
      if conflicts.insert(conflict.kind.rawValue + conflict.subject).inserted { markers.append(SafeText.line(name)) }
    }
    return markers
  }
}

extension [Effect] {
  /// How long until the next event, while the replay plays.
  fileprivate var wake: Duration? {
    for case .wake(let duration) in reversed() { return duration }
    return nil
  }
}

extension Duration {
  fileprivate var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}
