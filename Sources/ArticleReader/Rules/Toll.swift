import Situation

extension Rule {
  /// What a toll stands at, where it came from, by how much it changed.
  static let toll = Rule(
    name: "toll",
    triggers: CategorySet(.toll, .statusNoun, .noun),
    examples: [
      Example("«The death toll rose to 31» on Friday.", "killed 31 people people"),
      Example("Officials put «the toll at 14».", "killed 14 people people"),
      Example(
        "The group put «the number of soldiers it had killed at 25».", "killed 25 soldiers security-forces"),
      Example("They found more bodies, «bringing to 42 the death toll».", "killed 42 people people"),
    ],
    counterexamples: ["The toll road is 14 miles long.", "The death toll is not known."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      guard let (status, subjectClass, noun, end) = tollStatus(clauses, index) else { continue }
      var found = false
      var position = end
      var superseded: Int?
      var sawFrom = false
      var sawBy = false
      var isLinked = false
      var exceeds: Int?
      let limit = min(clauses.chunks.count, end + 16)
      scan: while position < limit {
        let next = clauses.chunks[position]
        switch next.kind {
        case .stop: break scan
        case .preposition:
          sawFrom = sentence.isWord(next.terms.lowerBound, "from")
          sawBy = sentence.isWord(next.terms.lowerBound, "by")
          if sentence.senses(next.terms.lowerBound).contains(where: { $0.kind == .exceeds }) {
            exceeds = next.terms.lowerBound
          }
          isLinked =
            ["to", "at", "of", "as"].contains(sentence.lower(next.terms)) || sawFrom || sawBy
            || exceeds == next.terms.lowerBound
          // "The number of dead was in the hundreds."
          if sentence.isWord(next.terms.lowerBound, "in"), let round = clauses.group(at: position + 1) {
            isLinked = round.isHeadless && sentence.has(round.head, .vague)
          }
        case .verb:
          let verb = sentence.verbs[next.index]
          // "The toll could rise from the crash near Selm, a city of 80,000": only what it may rise to is of it.
          if verb.isModal, position + 1 < limit, sentence.lower(clauses.chunks[position + 1].terms) != "to",
            clauses.group(at: position + 1)?.quantity == nil
          {
            break scan
          }
          if sentence.sense(verb.main, .changeVerb)?.kind == .exceeds { exceeds = verb.main }
          isLinked = verb.isCopula || sentence.has(verb.main, .changeVerb) || sentence.has(verb.main, .putVerb)
        case .group:
          let candidate = clauses.groups[next.index]
          // "fell to zero from 2008 to 2012"
          if candidate.isHeadless, clauses.isYear(candidate) { break scan }
          if candidate.quantity == nil || !(candidate.isHeadless || candidate.isPeople) {
            sawFrom = false
            sawBy = false
            if candidate.quantity != nil { break }
            position += 1
            continue
          }
          if sawFrom {
            superseded = next.index
          } else if sawBy {
            clauses.count(
              next.index, status, rule: "toll", with: chunk.terms, scope: .increment, into: &findings)
          } else if !isLinked, position != end || candidate.quantity?.qualifier.isEmpty != false {
            break scan
          } else if !found {
            let isFirst =
              (max(0, next.terms.lowerBound - 4)..<next.terms.lowerBound).contains {
                sentence.isWord($0, "first") || sentence.isWord($0, "initially") || sentence.isWord($0, "originally")
              }
              || (max(0, next.terms.lowerBound - 5)..<next.terms.lowerBound).contains {
                (sentence.isWord($0, "earlier") || sentence.isWord($0, "previously")) && sentence.isWord($0 - 1, "had")
              }
            // "the total stands at 1,739 dead": the figure tells of what it is.
            let own = candidate.status.flatMap { Self.endings.contains($0) ? $0 : nil } ?? status
            add(next.index, own, (noun, subjectClass), chunk.terms, isFirst ? .superseded : nil, clauses, &findings)
            if let exceeds { exceed(exceeds, clauses, &findings) }
            found = !isFirst
          } else {
            break scan
          }
          isLinked = false
          sawFrom = false
          sawBy = false
        case .subordinator where sentence.isWord(next.terms.lowerBound, "as"): isLinked = true
        case .conjunction where found: break scan
        case .subordinator, .relative: break scan
        default: break
        }
        position += 1
      }
      if let superseded {
        add(superseded, status, (noun, subjectClass), chunk.terms, found ? .superseded : nil, clauses, &findings)
      }
      if !found, superseded == nil, index >= 2, clauses.chunks[index - 1].kind == .comma,
        let before = clauses.group(at: index - 2), before.isHeadless, before.quantity != nil
      {
        // "80, the number of rescued that was given on Tuesday"
        let terms = clauses.chunks[index - 2].terms.lowerBound..<clauses.chunks[end - 1].terms.upperBound
        add(clauses.chunks[index - 2].index, status, (noun, subjectClass), terms, nil, clauses, &findings)
      }
      if !found, superseded == nil, index >= 2, let before = clauses.group(at: index - 1), before.isHeadless,
        before.quantity != nil
      {
        // "bringing to 42 the death toll"
        let from = index >= 3 && clauses.chunks[index - 2].kind == .preposition ? index - 3 : index - 2
        let terms = clauses.chunks[max(from, 0)].terms.lowerBound..<chunk.terms.upperBound
        add(clauses.chunks[index - 1].index, status, (noun, subjectClass), terms, nil, clauses, &findings)
      }
    }
  }

  /// The statuses that a figure can name itself, whatever the noun before it says: "the total was reported as 1,739 dead".
  private static let endings: Set<Count.Status> = [.killed, .injured, .missing]

  private static func add(
    _ group: Int, _ status: Count.Status, _ subject: (String, Count.SubjectClass?), _ terms: Range<Int>,
    _ standing: Claim.Standing?, _ clauses: Clauses, _ findings: inout Findings
  ) {
    guard clauses.count(group, status, rule: "toll", with: terms, standing: standing, into: &findings),
      let last = findings.list.indices.last, case .count(var count) = findings.list[last].content
    else { return }
    if clauses.groups[group].isHeadless {
      (count.subject, count.subjectClass) = subject
      findings.list[last].content = .count(count)
    }
  }

  /// Opens the figure that was found last upwards: "rose past 50".
  private static func exceed(_ term: Int, _ clauses: Clauses, _ findings: inout Findings) {
    guard let last = findings.list.indices.last, case .count(var count) = findings.list[last].content,
      count.figure.form == .exact, let low = count.figure.low
    else { return }
    count.figure = .atLeast(low, clauses.sentence.lower(term..<term + 1))
    findings.list[last].content = .count(count)
  }

  /// Whether a group is a toll, of what status and of whom; and the chunk after it.
  private static func tollStatus(_ clauses: Clauses, _ index: Int) -> (Count.Status, Count.SubjectClass?, String, Int)?
  {
    let sentence = clauses.sentence
    let group = clauses.groups[clauses.chunks[index].index]
    if let sense = sentence.sense(group.head, .toll), let status = sense.status,
      group.quantity == nil || group.quantity?.isSingleton == true
    {
      let isMilitary = group.terms.contains { sentence.isWord($0, "military") }
      // "That toll was 28": of the dead whom the sentence before named.
      let first = group.terms.lowerBound
      let isBackReference =
        status == .killed && (sentence.has(first, .demonstrative) || sentence.isWord(first - 1, "that"))
      let subjectClass = isMilitary ? .securityForces : isBackReference ? clauses.context.lastDead ?? .people : .people
      return (status, subjectClass, "people", index + 1)
    }
    // "the number of dead workers"
    if let person = sentence.sense(group.head, .person), group.quantity == nil,
      let toll = group.terms.first(where: { sentence.has($0, .toll) && sentence.terms[$0].tokens.count > 1 }),
      let status = sentence.sense(toll, .toll)?.status
    {
      return (status, person.subjectClass, clauses.subject(of: group).0, index + 1)
    }
    // "the number of passengers rescued", "the number of attackers killed", "the rescued at 104"
    let isNumber =
      sentence.isWord(group.head, "number") || sentence.isWord(group.head, "count")
      || sentence.isWord(group.head, "figure") || sentence.isWord(group.head, "total")
      || sentence.isWord(group.head, "strength")
    if isNumber, group.quantity == nil || group.quantity?.isSingleton == true, index + 2 < clauses.chunks.count,
      sentence.isWord(clauses.chunks[index + 1].terms.lowerBound, "of"), let people = clauses.group(at: index + 2),
      people.isPeople || people.isUnknownHead || sentence.isWord(people.head, "those")
    {
      var status = people.status
      var end = index + 3
      var probe = end
      while probe < min(end + 4, clauses.chunks.count) {
        let chunk = clauses.chunks[probe]
        if chunk.kind == .verb, status == nil || probe == end {
          if let sense = sentence.sense(sentence.verbs[chunk.index].main, .statusVerb), sense.form.isParticiple {
            status = sense.status
            end = probe + 1
            break
          }
        }
        if chunk.kind == .predicate,
          let sense = sentence.senses(chunk.terms.lowerBound).first(where: {
            $0.category == .predicate && $0.status != nil
          })
        {
          status = sense.status == .aboard && people.status != nil ? people.status : sense.status
          end = probe + 1
          break
        }
        if chunk.kind == .group, probe == end, clauses.groups[chunk.index].isPronoun, probe + 1 < clauses.chunks.count,
          clauses.chunks[probe + 1].kind == .verb,
          let sense = sentence.sense(sentence.verbs[clauses.chunks[probe + 1].index].main, .statusVerb),
          sense.kind != .subject
        {
          // "the number of soldiers it had killed"
          status = sense.status
          end = probe + 2
          break
        }
        if chunk.kind == .relative || chunk.kind == .verb && sentence.verbs[chunk.index].isCopula {
          probe += 1
        } else {
          break
        }
      }
      if status == nil, sentence.isWord(people.head, "passengers") { status = .aboard }
      if let status {
        return people.isPronoun
          ? (status, .people, "people", end) : (status, people.subjectClass, clauses.subject(of: people).0, end)
      }
      return nil
    }
    if isNumber, index + 1 < clauses.chunks.count, clauses.chunks[index + 1].kind == .verb,
      let sense = sentence.sense(sentence.verbs[clauses.chunks[index + 1].index].main, .statusVerb),
      sense.form.isParticiple, let status = sense.status
    {
      // "the number released since Monday"
      return (status, .people, "people", index + 2)
    }
    if isNumber, group.isDefinite, group.quantity == nil, let status = clauses.context.lastStatus,
      index + 1 < clauses.chunks.count, clauses.chunks[index + 1].kind == .verb
    {
      // "The midday count had stood at 190."
      return (status, clauses.context.lastClass, clauses.context.lastSubject, index + 1)
    }
    if let status = group.status, group.quantity == nil, group.isDefinite, sentence.has(group.head, .statusNoun) {
      // "the injured, last put at 17"
      var at = index + 1
      while at < min(index + 5, clauses.chunks.count),
        [.comma, .adverb, .verb, .other].contains(clauses.chunks[at].kind)
      { at += 1 }
      if at > index + 1, at + 1 < clauses.chunks.count, sentence.isWord(clauses.chunks[at].terms.lowerBound, "at"),
        clauses.group(at: at + 1)?.isHeadless == true, at - index >= 3
      {
        return (status, .people, "people", index + 1)
      }
    }
    if group.status != nil, group.quantity == nil, group.isDefinite, sentence.has(group.head, .statusNoun),
      index + 2 < clauses.chunks.count, clauses.chunks[index + 1].kind == .preposition,
      sentence.isWord(clauses.chunks[index + 1].terms.lowerBound, "at"),
      clauses.group(at: index + 2)?.isHeadless == true,
      let status = group.status
    {
      return (status, .people, "people", index + 1)
    }
    return nil
  }
}
