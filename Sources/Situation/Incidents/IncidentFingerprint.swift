/// What tells the reports of one incident from those of another: the names in a report, the kinds of event and the
/// things that it speaks of, where and when.
package struct IncidentFingerprint: Hashable, Sendable {
  /// Something that reports have in common or not.
  package enum Trait: Hashable, Sendable {
    /// A word of a name, in small letters; a country for its people too.
    case name(String)
    case kind(EventKind.Family)
    case thing(String)
  }

  /// A trait, and how much the report is about it: 0 to 1.
  package struct Evidence: Hashable, Sendable {
    package let trait: Trait
    package let salience: Double

    package init(trait: Trait, salience: Double) { (self.trait, self.salience) = (trait, salience) }
  }

  /// Each trait once, the most salient first; at most `mostTraits`.
  package private(set) var traits: [Evidence] = []
  /// Names as they stand, of one word or several ("Jaffar Express"), each once, in the order of the text.
  package private(set) var phrases: [String] = []
  /// Where something was, by its claims or by a word such as "near", with how often.
  package private(set) var places: [String: Int] = [:]
  /// Where its claims say that something was.
  package private(set) var claimPlaces: Set<String> = []
  /// The days on which something happened, by its claims, with how many say so.
  package private(set) var happened: [CivilDate: Int] = [:]
  /// When it was filed; `nil` where it is undated. A date without a time is the beginning of its day.
  package private(set) var filed: Instant?
  /// The zone that its date is told in.
  package private(set) var offset: UTCOffset
  /// How much it is about each kind of event.
  package private(set) var kinds: [EventKind: Double] = [:]
  /// The shares of what it says of events that are of kinds which reach over a region, by their families.
  package private(set) var regionShares: [EventKind.Family: Double] = [:]
  /// The text in short: equal entries are as likely as two texts are alike.
  package let sketch: [UInt64]

  static let mostTraits = 60
  private static let mostPhrases = 100
  private static let mostPlaces = 24

  package init(_ article: Article, claims: [Claim]) {
    filed = article.date.from ?? article.date.to
    offset = article.date.offset
    let body = article.body.clamped(to: 0..<article.text.count)
    sketch = Shingles(article.text[body.prefix(Shingles.longestText)], words: 3).sketch
    var scan = NameScan()
    if let title = article.title { scan.read(title: title) }
    scan.read(article.text, body)
    takeNames(scan, outlet: article.outlet)
    takeWords(scan, claims)
    traits.sort { $0.salience > $1.salience }
    traits.removeLast(max(0, traits.count - IncidentFingerprint.mostTraits))
    takePlaces(claims)
  }

  /// What was made of an article before, and kept; when it was filed, the article says.
  ///
  /// - Returns: `nil` where the parts cannot be of a fingerprint.
  package init?(
    of article: Article, traits: [Evidence], phrases: [String], places: [String: Int], claimPlaces: Set<String>,
    happened: [CivilDate: Int], kinds: [EventKind: Double], regionShares: [EventKind.Family: Double], sketch: [UInt64]
  ) {
    guard sketch.count == Shingles.permutations, traits.count <= IncidentFingerprint.mostTraits,
      traits.allSatisfy({ (0...Salience.inTitle).contains($0.salience) }),
      kinds.values.allSatisfy({ (0...1).contains($0) }), regionShares.values.allSatisfy({ (0...2).contains($0) }),
      places.values.allSatisfy({ (1...article.text.count + 2).contains($0) }), happened.values.allSatisfy({ $0 > 0 })
    else { return nil }
    filed = article.date.from ?? article.date.to
    offset = article.date.offset
    (self.traits, self.phrases, self.places, self.claimPlaces) = (traits, phrases, places, claimPlaces)
    (self.happened, self.kinds, self.regionShares, self.sketch) = (happened, kinds, regionShares, sketch)
  }

  var filedOn: CivilDate? { filed.map { CivilTime($0, at: offset).date } }
  /// The day on which it was filed, counted from 1970.
  var day: Int? { filedOn?.daysSinceEpoch }

  /// The words of its names, in small letters.
  package var names: Set<String> {
    Set(traits.compactMap { if case .name(let name) = $0.trait { name } else { nil } })
  }

  /// The names that only some reports have.
  var tellingNameCount: Int {
    traits.count { if case .name(let name) = $0.trait { !CommonNames.general.contains(name) } else { false } }
  }

  package var things: Set<String> {
    Set(traits.compactMap { if case .thing(let thing) = $0.trait { thing } else { nil } })
  }

  private mutating func takeNames(_ scan: NameScan, outlet: String?) {
    // In a text all in capitals the letters say nothing of names: its longer words stand for them.
    let isInCapitals = scan.capitalCount > 4 * scan.smallCount
    let outletWords = Set(outlet?.lowercased().split { !$0.isLetter }.map(String.init) ?? [])
    func isName(_ word: String) -> Bool {
      guard !outletWords.contains(word), scan.inSmallLetters[word] == nil else { return false }
      return !isInCapitals || word.utf8.count > 4 || CommonNames.country(word) != nil
    }
    // The names in the order of the text, and where each is among them.
    var names: [(word: String, count: Int, isInLead: Bool)] = []
    var indices: [String: Int] = [:]
    func count(_ word: String, _ lead: Bool) {
      let name = CommonNames.country(word) ?? word
      let index = indices[name, default: names.count]
      if index == names.count {
        indices[name] = index
        names.append((name, 0, false))
      }
      names[index].count += 1
      if lead { names[index].isInLead = true }
    }
    for run in scan.runs {
      let words = run.words.map { $0.lowercased() }
      guard words.contains(where: isName) else { continue }
      for word in words where isName(word) { count(word, run.isInLead) }
      let phrase = run.words.joined(separator: " ")
      if phrases.count < IncidentFingerprint.mostPhrases, !phrases.contains(phrase) { phrases.append(phrase) }
      let isPlace = run.isPlace || CommonNames.isCountry(phrase: phrase)
      if isPlace, places[phrase] != nil || places.count < IncidentFingerprint.mostPlaces {
        places[phrase, default: 0] += run.isInLead ? 2 : 1
      }
    }
    for (word, lead) in scan.starts where isName(word) {
      let name = CommonNames.country(word) ?? word
      if indices[name] != nil || CommonNames.country(word) != nil { count(word, lead) }
    }
    let title = Set(scan.titleWords.map { CommonNames.country($0) ?? $0 })
    for word in scan.lead {
      if let index = indices[CommonNames.country(word) ?? word] { names[index].isInLead = true }
    }
    // Those said most first, so that the bound leaves out what is said once.
    let ranked = names.indices.sorted { a, b in
      names[a].count != names[b].count ? names[a].count > names[b].count : a < b
    }
    for name in ranked.map({ names[$0] }) where !name.word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      traits.append(
        Evidence(
          trait: .name(name.word),
          salience: Salience.ofName(
            said: name.count, isInLead: name.isInLead, isInTitle: title.contains(name.word))))
    }
  }

  /// Takes what the words without capitals say of events and things, and what claims say of things.
  private mutating func takeWords(_ scan: NameScan, _ claims: [Claim]) {
    var kinds: [EventKind: Int] = [:]
    var things: [String: Int] = [:]
    func count(_ word: String, _ number: Int) {
      for kind in EventKind.kinds(of: word) { kinds[kind, default: 0] += number }
      if let thing = EventThing.named(by: word) { things[thing, default: 0] += number }
    }
    for (word, number) in scan.inSmallLetters { count(word, number) }
    for (word, _) in scan.starts { count(word, 1) }
    for word in scan.lead { count(word, 1) }
    for claim in claims where claim.standing == .current {
      guard case .condition(let condition) = claim.content, let thing = IncidentFingerprint.thing(condition) else {
        continue
      }
      things[thing, default: 0] += 1
    }
    let total = kinds.values.reduce(0, +)
    var families: [EventKind.Family: Int] = [:]
    // In their order, so that the sums of two readings are equal to the last bit.
    for (kind, number) in kinds.sorted(by: { $0.key < $1.key }) {
      self.kinds[kind] = Salience.ofKind(said: number, of: total)
      families[kind.family, default: 0] += number
      if kind.reach == .region { regionShares[kind.family, default: 0] += Double(number) / Double(total) }
    }
    for (family, number) in families.sorted(by: { $0.key < $1.key }) {
      traits.append(Evidence(trait: .kind(family), salience: Salience.ofKind(said: number, of: total)))
    }
    for (thing, number) in things.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(6) {
      traits.append(Evidence(trait: .thing(thing), salience: Salience.ofThing(said: number)))
    }
  }

  private mutating func takePlaces(_ claims: [Claim]) {
    for claim in claims where claim.standing == .current {
      if let place = claim.place?.name, claimPlaces.count < IncidentFingerprint.mostPlaces { claimPlaces.insert(place) }
      let moment = claim.happened
      guard !moment.isBy, let from = moment.from, moment.precision != .days else { continue }
      happened[CivilTime(from, at: moment.offset).date, default: 0] += 1
    }
    for place in claimPlaces where place.contains(where: \.isUppercase) { places[place, default: 0] += 1 }
  }

  /// What a condition is of, where that tells incidents apart: tracks, tunnels and guards are of many.
  private static func thing(_ condition: Condition) -> String? {
    let thing = condition.thing
    if thing.isOfTrain { return ThingKind.train.name }
    if thing.role == .crew || ThingKind.train.owns(thing) || thing.kind == .tunnel { return nil }
    return EventThing.named(by: thing.noun) ?? thing.noun
  }
}

/// How much a report is about what it says, by how often and where it says it.
enum Salience {
  static let inTitle = 1.5

  static func ofName(said count: Int, isInLead: Bool, isInTitle: Bool) -> Double {
    if isInTitle { return inTitle }
    if isInLead || count >= 3 { return 1 }
    return count == 2 ? 0.5 : 0.25
  }

  /// - Parameter total: All words of events in the report: of two kinds told equally often each is the half of it.
  static func ofKind(said count: Int, of total: Int) -> Double {
    min(1, Double(count) / 4) * min(1, 2 * Double(count) / Double(max(1, total)))
  }

  static func ofThing(said count: Int) -> Double { min(1, Double(count) / 4) }
}
