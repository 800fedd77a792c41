/// Who is said to be out, under which verb, and by which side: for finding the same people under two verbs.
///
/// "Women and children" are indexed as such and under either word, since one speaker names them together and another
/// apart.
struct VerbMentions: Hashable, Sendable {
  private struct Key: Hashable {
    let status: Count.Status
    let people: String
    let camp: Camp
  }

  /// The newest mention of each group by each camp.
  private var mentions: [Key: Rung] = [:]
  /// The groups in the order in which they were first spoken of.
  private var people: [String] = []
  private var known: Set<String> = []

  private static let verbs: [Count.Status] = [.rescued, .released, .escaped]

  init(_ topics: BoardTopics) {
    for topic in topics.verbs {
      guard case .verb(let status, let word, let camp) = topic.topic else { continue }
      if known.insert(word).inserted { people.append(word) }
      mentions[Key(status: status, people: word, camp: camp)] = topics.mention(topic.newest)
    }
  }

  /// Returns true if a count tells of a named group that is out.
  static func tells(_ count: Count) -> Bool {
    verbs.contains(count.status) && count.subjectClass == .people && count.scope != .increment
      && !PeopleNouns.isWhole(count)
  }

  /// "women and children" is they, and "women", and "children".
  static func groups(_ subject: String) -> [String] {
    let words = subject.lowercased().split(separator: " ")
    let parts = words.split(separator: "and").map { $0.joined(separator: " ") }
    return parts.count > 1 ? [words.joined(separator: " ")] + parts : parts
  }

  /// The same named group, or the same number of people, of whom each side says that its own hand let them out.
  func conflicts(_ ladders: [FigureKey: Ladder]) -> [Conflict] {
    var found: [Conflict] = []
    for (index, verb) in VerbMentions.verbs.enumerated() {
      for other in VerbMentions.verbs.dropFirst(index + 1) {
        found += groups(verb, other)
        if let conflict = VerbMentions.wholes(verb, other, ladders) { found.append(conflict) }
      }
    }
    return found
  }

  private func groups(_ verb: Count.Status, _ other: Count.Status) -> [Conflict] {
    var found: [Conflict] = []
    // Most boards have one verb.
    guard mentions.keys.contains(where: { $0.status == other }) else { return [] }
    // Those who are named together first: what is said of a part of them then belongs to the same conflict.
    for word in people.filter({ $0.contains(" ") }) + people.filter({ !$0.contains(" ") }) {
      for camp in [Camp.attacked, .attackers] {
        guard let one = mentions[Key(status: verb, people: word, camp: camp)],
          let two = mentions[Key(status: other, people: word, camp: camp.opponent)],
          !one.figure.interval.excludes(two.figure.interval)
        else { continue }
        // The same two claims under another word of theirs, and claims that name the group's words one by one.
        if let known = found.firstIndex(where: {
          $0.terms[0].rung.first == one.first || $0.against.rung.first == two.first
        }) {
          found[known].merge(word, one, two)
          continue
        }
        found.append(
          Conflict(
            kind: .verb, severity: .wording, subject: word, terms: [Ledger.Term(label: verb.rawValue, rung: one)],
            against: Ledger.Term(label: other.rawValue, rung: two)))
      }
    }
    return found
  }

  private static func wholes(
    _ verb: Count.Status, _ other: Count.Status, _ ladders: [FigureKey: Ladder]
  ) -> Conflict? {
    guard let one = ladders[FigureKey(verb, .people)], let two = ladders[FigureKey(other, .people)] else { return nil }
    let rivals = two.liveIntervals
    for (index, rung) in one.liveIntervals.enumerated() where rung.camp != .neither {
      let opposing = rivals.firstIndex { $0.interval == rung.interval && $0.camp == rung.camp.opponent }
      guard let opposing else { continue }
      return Conflict(
        kind: .verb, severity: .wording, subject: "people",
        terms: [Ledger.Term(label: verb.rawValue, rung: one.live[index])],
        against: Ledger.Term(label: other.rawValue, rung: two.live[opposing]))
    }
    return nil
  }
}

extension Conflict {
  /// Another word for people of the same two sides: "women" and then "children".
  fileprivate mutating func merge(_ word: String, _ one: Rung, _ two: Rung) {
    if !subject.split(separator: " ").contains(Substring(word)) { subject += " and " + word }
    terms[0].rung.add(one.first)
    against.rung.add(two.first)
  }
}
