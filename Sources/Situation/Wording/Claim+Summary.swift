extension Claim {
  /// What the claim says in a few words, as a line of the timeline: "~300 held", "engine immobilised".
  package func summary(_ marks: MarkSet = .unicode) -> String {
    let what =
      switch content {
      case .count(let count): count.summary(marks)
      case .condition(let condition): condition.summary
      case .movement(let movement): movement.summary(marks)
      case .deployment(let deployment): deployment.summary
      case .statement(let statement): statement.summary
      }
    return standing == .current ? what : "\(what) (\(standing.rawValue))"
  }
}

extension Count {
  package func summary(_ marks: MarkSet = .unicode) -> String {
    var words = [figure.short(marks)]
    switch subjectClass {
    case .people where PeopleNouns.isWhole(self) || subject.isEmpty: break
    case .people, .attackers, .securityForces, nil: words.append(subject)
    }
    if status != .strength { words.append(status.rawValue) }
    let text = words.filter { !$0.isEmpty }.joined(separator: " ")
    return cause.map { text + ", " + $0 } ?? text
  }
}

extension Condition {
  package var summary: String {
    let number = number.map { "\($0) " } ?? ""
    return number + object + (state.map { " " + $0 } ?? "")
  }
}

extension Movement {
  package func summary(_ marks: MarkSet = .unicode) -> String {
    let number = figure.map { $0.short(marks) + " " } ?? ""
    return number + subject + " " + phrase
  }
}

extension Deployment {
  package var summary: String { unit + " " + action + (equipment.map { ", " + $0 } ?? "") }
}

extension Statement {
  package var summary: String {
    let words = content.isEmpty ? act.rawValue : "\(act.rawValue): \(content)"
    return by.map { "\($0) " + words } ?? words
  }
}
