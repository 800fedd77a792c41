/// Both sides as the claims tell of them, and what was said between them.
package struct Forces: Hashable, Sendable {
  package struct Side: Hashable, Sendable {
    /// Strength and losses: a row for each figure that a claim gives or leaves open.
    package var figures: [BoardRow] = []
    /// Units with what they do.
    package var actions: [BoardRow] = []
    package var equipment: [BoardRow] = []
  }

  /// A claim of responsibility, a demand, an offer, an answer, in replay order.
  package struct Said: Hashable, Sendable {
    package var statement: Statement
    package var event: EventID
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
    BoardRow(label: statement.act.rawValue, value: .words(statement.content), newest: event, events: [event])
  }
}

extension Forces {
  /// Folds claims in replay order; strength and losses come from the ladders.
  static func build(_ events: [Event], figures: (Count.SubjectClass) -> [BoardRow]) -> Forces {
    var forces = Forces()
    var tables: [Deployment.Side: (actions: RowTable<String>, equipment: RowTable<String>)] = [:]
    for event in events where event.claim.standing == .current || event.claim.standing == .forecast {
      switch event.claim.content {
      case .deployment(let deployment) where event.claim.standing == .current:
        var table = tables[deployment.side] ?? (RowTable(), RowTable())
        table.actions.add(
          deployment.unit + deployment.action, label: deployment.unit, value: .words(deployment.action), event.id)
        if let equipment = deployment.equipment {
          table.equipment.add(equipment, label: equipment, value: .words("yes"), event.id)
        }
        tables[deployment.side] = table
      case .statement(let statement) where statement.act != .history && statement.act != .note:
        forces.statements.append(Said(statement: statement, event: event.id))
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
