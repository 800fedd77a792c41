/// What the operator does to the board. An act changes no claim: the fold honours it, and what was said stays.
package enum OperatorAct: Hashable, Sendable {
  /// The rung that this claim stands on is the figure to go by.
  case pin(ClaimReference)
  /// The figure was misread; this is what the text says.
  case correct(ClaimReference, Figure)
  /// A person has looked at a claim and takes it so: as it was read, or with another status, class, scope or standing.
  case amend(ClaimReference, Amendment)
  /// The claim is no claim: misread, or of something else. It is left out of the board and kept in the store.
  case retract(ClaimReference)
  /// A claim of the operator's own.
  case add(AddedClaim)
  /// The entry's words are the note, on a claim or on nothing in particular.
  case note(ClaimReference?)
  /// A name for an instant of the timeline.
  case marker(name: String, at: Instant)
  /// A conflict that is seen and judged; the entry's words say why. It comes back when another claim touches it.
  case setAside(ConflictReference)
  /// How far a source, an outlet or a speaker, is to be believed.
  case reliability(source: String, Reliability)
  /// A report is about the incident on the board, or is not, whatever its words speak for.
  case assign(ArticleID, isIn: Bool)
  /// Takes back an earlier entry of the same journal, by its number. To take back an undo is to do the act again.
  case undo(Int)
}

/// What the operator adds by hand: "coach 4: 20 held". Who says it, and when, the entry tells.
package struct AddedClaim: Hashable, Sendable {
  package var content: Claim.Content
  /// When it was so; `.unknown` is the time of the entry.
  package var happened: Moment
  package var place: Place?

  package init(_ content: Claim.Content, happened: Moment = .unknown, place: Place? = nil) {
    self.content = content
    self.happened = happened
    self.place = place
  }
}

/// A claim by its receipt, which is the same on every load, in whatever order articles and journals come.
package struct ClaimReference: Hashable, Comparable, Sendable {
  package var article: ArticleID
  package var span: Range<Int>
  package var rule: String
  /// Which of the claims of that article with the same span and rule, counted from 0.
  package var ordinal: Int

  package init(article: ArticleID, span: Range<Int>, rule: String, ordinal: Int = 0) {
    self.article = article
    self.span = span
    self.rule = rule
    self.ordinal = ordinal
  }

  package static func < (a: ClaimReference, b: ClaimReference) -> Bool {
    if a.article != b.article { return a.article < b.article }
    return (a.span.lowerBound, a.span.upperBound, a.rule, a.ordinal)
      < (b.span.lowerBound, b.span.upperBound, b.rule, b.ordinal)
  }
}

/// A conflict by what it is about and by every claim that has a part in it: one claim more, and it is another.
package struct ConflictReference: Hashable, Sendable {
  package var kind: Conflict.Kind
  package var subject: String
  /// Sorted, none twice.
  package var claims: [ClaimReference]

  package init(kind: Conflict.Kind, subject: String, claims: [ClaimReference]) {
    self.kind = kind
    self.subject = subject
    self.claims = Set(claims).sorted()
  }
}

/// An act with who did it, when, and in what words: one entry of a journal.
package struct OperatorEntry: Hashable, Sendable {
  /// The journal's identity as the digest, the entry's number in it as the story.
  package let id: ArticleID
  package let author: String
  package let at: Instant
  /// The zone in which the time is told.
  package let offset: UTCOffset
  /// What the operator wrote, or what the act is called where nothing was written. Never empty: receipts stand in it.
  package let text: String
  package let act: OperatorAct

  package init(id: ArticleID, author: String, at: Instant, offset: UTCOffset, text: String = "", act: OperatorAct) {
    self.id = id
    self.author = author
    self.at = at
    self.offset = offset
    self.text = text.isEmpty ? act.name : text
    self.act = act
  }

  package static let rule = "operator"

  package var moment: Moment { .instant(at, at: offset) }

  /// True if the entry says something of the incident itself.
  package var addsClaim: Bool { if case .add = act { true } else { false } }

  package var speaker: Speaker { Speaker(name: author, role: "operator", side: .other) }

  /// The act as something said: the claim it adds, or the operator's own words.
  package var claim: Claim {
    let receipt = Receipt(article: id, span: 0..<text.utf8.count, rule: OperatorEntry.rule)
    guard case .add(let added) = act else {
      return Claim(
        .statement(Statement(act: .note, by: nil, content: told)), speaker: speaker, happened: moment,
        reported: moment, receipt: receipt)
    }
    return Claim(
      added.content, speaker: speaker, happened: added.happened.isUnknown ? moment : added.happened,
      reported: moment, place: added.place, receipt: receipt)
  }

  /// What was done and, where the operator wrote something, in what words.
  private var told: String {
    if case .note = act { return text }
    return text == act.name ? text : act.name + ": " + text
  }

  /// The entry as a text that receipts count bytes in.
  package var article: Article {
    Article(id: id, path: "journal entry \(id.story)", outlet: author, date: moment, text: Array(text.utf8))
  }
}

extension OperatorAct {
  /// What the act is called.
  package var name: String {
    switch self {
    case .pin: "pins a figure"
    case .correct(_, let figure): "corrects a figure to \(figure.short(.ascii))"
    case .amend(_, let amendment): amendment.words.map { "takes a claim as \($0)" } ?? "accepts a claim"
    case .retract: "retracts a claim"
    case .add: "adds a claim"
    case .note: "note"
    case .marker(let name, _): name.isEmpty ? "marker" : "marker \(name)"
    case .setAside: "sets a conflict aside"
    case .reliability(let source, let reliability): "sets the reliability of \(source) to \(reliability.rawValue)"
    case .assign(_, let isIn): isIn ? "pulls a report in" : "pushes a report out"
    case .undo(let number): "undoes entry \(number)"
    }
  }
}
