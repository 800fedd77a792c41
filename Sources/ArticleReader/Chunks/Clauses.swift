import Situation

/// A verb with the noun groups it binds: who does it and whom it befalls.
struct Predicate: Sendable {
  /// Into the chunks.
  var chunk: Int
  /// Into the verb groups.
  var verb: Int
  var subjects: [Int] = []
  var objects: [Int] = []
  /// The verb of a relative clause, or a participle that qualifies its noun.
  var isRelative = false
  /// How it tells what it says; `nil` for what is not told, and where nobody asks for it.
  var modality: Modality?
}

/// Finds the subjects and objects of the verbs of a sentence by walking over its chunks.
struct ClauseReader {
  let sentence: Sentence
  var chunks: [Chunk] { sentence.chunks }
  /// No walk looks further than this many chunks, so that reading stays linear.
  static let reach = 24

  init(_ sentence: Sentence) { self.sentence = sentence }

  func read() -> [Predicate] {
    var result: [Predicate] = []
    for (index, chunk) in chunks.enumerated() where chunk.kind == .verb {
      var predicate = Predicate(chunk: index, verb: chunk.index)
      predicate.objects = objects(of: index)
      let (subjects, relative) = subjects(of: index, before: result)
      predicate.subjects = subjects
      if predicate.objects.isEmpty { predicate.subjects += companions(after: index) }
      // "There were left dead 21 rebels": whom the passive befalls follows it.
      if sentence.verbs[chunk.index].voice == .passive, isExistential(index) { predicate.subjects = predicate.objects }
      predicate.isRelative = relative
      result.append(predicate)
    }
    return result
  }

  /// "A toddler, three women and three men, died": a comma closes the list of those whom it befell.
  private func closedList(endingAt last: Int, before verb: Int) -> [Int]? {
    guard last >= 2, last == verb - 2, chunks[last].kind == .group else { return nil }
    let main = sentence.verbs[chunks[verb].index]
    guard main.voice == .passive || sentence.sense(main.main, .statusVerb)?.kind == .subject else { return nil }
    let list = coordinated(endingAt: last)
    guard list.count > 1, let first = list.last?.chunk, first == 0 || [.comma, .stop].contains(chunks[first - 1].kind),
      list.contains(where: { sentence.groups[$0.group].isPeople && sentence.groups[$0.group].quantity != nil })
    else { return nil }
    return list.reversed().map(\.group)
  }

  /// "… as having died", after a passive.
  private func isAsHaving(_ verb: Int) -> Bool {
    guard verb > 1, sentence.isWord(chunks[verb - 1].terms.lowerBound, "as"), chunks[verb - 2].kind == .verb else {
      return false
    }
    return sentence.verbs[chunks[verb - 2].index].voice == .passive
      && sentence.isWord(chunks[verb].terms.lowerBound, "having")
  }

  /// "there were": a verb of which the subject follows.
  private func isExistential(_ verb: Int) -> Bool {
    let first = chunks[verb].terms.lowerBound
    return sentence.isWord(first - 1, "there") || sentence.isWord(first, "there were")
      || sentence.isWord(first, "there was")
  }

  private func subjects(of verb: Int, before: [Predicate]) -> ([Int], Bool) {
    var index = verb - 1
    if isReduced(verb), index >= 0, chunks[index].kind == .group || chunks[index].kind == .adverb {
      while index > 0, chunks[index].kind == .adverb { index -= 1 }
      if chunks[index].kind == .group {
        // "one of four guards taken hostage was freed": the four were taken.
        if let whole = sentence.groups[chunks[index].index].whole, sentence.groups[whole].quantity != nil,
          !sentence.groups[whole].isPronoun, isFollowedByFiniteVerb(verb)
        {
          return ([whole], true)
        }
        if index > 0, chunks[index - 1].kind == .preposition { return ([chunks[index].index], true) }
        return (coordinated(endingAt: index).reversed().map(\.group), true)
      }
      index = verb - 1
    }
    let limit = max(0, verb - Self.reach)
    var isFirst = true
    while index >= limit {
      let chunk = chunks[index]
      switch chunk.kind {
      case .adverb, .time, .quote, .that, .predicate, .other, .afterword: index -= 1
      case .preposition: index -= 1
      case .subordinator where index == verb - 1 && sentence.isWord(chunk.terms.lowerBound, "as") && isParticiple(verb):
        // "gave 21 passengers and four soldiers as killed"
        guard index > 0, chunks[index - 1].kind == .group else { return ([], false) }
        return (coordinated(endingAt: index - 1).reversed().map(\.group), true)
      case .subordinator where index == verb - 1 && isAsHaving(verb):
        // "are confirmed as having died": the subject of the passive before.
        return (before.last { $0.chunk == index - 1 }?.subjects ?? [], false)
      case .dash where dashStart(before: index) != nil:
        if let named = named(betweenDashesEndingAt: index) { return (named, false) }
        index = (dashStart(before: index) ?? index) - 1
        if isParticiple(verb), index >= 0, chunks[index].kind == .group {
          return (antecedent(before: index + 1), true)
        }
        if index >= 0, chunks[index].kind == .comma { index -= 1 }
      case .dash, .stop, .subordinator: return ([], false)
      case .relative: return (antecedent(before: index), true)
      case .conjunction:
        guard isFirst else { return ([], false) }
        return (inherited(index, before), false)
      case .comma:
        if let companions = companions(endingAt: index) { return (companions, false) }
        if isFirst, index == verb - 1, isParticiple(verb), isDoneBySomebody(verb), index > 0,
          chunks[index - 1].kind == .group
        {
          // "seven students, kidnapped by gunmen, …"
          return ([chunks[index - 1].index], true)
        }
        if isFirst, index == verb - 1, let whole = wholeOfIncluded(endingAt: index - 1) {
          index = whole
          continue
        }
        if let opening = parenthesisStart(endingAt: index, verb) {
          index = opening - 1
          continue
        }
        if isFirst, let list = closedList(endingAt: index - 1, before: verb) { return (list, false) }
        if isFirst { return (inherited(index, before), false) }
        index -= 1
      case .close:
        while index > limit, chunks[index].kind != .open { index -= 1 }
        index -= 1
      case .open: return ([], false)
      case .verb:
        let group = sentence.verbs[chunk.index]
        if isFirst, group.voice == .passive, sentence.verbs[chunks[verb].index].isInfinitive {
          // "were stated to be in a critical condition"
          return (before.last { $0.chunk == index }?.subjects ?? [], false)
        }
        if isFirst, group.voice == .passive, isParticiple(verb), isSpeech(index) || objects(of: verb).isEmpty {
          // "had been reported injured", "were pulled injured from"
          return (before.last { $0.chunk == index }?.subjects ?? [], false)
        }
        if isFirst, isSpeech(index), isParticiple(index), isParticiple(verb), objects(of: verb).isEmpty, index > 0,
          chunks[index - 1].kind == .group, sentence.groups[chunks[index - 1].index].isPeople,
          sentence.groups[chunks[index - 1].index].quantity != nil
        {
          // "eleven people still believed buried"
          return (coordinated(endingAt: index - 1).reversed().map(\.group), true)
        }
        if isReduced(index) {
          index -= 1
        } else if index > 0, chunks[index - 1].kind == .relative || chunks[index - 1].kind == .that {
          index -= 2
          if index >= 0, chunks[index].kind == .comma { index -= 1 }
        } else if group.voice == .infinitive || group.voice == .gerund {
          index -= 1
        } else {
          return ([], false)
        }
      case .group:
        if index > 0, chunks[index - 1].kind == .predicate, isAboard(index - 1) {
          // "guards aboard the train"
          index -= 2
          isFirst = false
          continue
        }
        if index > 0, chunks[index - 1].kind == .preposition, !isIncluding(index - 1) {
          index -= 2
          isFirst = false
          continue
        }
        // "trapped in Monday's flood": a time that a preposition puts before its noun.
        if index > 2, chunks[index - 1].kind == .other, sentence.kind(chunks[index - 1].terms.lowerBound) == .clitic,
          chunks[index - 2].kind == .time, sentence.has(chunks[index - 2].terms.lowerBound, .preposition)
        {
          index -= 3
          isFirst = false
          continue
        }
        // "held by the Kalmar Front militia": a name and what it names.
        if let first = firstOfNames(endingAt: index) {
          index = first
          continue
        }
        if index > 0, isIncluding(index - 1) {
          index -= 2
          isFirst = false
          continue
        }
        // "the car that hit 29 officers was found", and not "a statement, which said 29 officers were hurt".
        if index > 1, chunks[index - 1].kind == .verb, chunks[index - 2].kind == .relative, !isSpeech(index - 1) {
          index -= 3
          if index >= 0, chunks[index].kind == .comma { index -= 1 }
          continue
        }
        if index > 0, chunks[index - 1].kind == .verb, isReduced(index - 1), !isSpeech(index - 1) {
          // "…, causing nine people to drown"
          let isCaused = index == verb - 1 && sentence.verbs[chunks[verb].index].voice == .infinitive
          if isCaused, sentence.verbs[chunks[index - 1].index].voice == .gerund { return ([chunk.index], false) }
          index -= 2
          continue
        }
        if let people = orphan(before: index) { return (people, false) }
        let list = coordinated(endingAt: index)
        if let first = list.last, list.count > 1, first.chunk > 1, isIncluding(first.chunk - 1) {
          // "Eight people, including four men and a boy, died"
          index = first.chunk - 2
          if chunks[index].kind == .comma { index -= 1 }
          isFirst = false
          continue
        }
        // All of them hang on a preposition: the subject is further left.
        if let first = list.last, first.chunk > 0, chunks[first.chunk - 1].kind == .preposition, list.count > 1,
          !isIncluding(first.chunk - 1)
        {
          index = first.chunk - 2
          isFirst = false
          continue
        }
        return (list.reversed().map(\.group), isParticiple(verb) && index == verb - 1 && isReduced(verb))
      }
      isFirst = false
    }
    return ([], false)
  }

  /// "At least five people including a student, were killed": those before *including*, which no comma opens.
  private func wholeOfIncluded(endingAt last: Int) -> Int? {
    var index = last
    while index > 1, last - index < Self.reach {
      switch chunks[index].kind {
      case .group where isIncluding(index - 1) && chunks[index - 2].kind == .group: return index - 2
      case .group, .conjunction, .preposition, .adverb, .time: index -= 1
      default: return nil
      }
    }
    return nil
  }

  /// The dash that opens what a later dash closes.
  private func dashStart(before close: Int) -> Int? {
    let limit = max(0, close - 14)
    return (limit..<close).last { chunks[$0].kind == .dash }
  }

  /// "The victims — two students and a steward — died": those between the dashes, where those before have no number.
  private func named(betweenDashesEndingAt close: Int) -> [Int]? {
    guard let open = dashStart(before: close), open > 0, chunks[open - 1].kind == .group, close > open + 1 else {
      return nil
    }
    let whole = sentence.groups[chunks[open - 1].index]
    guard whole.isPeople, whole.quantity == nil, !whole.isSingular else { return nil }
    var named: [Int] = []
    for index in open + 1..<close {
      switch chunks[index].kind {
      case .group where chunks[index - 1].kind != .preposition: named.append(chunks[index].index)
      case .group, .comma, .conjunction, .preposition, .adverb: continue
      default: return nil
      }
    }
    let areCounted = named.contains { sentence.groups[$0].quantity != nil && sentence.groups[$0].isPeople }
    return areCounted ? named : nil
  }

  /// The groups joined by "and" and commas that end at a chunk, from right to left.
  private func coordinated(endingAt index: Int) -> [(chunk: Int, group: Int)] {
    var list = [(chunk: index, group: chunks[index].index)]
    var position = index
    var sawConjunction = false
    while position >= 2, index - position < Self.reach {
      var link = position - 1
      guard chunks[link].kind == .conjunction || chunks[link].kind == .comma && sawConjunction else { break }
      if chunks[link].kind == .conjunction {
        sawConjunction = true
        if link > 0, chunks[link - 1].kind == .comma { link -= 1 }
      }
      var left = link - 1
      // "a woman, 35, and two others": over her age.
      if left >= 2, chunks[left].kind == .other, chunks[left - 1].kind == .comma, chunks[left].terms.count == 1 {
        left -= 2
      }
      if left >= 0, chunks[left].kind == .dash, let open = dashStart(before: left) { left = open - 1 }
      // "two women who worked there and six priests": over a relative clause.
      if left >= 0, chunks[left].kind != .group,
        let relative = (max(0, left - 8)..<left).last(where: { chunks[$0].kind == .relative }),
        relative > 0, chunks[relative - 1].kind == .group
      {
        left = relative - 1
      }
      if left >= 0, chunks[left].kind == .close, let open = open(before: left) { left = open - 1 }
      // "In Orlec, nine men and two women": what went before the comma is where.
      if chunks[link].kind == .comma, isFronted(endingAt: left) { break }
      // "21 passengers from the town and four soldiers".
      var hops = 0
      let nearest = left
      while left >= 2, chunks[left].kind == .group, chunks[left - 1].kind == .preposition, !isIncluding(left - 1),
        hops < 3
      {
        left -= 2
        hops += 1
      }
      // "on its way to Paris with 216 passengers and 12 crew": nobody stands before the prepositions.
      if left >= 0, chunks[left].kind == .predicate { left = nearest }
      guard left >= 0, chunks[left].kind == .group, !isCompanion(left) else { break }
      // "killed 10, including the owner, and 30 people were hurt": those included end at the comma.
      if left > 0, isIncluding(left - 1), chunks[left + 1].kind == .comma, chunks[left + 2].kind == .conjunction {
        break
      }
      if left > 0, chunks[left - 1].kind == .verb, sentence.verbs[chunks[left - 1].index].voice != .bareParticiple,
        !isSpeech(left - 1), !sentence.has(sentence.verbs[chunks[left - 1].index].main, .putVerb)
      {
        // The object of an earlier verb, or of one in a relative clause: "eight guards, who watched the hall, and a nurse".
        guard let antecedent = antecedentChunk(ofClauseEndingAt: left) else { break }
        list.append((antecedent, chunks[antecedent].index))
        position = antecedent
        continue
      }
      list.append((left, chunks[left].index))
      position = left
    }
    return list
  }

  /// Whether a phrase that opens its clause with a preposition ends at a chunk.
  private func isFronted(endingAt end: Int) -> Bool {
    var index = end
    let limit = max(0, end - Self.reach)
    while index >= limit {
      switch chunks[index].kind {
      case .group, .preposition, .adverb, .time, .other: index -= 1
      case .conjunction where index > 0 && chunks[index - 1].kind == .group: index -= 1
      case .stop, .quote, .that, .subordinator, .conjunction: return chunks[index + 1].kind == .preposition
      default: return false
      }
    }
    return index < 0 && chunks[0].kind == .preposition
  }

  /// "in the Halem coal mine", of which the lexicon lacks a word: groups side by side are one, where a preposition
  /// stands before the first.
  private func firstOfNames(endingAt last: Int) -> Int? {
    var first = last
    while first > 0, last - first < 6, chunks[first - 1].kind == .group {
      let group = sentence.groups[chunks[first].index]
      if group.quantity != nil || group.isPronoun { return nil }
      first -= 1
    }
    return first < last && first > 0 && chunks[first - 1].kind == .preposition ? first : nil
  }

  /// The people whom a relative clause between commas is about, when it ends at a chunk.
  private func antecedentChunk(ofClauseEndingAt last: Int) -> Int? {
    guard last + 1 < chunks.count, chunks[last + 1].kind == .comma,
      let relative = (max(0, last - 8)..<last).last(where: { chunks[$0].kind == .relative }), relative > 1,
      chunks[relative - 1].kind == .comma, chunks[relative - 2].kind == .group,
      sentence.groups[chunks[relative - 2].index].isPeople
    else { return nil }
    return relative - 2
  }

  /// "16 miners who were trapped after a landslide were rescued": the relative clause has its verb, and the other verb
  /// is theirs.
  private func orphan(before group: Int) -> [Int]? {
    var index = group - 1
    guard index > 2, chunks[index].kind == .subordinator else { return nil }
    index -= 1
    while index > 2, chunks[index].kind == .time || chunks[index].kind == .adverb { index -= 1 }
    guard chunks[index].kind == .verb, chunks[index - 1].kind == .relative else { return nil }
    let people = antecedent(before: index - 1)
    return people.isEmpty ? nil : people
  }

  /// The bracket that opens what one closes.
  private func open(before close: Int) -> Int? {
    (max(0, close - 14)..<close).last { chunks[$0].kind == .open }
  }

  /// The bracket that closes what one opens.
  private func close(after open: Int) -> Int? {
    (open..<min(chunks.count, open + 14)).first { chunks[$0].kind == .close }
  }

  private func antecedent(before relative: Int) -> [Int] {
    var index = relative - 1
    if index >= 0, chunks[index].kind == .comma { index -= 1 }
    guard index >= 0, chunks[index].kind == .group else { return [] }
    // "21 people, ten of them tourists, who were taken"
    if index >= 3, chunks[index - 1].kind == .group, chunks[index - 2].kind == .comma, chunks[index - 3].kind == .group,
      let them = sentence.groups[chunks[index - 1].index].whole, sentence.groups[them].isPronoun
    {
      index -= 3
    }
    // "Six people, including two tourists, who were found dead": the comma sets the included ones apart from the clause.
    if index < relative - 1, index >= 3, isIncluding(index - 1), chunks[index - 2].kind == .comma,
      chunks[index - 3].kind == .group, sentence.groups[chunks[index - 3].index].quantity != nil
    {
      index -= 3
    }
    let group = sentence.groups[chunks[index].index]
    // "190 of the 450 people who …": those who are 450.
    if let whole = group.whole, sentence.groups[whole].quantity != nil { return [whole] }
    return [chunks[index].index]
  }

  /// The subject of the verb before: "Gunmen killed three guards and abducted nine workers".
  private func inherited(_ link: Int, _ before: [Predicate]) -> [Int] {
    var index = before.count - 1
    while index >= 0, link - before[index].chunk < Self.reach {
      let predicate = before[index]
      if sentence.verbs[predicate.verb].isFinite, !predicate.isRelative || link - predicate.chunk < 3 {
        return predicate.subjects
      }
      index -= 1
    }
    return []
  }

  /// The start of what commas set apart, when it ends at a comma before a verb.
  private func parenthesisStart(endingAt comma: Int, _ verb: Int) -> Int? {
    guard comma == verb - 1 || comma > 0 else { return nil }
    var index = comma - 1
    let limit = max(0, comma - 14)
    while index >= limit {
      switch chunks[index].kind {
      case .comma:
        guard index > 0, index + 1 < comma else { return nil }
        let opener = chunks[index + 1]
        switch opener.kind {
        case .preposition, .relative, .predicate, .time, .adverb, .other: return index
        case .verb:
          let voice = sentence.verbs[opener.index].voice
          if voice == .gerund || voice == .bareParticiple || isReduced(index + 1) || isDoneBySomebody(index + 1) {
            return index
          }
          // "13 smugglers, also accused of murder, have been hanged"
          if isParticiple(index + 1), index > 0, chunks[index - 1].kind == .group,
            chunks[index + 2].kind == .preposition
          {
            return index
          }
          if sentence.verbs[opener.index].isFinite, isSpeech(index + 1) { return index }
          return nil
        case .group:
          // An apposition, or "police said" between commas.
          if index > 0, chunks[index - 1].kind == .group || chunks[index - 1].kind == .predicate {
            if (index + 2..<comma).contains(where: { chunks[$0].kind == .conjunction }), comma - index < 5,
              sentence.groups[opener.index].quantity != nil, sentence.groups[opener.index].isPeople,
              !isSum(index - 1, of: index + 1..<comma)
            {
              guard let including = inclusion(before: index) else { return nil }
              index = including
              continue
            }
            return index
          }
          return (index + 1..<comma).contains { isSpeech($0) } ? index : nil
        default: return nil
        }
      case .stop, .dash: return nil
      default: index -= 1
      }
    }
    return nil
  }

  /// "including 21 children, 17 women and 14 crew": where the list of those included begins, when a comma stands in it.
  private func inclusion(before comma: Int) -> Int? {
    var index = comma - 1
    while index > 0, comma - index < 10, chunks[index].kind == .group || chunks[index].kind == .comma { index -= 1 }
    return index > 0 && isIncluding(index) ? index - 1 : nil
  }

  /// The verb that follows another by "and" alone, in the same voice.
  private func verbSharingObject(with verb: Int) -> Int? {
    guard verb + 2 < chunks.count, chunks[verb + 1].kind == .conjunction, chunks[verb + 2].kind == .verb else {
      return nil
    }
    let (one, other) = (sentence.verbs[chunks[verb].index], sentence.verbs[chunks[verb + 2].index])
    return one.voice == other.voice && other.terms.count <= 2 ? verb + 2 : nil
  }

  private func objects(of first: Int) -> [Int] {
    var verb = first
    // "killed and wounded 30 people"
    while let next = verbSharingObject(with: verb), next - first < Self.reach { verb = next }
    var index = verb + 1
    while index < chunks.count, chunks[index].kind == .adverb || chunks[index].kind == .quote { index += 1 }
    guard index < chunks.count else { return [] }
    if chunks[index].kind == .preposition, sentence.isWord(chunks[index].terms.lowerBound, "up") { index += 1 }
    guard index < chunks.count, chunks[index].kind == .group else { return objectBefore(verb) }
    var list = [chunks[index].index]
    var position = index
    while position + 2 < chunks.count, position - index < Self.reach {
      var link = position + 1
      // Over phrases that hang on the last of the list.
      var hops = 0
      while link + 1 < chunks.count, hops < 3 {
        if chunks[link].kind == .time || chunks[link].kind == .predicate {
          link += 1
        } else if link + 3 < chunks.count, chunks[link].kind == .comma, chunks[link + 1].kind == .preposition,
          isIncluding(link + 1), chunks[link + 2].kind == .group, chunks[link + 3].kind == .comma, listGoesOn(link + 4)
        {
          // "eight Danes, including two children, two Swedes and six Finns"
          link += 3
        } else if chunks[link].kind == .open, let close = close(after: link) {
          link = close + 1
        } else if chunks[link].kind == .preposition, chunks[link + 1].kind == .group, !isIncluding(link) {
          link += 2
        } else {
          break
        }
        hops += 1
      }
      guard link < chunks.count, chunks[link].kind == .conjunction || chunks[link].kind == .comma else { break }
      var next = link + 1
      if next < chunks.count, chunks[link].kind == .comma, chunks[next].kind == .conjunction { next += 1 }
      guard next < chunks.count, chunks[next].kind == .group else { break }
      if bindsFollowingVerb(next) { break }
      let group = sentence.groups[chunks[next].index]
      if chunks[link].kind == .comma, chunks[next - 1].kind == .comma, group.quantity == nil { break }
      if chunks[link].kind == .comma, chunks[next - 1].kind == .comma, !listGoesOn(next) { break }
      list.append(chunks[next].index)
      position = next
    }
    return list
  }

  /// "the 214 people it held": the object stands before its verb and the verb's pronoun.
  private func objectBefore(_ verb: Int) -> [Int] {
    guard verb >= 2, chunks[verb - 1].kind == .group, sentence.groups[chunks[verb - 1].index].isPronoun,
      chunks[verb - 2].kind == .group, sentence.verbs[chunks[verb].index].voice == .active
    else { return [] }
    let group = sentence.groups[chunks[verb - 2].index]
    guard group.isPeople else { return [] }
    if let whole = group.whole, sentence.groups[whole].quantity != nil { return [whole] }
    return [chunks[verb - 2].index]
  }

  /// A comma joins a list only when an "and" closes it.
  func listGoesOn(_ start: Int) -> Bool {
    var index = start
    while index < chunks.count, index - start < 12 {
      switch chunks[index].kind {
      case .conjunction: return true
      case .group, .comma, .preposition, .time: index += 1
      default: return false
      }
    }
    return false
  }

  /// Whether another verb of the clause follows, to which the one here is a mere participle.
  private func isFollowedByFiniteVerb(_ verb: Int) -> Bool {
    for index in verb + 1..<min(chunks.count, verb + Self.reach) {
      switch chunks[index].kind {
      case .verb: return sentence.verbs[chunks[index].index].isFinite && !isSpeech(index)
      case .group, .preposition, .adverb, .time, .predicate: continue
      default: return false
      }
    }
    return false
  }

  /// Whether a group is the subject of a verb after it.
  private func bindsFollowingVerb(_ group: Int) -> Bool {
    var index = group + 1
    while index < chunks.count, chunks[index].kind == .adverb { index += 1 }
    guard index < chunks.count, chunks[index].kind == .verb else { return false }
    let verb = sentence.verbs[chunks[index].index]
    // "rescued eleven guards and a nurse taken hostage in the riot"
    if index == group + 1, isReduced(index), index + 1 < chunks.count, chunks[index + 1].kind == .preposition,
      sentence.groups[chunks[group].index].quantity?.isSingleton == true
    {
      return false
    }
    return verb.voice != .gerund && verb.voice != .infinitive
  }
}
