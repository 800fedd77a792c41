extension EventStore {
  /// When the last of all that is told was so or was said; nothing that lies ahead or is of another time counts.
  package func latestTold(on clock: Clock) -> Instant? { latestTold(in: replayCount, on: clock) { _ in true } }

  /// Returns false for what does not move the present: what is feared or announced lies ahead, and what the operator
  /// does to the board is no news of the incident. What they add is.
  package func tellsOfThePresent(_ event: EventID) -> Bool {
    let number = UInt32(event.sequence)
    return table.standing(number) != .forecast && table.entry(number)?.addsClaim ?? true
  }

  /// The time of the last event of an article that has one, in its own zone; `nil` where none has.
  package func newestTime(on clock: Clock) -> CivilTime? {
    for position in stride(from: replayCount - 1, through: 0, by: -1) {
      if let time = moment(at: position, on: clock).lastTime, event(at: position, on: clock).act == nil { return time }
    }
    return nil
  }
}
