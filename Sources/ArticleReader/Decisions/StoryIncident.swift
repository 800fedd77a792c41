import Situation

/// The article's own incident, as far as its title and its lead tell it: the names that stand there, the nouns for what
/// happened, and the figures.
struct StoryIncident: Sendable {
  /// Hashes of names in small letters.
  private var names: Set<UInt64> = []
  /// The plain words of the nouns for incidents, by their numbers in the lexicon.
  private var kinds: Set<Int32> = []
  /// Numbers that stand in the title.
  private(set) var titleNumbers: Set<Int> = []
  private(set) var hasTitle = false
  /// The title promises a list of incidents: a timeline, a chronology.
  private(set) var isList = false
  /// Title or lead tell of several incidents: "attacks in three districts", "violence".
  private(set) var isRoundUp = false

  /// How many days before the article it happened, by the first day that the lead names.
  private(set) var daysBefore: Int?

  mutating func note(title sentence: Sentence) {
    hasTitle = true
    note(sentence)
    for group in sentence.groups {
      if let number = group.quantity.flatMap({ $0.low ?? $0.high }) { titleNumbers.insert(number) }
    }
    isList = isList || sentence.marks.contains { $0.sense.category == .cue && $0.sense.kind == .list }
  }

  mutating func note(lead sentence: Sentence, _ times: TimeResolver) {
    note(sentence)
    if daysBefore == nil { daysBefore = sentence.times.lazy.compactMap { times.daysBefore($0) }.first { $0 < 30 } }
  }

  private mutating func note(_ sentence: Sentence) {
    for term in sentence.terms.indices.prefix(80) {
      if StoryIncident.isName(term, in: sentence) { names.insert(StoryIncident.hash(term, in: sentence)) }
      if let sense = sentence.sense(term, .incident) {
        kinds.insert(sense.plainWord)
        isRoundUp = isRoundUp || sense.form == .plural
      }
    }
    isRoundUp = isRoundUp || sentence.marks.contains { $0.sense.category == .cue && $0.sense.kind == .conflict }
  }

  func knows(_ term: Int, in sentence: Sentence) -> Bool { names.contains(StoryIncident.hash(term, in: sentence)) }

  func isOfKind(_ term: Int, in sentence: Sentence) -> Bool {
    sentence.sense(term, .incident).map { kinds.contains($0.plainWord) } ?? false
  }

  /// A word with a capital that is no word of the grammar and no day.
  static func isName(_ term: Int, in sentence: Sentence) -> Bool {
    sentence.kind(term) == .word && sentence.terms[term].isCapitalised
      && (sentence.isName(term) || term > 0 && sentence.has(term, CategorySet(.organisation, .adjective)))
  }

  private static func hash(_ term: Int, in sentence: Sentence) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in sentence.text[sentence.terms[term].bytes] {
      hash = (hash ^ UInt64(WordTable.lower(byte))) &* 0x100_0000_01b3
    }
    return hash
  }
}
