/// What the claims say of the vehicle or site that the incident is about, most of all a train: its vehicles, its crew
/// and the line it stands on.
package struct Train: Hashable, Sendable {
  package enum Designation: Hashable, Sendable {
    case engine
    /// Counted from 1.
    case coach(Int)
  }

  package struct Vehicle: Hashable, Sendable {
    package var designation: Designation
    /// What is said of this vehicle, and of all vehicles of its kind.
    package var rows: [BoardRow] = []
    /// True if a claim speaks of this very vehicle.
    package var isNamed = false
  }

  package struct Route: Hashable, Sendable {
    package var from: String?
    package var to: String?
    /// Newest first.
    package var events: Evidence
    /// How far off its ends are, by the claims of those who went there.
    package var distances: [Distance] = []
  }

  /// A way that somebody was taken, as long as a claim says it is. From where it is counted is where they were.
  package struct Distance: Hashable, Sendable {
    package var place: String
    package var kilometres: Int
    package var event: EventID
  }

  /// More coaches than any train has: a claim of more is drawn as this many.
  package static let mostCoaches = 99

  /// What the incident is about: the vehicle or site that most claims speak of; `nil` where none speaks of any.
  package var subject: ThingKind?
  /// The engine first, then as many coaches as the newest claim gives; no coaches when no claim counts them, and
  /// nothing at all when no claim speaks of a train.
  package var vehicles: [Vehicle] = []
  /// How many coaches there are, by the newest claim.
  package var coachCount: BoardRow?
  /// True if a claim places people on a coach.
  package var hasPeopleByCoach = false
  /// Of the subject as a whole: "hijacked", "immobilised".
  package var conditions: [BoardRow] = []
  /// The one of them that tells most of what happened.
  package var headline: BoardRow?
  /// Which part of the train is in it is said by the row's words, if at all.
  package var tunnel: [BoardRow] = []
  package var track: [BoardRow] = []
  package var crew: [BoardRow] = []
  package var route: Route?
  /// Other things that are in a condition, the parts of the subject first: a deck, a station, a bridge.
  package var others: [BoardRow] = []
  /// Who and what is on the way, but for the train itself: the rescued, relief trains, coffins.
  package var movements: [BoardRow] = []

  /// Every row, in the order a reader meets them, none twice.
  package var rows: [BoardRow] {
    var rows = conditions
    for row in vehicles.flatMap(\.rows) where !rows.contains(row) { rows.append(row) }
    return rows + tunnel + track + crew + others + movements
  }
}

extension Train {
  /// True if there is anything to draw: a vehicle, a site, or what belongs to one.
  package var hasScene: Bool {
    subject != nil || !tunnel.isEmpty || !track.isEmpty || !conditions.isEmpty || !others.isEmpty
  }

  /// True if claims tell one coach from another.
  package var hasNamedCoach: Bool {
    vehicles.contains { if case .coach = $0.designation { $0.isNamed } else { false } }
  }

  /// Takes topics in the order in which they were first spoken of.
  static func build(_ active: [ActiveTopic], in topics: BoardTopics) -> Train {
    var builder = TrainBuilder(topics: topics)
    for topic in active { builder.add(topic) }
    return builder.train
  }
}

private struct TrainBuilder {
  let topics: BoardTopics
  /// What is told of each thing but crew, in the order in which they were first spoken of.
  private var things: [(thing: Thing, states: RowTable)] = []
  private var places: [Thing: Int] = [:]
  private var subjects: SubjectTally
  private var people: [Int: RowTable] = [:]
  private var movements = RowTable()
  private var crew = RowTable()
  private var coachCount: BoardRow?
  private var route: Train.Route?
  private var distances: [Train.Distance] = []
  /// The highest number of a coach that is named.
  private var most = 0

  init(topics: BoardTopics) {
    self.topics = topics
    subjects = SubjectTally(topics: topics)
  }

  mutating func add(_ topic: ActiveTopic) {
    switch topic.topic {
    case .condition(let thing, let state, let surrounding): add(thing, state, in: surrounding, topic)
    case .named(let thing): mention(thing, topic)
    case .coachCount:
      guard case .condition(let condition) = topics.content(topic.newest), let number = condition.number else { return }
      coachCount = BoardRow(
        label: "coaches", value: .figure(.exactly(number)), newest: topic.newest, events: topic.evidence)
    case .crew(let subject, let isKnown): add(crew: subject, isKnown, topic)
    case .onCoach(let number, let what, let isKnown): place(what, on: number, isKnown, topic)
    case .movement(let subject, let phrase): add(movement: subject, phrase, topic)
    case .route:
      subjects.add(.train, topic.evidence)
      change { $0.events = topic.evidence }
    case .routeFrom:
      if case .movement(let movement) = topics.content(topic.newest) { change { $0.from = movement.from } }
    case .routeTo: if case .movement(let movement) = topics.content(topic.newest) { change { $0.to = movement.to } }
    default: break
    }
  }

  private mutating func change(_ body: (inout Train.Route) -> Void) {
    var changed = route ?? Train.Route(from: nil, to: nil, events: Evidence())
    body(&changed)
    route = changed
  }

  /// A thing that is only named still tells that there is one.
  private mutating func mention(_ thing: Thing, _ topic: ActiveTopic) {
    if case .coach(let number) = thing.role { most = max(most, number) }
    subjects.add(thing, topic.evidence)
  }

  private mutating func add(_ thing: Thing, _ state: String, in surrounding: ThingKind?, _ topic: ActiveTopic) {
    mention(thing, topic)
    if thing.role == .crew {
      crew.add(RowKey(subject: thing.words), label: thing.words, value: .words(state), topic)
    } else if thing.kind == .train, let surrounding, surrounding == .tunnel {
      // A train that is partly inside a tunnel is told with the tunnel, as "train partly inside".
      let words = state.split(separator: " ").dropLast().filter { $0 != "a" && $0 != "the" }
      add(to: Thing(surrounding.name), (["train"] + words).joined(separator: " "), topic)
    } else {
      add(to: thing, state, topic)
    }
  }

  private mutating func add(to thing: Thing, _ state: String, _ topic: ActiveTopic) {
    let index = places[thing] ?? things.count
    if index == things.count {
      places[thing] = index
      things.append((thing, RowTable()))
    }
    things[index].states.add(RowKey(subject: state), label: thing.words, value: .words(state), topic)
  }

  private mutating func add(movement subject: String, _ phrase: String, _ topic: ActiveTopic) {
    guard case .movement(let movement) = topics.content(topic.newest) else { return }
    let number = movement.figure.map { $0.isUndisclosed ? "" : $0.short() + " " } ?? ""
    if let place = movement.to, let kilometres = movement.distanceKilometres {
      distances.append(Train.Distance(place: place, kilometres: kilometres, event: topic.newest))
    }
    movements.add(
      RowKey(subject: subject, predicate: phrase), label: number + subject, value: .words(phrase),
      errand: Errand(subject: subject), topic)
  }

  /// People on a coach: "20 held".
  private mutating func place(_ what: String, on number: Int, _ isKnown: Bool, _ topic: ActiveTopic) {
    let coach = Thing(coach: number)
    mention(coach, topic)
    var value = BoardRow.Value.unknown
    if isKnown, case .count(let count) = topics.content(topic.newest) {
      value = .words(count.figure.short() + " " + what)
    }
    people[number, default: RowTable()].add(RowKey(subject: what), label: coach.words, value: value, topic)
  }

  private mutating func add(crew subject: String, _ isKnown: Bool, _ topic: ActiveTopic) {
    guard case .count(let count) = topics.content(topic.newest) else { return }
    let number = count.figure == .exactly(1) ? "" : count.figure.short() + " "
    let value: BoardRow.Value =
      isKnown ? .words(number + count.status.rawValue + (count.cause.map { ", " + $0 } ?? "")) : .unknown
    crew.add(RowKey(subject: subject), label: subject, value: value, topic)
  }

  var train: Train {
    var train = Train()
    train.crew = crew.rows
    train.route = route
    train.route?.distances = distances.filter { $0.place == route?.from || $0.place == route?.to }
    train.movements = movements.rows
    train.coachCount = coachCount
    train.hasPeopleByCoach = !people.isEmpty
    train.subject = subjects.subject
    var left = things
    func take(where isTaken: (Thing) -> Bool) -> [BoardRow] {
      let taken = left.filter { isTaken($0.thing) }
      left.removeAll { isTaken($0.thing) }
      return taken.flatMap(\.states.rows)
    }
    if let subject = train.subject {
      train.conditions = take { $0.kind == subject }
      train.headline = headline(of: subject)
      if subject == .train {
        train.tunnel = take { $0.kind == .tunnel }
        train.track = take { subject.owns($0) }
        if subjects.isNamed(subject) { train.vehicles = vehicles(take) }
      }
      train.others = take { subject.owns($0) }
    }
    train.others += take { $0.kind != nil } + take { _ in true }
    return train
  }

  /// Of the subject as a whole and of what ends what happened to it; where neither is told of, of a fire; else of its
  /// parts, for a shaft that collapsed tells more of a mine than its name.
  private func headline(of subject: ThingKind) -> BoardRow? {
    func headline(_ isMeant: (Thing) -> Bool) -> BoardRow? {
      ThingState.headline(things.filter { isMeant($0.thing) }.flatMap(\.states.rows)) {
        topics.precedes(topics.mark(of: $0), topics.mark(of: $1))
      }
    }
    return headline { $0.kind == subject || $0.kind?.form == .course }
      ?? headline { $0.kind?.form == .hazard }
      ?? headline { subject.owns($0) || subject == .train && $0.isOfTrain }
  }

  /// The engine, and every coach that a claim counts or names.
  private func vehicles(_ take: ((Thing) -> Bool) -> [BoardRow]) -> [Train.Vehicle] {
    let counted = if case .figure(let figure)? = coachCount?.value { figure.high ?? 0 } else { 0 }
    let engine = take { $0.role == .engine }
    let shared = take { $0.role == .coaches }
    var vehicles = [Train.Vehicle(designation: .engine, rows: engine, isNamed: !engine.isEmpty)]
    for number in 0..<min(max(counted, most), Train.mostCoaches) {
      let own = take { $0.role == .coach(number + 1) } + (people[number + 1]?.rows ?? [])
      vehicles.append(
        Train.Vehicle(designation: .coach(number + 1), rows: own + shared, isNamed: !own.isEmpty))
    }
    return vehicles
  }
}

/// Finds what an incident is about: the vehicle or site of which most claims speak, of equals the one that is spoken of
/// first in its article, because a report leads with what it is about; a fire or a siege only where neither is. Where none is named, a part that only one kind
/// has speaks for that kind.
private struct SubjectTally {
  private struct Candidate {
    let kind: ThingKind
    var claims: Int
    /// Where the first claim of it stands in its article.
    let start: Int
  }

  private let topics: BoardTopics
  private var wholes: [Candidate] = []
  private var parts: [Candidate] = []

  init(topics: BoardTopics) { self.topics = topics }

  /// True if a claim speaks of the whole, and not of parts of it alone.
  func isNamed(_ kind: ThingKind) -> Bool { wholes.contains { $0.kind == kind } }

  mutating func add(_ thing: Thing, _ claims: Evidence) {
    if thing.isOfTrain {
      add(.train, claims)
    } else if let kind = thing.kind {
      add(kind, claims)
    } else if let kind = ThingKind.only(with: thing) {
      add(kind, claims, to: \.parts)
    }
  }

  mutating func add(_ kind: ThingKind, _ claims: Evidence) { add(kind, claims, to: \.wholes) }

  private mutating func add(
    _ kind: ThingKind, _ claims: Evidence, to candidates: WritableKeyPath<SubjectTally, [Candidate]>
  ) {
    if let index = self[keyPath: candidates].firstIndex(where: { $0.kind == kind }) {
      self[keyPath: candidates][index].claims += claims.count
    } else {
      let start = claims.last.map(topics.start(of:)) ?? 0
      self[keyPath: candidates].append(Candidate(kind: kind, claims: claims.count, start: start))
    }
  }

  var subject: ThingKind? {
    (wholes.isEmpty ? parts : wholes).enumerated().min {
      func rank(_ each: (offset: Int, element: Candidate)) -> (Int, Int, Int, Int) {
        (each.element.kind.isHappening ? 1 : 0, -each.element.claims, each.element.start, each.offset)
      }
      return rank($0) < rank($1)
    }?.element.kind
  }
}

extension Movement {
  /// What is said of the subject: "taken to Quetta, 100 km".
  package var phrase: String {
    var phrase = action
    if let from { phrase += " from " + from }
    if let to { phrase += " to " + to }
    if let by { phrase += " by " + by }
    if let distanceKilometres { phrase += ", \(distanceKilometres) km" }
    return phrase
  }
}
