/// A question before something is done that is not easily undone. It stays at the foot of the screen until it is answered.
struct Question: Hashable, Sendable {
  enum Deed: Hashable, Sendable {
    case retract
    case quit
  }

  let deed: Deed
  /// The question in full, with its subject.
  let words: String
}

extension Model {
  /// Asks whether the selected claim is to be retracted.
  mutating func askToRetract() -> [Effect] {
    act { (model) throws(LineError) in try model.retract("") }.contains(.bell) ? [.bell] : askAbout(.retract)
  }

  private mutating func askAbout(_ deed: Question.Deed) -> [Effect] {
    let words =
      switch deed {
      case .retract: "retract \(claimAtHandWords ?? "the claim")?"
      case .quit:
        "you lead \(leading?.name ?? "a briefing"), \(leading?.followers ?? 0) follow: end it and quit?"
      }
    question = Question(deed: deed, words: words + " y/n")
    return []
  }

  /// Quits; who leads a briefing is asked first.
  mutating func quit() -> [Effect] { leading == nil ? [.quit] : askAbout(.quit) }

  /// Takes y for yes, n or escape for no, and asks again at any other key.
  mutating func answer(_ key: Key, to asked: Question) -> [Effect] {
    switch key {
    case .character("y"), .character("Y"):
      question = nil
      switch asked.deed {
      case .retract: return act { (model) throws(LineError) in try model.retract("") }
      case .quit: return [.quit]
      }
    case .character("n"), .character("N"), .escape, .control("c"):
      question = nil
      tell("nothing was done")
      return []
    default: return [.bell]
    }
  }
}
