extension Claim {
  /// What the claim says in a few words, as a line of the timeline: "~300 held", "engine immobilised"; with its
  /// standing, and whether the reader is sure of it, where that is not as usual.
  ///
  /// - Parameter held: What those are called who cannot leave.
  package func summary(_ marks: GlyphSet = .unicode, held: HeldWord = .held) -> String {
    let what = count.map { $0.summary(marks, held: held) } ?? content.summary(marks)
    let notes = [standing == .current ? nil : standing.rawValue, doubt == nil ? nil : "unsure"].compactMap { $0 }
    return notes.isEmpty ? what : "\(what) (\(notes.joined(separator: ", ")))"
  }
}

extension Claim.Content {
  /// The content in a few words, without its standing.
  package func summary(_ marks: GlyphSet = .unicode) -> String {
    switch self {
    case .count(let count): count.summary(marks)
    case .condition(let condition): condition.summary
    case .movement(let movement): movement.summary(marks)
    case .deployment(let deployment): deployment.summary
    case .statement(let statement): statement.summary
    }
  }
}

extension Claim.Content {
  /// Who does or says it, where the content names them apart from what they do.
  var actor: String? {
    get {
      switch self {
      case .statement(let statement): statement.by
      case .deployment(let deployment): deployment.unit
      case .count, .condition, .movement: nil
      }
    }
    set {
      switch self {
      case .statement(var statement):
        statement.by = newValue
        self = .statement(statement)
      case .deployment(var deployment):
        deployment.unit = newValue ?? ""
        self = .deployment(deployment)
      case .count, .condition, .movement: break
      }
    }
  }
}

extension Count {
  package func summary(_ marks: GlyphSet = .unicode, held: HeldWord = .held) -> String {
    var words = [figure.short(marks)]
    // "hundreds of attackers", but "several attackers".
    if figure.form == .vague, figure.vagueWord?.hasSuffix("s") ?? false, !subject.isEmpty { words.append("of") }
    switch subjectClass {
    case .people where PeopleNouns.isWhole(self) || subject.isEmpty:
      if words.count > 1 { words.append(subject) }
    case .people, .attackers, .securityForces, nil: words.append(counted(subject))
    }
    if status != .strength { words.append(status == .held ? held.rawValue : status.rawValue) }
    let text = words.filter { !$0.isEmpty }.joined(separator: " ")
    return cause.map { text + ", " + $0 } ?? text
  }

  /// Words for those whom it counts, in the number that its figure asks for: "person" for one.
  package func counted(_ words: String) -> String { Nouns.counted(words, by: figure) }
}

extension Condition {
  package var summary: String {
    guard let state else { return counted }
    // "engine immobilised", but "tunnel: train partly inside".
    return counted + (state.split(separator: " ").count > 2 ? ": " : " ") + state
  }
}

extension Condition {
  /// The thing with how many of it there are: "engine", "9 coaches", "2 passenger trains".
  package var counted: String {
    guard let number else { return thing.words }
    return "\(number) " + Nouns.counted(Nouns.plural(thing.words), by: .exactly(number))
  }
}

extension Movement {
  package func summary(_ marks: GlyphSet = .unicode) -> String {
    let number = figure.map { $0.short(marks) + " " } ?? ""
    return number + subject + " " + phrase
  }
}

extension Deployment {
  package var summary: String { (unit.isEmpty ? "" : unit + " ") + action + (equipment.map { ", " + $0 } ?? "") }
}

extension Statement {
  package var summary: String {
    if act == .note, !content.isEmpty { return content }
    let words = content.isEmpty ? act.word : "\(act.word): \(content)"
    return by.map { "\($0) " + words } ?? words
  }
}

extension Statement.Act {
  /// What the act is called in a list: "offer", "calls it".
  package var word: String { self == .label ? "calls it" : rawValue }
}
