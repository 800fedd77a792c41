import Situation

extension Words {
  /// What a claim says, in one line: "~300 hostages held", "engine immobilised", "offer by BLA: prisoner swap".
  ///
  /// - Parameter article: Where the claim stands; what it quotes is put in quotation marks.
  func phrase(_ claim: Claim, in article: Article?) -> String {
    let phrase =
      switch claim.content {
      case .count(let count): self.count(count, HeldWord(claim, in: article))
      case .condition(let condition): self.condition(condition)
      case .movement(let movement): self.movement(movement)
      case .deployment(let deployment): self.deployment(deployment)
      case .statement(let statement): self.statement(statement, of: claim, in: article)
      }
    let place = claim.place.map { ", " + clean($0.name) } ?? ""
    switch claim.standing {
    case .current, .background: return (claim.doubt == nil ? "" : "unsure: ") + phrase + place
    case .superseded: return "replaced figure: " + phrase + place
    case .forecast: return "feared or threatened: " + phrase + place
    case .denied: return "denied: " + phrase + place
    }
  }

  private func count(_ count: Count, _ held: HeldWord) -> String {
    let status = count.status == .held ? held.rawValue : count.status.rawValue
    let subject = count.counted(count.subject.isEmpty ? "people" : plain(count.subject))
    let cause = count.cause.map { ", " + plain($0) } ?? ""
    let scope =
      switch count.scope {
      case .total: ""
      case .part: "of them "
      case .increment: "further "
      case .other: "in another incident "
      }
    if count.figure.isUndisclosed {
      let state = count.status == .strength ? "" : " " + status
      return scope + subject + state + cause + ", number not given"
    }
    let figure = figure(count.figure)
    // "hundreds of attackers", "several attackers".
    let of = count.figure.form == .vague && figure.hasSuffix("s") ? " of " : " "
    if count.status == .strength { return "strength: " + scope + figure + of + subject + cause }
    return scope + figure + of + subject + " " + status + cause
  }

  private func condition(_ condition: Condition) -> String {
    plain(condition.counted) + (condition.state.map { " " + plain($0) } ?? "")
  }

  private func movement(_ movement: Movement) -> String {
    let figure = movement.figure.map { $0.isUndisclosed ? "" : self.figure($0) + " " } ?? ""
    return figure + plain(movement.subject) + " " + plain(movement.phrase)
  }

  private func deployment(_ deployment: Deployment) -> String {
    plain(deployment.unit) + " " + plain(deployment.action)
      + (deployment.equipment.map { " with " + plain($0) } ?? "")
  }

  /// "offer by BLA: prisoner swap"; who acts is left out where the speaker's own name says it.
  func statement(_ statement: Statement, of claim: Claim, in article: Article?) -> String {
    let speaker = claim.speaker
    let actor = statement.by.flatMap { by in
      speaker.map { [$0.name, $0.surname, $0.organisation].contains(by) } ?? false ? nil : " by " + clean(by)
    }
    let isWorded = [.label, .threat, .denial, .history, .warning, .unknown].contains(statement.act)
    let isVerbatim = isWorded && article.map { Words.quotes(statement.content, claim.receipt.span, $0) } ?? false
    let said = isVerbatim ? quotation(statement.content) : plain(statement.content)
    if statement.act == .note, actor == nil { return said }
    return statement.act.rawValue + (actor ?? "") + ": " + said
  }

  /// How far from a receipt its line is looked through, each way: a text may be one line of many megabytes.
  private static let longestLine = 4096

  /// Returns true if the words stand as they are in the lines of a receipt: only then are they a quotation.
  private static func quotes(_ content: String, _ span: Range<Int>, _ article: Article) -> Bool {
    let text = article.text
    let held = span.clamped(to: 0..<text.count)
    let (first, last) = (max(0, held.lowerBound - longestLine), min(text.count, held.upperBound + longestLine))
    let start = text[first..<held.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? first
    let end = text[held.upperBound..<last].firstIndex(of: 0x0A) ?? last
    return !content.isEmpty && text[start..<end].firstRange(of: Array(content.utf8)) != nil
  }
}
