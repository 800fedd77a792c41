internal import Situation

extension Model {
  /// Moves the playhead; the receipt pane follows it once it rests.
  mutating func go(to position: Int, on clock: Clock? = nil) -> [Effect] {
    let (before, shown) = (playhead, lingering ?? receipts)
    movePlayhead(to: position, on: clock ?? self.clock)
    attention = .playhead
    receiptIndex = 0
    if replay.isPlaying { return playOn() }
    guard playhead != before || clock != nil else { return [.bell] }
    lingering = shown
    return [.wake(after: Replay.receiptPause)]
  }

  mutating func playOrPause() -> [Effect] {
    lingering = nil
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
    let shown = lingering ?? receipts
    lingering = nil
    guard replay.isPlaying else { return [] }
    movePlayhead(to: steppedVisibly(1), on: clock)
    if attention == .playhead { receiptIndex = 0 }
    let effects = playOn()
    if replay.isPlaying, nextWait < Replay.receiptPause { lingering = shown }
    return effects
  }

  mutating func squeeze() -> [Effect] {
    replay.isSqueezed.toggle()
    tell(replay.isSqueezed ? "idle time is squeezed" : "idle time plays in full")
    return replay.isPlaying ? [.wake(after: nextWait)] : []
  }

  /// To the end, where the board stays whatever comes; from there back to the event it was at.
  mutating func goLive() -> [Effect] {
    if !isAtEnd {
      beforeLive = latest?.id
      let effects = go(to: store.replayCount)
      tell("live: the board goes on with whatever comes; L goes back")
      return effects
    }
    guard let event = beforeLive else { return [.bell] }
    beforeLive = nil
    return go(to: store.position(of: event, on: clock) + 1)
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
    guard playhead < store.replayCount else { return .zero }
    let last = playhead > 0 ? store.moment(at: playhead - 1, on: clock) : nil
    return replay.wait(from: last, to: store.moment(at: max(playhead, stepped(1) - 1), on: clock))
  }

  private mutating func playOn() -> [Effect] {
    if isAtEnd {
      replay.isPlaying = false
      return [.cancelWake]
    }
    if let marker = markers.first(where: { $0.position == playhead }) {
      replay.isPlaying = false
      tell("paused at marker" + (marker.name.isEmpty ? "" : " " + marker.name) + "; space plays on")
      return [.cancelWake]
    }
    return [.wake(after: nextWait)]
  }
}
