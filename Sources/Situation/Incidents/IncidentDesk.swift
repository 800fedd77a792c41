/// Tells which incident each report is about, and which reports are on the board.
package struct IncidentDesk: Sendable {
  /// A report as it lies on the desk.
  package struct Card: Hashable, Sendable {
    package let id: ArticleID
    package let title: String?
    package let fingerprint: IncidentFingerprint

    package init(_ article: Article, claims: [Claim]) {
      self.init(article, IncidentFingerprint(article, claims: claims))
    }

    package init(_ article: Article, _ fingerprint: IncidentFingerprint) {
      (id, title) = (article.id, article.title)
      self.fingerprint = fingerprint
    }
  }

  /// Which incident is on the board.
  package enum Choice: Hashable, Sendable {
    /// That of which there are most reports.
    case largest
    /// That which a report is about.
    case about(ArticleID)
  }

  package var choice = Choice.largest
  /// Those with most reports first.
  package private(set) var incidents: [Incident] = []
  /// What the operator pulled in and pushed out.
  package private(set) var assigned: [ArticleID: Bool] = [:]
  private var cards: [ArticleID: Card] = [:]
  private var sorter = IncidentSorter()
  /// The group of the sorter that a report is in, and if that is clear.
  private var places: [ArticleID: (group: Int, isSure: Bool)] = [:]
  /// The number of each group's incident.
  private var ranks: [Int] = []
  /// Came since all were sorted afresh.
  private var pending: [ArticleID] = []
  private var addedSince = 0

  /// A desk of so many reports is sorted afresh whenever one comes.
  private static let fewReports = 128
  /// A larger one when it has grown by one in so many.
  private static let growth = 4

  package init() {}

  /// The reports of a store, sorted.
  package init(_ store: EventStore) {
    add(store.articles.map { Card($0, claims: store.events(of: $0.id).map(\.claim)) })
    assign(store.acts)
    sort()
  }

  /// Takes reports; `sort` or `update` says what they are about.
  package mutating func add(_ added: some Sequence<Card>) {
    for card in added where cards.updateValue(card, forKey: card.id) == nil { pending.append(card.id) }
  }

  /// Takes reports away that count no more, and sorts the others.
  package mutating func remove(_ removed: Set<ArticleID>) {
    guard removed.contains(where: { cards[$0] != nil }) else { return }
    for id in removed { cards[id] = nil }
    if case .about(let article) = choice, removed.contains(article) {
      let others = places[article].flatMap { place in
        cards.keys.filter { places[$0]?.group == place.group }.min()
      }
      choice = others.map { .about($0) } ?? .largest
    }
    sort()
  }

  /// Takes up what operators entered: of several words on one report the last counts, and what was undone does not.
  package mutating func assign(_ entries: [OperatorEntry]) {
    assigned = [:]
    guard entries.contains(where: { if case .assign = $0.act { true } else { false } }) else { return }
    let active = OperatorOverrides.active(entries)
    for entry in entries where active.contains(entry.id) {
      if case .assign(let article, let isIn) = entry.act { assigned[article] = isIn }
    }
  }

  // MARK: Sorting

  /// Sorts all reports by the incidents they are about. The same reports give the same incidents, in whatever order
  /// they came.
  package mutating func sort() {
    sorter = IncidentSorter(cards.values.sorted(by: IncidentDesk.precedes))
    (pending, addedSince) = ([], 0)
    places = [:]
    for group in sorter.groups.indices { note(group) }
    let living = sorter.groups.indices.filter { !sorter.groups[$0].members.isEmpty }
    let numbered = living.map { (group: $0, incident: incident(of: $0)) }
      .sorted { IncidentDesk.ranks($0.incident, before: $1.incident) }
    incidents = numbered.map(\.incident)
    ranks = Array(repeating: 0, count: sorter.groups.count)
    for (number, entry) in numbered.enumerated() { ranks[entry.group] = number }
  }

  /// Sorts the reports that came. On a large desk those that were sorted stay where they are until it has grown by a
  /// quarter; until then it differs from one sorted afresh by no more than that.
  package mutating func update() {
    guard !pending.isEmpty else { return }
    let isDue =
      cards.count <= IncidentDesk.fewReports
      || (addedSince + pending.count) * IncidentDesk.growth >= cards.count
    guard !isDue else { return sort() }
    addedSince += pending.count
    let added = pending.compactMap { cards[$0] }.sorted(by: IncidentDesk.precedes)
    pending = []
    for card in added { move(sorter.add(card)) }
  }

  /// Gives the incident of a group that has grown its number.
  private mutating func move(_ group: Int) {
    note(group)
    let incident = incident(of: group)
    var (low, high) = (0, incidents.count)
    if group < ranks.count {
      high = ranks[group]
      incidents.remove(at: high)
    } else {
      ranks.append(0)
    }
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if IncidentDesk.ranks(incidents[middle], before: incident) { low = middle + 1 } else { high = middle }
    }
    incidents.insert(incident, at: low)
    for number in low...end {
      if let group = places[incidents[number].articles[0]]?.group { ranks[group] = number }
    }
  }

  /// Notes where the reports of a group are.
  private mutating func note(_ group: Int) {
    for report in sorter.groups[group].members { places[sorter.id(of: report)] = (group, true) }
    for report in sorter.groups[group].unsure { places[sorter.id(of: report)] = (group, false) }
  }

  private func incident(of number: Int) -> Incident {
    let group = sorter.groups[number]
    let zone: (Int) -> CivilDate? = { sorter.fingerprint(of: $0).filedOn }
    return Incident(
      articles: group.members.map(sorter.id), unsure: group.unsure.map(sorter.id), title: group.naming.name,
      places: group.naming.rankedPlaces, from: group.members.compactMap(zone).min(),
      to: group.members.compactMap(zone).max())
  }

  private static func precedes(_ a: Card, _ b: Card) -> Bool {
    let (first, second) = (a.fingerprint.filed?.seconds ?? .max, b.fingerprint.filed?.seconds ?? .max)
    return first != second ? first < second : a.id < b.id
  }

  private static func ranks(_ a: Incident, before b: Incident) -> Bool {
    if a.articles.count != b.articles.count { return a.articles.count > b.articles.count }
    return a.articles[0] < b.articles[0]
  }

  // MARK: Reading

  /// The number of the incident on the board, from 0; `nil` on an empty desk.
  package var chosen: Int? {
    guard !incidents.isEmpty else { return nil }
    if case .about(let article) = choice { return incident(of: article) ?? 0 }
    return 0
  }

  /// The name of the incident on the board.
  package var name: IncidentName? { chosen.map { incidents[$0].title } }

  /// The number of the incident that a report is about, or may be, from 0.
  package func incident(of article: ArticleID) -> Int? { places[article].map { ranks[$0.group] } }

  /// Returns true if it is clear which incident a report is about, by its words or by the operator's.
  package func isSure(_ article: ArticleID) -> Bool { assigned[article] != nil || places[article]?.isSure ?? true }

  /// Returns true if a report is on the board. What has not been sorted yet is.
  package func admits(_ article: ArticleID) -> Bool {
    if let assigned = assigned[article] { return assigned }
    guard let place = places[article] else { return true }
    return place.isSure && ranks[place.group] == chosen
  }

  /// What speaks for a report being about another incident than the one on the board.
  package func reasons(against article: ArticleID) -> [Incident.Reason] {
    guard let card = cards[article], let chosen, let group = places[incidents[chosen].articles[0]]?.group else {
      return []
    }
    return sorter.reasons(against: card.fingerprint, in: group)
  }

  /// Those reports that are not on the board.
  package var asideCount: Int { cards.keys.count { !admits($0) } }

  /// Those of which it is not clear that they are about the incident on the board, and about which no operator has said
  /// so.
  package var unsure: [ArticleID] {
    chosen.map { number in incidents[number].unsure.filter { assigned[$0] == nil } } ?? []
  }

  /// The incidents whose name has some words in it, or where none has, a title or a name in a report; or the one of a
  /// number from 1.
  package func incidents(called words: String) -> [Int] {
    if let number = Int(words), incidents.indices.contains(number - 1) { return [number - 1] }
    let words = words.lowercased()
    let named = incidents.indices.filter { incidents[$0].name?.lowercased().contains(words) ?? false }
    if !named.isEmpty { return named }
    return incidents.indices.filter { number in
      incidents[number].articles.contains { id in
        guard let card = cards[id] else { return false }
        return card.title?.lowercased().contains(words) ?? false
          || card.fingerprint.phrases.contains { $0.lowercased().contains(words) }
      }
    }
  }
}
