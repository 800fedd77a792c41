import Situation

extension Rule {
  /// People who are safe, missing, aboard, in hospital: after "be", or right after the noun.
  static let predicate = Rule(
    name: "state of people",
    triggers: CategorySet(.predicate),
    examples: [
      Example("«Around 350 passengers are safe», police said.", "safe 350 about passengers people"),
      Example("«213 were still missing» at dusk.", "missing 213 people people"),
      Example("That leaves 86 passengers and «six crew still on the plane».", "aboard 6 crew people"),
      Example("That leaves «86 passengers and six crew still on the plane».", "aboard 86 passengers people"),
      Example("A gunman «held the three clerks» for two hours.", "held 3 clerks people"),
      Example("The ferry sank with «1,500 people on board».", "aboard 1500 people people"),
      Example("Crews brought «30 tenants to safety».", "rescued 30 tenants people"),
      Example("The slide swept «hundreds of villagers to their deaths».", "killed 200… villagers people"),
      Example("The wreck left «90 people dead» or missing.", "missing 90 people people"),
      Example("One guard died at the scene and «a second in hospital».", "killed 1 guard security-forces"),
      Example("«Two sailors are presumed dead».", "killed 2 sailors people"),
      Example("The condition of «five passengers is said to be critical».", "critical 5 passengers people"),
    ],
    counterexamples: ["The two roads are safe again.", "Three trains are missing from the timetable."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .predicate {
      guard
        let sense = sentence.senses(chunk.terms.lowerBound).first(where: {
          $0.category == .predicate && $0.status != nil
        }),
        var status = sense.status
      else { continue }
      if status == .injured, clauses.isOfIllness { status = .ill }
      if status == .injured, clauses.sharesDeath(index) { status = .killed }
      // "90 people dead or missing": whoever is not known to be dead is missing.
      if clauses.isDeadOrMissing(index) { status = .missing }
      // "The man held 12 people": what follows is whom he holds.
      if status == .held, sentence.isWord(chunk.terms.upperBound - 1, "held"), let held = clauses.group(at: index + 1) {
        let holder = index > 0 ? clauses.group(at: index - 1) : nil
        if holder?.subjectClass == .attackers, clauses.isCountable(held, allowingUnknown: false), held.status == nil {
          clauses.count(
            clauses.chunks[index + 1].index, .held, rule: "state of people", with: chunk.terms, into: &findings)
        }
        continue
      }
      // "six crew still aboard": over an adverb.
      let nearest = index > 1 && clauses.chunks[index - 1].kind == .adverb ? index - 2 : index - 1
      let last = clauses.counted(of: nearest) ?? nearest
      if let group = clauses.group(at: last) {
        let target =
          group.whole.flatMap { clauses.groups[$0].quantity != nil ? $0 : nil } ?? clauses.chunks[last].index
        let counted = clauses.groups[target]
        if sense.kind != .grave,
          clauses.isCountable(counted, allowingUnknown: false) || counted.isHeadless && counted.quantity != nil
            || [.held, .missing].contains(status) && clauses.areOfUnknownTrade(counted)
        {
          if status == .aboard, findings.uses(target) { continue }
          // "eight bodies from the rubble", "to safety from a house where …"
          if sense.kind == .outcome, counted.status == .killed || !clauses.isMoved(target) { continue }
          // "capturing the other two alive": who is taken alive is not safe.
          if status == .safe, let verb = clauses.chunks[max(0, last - 2)..<last].last(where: { $0.kind == .verb }),
            sentence.senses(sentence.verbs[verb.index].main).contains(where: { $0.status == .held })
          {
            continue
          }
          // "300 hostages aboard" are held.
          let own = status == .aboard ? counted.status ?? status : status
          clauses.count(target, own, rule: "state of people", with: chunk.terms, into: &findings)
          // "with 176 passengers and nine crew members aboard"
          var left = last
          while left >= 2, clauses.chunks[left - 1].kind == .conjunction, let other = clauses.group(at: left - 2),
            clauses.isCountable(other, allowingUnknown: false), !findings.uses(clauses.chunks[left - 2].index),
            other.status == nil || own != .aboard
          {
            if left >= 3, clauses.chunks[left - 3].kind == .verb,
              sentence.has(sentence.verbs[clauses.chunks[left - 3].index].main, .statusVerb)
            {
              break
            }
            // "four dead and one woman in critical condition": the dead are dead.
            let isDead = other.status == .killed
            clauses.count(
              clauses.chunks[left - 2].index, isDead ? .killed : own, rule: "state of people",
              with: isDead ? other.terms : chunk.terms, into: &findings)
            left -= 2
          }
          continue
        }
      }
      // Back over adverbs to the verb that links it.
      var back = index - 1
      while back >= 0, clauses.chunks[back].kind == .adverb || clauses.chunks[back].kind == .time { back -= 1 }
      // "were pulled injured from the wreckage"
      if sense.kind == .outcome, back > 0, clauses.chunks[back].kind == .verb, clauses.chunks[back - 1].kind == .verb {
        back -= 1
      }
      guard back >= 0, clauses.chunks[back].kind == .verb,
        let predicate = clauses.predicates.first(where: { $0.chunk == back })
      else { continue }
      let verb = clauses.verb(predicate)
      guard
        verb.isCopula || sentence.has(verb.main, .auxiliary)
          || sentence.senses(verb.main).contains(where: { $0.category == .verb && $0.kind == .states })
          || status == .aboard && sentence.has(verb.main, .motionVerb) || sense.kind == .outcome
      else { continue }
      if verb.isNegated { continue }
      // "All four had been taken alive": who is taken is not safe.
      if status == .safe, sentence.isWord(verb.main, "taken") { continue }
      // "held aboard the train": where they are held, and no second status.
      if status == .aboard, sentence.sense(verb.main, .statusVerb)?.status == .held { continue }
      for subject in predicate.subjects {
        if let counted = clauses.conditionOf(subject), [.critical, .injured].contains(status) {
          // "The condition of five is critical."
          clauses.count(counted, status, rule: "state of people", with: chunk.terms, into: &findings)
          continue
        }
        let group = clauses.groups[subject]
        if sense.kind == .grave || sense.kind == .outcome && group.status == .killed { continue }
        // "12 dead and three people are missing": the dead have their own word.
        if subject != predicate.subjects.last, group.status == .killed, status != .killed { continue }
        if status == .aboard, findings.status(of: subject) == .held { continue }
        // "32 casualties were brought ashore"
        let isBrought = sense.kind == .outcome && group.quantity != nil && sentence.has(group.head, .casualty)
        guard clauses.isCountable(group, allowingUnknown: false) || isBrought else {
          findings.reject("state of people", group.terms, group.quantity == nil ? "no number" : "not people")
          continue
        }
        clauses.count(subject, status, rule: "state of people", with: chunk.terms, into: &findings)
      }
    }
  }
}

extension Clauses {
  /// "left four members of a family dead": the chunk of those who are counted, before whom they are of.
  fileprivate func counted(of last: Int) -> Int? {
    guard last > 1, let whole = group(at: last), whole.quantity == nil, chunks[last - 1].kind == .preposition,
      let some = group(at: last - 2), some.isPeople,
      some.quantity?.isSingleton == false
    else { return nil }
    return last - 2
  }
}

extension Clauses {
  /// "One guard died at the scene and a second in hospital": where somebody died for whom the verb is left out.
  fileprivate func sharesDeath(_ index: Int) -> Bool {
    guard index >= 2, [.conjunction, .comma].contains(chunks[index - 2].kind), let other = group(at: index - 1),
      other.isHeadless || other.quantity?.isAdditional == true || sentence.isOrder(other.head),
      let predicate = predicates.last(where: { $0.chunk < index - 1 }), verb(predicate).voice == .active,
      !chunks[index...].contains(where: {
        $0.kind == .verb && !sentence.has(sentence.verbs[$0.index].main, .speechVerb)
      })
    else { return false }
    let sense = sentence.sense(verb(predicate).main, .statusVerb)
    return sense?.status == .killed && sense?.kind == .subject
  }

  /// Whether a predicate is one of the two of "dead or missing".
  fileprivate func isDeadOrMissing(_ index: Int) -> Bool {
    func status(_ chunk: Int) -> Count.Status? {
      guard chunks.indices.contains(chunk), chunks[chunk].kind == .predicate else { return nil }
      return sentence.sense(chunks[chunk].terms.lowerBound, .predicate)?.status
    }
    func isOr(_ chunk: Int) -> Bool {
      chunks.indices.contains(chunk) && sentence.sense(chunks[chunk].terms.lowerBound, .conjunction)?.kind == .or
    }
    let pair =
      isOr(index + 1)
      ? (status(index), status(index + 2)) : isOr(index - 1) ? (status(index - 2), status(index)) : (nil, nil)
    return pair == (.killed, .missing) || pair == (.missing, .killed)
  }

  /// Whether people are the object of a verb: somebody brings them somewhere.
  fileprivate func isMoved(_ group: Int) -> Bool {
    predicates.contains { $0.objects.contains(group) && !verb($0).isNegated && verb($0).voice != .infinitive }
  }
}

extension Clauses {
  /// Those whose condition a group is: "the condition of five".
  fileprivate func conditionOf(_ group: Int) -> Int? {
    guard sentence.isWord(groups[group].head, "condition"), let chunk = chunk(ofGroup: group), chunk + 2 < chunks.count,
      sentence.isWord(chunks[chunk + 1].terms.lowerBound, "of"), let people = self.group(at: chunk + 2),
      isCountable(people, allowingUnknown: false)
    else { return nil }
    return chunks[chunk + 2].index
  }
}
