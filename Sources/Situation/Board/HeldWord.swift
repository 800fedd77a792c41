/// What those are called who cannot leave: *held* where somebody keeps them, *trapped* where nobody does. Claims tell which
/// by their own words; the status is one.
package enum HeldWord: String, Hashable, Sendable, CaseIterable {
  case held
  case trapped

  /// The words of a passage that tell one from the other.
  private static let telling: [Substring: HeldWord] = {
    var telling: [Substring: HeldWord] = [:]
    for (word, words) in [(held, keeping), (trapped, catching)] {
      for form in words.split(whereSeparator: \.isWhitespace) { telling[form] = word }
    }
    return telling
  }()

  private static let keeping = """
    held hold holds holding hostage hostages captive captives captivity captors kidnap kidnapped kidnapping abduct
    abducted abduction seized captured capture prisoner prisoners detained imprisoned
    """
  private static let catching = """
    trap traps trapped trapping bury buried burying stuck strand stranded entombed pinned rubble debris wreckage
    collapsed collapse underground dangling snowed mud
    """

  /// Trapped where a passage says so and none tells of a keeper; else held, which is the wider word.
  init(_ passages: some Sequence<String>) {
    var isTrapped = false
    for passage in passages {
      for word in passage.lowercased().split(whereSeparator: { !$0.isLetter }) {
        switch HeldWord.telling[word] {
        case .held:
          self = .held
          return
        case .trapped: isTrapped = true
        case nil: break
        }
      }
    }
    self = isTrapped ? .trapped : .held
  }
}

extension HeldWord {
  /// What a claim calls those who cannot leave.
  package init(_ claim: Claim, in article: Article?) { self.init(HeldWord.passages(claim, article)) }

  fileprivate static func passages(_ claim: Claim, _ article: Article?) -> [String] {
    [claim.count?.subject, article?.quote(claim.receipt.span)].compactMap { $0 }
  }
}

extension EventStore {
  package func heldWord(of event: EventID) -> HeldWord { HeldWord(heldPassages([event])) }

  func heldPassages(_ events: [EventID]) -> [String] {
    events.flatMap { event in
      let claim = self[event].claim
      return HeldWord.passages(claim, article(claim.receipt.article))
    }
  }
}

extension FigureKey {
  /// Those of the people caught in the incident who cannot leave.
  static let held = FigureKey(.held, .people)
}
