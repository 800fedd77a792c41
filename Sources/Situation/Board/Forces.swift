/// Both sides as the claims tell of them, and what was said between them.
package struct Forces: Hashable, Sendable {
  package struct Side: Hashable, Sendable {
    /// Strength and losses: a row for each figure that a claim gives or leaves open.
    package var figures: [BoardRow] = []
    /// Units with what they do.
    package var actions: [BoardRow] = []
    package var equipment: [BoardRow] = []
  }

  /// A claim of responsibility, a demand, an offer, an answer, in the order in which each was first made.
  package struct Said: Hashable, Sendable {
    package var statement: Statement
    /// The first claim that tells of it.
    package var event: EventID
    /// Every claim that tells of it, newest first but for the first of them, which is at the front.
    package var events: Evidence
  }

  package var security = Side()
  package var attackers = Side()
  package var others = Side()
  package var statements: [Said] = []

  /// Who claimed responsibility last, and the claim.
  package var responsibility: Said? { statements.last { $0.statement.act == .responsibility } }
  /// The last offer or demand.
  package var offer: Said? { statements.last { $0.statement.act == .offer || $0.statement.act == .demand } }
  /// The last answer.
  package var answer: Said? { statements.last { $0.statement.act == .answer } }

  /// Every row, the security forces first.
  package var rows: [BoardRow] {
    [security, attackers, others].flatMap { $0.figures + $0.actions + $0.equipment } + statements.map(\.row)
  }
}

extension Forces.Said {
  package var row: BoardRow {
    BoardRow(label: statement.act.rawValue, value: .words(statement.content), newest: event, events: events)
  }
}

extension Forces {
  /// Takes topics in the order in which they were first spoken of; strength and losses come from the ladders.
  static func build(_ topics: [ActiveTopic], figures: (Count.SubjectClass) -> [BoardRow]) -> Forces {
    var forces = Forces()
    var tables: [Deployment.Side: (actions: RowTable, equipment: RowTable)] = [:]
    for topic in topics {
      switch topic.topic {
      case .action(let side, let unit, let action):
        tables[side, default: (RowTable(), RowTable())].actions.add(
          RowKey(subject: unit, predicate: action), label: unit, value: .words(action), topic)
      case .equipment(let side, let equipment):
        tables[side, default: (RowTable(), RowTable())].equipment.add(
          RowKey(subject: equipment), label: equipment, value: .words("yes"), topic)
      case .statement(let statement):
        let first = EventID(Int(topic.first.event))
        var events = topic.evidence
        events.putFirst(first, place: 0)
        forces.statements.append(Said(statement: statement, event: first, events: events))
      default: break
      }
    }
    func side(_ side: Deployment.Side, _ figures: [BoardRow]) -> Side {
      Side(
        figures: figures, actions: tables[side]?.actions.rows ?? [], equipment: tables[side]?.equipment.rows ?? [])
    }
    forces.security = side(.state, figures(.securityForces))
    forces.attackers = side(.attackers, figures(.attackers))
    forces.others = side(.other, [])
    return forces
  }
}
