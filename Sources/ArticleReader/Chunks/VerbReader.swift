/// Reads a verb group at a term: auxiliaries, negation, adverbs, main verb.
struct VerbReader {
  let sentence: Wording
  let groups: GroupReader

  func read(at start: Int) -> VerbGroup? {
    var position = start
    var group = VerbGroup(terms: start..<start, main: start, voice: .active)
    var lastBe = -1
    var lastHave = -1
    var sawAuxiliary = false
    var isInfinitive = false
    if sentence.isWord(position, "to") {
      guard
        sentence.has(position + 1, GroupReader.verbal) || sentence.has(position + 1, CategorySet(.auxiliary, .adverb))
      else { return nil }
      isInfinitive = true
      group.isInfinitive = true
      position += 1
    }
    var main = -1
    while sentence.terms.indices.contains(position), position - start < 12 {
      if let sense = sentence.sense(position, .modal) {
        group.isModal = group.isModal || sense.kind != .says
        if sense.kind == .says { group.isModal = true }
        if isNegativeAuxiliary(position) { group.isNegated = true }
        sawAuxiliary = true
      } else if sentence.has(position, .negator) {
        if !sawAuxiliary, !isInfinitive { if !nextIsVerb(position + 1) { return nil } }
        group.isNegated = true
      } else if let sense = sentence.sense(position, .auxiliary) {
        if isNegativeAuxiliary(position) { group.isNegated = true }
        switch sense.kind {
        case .be:
          lastBe = position
        case .have:
          lastHave = position
          group.isPerfect = true
        default:
          if sense.kind == nil, !sentence.has(position + 1, GroupReader.verbal) { break }
        }
        if sense.kind == nil { lastBe = position }
        sawAuxiliary = true
      } else if sentence.has(position, .adverb), !sentence.has(position, GroupReader.verbal),
        sawAuxiliary || isInfinitive || nextIsVerb(position + 1), position + 1 < sentence.terms.count,
        adverbContinues(position, sawAuxiliary)
      {
        // An adverb inside the group.
      } else if isMain(position, afterAuxiliary: sawAuxiliary, infinitive: isInfinitive, lastHave: lastHave) {
        main = position
        break
      } else if sentence.isOrder(position), lastBe >= 0,
        sentence.verbForms(position + 1).contains(where: \.isParticiple)
      {
        // "was last seen"
      } else if sentence.kind(position) == .quote, sawAuxiliary, nextIsVerb(position + 1) {
        // 'had been "sent to hell"'
      } else {
        break
      }
      position += 1
    }
    if main >= 0 {
      group.main = main
      group.terms = start..<main + 1
      let forms = sentence.verbForms(main)
      let participle = forms.first { $0.isParticiple }
      let form =
        (lastBe >= 0 ? forms.contains(.gerund) ? .gerund : participle : nil) ?? forms.first ?? unknownForm(main)
      if lastBe >= 0 {
        group.voice = form == .gerund ? .active : .passive
        if form != .gerund, !form.isParticiple { group.voice = .active }
      } else if isInfinitive {
        group.voice = .infinitive
      } else if sawAuxiliary {
        group.voice = .active
      } else {
        switch form {
        case .gerund: group.voice = .gerund
        case .participle: group.voice = .bareParticiple
        default: group.voice = .active
        }
      }
      return group
    }
    if lastBe >= 0 || lastHave >= 0 {
      let last = max(lastBe, lastHave)
      group.main = last
      var end = last + 1
      while sentence.has(end, .negator)
        || sentence.has(end, .adverb) && !sentence.has(end, CategorySet(.qualifier, .additional)) && end < position
      {
        if sentence.has(end, .negator) { group.isNegated = true }
        end += 1
      }
      group.terms = start..<end
      group.isCopula = lastBe >= 0
      group.isHave = lastBe < 0
      group.voice = isInfinitive ? .infinitive : .active
      if sentence.isWord(last, "being") || sentence.isWord(last, "having"), last == start { group.voice = .gerund }
      return group
    }
    if let sense = sentence.sense(start, .auxiliary), sense.kind == .do {
      group.terms = start..<start + 1
      return group
    }
    if sentence.has(start, .modal) {
      group.terms = start..<start + 1
      return group
    }
    return nil
  }

  private func adverbContinues(_ position: Int, _ sawAuxiliary: Bool) -> Bool {
    var next = position + 1
    while sentence.has(next, CategorySet(.adverb, .negator)), !sentence.has(next, GroupReader.verbal) { next += 1 }
    return nextIsVerb(next) || sentence.has(next, .auxiliary)
  }

  private func nextIsVerb(_ position: Int) -> Bool {
    sentence.has(position, GroupReader.verbal) || sentence.has(position, CategorySet(.auxiliary))
      || sentence.terms.indices.contains(position) && groups.looksLikeVerb(position) && !endsInLy(position)
  }

  private func isMain(_ position: Int, afterAuxiliary: Bool, infinitive: Bool, lastHave: Int) -> Bool {
    let form = sentence.verbForms(position).first
    guard let form else {
      return sentence.terms[position].categories.isEmpty && groups.looksLikeVerb(position) && !endsInLy(position)
    }
    if afterAuxiliary || infinitive { return !(form == .third) }
    // A bare plain form after nothing is a verb only where a noun group went before; the chunker asks for that.
    return true
  }

  private func unknownForm(_ position: Int) -> WordForm {
    let range = sentence.bytes(position..<position + 1)
    return sentence.text[range.upperBound - 1] | 0x20 == 0x67 ? .gerund : .pastOrParticiple
  }

  private func endsInLy(_ position: Int) -> Bool {
    let range = sentence.bytes(position..<position + 1)
    return range.count > 2 && sentence.text[range.upperBound - 1] | 0x20 == 0x79
  }

  /// "n't", its apostrophe straight or curly, in small letters and in capitals.
  private static let negativeEndings = ["n't", "n’t", "N'T", "N’T"].map { Array($0.utf8) }

  private func isNegativeAuxiliary(_ position: Int) -> Bool {
    if sentence.isWord(position, "cannot") { return true }
    let word = sentence.text[sentence.bytes(position..<position + 1)]
    return word.count > 3 && Self.negativeEndings.contains { word.suffix($0.count).elementsEqual($0) }
  }
}
