internal import Situation

extension Model {
  /// Moves the playhead; the receipt pane follows it.
  mutating func go(to position: Int, on clock: Clock? = nil) -> [Effect] {
    let before = playhead
    movePlayhead(to: position, on: clock ?? self.clock)
    attention = .playhead
    receiptIndex = 0
    guard replay.isPlaying else { return playhead == before && clock == nil ? [.bell] : [] }
    return playOn()
  }

  mutating func playOrPause() -> [Effect] {
    if replay.isPlaying {
      replay.isPlaying = false
      return [.cancelWake]
    }
    guard !store.events.isEmpty else { return [.bell] }
    if isAtEnd { movePlayhead(to: 0, on: clock) }
    attention = .playhead
    replay.isPlaying = true
    return [.wake(after: nextWait)]
  }

  mutating func tick() -> [Effect] {
    // A timer that was set before the pause may still go off.
    guard replay.isPlaying else { return [] }
    movePlayhead(to: playhead + 1, on: clock)
    if attention == .playhead { receiptIndex = 0 }
    return playOn()
  }

  mutating func changeSpeed(_ command: Command) -> [Effect] {
    switch command {
    case .faster: replay.faster()
    case .slower: replay.slower()
    default: replay.normal()
    }
    return replay.isPlaying ? [.wake(after: nextWait)] : []
  }

  /// How long until the next event is in.
  var nextWait: Duration {
    guard playhead < store.events.count else { return .zero }
    let last = playhead > 0 ? store.moment(at: playhead - 1, on: clock) : nil
    return replay.wait(from: last, to: store.moment(at: playhead, on: clock))
  }

  private mutating func playOn() -> [Effect] {
    if isAtEnd {
      replay.isPlaying = false
      return [.cancelWake]
    }
    return [.wake(after: nextWait)]
  }
}
