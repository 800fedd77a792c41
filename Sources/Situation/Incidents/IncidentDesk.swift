/// Tells the incidents apart that reports are about, and which reports are on the board.
package struct IncidentDesk: Sendable {
  /// A report as it lies on the desk.
  package struct Card: Hashable, Sendable {
    package let id: ArticleID
    package let title: String?
    package let gist: Gist

    package init(_ article: Article, claims: [Claim]) {
      (id, title) = (article.id, article.title)
      gist = Gist(article, claims: claims)
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
  private var incidentOf: [ArticleID: Int] = [:]

  package init() {}

  /// The reports of a store, sorted.
  package init(_ store: EventStore) {
    add(store.articles.map { Card($0, claims: store.events(of: $0.id).map(\.claim)) })
    assign(store.acts)
    sort()
  }

  package mutating func add(_ added: some Sequence<Card>) { for card in added { cards[card.id] = card } }

  /// Takes up what operators entered: of several words on one report the last counts, and what was undone does not.
  package mutating func assign(_ entries: [OperatorEntry]) {
    let active = OperatorHand.active(entries)
    assigned = [:]
    for entry in entries where active.contains(entry.id) {
      if case .assign(let article, let isIn) = entry.act { assigned[article] = isIn }
    }
  }

  /// Sorts all reports by the incidents they are about. The same reports give the same incidents, in whatever order
  /// they came.
  package mutating func sort() {
    var found: [Incident] = []
    var few: [Card] = []
    var holders: [String: [Int]] = [:]
    func add(_ card: Card, to number: Int) {
      found[number].add(card.id, card.gist)
      for name in card.gist.names where !(holders[name]?.contains(number) ?? false) {
        holders[name, default: []].append(number)
      }
    }
    for card in cards.values.sorted(by: IncidentDesk.precedes) {
      guard card.gist.names.count >= Incident.fewNames else {
        few.append(card)
        continue
      }
      let near = Set(card.gist.names.flatMap { holders[$0] ?? [] }).sorted()
      if let best = IncidentDesk.best(card, near, found) {
        add(card, to: best)
      } else {
        found.append(Incident())
        add(card, to: found.count - 1)
      }
    }
    // A report with hardly a name is about what it does not speak against.
    for card in few {
      if let best = IncidentDesk.best(card, Array(found.indices), found) {
        found[best].add(card.id, card.gist)
      } else {
        found.append(Incident())
        found[found.count - 1].add(card.id, card.gist)
      }
    }
    incidents = found.sorted { a, b in
      if a.articles.count != b.articles.count { return a.articles.count > b.articles.count }
      return a.articles[0] < b.articles[0]
    }
    incidentOf = [:]
    for (number, incident) in incidents.enumerated() {
      for article in incident.articles { incidentOf[article] = number }
    }
  }

  private static func precedes(_ a: Card, _ b: Card) -> Bool {
    let (first, second) = (a.gist.filed?.seconds ?? .max, b.gist.filed?.seconds ?? .max)
    return first != second ? first < second : a.id < b.id
  }

  /// The incident that shares most of a report's names and that nothing speaks against; of equals the one with most
  /// reports.
  private static func best(_ card: Card, _ numbers: [Int], _ incidents: [Incident]) -> Int? {
    let open = numbers.filter { !incidents[$0].isOther(card.gist, incidents[$0].reasons(against: card.gist)) }
    return open.max { a, b in
      let (first, second) = (incidents[a].share(of: card.gist), incidents[b].share(of: card.gist))
      return first != second ? first < second : incidents[a].articles.count < incidents[b].articles.count
    }
  }

  // MARK: Reading

  /// The number of the incident on the board, from 0; `nil` on an empty desk.
  package var chosen: Int? {
    guard !incidents.isEmpty else { return nil }
    if case .about(let article) = choice { return incidentOf[article] ?? 0 }
    return 0
  }

  /// The number of the incident that a report is about, from 0.
  package func incident(of article: ArticleID) -> Int? { incidentOf[article] }

  /// Whether a report is on the board. What has not been sorted yet is.
  package func admits(_ article: ArticleID) -> Bool {
    if let assigned = assigned[article] { return assigned }
    guard let number = incidentOf[article] else { return true }
    return number == chosen
  }

  /// What speaks for a report being about another incident than the one on the board.
  package func reasons(against article: ArticleID) -> [Incident.Reason] {
    guard let card = cards[article], let chosen else { return [] }
    return incidents[chosen].reasons(against: card.gist)
  }

  /// Those reports that are not on the board.
  package var asideCount: Int { cards.keys.count { !admits($0) } }

  /// The incidents whose name has some words in it, or where none has, a title or a name in a report; or the one of a
  /// number from 1.
  package func incidents(called words: String) -> [Int] {
    if let number = Int(words), incidents.indices.contains(number - 1) { return [number - 1] }
    let words = words.lowercased()
    let named = incidents.indices.filter { incidents[$0].name?.lowercased().contains(words) ?? false }
    if !named.isEmpty { return named }
    return incidents.indices.filter { number in
      incidents[number].mentions(words)
        || incidents[number].articles.contains { cards[$0]?.title?.lowercased().contains(words) ?? false }
    }
  }
}

extension Incident.Reason {
  package var words: String {
    switch self {
    case .names(let shared, let count): "\(shared) of \(count) \(count == 1 ? "name" : "names") shared"
    case .days(let days): "\(days) days off"
    case .things(let things): things.joined(separator: ", ")
    }
  }
}
