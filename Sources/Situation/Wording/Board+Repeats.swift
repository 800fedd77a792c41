extension Board {
  /// Returns true for a claim that gives a figure which its speaker, or somebody whom it echoes, gave before: the row of
  /// the figure has the time of the first that gave it.
  package func isSaidAgain(_ event: Event) -> Bool {
    guard let key = event.claim.count?.key, let ladder = ladders[key], let number = ladder.rungNumber(of: event.id)
    else { return false }
    return ladder.rung(number).first != event.id
  }
}
