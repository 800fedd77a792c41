import Situation

/// A number of people as a noun group gives it.
struct Quantity: Sendable {
  var low: Int?
  var high: Int?
  var form: Figure.Form
  /// The terms of the qualifier as written; empty for a bare number.
  var qualifier: Range<Int>
  var terms: Range<Int>
  /// "another 13", "two more".
  var isAdditional = false
  /// "no", "none of".
  var isZero = false
  /// An indefinite article or a definite singular stands for one.
  var isSingleton = false
}

/// A noun with what stands before it: "the approximately 450 people", "district police officer Rana Dilawar".
struct NounGroup: Sendable {
  var terms: Range<Int>
  /// The term of the head noun; for a bare number, its last term.
  var head: Int
  var quantity: Quantity?
  /// `the`, `its`, `this`.
  var isDefinite = false
  var isPronoun = false
  /// The head is known as people.
  var isPeople = false
  /// No noun at all: a bare number.
  var isHeadless = false
  /// "the group's …": the terms of the possessor.
  var possessor: Range<Int>?
  /// A status that a modifier or the head itself gives: "17 injured passengers", "nine bodies".
  var status: Count.Status?
  /// The whole of a partitive: an index into the noun groups.
  var whole: Int?
  /// Names a single person or body.
  var isSingular = false
  var isUnknownHead = false
  var subjectClass: Count.SubjectClass?
}

/// A verb with its auxiliaries.
struct VerbGroup: Sendable {
  enum Voice: Sendable { case active, passive, bareParticiple, gerund, infinitive }
  var terms: Range<Int>
  var main: Int
  var voice: Voice
  var isNegated = false
  var isModal = false
  /// "to have been killed"
  var isInfinitive = false
  var isPerfect = false
  /// The main verb is a form of "be" alone.
  var isCopula = false
  var isHave = false
  /// Finite: can be the verb of a clause.
  var isFinite: Bool { voice == .active || voice == .passive }
}

/// When, as the words say it; resolved against the article's date later.
struct TimeExpression: Sendable {
  var terms: Range<Int>
  var weekday: Int?
  var dayOffset: Int?
  var hours: Range<Int>?
  var year: Int?
  var month: Int?
  var day: Int?
  var isLate = false
}

struct Chunk: Sendable {
  enum Kind: UInt8, Sendable {
    case group, verb, preposition, conjunction, comma, subordinator, relative, that, predicate, time, stop, dash
    case quote, open, close, adverb, afterword, other
  }
  var kind: Kind
  var terms: Range<Int>
  /// Into the noun groups, verb groups or times.
  var index: Int = -1
}
