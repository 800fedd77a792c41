import Situation

/// One general way of reading a statement.
///
/// A rule looks at a sentence that is already cut into chunks and clauses, and says what it finds. It knows words only
/// by their categories in the lexicon.
struct Rule: Sendable {
  /// A sentence with the passage that the rule must give as receipt between « and », and what it must read there.
  struct Example: Sendable {
    let text: String
    let reading: String

    init(_ text: String, _ reading: String) {
      self.text = text
      self.reading = reading
    }
  }

  let name: String
  /// The rule is asked only of sentences that hold one of these.
  let triggers: CategorySet
  let examples: [Example]
  /// Sentences in which the rule must find nothing.
  let counterexamples: [String]
  let apply: @Sendable (Clauses, inout Findings) -> Void
}

/// A sentence with its clauses, as rules see it.
struct Clauses {
  let sentence: Sentence
  let predicates: [Predicate]
  /// Whether the story told so far, or here, is of this vehicle or place; the plain word of it.
  var context: StoryContext

  var chunks: [Chunk] { sentence.chunks }
  var groups: [NounGroup] { sentence.groups }

  func group(at chunk: Int) -> NounGroup? {
    guard chunks.indices.contains(chunk), chunks[chunk].kind == .group else { return nil }
    return groups[chunks[chunk].index]
  }

  func verb(_ predicate: Predicate) -> VerbGroup { sentence.verbs[predicate.verb] }

  /// Whether those a verb befalls are its subjects: a passive, or a participle without objects.
  func isPassive(_ predicate: Predicate) -> Bool {
    let voice = verb(predicate).voice
    return voice == .passive || voice == .bareParticiple && predicate.objects.isEmpty
  }

  func chunk(ofGroup group: Int) -> Int? {
    chunks.firstIndex { $0.kind == .group && ($0.index == group || groups[$0.index].whole == group) }
  }

  /// The chunk that holds a term.
  func chunk(at term: Int) -> Int? { chunks.firstIndex { $0.terms.contains(term) } }
}

/// What earlier sentences established.
struct StoryContext: Sendable {
  /// The status of the last count, for "Of the 23, 18 had been …" and "the rebels claimed 40".
  var lastStatus: Count.Status?
  var lastSubject = "people"
  var lastClass: Count.SubjectClass? = .people
  /// Counts of a number, the last few, for sentences that take them apart.
  var counts: [EarlierCount] = []
  /// Whose dead a sentence before spoke of without their number, for "That toll was 28".
  var lastDead: Count.SubjectClass?
  /// The vehicle that the story is about, as it was last called.
  var lastVehicle: String?
  /// The armed group that the story is about.
  var lastArmedGroup: String?
  /// The story has told of an illness, and of no wounds.
  var isOfIllness = false
  /// The events that the story has told of, as they are called.
  var events: Set<String> = []
  /// The sentence before told of another incident, for "62 were hurt in that blast".
  var wasOfAnotherIncident = false
}

/// A reading of a rule before speaker, time and standing are known.
struct Finding: Sendable {
  var content: Claim.Content
  /// The terms of the receipt.
  var terms: Range<Int>
  var rule: String
  /// The noun group that is counted.
  var group: Int?
  /// Where it stands for scopes of speakers and marks.
  var anchor: Int
  var standing: Claim.Standing?
  /// The finding of the whole that this is a part of.
  var whole: Int?
  /// The same, for a whole of an earlier sentence: among the claims of the article.
  var wholeClaim: Int?
  var speaker: Speaker?
  var place: String?
  /// Where the quantity's terms begin, for the order of claims.
  var order: Int { anchor }
}

/// What the rules found in a sentence, and what they refused.
struct Findings {
  var list: [Finding] = []
  var rejected: [(rule: String, terms: Range<Int>, reason: String)] = []
  var keepsRejected = false

  func uses(_ group: Int) -> Bool { list.contains { $0.group == group && $0.content.isCount } }

  /// The last count that was found and ends before a term.
  func lastCount(before term: Int) -> Count? {
    for finding in list.reversed() where finding.terms.upperBound <= term {
      if case .count(let count) = finding.content { return count }
    }
    return nil
  }

  func status(of group: Int) -> Count.Status? {
    for finding in list where finding.group == group {
      if case .count(let count) = finding.content { return count.status }
    }
    return nil
  }

  /// Those who speak are not counted: "one survivor said", "three security officials".
  mutating func dropSpeakers(_ frames: [SpeechFrame], _ clauses: Clauses) {
    list.removeAll { finding in
      guard finding.content.isCount, let group = finding.group else { return false }
      let terms = clauses.groups[group].terms
      // "gunmen abducted nine nurses who were giving lessons": whom a verb befalls has not spoken.
      if clauses.predicates.contains(where: { $0.objects.contains(group) }) { return false }
      return frames.contains { $0.phrase.lowerBound <= terms.lowerBound && terms.upperBound <= $0.phrase.upperBound }
    }
  }

  /// Drops what says nothing new: "the six deaths" after "six were killed", and those held who were freed or killed.
  mutating func dropEchoes(_ clauses: Clauses) {
    var settled: Set<Int> = []
    var captive: Set<Int> = []
    for finding in list {
      guard let group = finding.group, let status = finding.countStatus else { continue }
      switch status {
      case .rescued, .released, .escaped, .killed, .safe: settled.insert(group)
      case .held: captive.insert(group)
      default: continue
      }
    }
    list.removeAll { finding in
      guard let group = finding.group, let status = finding.countStatus else { return false }
      if status == .held && settled.contains(group) { return true }
      // "searched for 21 people who were taken at gunpoint": it is known what became of them.
      if status == .missing && (settled.contains(group) || captive.contains(group)) { return true }
      return clauses.isEcho(finding, of: group)
    }
  }

  /// The passages that a rule found its words in and refused.
  var refused: [Range<Int>] = []

  mutating func reject(_ rule: String, _ terms: Range<Int>, _ reason: @autoclosure () -> String) {
    refused.append(terms)
    if keepsRejected { rejected.append((rule, terms, reason())) }
  }
}

extension Claim.Content {
  var isCount: Bool { if case .count = self { true } else { false } }
}

extension Finding {
  /// Makes a count one of some of the people, whoever all of them are.
  mutating func becomePart() {
    guard case .count(var count) = content else { return }
    count.scope = .part
    content = .count(count)
  }
}

extension Findings {
  /// Makes a count that was read already a part of the whole that the text gives it.
  mutating func link(_ group: Int, _ status: Count.Status, to whole: Int?) {
    guard let whole, let index = list.firstIndex(where: { $0.group == group && $0.countStatus == status }),
      index != whole, list[index].whole == nil
    else { return }
    list[index].becomePart()
    list[index].whole = whole
  }
}

extension Clauses {
  /// Whether a definite noun repeats a count of an earlier sentence.
  func isEcho(_ finding: Finding, of group: Int) -> Bool {
    guard finding.rule == "status noun", finding.whole == nil, groups[group].isDefinite,
      let quantity = groups[group].quantity, !quantity.isSingleton
    else { return false }
    for earlier in context.counts where earlier.status == finding.countStatus {
      if earlier.low == quantity.low, earlier.high == quantity.high { return true }
    }
    return false
  }
}
