/// Where an event stands in the order of replay of a clock (`EventTable.precedes`).
struct ReplayKey: Hashable, Sendable {
  /// The end of its moment, which settles most comparisons without a look at the event.
  var to: Int64
  var event: UInt32
  /// For a rung's claim, the number of the rung on its ladder; else 0.
  var rung: UInt32 = 0

  /// The end of a moment that has none: after every dated one, so that a wholly undated text replays in the order of
  /// its text and dated events are never mixed with it.
  static let undated = Int64.max
}

extension Claim {
  /// When it was so or was said, as far as its article's filing time bounds it: "Wednesday morning" in a dispatch filed
  /// at 07:40 ends at 07:40. What is feared or foretold is placed where it was said; what begins only later lies ahead.
  package func moment(on clock: Clock, filed: Moment) -> Moment {
    let moment = standing == .forecast && clock == .happened ? reported.by : moment(on: clock)
    guard let end = filed.to else { return moment }
    if let from = moment.from, from > end { return moment }
    return moment.held(to: end)
  }
}
