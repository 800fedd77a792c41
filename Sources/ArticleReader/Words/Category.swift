/// What a word or phrase can be. A lexicon section is named after it, in words: `statusVerb` is `[status verb]`.
enum Category: UInt8, CaseIterable, Sendable {
  case article, possessive, demonstrative, quantifier, pronoun, relative, subordinator, conjunction, preposition
  case auxiliary, modal, negator, adverb, adjective, abbreviation
  case cardinal, multiplier, vague, undisclosed, ordinal, qualifier, afterword, zero, additional
  case person, statusNoun, toll, casualty
  case unit, thing, incident, noun
  case verb, statusVerb, speechVerb, putVerb, changeVerb, takeVerb, carryVerb, extractVerb
  case predicate, speaker, organisation, title, anonymity, source
  case weekday, month, dayPart, dayWord, timeUnit, pastMarker
  case doubt, supersession, habit
  case conditionVerb, motionVerb, force, deploymentVerb, equipment, statement, region, cause
  case requestVerb
  case cue
  /// What an officer asks about besides people, what becomes of it as a verb tells it, and how it stands.
  case matter, turn, state

  var bit: CategorySet { CategorySet(rawValue: 1 << UInt64(place)) }

  /// The number of its bit. Cues, matters, turns and states share that of doubts: all lie over the text, where the sense
  /// of a mark tells them apart, and no term has the bit of any.
  @inline(__always)
  fileprivate var place: UInt8 { rawValue < Category.cue.rawValue ? rawValue : Category.doubt.rawValue }

  /// Every category by the name of its section. No lexicon is read without it: a category whose bit would be past the
  /// last one of a set, and would be in no set whatever, stops the program there.
  static let named = {
    precondition(allCases.allSatisfy { $0.place < CategorySet.capacity }, "a set of categories has no bit for all")
    return Dictionary(uniqueKeysWithValues: allCases.map { (name(of: $0), $0) })
  }()

  /// The name of the section.
  var sectionName: String { Category.name(of: self) }

  /// The case in words.
  private static func name(of category: Category) -> String {
    var words: [UInt8] = []
    for byte in "\(category)".utf8 {
      let lower = WordTable.lower(byte)
      if lower != byte { words.append(UInt8(ascii: " ")) }
      words.append(lower)
    }
    return String(decoding: words, as: UTF8.self)
  }
}

/// Several categories at once, one bit each.
struct CategorySet: OptionSet, Hashable, Sendable {
  /// How many categories have a bit of their own.
  static let capacity = UInt64.bitWidth

  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  @inline(__always)
  init(_ categories: Category...) { self.rawValue = categories.reduce(0) { $0 | 1 << UInt64($1.place) } }
}
