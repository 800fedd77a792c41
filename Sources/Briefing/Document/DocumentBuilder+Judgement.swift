import Situation

extension DocumentBuilder {
  /// What does not add up within an article; `nil` where everything does.
  mutating func checks() -> Document.Section? {
    let checks = board.checks(in: store)
    guard !checks.isEmpty else { return nil }
    var section = Document.Section(heading: "CHECKS WITHIN AN ARTICLE (\(checks.count))")
    for check in checks {
      let sentence = check.sentence(options.marks) {
        board.overrides.claim(of: $0, in: store)
      } naming: {
        speaker($0)
      }
      section.items.append(
        .paragraph("\(check.headline): \(words.plain(sentence))\(Words.tie)\(references.cite(check.events))"))
    }
    return section
  }

  /// The ledgers of single speakers, where one counts those aboard and others too; none where it is the board's own.
  mutating func accounts() -> [Document.Item] {
    Ledger.accounts(board.ladders) { board.overrides.claim(of: $0, in: store) }.compactMap { account in
      guard account.ledger != board.ledger else { return nil }
      let speaker = words.clean(account.speaker.labels.first ?? "")
      let events = (account.ledger.terms + [account.ledger.aboard]).map(\.rung.first)
      let sentence = words.clean(account.ledger.sentence(options.marks))
      return .paragraph("By \(speaker) alone: \(sentence)\(Words.tie)\(references.cite(events)).")
    }
  }

  /// "mentioned without a figure since 12 Mar 10:00, last by officials, 13 Mar 09:40 [2, 5]".
  mutating func told(_ gap: Gap) -> InlineText {
    let last = attribution(Array(gap.events))
    guard let first = gap.since, gap.events.count > 1 else { return "mentioned without a figure (\(last))" }
    let since = words.when(claim(first).moment(on: board.clock))
    return "mentioned without a figure since \(since) (last by \(last))"
  }

  /// What marks a figure beside its speaker: its grade, that it is old, how many repeat it, what the operator did to it:
  /// " B2 [15h old], 3 outlets, 1 origin, pinned by ann".
  mutating func judged(_ rung: Rung, _ ladder: Ladder) -> String {
    let key = FigureMention(key: ladder.key, first: rung.first)
    let marks = judged[key] ?? judgement(of: rung, ladder)
    judged[key] = marks
    return marks
  }

  private func judgement(of rung: Rung, _ ladder: Ladder) -> String {
    var marks = ""
    if let grade = board.grade(of: rung, on: ladder.key, in: store) { marks += Words.tie + grade.text }
    if let age = rung.ageMark(asOf: board.asOf) { marks += Words.tie + age.tied }
    if rung.events.count > 1 {
      let origins = Origins(rung.events, in: store)
      if origins.outlets > 1 { marks += ", " + origins.words }
    }
    return marks + entered(rung)
  }

  /// What the operator did to a figure: ", pinned by ann", ", corrected by ann; the text says 214".
  func entered(_ rung: Rung) -> String {
    let pin = board.pinWords(of: rung, in: store, options.marks)
    let correction = board.overrides.takesClaimsAsRead ? nil : rung.events.lazy.compactMap { corrected($0) }.first
    return [pin, correction].compactMap { $0 }.map { ", " + words.clean($0) }.joined()
  }

  /// "corrected by ann; the text says 214", "accepted by ann".
  func corrected(_ claim: EventID) -> String? {
    board.overrideWords(of: claim, in: store, options.marks).map { words.clean($0) }
  }

  /// What a claim says, its figure as the operator corrected it, and then what the text says.
  func phrase(_ event: Event) -> String {
    let phrase = words.phrase(board.overrides.claim(of: event.id, in: store), in: article(event.claim))
    return corrected(event.id).map { "\(phrase) (\($0))" } ?? phrase
  }
}
