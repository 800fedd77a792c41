/// A thing of the scene that a claim speaks of, resolved once where the claim is made: what it is, which one, and in
/// what words the board tells it.
package struct Thing: Hashable, Sendable {
  package enum Role: Hashable, Sendable {
    /// A vehicle or a site as a whole.
    case whole(ThingKind)
    case engine
    /// Counted from 1.
    case coach(Int)
    /// All of them.
    case coaches
    /// Who works on a vehicle or a site: "guards".
    case crew
    /// A part of one ("wing"), what it runs on ("track"), or whatever no line of the table knows.
    case other
  }

  package let role: Role
  /// The head noun, by which a part finds what it is a part of: "deck" of "car deck" and of "deck 3".
  package let noun: String
  /// "coach 3", "school bus", "car deck".
  package let words: String

  private init(_ role: Role, noun: String, words: String) {
    (self.role, self.noun, self.words) = (role, noun, words)
  }

  /// One coach by its number; more than a train can have is no coach that is drawn.
  package init(coach number: Int) {
    let role = (1...Train.mostCoaches).contains(number) ? Role.coach(number) : .other
    self.init(role, noun: "coach", words: "coach \(number)")
  }

  /// The thing that a phrase in plain form names, where it comes in as text: from the reader's lexicon, from an event
  /// line, or from the operator.
  package init(_ words: String) {
    let parts = words.split(separator: " ").map { $0.lowercased() }
    if parts.count == 2, parts[0] == "coach", let number = Int(parts[1]), number > 0 {
      self.init(coach: number)
      return
    }
    let noun = parts.last { $0.contains(where: \.isLetter) } ?? words
    self.init(Thing.role(words, noun), noun: noun, words: words)
  }

  private static func role(_ words: String, _ noun: String) -> Role {
    if let part = partsOfTrain[words] { return part }
    // "Relief train" is a train, and not the one that the incident is about.
    if let kind = ThingKind.named(words), kind != .train || words == noun { return .whole(kind) }
    return ThingKind.isCrew(noun) ? .crew : .other
  }

  private static let partsOfTrain: [String: Role] = [
    "engine": .engine, "locomotive": .engine, "coach": .coaches, "coaches": .coaches, "carriages": .coaches,
    "bogies": .coaches,
  ]

  package var kind: ThingKind? { if case .whole(let kind) = role { kind } else { nil } }

  /// True for a train and for what only a train has.
  package var isOfTrain: Bool {
    switch role {
    case .engine, .coach, .coaches: true
    case .whole(let kind): kind == .train
    case .crew, .other: false
    }
  }
}

/// Where a claim places what it tells, resolved once where the claim is made.
package struct Place: Hashable, Sendable {
  /// "Mushkaf", "coach 4".
  package let name: String
  /// The number of the coach that it is; `nil` for any other place.
  package let coach: Int?

  package init(_ name: String) {
    self.name = name
    coach = if case .coach(let number) = Thing(name).role { number } else { nil }
  }

  package init(coach number: Int) {
    name = Thing(coach: number).words
    coach = number
  }
}

extension Place: ExpressibleByStringLiteral {
  package init(stringLiteral name: String) { self.init(name) }
}
