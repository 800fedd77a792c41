import Situation

/// The form a word stands in: of a verb or of a noun.
enum WordForm: UInt8, Sendable {
  case plain, third, gerund, past, participle, pastOrParticiple, singular, plural

  var isPast: Bool { self == .past || self == .pastOrParticiple }
  var isParticiple: Bool { self == .participle || self == .pastOrParticiple }
}

/// The finer kind of an entry, where its category needs one.
enum Kind: String, Sendable, CaseIterable {
  // Articles and pronouns.
  case definite, indefinite, he, she, they, we, it, who
  // Auxiliaries.
  case be, have, `do`
  // Conjunctions.
  case and, or, but
  /// Cues of one person's eyes.
  case sees
  /// Subordinators of what is not said to be so: what is asked ("whether"), what is waited for ("until it is over").
  case asked, awaited
  // Qualifiers.
  case about, atLeast = "at-least", atMost = "at-most"
  // Verbs that put people in a status: whom the status befalls.
  case object, subject, either
  /// Verbs and prepositions before a figure that is exceeded: "the toll passed 50", "rose past 50".
  case exceeds
  /// Of one sex: a number of them leaves others uncounted.
  case male, female
  /// Between people and what they are: "were found dead", "are presumed missing".
  case states
  /// "built to hold 25": how many there is room for.
  case room
  /// Only of those who were held.
  case captive
  // Prepositions.
  case out
  // Verbs of speech.
  case says, denies, warns, demands, offers, asks
  /// Verbs that put many things somewhere, and say something only of a figure.
  case places
  /// Verbs of saying and of nothing else.
  case utters
  /// Verbs that have many objects: they report words only before *that* and after a quotation.
  case tells
  /// "Police identified the gunmen as …": of somebody who stands after the verb, and never speaks there.
  case names
  // Speakers that are papers, and words that hand on what another said.
  case document
  // The preposition of who does it.
  case agent
  // Sections of the statements.
  case responsibility, demand, deadline, offer, answer, denial, threat, label, history
  // Predicates.
  case state, aboard, outcome, grave
  // Adjectives before a number: "the last four".
  case order
  /// Of a country or a people: the word keeps its capital.
  case nation
  /// "the fatal weekend shooting of six": nobody of them was only hurt.
  case deadly
  case animal
  // Nouns of what people are hurt by, of who and what treats them, and of what is lost or taken with the dead ("lives").
  case wound, healer, taken
  // Words for who is accused and not convicted, for what became of people, and for what nobody knows.
  case accused, fate, unknown, illness, search, healing, telling, finds
  // Verbs of what comes about: "managed to".
  case achieves
  // Things.
  case vehicle, part, line, building, hazard
  // Verbs of what an incident does, of what one thing does to another, and of asking for a cause.
  case event, impact, inquiry
  // Deltas: by how a toll changes.
  case rise, fall
  // Times.
  case before, today, clock
  // People.
  case group
  // Prepositions of who gives a document out.
  case origin
  // Matters, turns and states beside those above.
  case way, service, supply, measure, alert, probe, course, fire, weather, witnessed, because, force, sent, goes,
    charged, suspect, attacker
  case deed, warning, strength, structure, device, authority, still, acts
  // Cues, and what helps to find them.
  case series, general, conflict, another, apart, elsewhere, superlative, ago, own, whole, share, list, place, long
  case joins, particle, quotes
  /// The last word of the name of a body: "Weather Service", "Safety Board"; figures that somebody gives out, and what a
  /// figure of somebody is called; the first word of an outlet's name: "Radio Lorva".
  case body, paper, account, outlet
}

extension Kind {
  /// Returns true for a verb that reports words, and nothing of how they are meant.
  var isOfSaying: Bool { self == .says || self == .utters }
}

/// One thing that a word or phrase can be, with what its lexicon line says of it.
struct Sense: Sendable {
  var category: Category
  var form: WordForm = .plain
  var kind: Kind?
  var status: Count.Status?
  var subjectClass: Count.SubjectClass?
  var side: Speaker.Side?
  var number: Int? {
    get { storedNumber == .min ? nil : Int(storedNumber) }
    set { storedNumber = newValue.map { Int32($0) } ?? .min }
  }
  /// A second number: the end of a part of a day.
  var end: Int? {
    get { storedEnd == .min ? nil : Int(storedEnd) }
    set { storedEnd = newValue.map { Int32($0) } ?? .min }
  }
  /// The number of its plain word in the lexicon: senses are copied for each word that is read, and hold no references.
  var plainWord: Int32 = 0
  // There are ten thousand senses: twenty bytes each.
  private var storedNumber = Int32.min
  private var storedEnd = Int32.min

  init(category: Category) { self.category = category }
}

extension Sense {
  /// Returns true for a sense that lies over the text and says nothing of its grammar.
  var isOfMatters: Bool { category == .matter || category == .turn || category == .state }
}
