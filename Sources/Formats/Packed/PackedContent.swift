import Situation

/// The kinds of content, by what is written before them.
private enum Kind: CaseIterable {
  case count, condition, movement, deployment, statement
}

extension PackedWriter {
  mutating func put(_ content: Claim.Content) {
    switch content {
    case .count(let count):
      put(Kind.count, of: Kind.allCases)
      put(count.status, of: PackedCases.statuses)
      put(count.subject)
      put(count.subjectClass, of: PackedCases.subjects)
      put(count.figure)
      put(count.scope, of: PackedCases.scopes)
      put(count.cause)
    case .condition(let condition):
      put(Kind.condition, of: Kind.allCases)
      put(condition.thing.words)
      put(condition.state)
      put(condition.number)
    case .movement(let movement):
      put(Kind.movement, of: Kind.allCases)
      put(movement.subject)
      put(movement.action)
      put(movement.figure != nil)
      if let figure = movement.figure { put(figure) }
      put(movement.from)
      put(movement.to)
      put(movement.by)
      put(movement.distanceKilometres)
    case .deployment(let deployment):
      put(Kind.deployment, of: Kind.allCases)
      put(deployment.side, of: PackedCases.deploymentSides)
      put(deployment.unit)
      put(deployment.action)
      put(deployment.equipment)
    case .statement(let statement):
      put(Kind.statement, of: Kind.allCases)
      put(statement.act, of: PackedCases.acts)
      put(statement.by)
      put(statement.content)
    }
  }

  private mutating func put(_ figure: Figure) {
    put(figure.form, of: PackedCases.forms)
    put(figure.low)
    put(figure.high)
    put(figure.qualifier)
  }
}

extension PackedReader {
  mutating func content() throws(FormatError) -> Claim.Content {
    switch try value(of: Kind.allCases) {
    case .count:
      .count(
        Count(
          try value(of: PackedCases.statuses), try text(), try optionalValue(of: PackedCases.subjects), try figure(),
          scope: try value(of: PackedCases.scopes), cause: try optionalText()))
    case .condition:
      .condition(Condition(Thing(try text()), try optionalText(), number: try optionalNumber()))
    case .movement:
      .movement(
        Movement(
          subject: try text(), action: try text(), figure: try flag() ? try figure() : nil, from: try optionalText(),
          to: try optionalText(), by: try optionalText(), distanceKilometres: try optionalNumber()))
    case .deployment:
      .deployment(
        Deployment(
          side: try value(of: PackedCases.deploymentSides), unit: try text(), action: try text(),
          equipment: try optionalText()))
    case .statement:
      .statement(
        Statement(act: try value(of: PackedCases.acts), by: try optionalText(), content: try text()))
    }
  }

  private mutating func figure() throws(FormatError) -> Figure {
    let form = try value(of: PackedCases.forms)
    let (low, high) = (try optionalNumber(), try optionalNumber())
    guard (low ?? 0) >= 0, (high ?? 0) >= 0 else { throw FormatError("a count is below zero") }
    return Figure(low: low, high: high, form: form, qualifier: try optionalText())
  }
}
