package import Situation

/// An entry of the operator as the fields of a JSON object, the same in event lines and in a journal.
package enum ActLine {
  /// What is done, as the formats name it.
  private enum Kind: String, CaseIterable {
    case pin, correct, amend, retract, add, note, marker
    case setAside = "set aside"
    case reliability, assign, undo
  }

  package static func members(_ entry: OperatorEntry) -> [JSONValue.Member] {
    [
      .init("article_id", ArticleLine.identity(entry.id)), .init("author", .string(entry.author)),
      .init("at", .string(CivilTime(entry.at, at: entry.offset).text)), .init("text", .string(entry.text)),
    ] + act(entry.act)
  }

  private static func act(_ act: OperatorAct) -> [JSONValue.Member] {
    func kind(_ kind: Kind) -> JSONValue.Member { .init("act", .string(kind.rawValue)) }
    switch act {
    case .pin(let claim): return [kind(.pin), .init("claim", reference(claim))]
    case .correct(let claim, let figure):
      let fields = FigureFields.members(figure) + [FigureFields.form(figure)]
      return [kind(.correct), .init("claim", reference(claim)), .init("figure", .object(fields))]
    case .amend(let claim, let amendment):
      return [kind(.amend), .init("claim", reference(claim)), .init("taken", .object(members(amendment)))]
    case .retract(let claim): return [kind(.retract), .init("claim", reference(claim))]
    case .add(let added):
      let content = ContentFields.members(added.content)
      let fields =
        content.leading + [
          .init("happened", MomentFields.value(added.happened)), .init("place", JSONValue(added.place?.name)),
        ] + content.trailing
      return [kind(.add), .init("added", .object(fields))]
    case .note(let claim): return [kind(.note), .init("claim", claim.map(reference) ?? .null)]
    case .marker(let name, let instant):
      return [
        kind(.marker), .init("name", .string(name)), .init("instant", .string(CivilTime(instant, at: .zero).text)),
      ]
    case .setAside(let conflict):
      return [
        kind(.setAside),
        .init(
          "conflict",
          .object([
            .init("kind", .string(conflict.kind.rawValue)), .init("subject", .string(conflict.subject)),
            .init("claims", .array(conflict.claims.map(reference))),
          ])),
      ]
    case .reliability(let source, let reliability):
      return [kind(.reliability)] + ReliabilityLine.members(source, reliability)
    case .assign(let article, let isIn):
      return [kind(.assign), .init("report", ArticleLine.identity(article)), .init("in", .boolean(isIn))]
    case .undo(let number): return [kind(.undo), .init("entry", .integer(number))]
    }
  }

  /// What an amendment sets; what it leaves out is null.
  private static func members(_ amendment: Amendment) -> [JSONValue.Member] {
    [
      .init("status", JSONValue(amendment.status?.rawValue)),
      .init("subject_class", JSONValue(amendment.subjectClass?.rawValue)),
      .init("scope", JSONValue(amendment.scope?.rawValue)), .init("standing", JSONValue(amendment.standing?.rawValue)),
    ]
  }

  /// A claim as what points at it across loads.
  package static func reference(_ claim: ClaimReference) -> JSONValue {
    .object([
      .init("article_id", ArticleLine.identity(claim.article)), .init("span", spanValue(claim.span)),
      .init("rule", .string(claim.rule)), .init("ordinal", .integer(claim.ordinal)),
    ])
  }
}

extension ActLine {
  /// Reads an entry back from a whole line.
  package static func entry(_ value: JSONValue) throws(FormatError) -> OperatorEntry {
    try entry(FieldReader(value, called: "line"))
  }

  static func entry(_ reader: FieldReader) throws(FormatError) -> OperatorEntry {
    let time = try moment(reader, "at")
    let text = try reader.string("text")
    guard !text.isEmpty else { throw FormatError("\"text\" is empty") }
    return OperatorEntry(
      id: try ArticleLine.identity(reader), author: try reader.string("author"), at: time.instant, offset: time.offset,
      text: text, act: try act(reader))
  }

  private static func act(_ reader: FieldReader) throws(FormatError) -> OperatorAct {
    switch try reader.word("act", Kind.self) {
    case .pin: return .pin(try reference(reader.object("claim")))
    case .correct:
      return .correct(try reference(reader.object("claim")), try FigureFields.figure(reader.object("figure")))
    case .amend:
      return .amend(try reference(reader.object("claim")), try amendment(reader.object("taken")))
    case .retract: return .retract(try reference(reader.object("claim")))
    case .add:
      let added = try reader.object("added")
      return .add(
        AddedClaim(
          try ContentFields.content(added),
          happened: try MomentFields.moment(added.object("happened"), called: "happened"),
          place: try added.optionalString("place").map { Place($0) }))
    case .note:
      guard let claim = try reader.optionalObject("claim") else { return .note(nil) }
      return .note(try reference(claim))
    case .marker: return .marker(name: try reader.string("name"), at: try moment(reader, "instant").instant)
    case .setAside:
      let conflict = try reader.object("conflict")
      var claims: [ClaimReference] = []
      for claim in try conflict.objects("claims") { claims.append(try reference(claim)) }
      return .setAside(
        ConflictReference(
          kind: try conflict.word("kind", Conflict.Kind.self), subject: try conflict.string("subject"), claims: claims))
    case .reliability:
      let entry = try ReliabilityLine.entry(reader)
      return .reliability(source: entry.source, entry.reliability)
    case .assign:
      return .assign(try ArticleLine.identity(reader, "report"), isIn: try reader.boolean("in"))
    case .undo:
      let number = try reader.integer("entry")
      guard number >= 1 else { throw FormatError("\"entry\" is below 1") }
      return .undo(number)
    }
  }

  private static func amendment(_ reader: FieldReader) throws(FormatError) -> Amendment {
    Amendment(
      status: try reader.optionalWord("status", Count.Status.self),
      subjectClass: try reader.optionalWord("subject_class", Count.SubjectClass.self),
      scope: try reader.optionalWord("scope", Count.Scope.self),
      standing: try reader.optionalWord("standing", Claim.Standing.self))
  }

  package static func reference(_ reader: FieldReader) throws(FormatError) -> ClaimReference {
    let (span, ordinal) = (try reader.object("span"), try reader.integer("ordinal"))
    let (start, end) = (try span.integer("start"), try span.integer("end"))
    guard 0 <= start, start < end, ordinal >= 0 else { throw FormatError("\"claim\" names no place in a text") }
    return ClaimReference(
      article: try ArticleLine.identity(reader), span: start..<end, rule: try reader.string("rule"), ordinal: ordinal)
  }

  /// An instant with its zone.
  private static func moment(
    _ reader: FieldReader, _ name: String
  ) throws(FormatError) -> (instant: Instant, offset: UTCOffset) {
    let text = try reader.string(name)
    guard let moment = Moment.parse(text, defaultOffset: .zero), moment.precision == .instant,
      let instant = moment.from,
      CivilTime(instant, at: moment.offset).text == text
    else { throw FormatError("\"\(name)\" is not a time with its zone; write it as 2025-03-12T14:10+05:00") }
    return (instant, moment.offset)
  }
}
