/// What a word or phrase can be. A lexicon section is named after it, in words: `statusVerb` is `[status verb]`.
enum Category: UInt8, CaseIterable, Sendable {
  case article, possessive, demonstrative, quantifier, pronoun, relative, subordinator, conjunction, preposition
  case auxiliary, modal, negator, adverb, adjective, abbreviation
  case cardinal, multiplier, vague, undisclosed, ordinal, qualifier, afterword, zero, additional
  case person, statusNoun, toll, casualty
  case unit, thing, incident, noun
  case verb, statusVerb, speechVerb, putVerb, changeVerb, takeVerb, carryVerb
  case predicate, speaker, organisation, title, anonymity, source
  case weekday, month, dayPart, dayWord, timeUnit, pastMarker
  case doubt, supersession, habit
  case conditionVerb, motionVerb, force, deploymentVerb, equipment, statement, region, cause

  var bit: CategorySet { CategorySet(rawValue: 1 << UInt64(rawValue)) }

  /// The name of the section: the case in words.
  var sectionName: String {
    var words = ""
    for character in "\(self)" {
      if character.isUppercase { words += " " }
      words += character.lowercased()
    }
    return words
  }
}

/// Several categories at once, one bit each.
struct CategorySet: OptionSet, Hashable, Sendable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(_ categories: Category...) { self.rawValue = categories.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }
}
