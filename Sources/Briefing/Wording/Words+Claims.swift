import Situation

extension Words {
  /// What a claim says, in one line: "~300 hostages held", "engine immobilised", "offer by BLA: prisoner swap".
  func phrase(_ claim: Claim) -> String {
    let phrase =
      switch claim.content {
      case .count(let count): self.count(count)
      case .condition(let condition): self.condition(condition)
      case .movement(let movement): self.movement(movement)
      case .deployment(let deployment): self.deployment(deployment)
      case .statement(let statement): self.statement(statement, speaker: claim.speaker)
      }
    let place = claim.place.map { ", " + clean($0) } ?? ""
    switch claim.standing {
    case .current, .background: return phrase + place
    case .superseded: return "replaced figure: " + phrase + place
    case .forecast: return "feared or threatened: " + phrase + place
    case .denied: return "denied: " + phrase + place
    }
  }

  private func count(_ count: Count) -> String {
    let subject = count.subject.isEmpty ? "people" : plain(count.subject)
    let cause = count.cause.map { ", " + plain($0) } ?? ""
    let scope =
      switch count.scope {
      case .total: ""
      case .part: "of them "
      case .increment: "further "
      }
    if count.figure.isUndisclosed {
      let state = count.status == .strength ? "" : " " + count.status.rawValue
      return scope + subject + state + cause + ", number not given"
    }
    let of = count.figure.form == .vague ? " of " : " "
    let figure = clean(count.figure.short(marks))
    if count.status == .strength { return "strength: " + scope + figure + of + subject + cause }
    return scope + figure + of + subject + " " + count.status.rawValue + cause
  }

  private func condition(_ condition: Condition) -> String {
    let number = condition.number.map { "\($0) " } ?? ""
    return number + plain(condition.object) + (condition.state.map { " " + plain($0) } ?? "")
  }

  private func movement(_ movement: Movement) -> String {
    let figure = movement.figure.map { $0.isUndisclosed ? "" : clean($0.short(marks)) + " " } ?? ""
    return figure + plain(movement.subject) + " " + plain(movement.phrase)
  }

  private func deployment(_ deployment: Deployment) -> String {
    plain(deployment.unit) + " " + plain(deployment.action)
      + (deployment.equipment.map { " with " + plain($0) } ?? "")
  }

  /// "offer by BLA: prisoner swap"; who acts is left out where the speaker's own name says it.
  func statement(_ statement: Statement, speaker: Speaker?) -> String {
    let actor = statement.by.flatMap { by in
      speaker.map { [$0.name, $0.surname, $0.organisation].contains(by) } ?? false ? nil : " by " + clean(by)
    }
    return statement.act.rawValue + (actor ?? "") + ": " + said(statement)
  }

  /// What was said; a label and a threat in quotation marks, since they are the speaker's own words and not ours.
  private func said(_ statement: Statement) -> String {
    switch statement.act {
    case .label, .threat, .denial: quotation(statement.content)
    case .responsibility, .demand, .deadline, .offer, .answer, .history: plain(statement.content)
    }
  }
}
