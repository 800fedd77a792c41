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
    package var events: [EventID]
  }

  /// More coaches than any train has: a claim of more is drawn as this many.
  package static let mostCoaches = 99

  /// The engine first, then as many coaches as the newest claim gives; no coaches when no claim counts them, and
  /// nothing at all when no claim speaks of a train.
  package var vehicles: [Vehicle] = []
  /// How many coaches there are, by the newest claim.
  package var coachCount: BoardRow?
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
  /// Folds claims in replay order.
  static func build(_ events: [Event]) -> Train {
    var builder = TrainBuilder()
    for event in events where event.claim.standing == .current { builder.add(event) }
    return builder.train
  }
}

private struct TrainBuilder {
  private var places: [ThingNouns.Kind: RowTable<String>] = [:]
  private var movements = RowTable<String>()
  private var crew = RowTable<String>()
  private var coaches = RowTable<String>()
  private var route: Train.Route?
  private var most = 0
  private var isMentioned = false

  mutating func add(_ event: Event) {
    switch event.claim.content {
    case .condition(let condition): add(condition, event)
    case .movement(let movement): add(movement, event)
    case .count(let count) where event.claim.coach != nil: place(count, event)
    case .count(let count) where PeopleNouns.isCrew(count.subject) && count.status != .aboard: add(count, event)
    case .count, .deployment, .statement: break
    }
  }

  private mutating func add(_ condition: Condition, _ event: Event) {
    let kind = ThingNouns.kind(of: condition)
    if kind == .coaches, let number = condition.number {
      coaches.add("coaches", label: "coaches", value: .figure(.exactly(number)), event.id)
    }
    if case .coach(let number) = kind { most = max(most, number) }
    // A thing that is only named still tells that there is one.
    isMentioned = isMentioned || [.train, .engine, .coaches].contains(ThingNouns.kind(of: condition.object))
    guard let state = condition.state else { return }
    if kind == .crew {
      crew.add(condition.object, label: condition.object, value: .words(state), event.id)
    } else if kind == .tunnel, ThingNouns.kind(of: condition.object) == .train {
      places[kind, default: RowTable()].add(
        "train " + state, label: "tunnel", value: .words("train " + state), event.id)
    } else {
      places[kind, default: RowTable()].add(
        condition.object + " " + state, label: condition.object, value: .words(state), event.id)
    }
  }

  private mutating func add(_ movement: Movement, _ event: Event) {
    if movement.subject == "train" {
      let known = route ?? Train.Route(from: nil, to: nil, events: [])
      route = Train.Route(
        from: movement.from ?? known.from, to: movement.to ?? known.to, events: [event.id] + known.events)
    } else {
      let label = movement.figure.map { $0.isUndisclosed ? "" : $0.short() + " " } ?? ""
      movements.add(
        movement.subject + movement.phrase, label: label + movement.subject, value: .words(movement.phrase), event.id)
    }
  }

  /// People on a coach: "20 held".
  private mutating func place(_ count: Count, _ event: Event) {
    guard let number = event.claim.coach else { return }
    most = max(most, number)
    let what = PeopleNouns.isWhole(count) ? "" : count.subject + " "
    let value: BoardRow.Value =
      count.figure.isUndisclosed ? .unknown : .words(count.figure.short() + " " + what + count.status.rawValue)
    places[.coach(number), default: RowTable()].add(
      what + count.status.rawValue, label: "coach \(number)", value: value, event.id)
  }

  private mutating func add(_ count: Count, _ event: Event) {
    let number = count.figure == .exactly(1) ? "" : count.figure.short() + " "
    let value: BoardRow.Value =
      count.figure.isUndisclosed
      ? .unknown : .words(number + count.status.rawValue + (count.cause.map { ", " + $0 } ?? ""))
    crew.add(count.subject, label: count.subject, value: value, event.id)
  }

  var train: Train {
    var train = Train()
    train.conditions = places[.train]?.rows ?? []
    train.tunnel = places[.tunnel]?.rows ?? []
    train.track = places[.track]?.rows ?? []
    train.others = places[.other]?.rows ?? []
    train.crew = crew.rows
    train.route = route
    train.movements = movements.rows
    train.coachCount = coaches.rows.first
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
