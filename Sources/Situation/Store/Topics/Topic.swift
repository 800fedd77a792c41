/// What a line of the board is about. Every claim belongs to one topic or to a few, and the store keeps the claims of
/// each topic in replay order, so that the board as of an instant is looked up and not folded anew.
///
/// Topics that tell a value apart from the lack of one (`isKnown`) are two: the newest claim with a value stands though
/// a later one gives none.
enum Topic: Hashable, Sendable {
  /// Totals for a whole class: what stands on the ladder.
  case figure(FigureKey)
  /// The whole class is mentioned, and no number given.
  case mention(FigureKey)
  /// A part that has no name of its own: an addition to a figure, or so many of a whole class.
  case unnamedPart(FigureKey)
  /// A part of a class that stands by itself: a named group, those at a place, or those on a coach.
  case part(FigureKey, Share, isKnown: Bool)
  /// A part of a breakdown, by what it counts.
  case breakdown(FigureKey, subject: String)
  /// The parts that break a figure down, whoever gives it.
  case partsOf(FigureKey, Interval)
  /// A thing and its state; what it is in, where its state says so.
  case condition(Thing, state: String, in: ThingKind?)
  /// A thing that is only named.
  case named(Thing)
  case coachCount
  /// Where a vehicle or a site is.
  case place(ThingKind)
  case crew(subject: String, isKnown: Bool)
  case onCoach(Int, what: String, isKnown: Bool)
  case movement(subject: String, phrase: String)
  case route
  case routeFrom
  case routeTo
  case action(Deployment.Side, unit: String, action: String)
  case equipment(Deployment.Side, String)
  case statement(Statement)
  /// A named group that is out under a verb, as one of the belligerents tells it.
  case verb(Count.Status, people: String, Camp)
  /// Claims of which the reader is not sure: they say nothing of anything until a person has looked at them.
  case unsure
}

extension Topic {
  /// The topics of a claim but for the figure that it may break down.
  ///
  /// - Parameters:
  ///   - isPart: True if its article gives the claim that it is a part of.
  ///   - isClassTotal: True for a part of a whole breakdown that is all of its class in it.
  static func topics(
    of content: Claim.Content, standing: Claim.Standing, place: Place?, isPart: Bool, isClassTotal: Bool = false
  ) -> [Topic] {
    if case .statement(let statement) = content {
      // What nobody knows is told in the timeline: it is of no side.
      let isTold = ![.history, .note, .unknown].contains(statement.act)
      return isTold && (standing == .current || standing == .forecast) ? [.statement(statement)] : []
    }
    guard standing == .current else { return [] }
    switch content {
    case .count(let count):
      guard count.scope != .other else { return [] }
      let isKnown = !count.figure.isUndisclosed
      let share = Share(count, place)
      var topics = [topic(of: count, share, isPart: isPart, isClassTotal: isClassTotal)]
      if let coach = place?.coach {
        let what = PeopleNouns.isWhole(count) ? "" : count.subject + " "
        topics.append(.onCoach(coach, what: what + count.status.rawValue, isKnown: isKnown))
      } else if PeopleNouns.isCrew(count.subject), count.status != .aboard {
        topics.append(.crew(subject: count.subject, isKnown: isKnown))
      }
      return topics
    case .condition(let condition):
      var topics: [Topic] = []
      let thing = condition.thing
      if let state = condition.state {
        topics.append(.condition(thing, state: state, in: condition.surrounding))
      } else {
        topics.append(.named(thing))
      }
      if thing.role == .coaches, condition.number != nil { topics.append(.coachCount) }
      if let kind = thing.kind, place != nil { topics.append(.place(kind)) }
      return topics
    case .movement(let movement):
      guard movement.subject == "train" else {
        return [.movement(subject: movement.subject, phrase: movement.phrase)]
      }
      return [.route] + (movement.from == nil ? [] : [.routeFrom]) + (movement.to == nil ? [] : [.routeTo])
    case .deployment(let deployment):
      let action = Topic.action(deployment.side, unit: deployment.unit, action: deployment.action)
      return [action] + (deployment.equipment.map { [.equipment(deployment.side, $0)] } ?? [])
    case .statement: return []
    }
  }

  /// Where a count belongs among the figures.
  ///
  /// A rung is a total for a whole class, whatever noun it is told with; a part of one is a row of its own, and an
  /// increment is neither.
  private static func topic(of count: Count, _ share: Share, isPart: Bool, isClassTotal: Bool) -> Topic {
    let key = count.key
    let isTotal = isClassTotal || count.scope == .total && !isPart && !share.isOnVehicle
    if count.figure.isUndisclosed {
      let isMention = PeopleNouns.isWhole(count) && !isPart && count.scope != .increment && !share.isOnVehicle
      return isMention ? .mention(key) : .part(key, share, isKnown: false)
    }
    if count.scope == .increment { return .unnamedPart(key) }
    if isTotal { return .figure(key) }
    return isPart ? .breakdown(key, subject: count.subject) : .part(key, share, isKnown: true)
  }
}

/// Which part of a class a figure covers.
package enum Share: Hashable, Sendable {
  /// "railway staff".
  case group(String)
  /// "Dhamar".
  case place(String)
  /// Those on a coach, counted from 1.
  case coach(Int)

  init(_ count: Count, _ place: Place?) {
    if let coach = place?.coach {
      self = .coach(coach)
    } else if let place, count.scope == .part, PeopleNouns.isEverybody(count.subject) {
      self = .place(place.name)
    } else {
      self = .group(count.subject)
    }
  }

  /// Returns false for so many of everybody ("23 people"), which is no name for a part.
  var isNamed: Bool {
    switch self {
    case .group(let name): !PeopleNouns.isEverybody(name)
    case .place, .coach: true
    }
  }

  var isOnVehicle: Bool { if case .coach = self { true } else { false } }

  /// What the board calls it: "driver", "in Dhamar", "coach 4".
  package var label: String {
    switch self {
    case .group(let name): name
    case .place(let name): "in " + name
    case .coach(let number): "coach \(number)"
    }
  }
}

extension Topic {
  /// Which part of a class it is of; `nil` for what is no part.
  var share: Share? {
    switch self {
    case .part(_, let share, _): share
    case .breakdown(_, let subject): .group(subject)
    default: nil
    }
  }
}

extension FigureKey {
  /// How many there are.
  static let count = Count.Status.allCases.count * Count.SubjectClass.allCases.count

  /// The place among all of them.
  var number: Int {
    let subject =
      switch subjectClass {
      case .people: 0
      case .attackers: 1
      case .securityForces: 2
      }
    return status.number * Count.SubjectClass.allCases.count + subject
  }
}
