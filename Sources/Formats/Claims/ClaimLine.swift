package import Situation

/// A claim as one JSON object on a line.
package enum ClaimLine {
  /// - Parameters:
  ///   - article: The article that the claim's receipt names.
  ///   - index: Where the claim stands among those of its article, counted from 0, which is what `part_of` counts.
  package static func value(_ claim: Claim, in article: Article, index: Int) -> JSONValue {
    var members = members(claim, in: article)
    members += [
      .init("digest", .string(article.id.digest)), .init("story", .integer(article.id.story)),
      .init("index", .integer(index)),
    ]
    return .object(members)
  }

  /// The line of a claim, with its line feed.
  package static func write(_ claim: Claim, in article: Article, index: Int, to bytes: inout [UInt8]) {
    JSONWriter.write(value(claim, in: article, index: index), to: &bytes)
    bytes.append(0x0A)
  }

  static func members(_ claim: Claim, in article: Article) -> [JSONValue.Member] {
    let content = ContentFields.members(claim.content)
    var members: [JSONValue.Member] = []
    // Those of every claim and the most that a content has, with room for what is put before or after.
    members.reserveCapacity(32)
    members.append(.init("article", .string(article.path)))
    members += content.leading
    members += [
      .init("standing", .string(claim.standing.rawValue)),
      .init("speaker", claim.speaker.map(SpeakerFields.value) ?? .null),
      .init("happened", MomentFields.value(claim.happened)),
      .init("reported", MomentFields.value(claim.reported)),
      .init("place", JSONValue(claim.place?.name)),
      .init("part_of", JSONValue(claim.partOf)),
      .init("sure", .boolean(claim.doubt == nil)),
      .init("doubt", JSONValue(claim.doubt?.rawValue)),
      .init("span", spanValue(claim.receipt.span)),
      .init("quote", .string(article.quote(claim.receipt.span))),
      .init("rule", .string(claim.receipt.rule)),
    ]
    members += content.trailing
    return members
  }

  /// Reads a claim back, and holds its receipt against the text: the quote must be the very bytes of the span.
  static func claim(_ reader: FieldReader, in article: Article) throws(FormatError) -> Claim {
    let span = try reader.span("span", in: article.text)
    guard !span.isEmpty else { throw FormatError("\"span\" is empty") }
    guard try Array(reader.string("quote").utf8) == Array(article.text[span]) else {
      throw FormatError("\"quote\" is not what the text has at \"span\"")
    }
    let receipt = Receipt(article: article.id, span: span, rule: try reader.string("rule"))
    return Claim(
      try ContentFields.content(reader), standing: try reader.word("standing", Claim.Standing.self),
      speaker: try reader.optionalObject("speaker").map(SpeakerFields.speaker),
      happened: try MomentFields.moment(reader.object("happened"), called: "happened"),
      reported: try MomentFields.moment(reader.object("reported"), called: "reported"),
      place: try reader.optionalString("place").map { Place($0) }, partOf: try reader.optionalInteger("part_of"),
      doubt: try reader.optionalWord("doubt", Claim.Doubt.self), receipt: receipt)
  }
}

enum SpeakerFields {
  static func value(_ speaker: Speaker) -> JSONValue {
    .object([
      .init("name", JSONValue(speaker.name)), .init("role", JSONValue(speaker.role)),
      .init("organisation", JSONValue(speaker.organisation)), .init("anonymous", .boolean(speaker.isAnonymous)),
      .init("side", .string(speaker.side.rawValue)),
    ])
  }

  static func speaker(_ reader: FieldReader) throws(FormatError) -> Speaker {
    Speaker(
      name: try reader.optionalString("name"), role: try reader.optionalString("role"),
      organisation: try reader.optionalString("organisation"), isAnonymous: try reader.boolean("anonymous"),
      side: try reader.word("side", Speaker.Side.self))
  }
}
