/// What the claims say of the train, its vehicles, its crew and the line it stands on.
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
    /// Whether a claim speaks of this very vehicle.
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

  /// The engine first, then as many coaches as the newest claim gives; no coaches when no claim counts them, and
  /// nothing at all when no claim speaks of a train.
  package var vehicles: [Vehicle] = []
  /// How many coaches there are, by the newest claim.
  package var coachCount: BoardRow?
  /// Whether a claim places people on a coach.
  package var hasPeopleByCoach = false
  /// Of the train as a whole: "hijacked", "immobilised".
  package var conditions: [BoardRow] = []
  /// Which part of the train is in it is said by the row's words, if at all.
  package var tunnel: [BoardRow] = []
  package var track: [BoardRow] = []
  package var crew: [BoardRow] = []
  package var route: Route?
  /// Other things that are in a condition: a station, a bridge, a vehicle.
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
  /// Takes topics in the order in which they were first spoken of.
  static func build(
    _ topics: [Begun], content: @escaping (EventID) -> Claim.Content
  ) -> Train {
    var builder = TrainBuilder(content: content)
    for topic in topics { builder.add(topic) }
    return builder.train
  }
}

private struct TrainBuilder {
  let content: (EventID) -> Claim.Content
  private var places: [ThingNouns.Kind: RowTable] = [:]
  private var movements = RowTable()
  private var crew = RowTable()
  private var coachCount: BoardRow?
  private var route: Train.Route?
  private var distances: [Train.Distance] = []
  private var most = 0
  private var isMentioned = false
  private var hasPeopleByCoach = false

  init(content: @escaping (EventID) -> Claim.Content) { self.content = content }

  mutating func add(_ topic: Begun) {
    switch topic.topic {
    case .condition(let place, let object, let state): add(place, object, state, topic)
    case .named(let object): mention(object)
    case .coachCount:
      guard case .condition(let condition) = content(topic.newest), let number = condition.number else { return }
      coachCount = BoardRow(
        label: "coaches", value: .figure(.exactly(number)), newest: topic.newest, events: topic.evidence)
    case .crew(let subject, let isKnown): add(crew: subject, isKnown, topic)
    case .onCoach(let number, let what, let isKnown): place(what, on: number, isKnown, topic)
    case .movement(let subject, let phrase): add(movement: subject, phrase, topic)
    case .route: change { $0.events = topic.evidence }
    case .routeFrom: if case .movement(let movement) = content(topic.newest) { change { $0.from = movement.from } }
    case .routeTo: if case .movement(let movement) = content(topic.newest) { change { $0.to = movement.to } }
    default: break
    }
  }

  private mutating func change(_ body: (inout Train.Route) -> Void) {
    var changed = route ?? Train.Route(from: nil, to: nil, events: Evidence())
    body(&changed)
    route = changed
  }

  /// A thing that is only named still tells that there is one.
  private mutating func mention(_ object: String) {
    let kind = ThingNouns.kind(of: object)
    if case .coach(let number) = kind { most = max(most, number) }
    isMentioned = isMentioned || [.train, .engine, .coaches].contains(kind)
  }

  private mutating func add(
    _ place: ThingNouns.Kind, _ object: String, _ state: String, _ topic: Begun
  ) {
    mention(object)
    if place == .crew {
      crew.add(RowKey(subject: object), label: object, value: .words(state), topic)
    } else if place == .tunnel, ThingNouns.kind(of: object) == .train {
      let words = "train " + state
      places[place, default: RowTable()].add(RowKey(subject: words), label: "tunnel", value: .words(words), topic)
    } else {
      places[place, default: RowTable()].add(
        RowKey(subject: object, predicate: state), label: object, value: .words(state), topic)
    }
  }

  private mutating func add(movement subject: String, _ phrase: String, _ topic: Begun) {
    guard case .movement(let movement) = content(topic.newest) else { return }
    let number = movement.figure.map { $0.isUndisclosed ? "" : $0.short() + " " } ?? ""
    if let place = movement.to, let kilometres = movement.distanceKilometres {
      distances.append(Train.Distance(place: place, kilometres: kilometres, event: topic.newest))
    }
    movements.add(RowKey(subject: subject, predicate: phrase), label: number + subject, value: .words(phrase), topic)
  }

  /// People on a coach: "20 held".
  private mutating func place(_ what: String, on number: Int, _ isKnown: Bool, _ topic: Begun) {
    hasPeopleByCoach = true
    most = max(most, number)
    var value = BoardRow.Value.unknown
    if isKnown, case .count(let count) = content(topic.newest) { value = .words(count.figure.short() + " " + what) }
    places[.coach(number), default: RowTable()].add(
      RowKey(subject: what), label: "coach \(number)", value: value, topic)
  }

  private mutating func add(crew subject: String, _ isKnown: Bool, _ topic: Begun) {
    guard case .count(let count) = content(topic.newest) else { return }
    let number = count.figure == .exactly(1) ? "" : count.figure.short() + " "
    let value: BoardRow.Value =
      isKnown ? .words(number + count.status.rawValue + (count.cause.map { ", " + $0 } ?? "")) : .unknown
    crew.add(RowKey(subject: subject), label: subject, value: value, topic)
  }

  var train: Train {
    var train = Train()
    train.conditions = places[.train]?.rows ?? []
    train.tunnel = places[.tunnel]?.rows ?? []
    train.track = places[.track]?.rows ?? []
    train.others = places[.other]?.rows ?? []
    train.crew = crew.rows
    train.route = route
    train.route?.distances = distances.filter { $0.place == route?.from || $0.place == route?.to }
    train.movements = movements.rows
    train.coachCount = coachCount
    train.hasPeopleByCoach = hasPeopleByCoach
    let counted = if case .figure(let figure)? = train.coachCount?.value { figure.high ?? 0 } else { 0 }
    guard isMentioned || route != nil || counted > 0 || most > 0 else { return train }
    let engine = places[.engine]?.rows ?? []
    train.vehicles = [Train.Vehicle(designation: .engine, rows: engine, isNamed: !engine.isEmpty)]
    let shared = places[.coaches]?.rows ?? []
    for number in 0..<min(max(counted, most), Train.mostCoaches) {
      let own = places[.coach(number + 1)]?.rows ?? []
      train.vehicles.append(
        Train.Vehicle(designation: .coach(number + 1), rows: own + shared, isNamed: !own.isEmpty))
    }
    return train
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
