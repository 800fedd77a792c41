internal import Situation

/// What an operator adds by hand: "coach 4: 20 held", "coach 3: burnt out", "killed passengers 21", "track blown up".
enum AddEntry {
  static let examples = "coach 4: 20 held, coach 3: burnt out, killed passengers 21, track blown up"

  /// - Parameters:
  ///   - coaches: How many coaches the claims give the train; `nil` where none does.
  ///   - time: Reads the words after "at" as the time when it was so; `nil` where they are none.
  static func parse(
    _ text: String, coaches: Int?, time: (String) -> Moment?
  ) throws(LineError) -> AddedClaim {
    var words = text.split(separator: " ").map(String.init)
    var happened = Moment.unknown
    if let at = words.lastIndex(where: { $0.lowercased() == "at" }), at > 0, !words[(at + 1)...].isEmpty,
      let moment = time(words[(at + 1)...].joined(separator: " "))
    {
      happened = moment
      words.removeSubrange(at...)
    }
    let thing = AddEntry.thing(taking: &words)
    if case .coach(let coach)? = thing?.role, let coaches, coach > coaches {
      throw LineError("the train has \(coaches) coaches, by what is claimed")
    }
    guard !words.isEmpty else { throw LineError("add what? such as " + examples) }
    if let count = count(words) {
      return AddedClaim(.count(count), happened: happened, place: thing.map { Place($0.words) })
    }
    guard let thing else {
      throw LineError(
        "no figure with a status (tab lists them), and no state of a thing; write \(examples); anything else is a :note"
      )
    }
    let state = words.joined(separator: " ")
    return AddedClaim(.condition(Condition(thing, state)), happened: happened)
  }

  /// A status, a figure and perhaps who, in any order: "20 held", "killed passengers at least 21".
  private static func count(_ words: [String]) -> Count? {
    var rest = words.map { $0.lowercased() }
    guard let at = rest.firstIndex(where: { statuses[$0] != nil }), let status = statuses[rest[at]] else { return nil }
    rest.remove(at: at)
    var figure = Figure.undisclosed()
    let found = rest.indices.lazy.compactMap { place in
      FigureEntry.figure(in: rest[place...]).map { (place: place, figure: $0.figure, words: $0.words) }
    }.first
    if let found {
      figure = found.figure
      rest.removeSubrange(found.place..<found.place + found.words)
    }
    let subject = rest.filter { $0 != "of" && $0 != "the" }.joined(separator: " ")
    let noun = subject.split(separator: " ").last.map(String.init) ?? "people"
    return Count(status, subject.isEmpty ? "people" : subject, classes[noun] ?? .people, figure)
  }

  private static let statuses: [String: Count.Status] = {
    var words = Dictionary(
      uniqueKeysWithValues: Count.Status.allCases.filter { $0 != .strength }.map { ($0.rawValue, $0) })
    words.merge(
      [
        "dead": .killed, "died": .killed, "wounded": .injured, "hurt": .injured, "freed": .released,
        "hostage": .held, "hostages": .held, "captive": .held,
      ]) { $1 }
    return words
  }()

  /// Whose dead and wounded they are; whoever is not here is one of the people caught in it.
  private static let classes: [String: Count.SubjectClass] = {
    let attackers = ["attacker", "attackers", "militants", "gunmen", "terrorists", "insurgents", "fighters"]
    let forces = ["soldier", "soldiers", "troops", "police", "policemen", "personnel", "forces", "guards", "commandos"]
    return Dictionary(
      uniqueKeysWithValues: attackers.map { ($0, .attackers) } + forces.map { ($0, Count.SubjectClass.securityForces) })
  }()

  /// Takes the thing that a line is about ("coach 4", "engine") from the front of the words, and the colon after it.
  private static func thing(taking words: inout [String]) -> Thing? {
    let plain = words.prefix(2).map { $0.lowercased().filter { $0 != ":" } }
    guard let first = plain.first else { return nil }
    let thing: Thing
    if first == "coach", plain.count == 2, let number = Int(plain[1]), number > 0 {
      thing = Thing(coach: number)
      words.removeFirst(2)
    } else if plain.count == 2, Int(plain[1]) != nil, let numbered = known(plain.joined(separator: " ")) {
      thing = numbered
      words.removeFirst(2)
    } else if let named = known(first) {
      thing = named
      words.removeFirst()
    } else {
      return nil
    }
    if words.first == ":" { words.removeFirst() }
    return thing
  }

  /// A vehicle, a site, or a part of one; `nil` for any other words.
  private static func known(_ words: String) -> Thing? {
    let thing = Thing(words)
    switch thing.role {
    case .whole, .engine, .coach, .coaches: return thing
    case .crew, .other: return ThingKind.isPart(thing) ? thing : nil
    }
  }

  /// Takes the coach or the engine that a line names, a number alone being a coach.
  static func vehicle(taking words: inout [String]) -> Thing? {
    if let first = words.first, let number = Int(first.filter { $0 != ":" }), number > 0 {
      words[0] = "coach"
      words.insert("\(number)", at: 1)
    }
    guard let thing = thing(taking: &words) else { return nil }
    switch thing.role {
    case .engine, .coach: return thing
    case .whole, .coaches, .crew, .other: return nil
    }
  }
}
