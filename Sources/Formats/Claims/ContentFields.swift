import Situation

/// What a claim says, as fields: those that open the line, and those that may follow at its end.
enum ContentFields {
  private enum Kind: String, CaseIterable {
    case count, condition, movement, deployment, statement
  }

  typealias Fields = (leading: [JSONValue.Member], trailing: [JSONValue.Member])

  static func members(_ content: Claim.Content) -> Fields {
    switch content {
    case .count(let count):
      (
        kind(.count) + [
          .init("status", .string(count.status.rawValue)), .init("subject", .string(count.subject)),
          .init("subject_class", JSONValue(count.subjectClass?.rawValue)),
        ] + FigureFields.members(count.figure),
        [
          FigureFields.form(count.figure), .init("scope", .string(count.scope.rawValue)),
          .init("cause", JSONValue(count.cause)),
        ]
      )
    case .condition(let condition):
      (
        kind(.condition) + [
          .init("object", .string(condition.thing.words)), .init("state", JSONValue(condition.state)),
          .init("number", JSONValue(condition.number)),
        ], []
      )
    case .movement(let movement):
      (
        kind(.movement) + [
          .init("subject", .string(movement.subject)), .init("action", .string(movement.action)),
          .init("from", JSONValue(movement.from)), .init("to", JSONValue(movement.to)),
          .init("by", JSONValue(movement.by)), .init("distance_km", JSONValue(movement.distanceKilometres)),
        ] + FigureFields.members(movement.figure), [FigureFields.form(movement.figure)]
      )
    case .deployment(let deployment):
      (
        kind(.deployment) + [
          .init("side", .string(deployment.side.rawValue)), .init("unit", .string(deployment.unit)),
          .init("action", .string(deployment.action)), .init("equipment", JSONValue(deployment.equipment)),
        ], []
      )
    case .statement(let statement):
      (
        kind(.statement) + [
          .init("act", .string(statement.act.rawValue)), .init("by", JSONValue(statement.by)),
          .init("content", .string(statement.content)),
        ], []
      )
    }
  }

  private static func kind(_ kind: Kind) -> [JSONValue.Member] { [.init("kind", .string(kind.rawValue))] }

  static func content(_ reader: FieldReader) throws(FormatError) -> Claim.Content {
    switch try reader.word("kind", Kind.self) {
    case .count:
      .count(
        Count(
          try reader.word("status", Count.Status.self), try reader.string("subject"),
          try reader.optionalWord("subject_class", Count.SubjectClass.self), try FigureFields.figure(reader),
          scope: try reader.optionalWord("scope", Count.Scope.self) ?? .total,
          cause: try reader.optionalString("cause")))
    case .condition:
      .condition(
        Condition(
          Thing(try reader.string("object")), try reader.optionalString("state"),
          number: try reader.optionalInteger("number")))
    case .movement:
      .movement(
        Movement(
          subject: try reader.string("subject"), action: try reader.string("action"), figure: try moved(reader),
          from: try reader.optionalString("from"), to: try reader.optionalString("to"),
          by: try reader.optionalString("by"), distanceKilometres: try reader.optionalInteger("distance_km")))
    case .deployment:
      .deployment(
        Deployment(
          side: try reader.word("side", Deployment.Side.self), unit: try reader.string("unit"),
          action: try reader.string("action"), equipment: try reader.optionalString("equipment")))
    case .statement:
      .statement(
        Statement(
          act: try reader.word("act", Statement.Act.self), by: try reader.optionalString("by"),
          content: try reader.string("content")))
    }
  }

  /// How many moved; `nil` where the claim gives no figure, which is not an undisclosed one.
  private static func moved(_ reader: FieldReader) throws(FormatError) -> Figure? {
    let form = try reader.optionalString("form")
    let bounds = [try reader.optionalInteger("low"), try reader.optionalInteger("high")]
    return form == nil && bounds == [nil, nil] ? nil : try FigureFields.figure(reader)
  }
}
