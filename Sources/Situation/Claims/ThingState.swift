/// How much a state of a thing tells of what happened to it, for the one that a title has room for.
package enum ThingState: Int {
  /// It stands, or is on its way.
  case standing
  /// Whatever no line here knows.
  case harmed
  case grave
  /// What happened is past: it was retaken, put out, reopened.
  case over

  /// True for a state by which what happened is past.
  package static func isOver(_ words: String) -> Bool { ThingState(words) == .over }

  /// A state or an action of which nobody tells that it goes on, as one tells of what is past: "had been storming the
  /// building", "had been surrounded". What has been done is past by its own words.
  package static func past(_ words: String) -> String {
    let isGoingOn = words.prefix { $0 != " " }.hasSuffix("ing") || ThingState(words) == .standing
    return isGoingOn && !done.contains(words) ? "had been " + words : words
  }

  /// States that tell of a beginning, and not of what goes on.
  private static let done: Set<String> = ["begun"]

  init(_ words: String) { self = ThingState.byWords[words] ?? .harmed }

  /// Of the states of a thing the one that tells most: the gravest, of equals the newest; but
  /// one by which it is over, if that is the newest of all.
  static func headline(_ rows: [BoardRow], isBefore: (EventID, EventID) -> Bool) -> BoardRow? {
    func state(_ row: BoardRow) -> ThingState {
      if case .words(let words) = row.value { .init(words) } else { .standing }
    }
    func newest(_ rows: [BoardRow]) -> BoardRow? {
      rows.max { one, other in
        guard let one = one.newest, let other = other.newest else { return false }
        return isBefore(one, other)
      }
    }
    if let last = newest(rows), state(last) == .over { return last }
    let told = rows.filter { state($0) != .over }
    let most = told.map { state($0).rawValue }.max()
    return newest(told.filter { state($0).rawValue == most })
  }

  private static let byWords: [String: ThingState] = {
    var states: [String: ThingState] = [:]
    for (state, words) in table { for word in words.split(separator: "|") { states[String(word)] = state } }
    return states
  }()

  private static let table: [(ThingState, String)] = [
    (
      .standing,
      "stopped|halted|stranded|immobilised|entering|closed|begun|out of fuel|partly inside a tunnel|inside a tunnel|"
        + "going on|under way|stepped up|hampered|expected|searched|surrounded"
    ),
    (
      .grave,
      "hijacked|seized|occupied|besieged|bombed|blown up|exploded|crashed|collided|plunged|derailed|overturned|"
        + "capsized|sunk|collapsed|burning|burned|destroyed|broken up|flooded|washed away"
    ),
    (.over, "retaken|cleared|repaired|reopened|open|landed|out|over|contained|under control"),
  ]
}
