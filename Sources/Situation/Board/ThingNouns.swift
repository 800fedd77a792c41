/// Sorts the things that conditions speak of by where the board draws them.
enum ThingNouns {
  enum Kind: Hashable {
    case engine
    case coach(Int)
    case coaches
    case train
    case tunnel
    case track
    case crew
    case other
  }

  private static let kinds: [String: Kind] = [
    "engine": .engine, "locomotive": .engine, "coach": .coaches, "coaches": .coaches, "carriages": .coaches,
    "bogies": .coaches, "train": .train, "tunnel": .tunnel, "track": .track, "tracks": .track, "line": .track,
    "railway line": .track, "rails": .track, "bridge": .track,
  ]

  /// Where a condition is drawn: a train that is "partly inside a tunnel" is told with the tunnel.
  static func kind(of condition: Condition) -> Kind {
    let kind = kind(of: condition.object)
    guard kind == .train, let last = condition.state?.split(separator: " ").last else { return kind }
    return self.kind(of: String(last)) == .tunnel ? .tunnel : kind
  }

  static func kind(of object: String) -> Kind {
    if let kind = kinds[object] { return kind }
    if let number = coachNumber(object) { return .coach(number) }
    return PeopleNouns.isCrew(object) ? .crew : .other
  }

  /// The number in "coach 3"; `nil` for anything else, and outside what a train can have.
  static func coachNumber(_ text: String) -> Int? {
    let words = text.lowercased().split(separator: " ")
    guard words.count == 2, words[0] == "coach", let number = Int(words[1]), (1...Train.mostCoaches).contains(number)
    else { return nil }
    return number
  }
}

extension Claim {
  /// The number of the coach that the claim's place is; `nil` for any other place.
  var coach: Int? { place.flatMap(ThingNouns.coachNumber) }
}
