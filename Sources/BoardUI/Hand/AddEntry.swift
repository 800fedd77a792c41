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
    let thing = Thing(taking: &words)
    if let coach = thing?.coach, let coaches, coach > coaches {
      throw LineError("the train has \(coaches) coaches, by what is claimed")
    }
    guard !words.isEmpty else { throw LineError("add what? such as " + examples) }
    if let count = count(words) { return AddedClaim(.count(count), happened: happened, place: thing?.name) }
    guard let thing else {
      throw LineError(
        "no figure with a status (tab lists them), and no state of a thing; write \(examples); anything else is a :note"
      )
    }
    let state = words.joined(separator: " ")
    return AddedClaim(.condition(Condition(object: thing.name, state: state)), happened: happened)
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

  /// The thing that a line is about: "coach 4", "engine".
  struct Thing {
    let name: String

    /// The number of a coach.
    var coach: Int? { name.hasPrefix("coach ") ? Int(name.dropFirst(6)) : nil }

    private static let names: Set<String> = ["engine", "train", "track", "tunnel", "bridge", "line", "coaches"]

    /// Takes the name from the front of the words, and the colon after it.
    init?(taking words: inout [String]) {
      let plain = words.prefix(2).map { $0.lowercased().filter { $0 != ":" } }
      guard let first = plain.first else { return nil }
      if first == "coach", plain.count == 2, let number = Int(plain[1]), number > 0 {
        name = "coach \(number)"
        words.removeFirst(2)
      } else if Thing.names.contains(first) {
        name = first
        words.removeFirst()
      } else {
        return nil
      }
      if words.first == ":" { words.removeFirst() }
    }

    /// The coach or the engine that a line names, a number alone being a coach.
    init?(vehicle words: inout [String]) {
      if let first = words.first, let number = Int(first.filter { $0 != ":" }), number > 0 {
        words[0] = "coach"
        words.insert("\(number)", at: 1)
      }
      guard let thing = Thing(taking: &words), thing.name == "engine" || thing.name.hasPrefix("coach ") else {
        return nil
      }
      self = thing
    }
  }
}
