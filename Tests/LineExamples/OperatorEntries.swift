package import Situation

/// An entry of every kind of act, on claims of some article.
package enum OperatorEntries {
  package static let journal = String(repeating: "0123456789abcdef", count: 4)

  package static func entry(_ number: Int, _ act: OperatorAct, text: String = "") -> OperatorEntry {
    // 2025-03-13T09:00:07+05:00.
    OperatorEntry(
      id: ArticleID(digest: journal, story: number), author: "watch \u{202E}officer",
      at: Instant(seconds: 1_741_838_407), offset: UTCOffset(minutes: 300) ?? .zero, text: text, act: act)
  }

  package static func all(on claim: ClaimReference) -> [OperatorEntry] {
    let count = Claim.Content.count(Count(.held, "people", .people, .exactly(20)))
    let noon = Moment.instant(Instant(seconds: 1_741_762_800), at: .zero, text: "noon")
    let acts: [OperatorAct] = [
      .pin(claim), .correct(claim, .about(300)), .correct(claim, .undisclosed()), .retract(claim),
      .amend(claim, .accepting),
      .amend(claim, Amendment(status: .killed, subjectClass: .securityForces, scope: .part, standing: .background)),
      .amend(claim, Amendment(scope: .increment)),
      .add(AddedClaim(count, place: "coach 4")), .add(AddedClaim(count, happened: noon)),
      .add(AddedClaim(.condition(Condition(object: "coach 2", state: "burnt")))),
      .note(nil), .note(claim), .marker(name: "assault", at: Instant(seconds: 0)),
      .setAside(ConflictReference(kind: .safeOrHeld, subject: "people", claims: [claim])),
      .setAside(ConflictReference(kind: .over, subject: "", claims: [])),
      .assign(claim.article, isIn: true), .assign(claim.article, isIn: false),
      .reliability(source: "Dawn", .usually), .reliability(source: "the \u{202E}BLA", .unknown), .undo(3), .undo(13),
    ]
    return acts.enumerated().map { entry($0.offset + 1, $0.element, text: $0.offset % 2 == 0 ? "" : "why \"so\"\n…") }
  }
}
