/// What an incident is called by: what, where and when. Never by who reports it.
package struct IncidentName: Hashable, Sendable {
  /// `nil` where its reports speak of no event that is known.
  package let kind: EventKind?
  /// What it befell, where the kind is told with it: the train of a train hijacking.
  package let thing: String?
  package let place: String?
  package let day: CivilDate?

  package init(kind: EventKind?, thing: String?, place: String?, day: CivilDate?) {
    (self.kind, self.thing, self.place, self.day) = (kind, thing, place, day)
  }

  /// "train hijacking"; `nil` without a kind.
  package var what: String? { kind.map { kind in thing.map { "\($0) \(kind.name)" } ?? kind.name } }

  /// "train hijacking, Bolan, 11 Mar 2025"; `nil` where neither what nor where is known.
  package var words: String? {
    guard what != nil || place != nil else { return nil }
    return [what, place, day.map { "\($0.short) \($0.year)" }].compactMap { $0 }.joined(separator: ", ")
  }
}

/// What speaks for one name of an incident or another: sums over its reports.
struct NamingEvidence: Sendable {
  private var reportCount = 0
  private var regionSum = 0.0
  private var kinds: [EventKind: Double] = [:]
  private var things: [String: Double] = [:]
  private var places: [String: Double] = [:]
  private var days: [CivilDate: Int] = [:]
  private var firstFiled: CivilDate?

  /// So many places and days are kept; what is said least gives way.
  private static let mostKept = 64
  /// The day on which it happened is looked for from so many days before the first report to so many after it.
  private static let daysBefore = 7
  private static let daysAfter = 1
  /// A day that two reports give, and a third as many as give the one that is given most, counts as given by many.
  private static let dayShare = 3

  mutating func add(_ fingerprint: IncidentFingerprint) {
    reportCount += 1
    regionSum += fingerprint.regionShares.values.reduce(0, +)
    for (kind, salience) in fingerprint.kinds { kinds[kind, default: 0] += salience * kind.precision }
    for evidence in fingerprint.traits {
      // "a fire": what happened, and not what it befell.
      if case .thing(let thing) = evidence.trait, !EventKind.isEvent(thing) {
        things[thing, default: 0] += evidence.salience
      }
    }
    for (place, count) in fingerprint.places { places[place, default: 0] += count > 1 ? 1 : 0.5 }
    for day in fingerprint.happened.keys { days[day, default: 0] += 1 }
    if let filed = fingerprint.filedOn { firstFiled = min(firstFiled ?? filed, filed) }
    if places.count > 2 * NamingEvidence.mostKept { places = NamingEvidence.kept(places) }
    if days.count > 8 * NamingEvidence.mostKept { days = NamingEvidence.kept(days) }
  }

  private static func kept<Key: Hashable & Comparable, Sum: Comparable>(_ sums: [Key: Sum]) -> [Key: Sum] {
    Dictionary(
      uniqueKeysWithValues: sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostKept).map { ($0, $1) })
  }

  var name: IncidentName {
    let kind = kinds.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let thing = things.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let isOfThing = kind?.takesThing ?? false && thing.map { $0.value * 3 >= Double(reportCount) } ?? false
    return IncidentName(kind: kind, thing: isOfThing ? thing?.key : nil, place: rankedPlaces.first, day: day)
  }

  /// Where it was, what is said most first. An event of a region is called by a country before a town, one of a site by
  /// a town before a country, where either is said half as often as the other.
  var rankedPlaces: [String] {
    let isRegional = regionSum * 2 >= Double(max(1, reportCount))
    func score(_ place: (key: String, value: Double)) -> Double {
      let isCountry = CommonNames.isCountry(phrase: place.key)
      return isCountry == isRegional ? 2 * place.value : place.value
    }
    return places.filter { !CommonNames.isGeneral(phrase: $0.key) }.map { (name: $0.key, score: score($0)) }
      .sorted { ($1.score, $0.name) < ($0.score, $1.name) }.map(\.name)
  }

  /// The first day near the first report that many reports give for what happened: an incident goes on, and later
  /// reports tell of later days. Without one the day of the first report.
  private var day: CivilDate? {
    guard let firstFiled else { return days.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    let window = firstFiled.adding(days: -NamingEvidence.daysBefore)...firstFiled.adding(days: NamingEvidence.daysAfter)
    let near = days.filter { window.contains($0.key) }
    let most = near.values.max() ?? 0
    return near.filter { $0.value >= min(most, 2) && $0.value * NamingEvidence.dayShare >= most }.keys.min()
      ?? firstFiled
  }
}
