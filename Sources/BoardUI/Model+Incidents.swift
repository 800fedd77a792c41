internal import Situation

extension Model {
  /// Everything that was there at first is in, and can be sorted by incident. Where there are several incidents and the
  /// operator named none, the list opens to choose from.
  mutating func sortByIncident() {
    desk.assign(store.acts)
    desk.sort()
    if let name = wantedIncident {
      let found = desk.incidents(called: name)
      if found.count == 1 {
        desk.choice = .about(desk.incidents[found[0]].articles[0])
      } else {
        problems.append(Model.notOne(found, called: name))
      }
    }
    regroup()
    let several = desk.incidents.count { $0.articles.count > 1 } > 1
    if several, wantedIncident == nil, desk.choice == .largest, screens.isEmpty {
      screens.append(.incidents(IncidentsScreen()))
    }
  }

  /// Takes off the board what is about another incident than the chosen one, and puts back what is about it.
  mutating func regroup() {
    rebuild(without: [])
  }

  /// Takes editions off the board that are replaced by newer ones.
  mutating func supersede(_ former: Set<ArticleID>) {
    desk.remove(former)
    supersededLast.formUnion(former)
    for id in former {
      if let aside = asides.removeValue(forKey: id) { formerEditions[id] = aside }
    }
    rebuild(without: former)
  }

  private mutating func rebuild(without former: Set<ArticleID>) {
    let back = asides.values.filter { desk.admits($0.article.id) }.sorted { $0.article.id < $1.article.id }
    for loaded in back { asides[loaded.article.id] = nil }
    let out = store.articles.filter { former.contains($0.id) || !desk.admits($0.id) }
    guard !out.isEmpty else {
      if !back.isEmpty { appendToStore(back) }
      return
    }
    let store = store
    func loaded(_ article: Article) -> LoadedArticle {
      LoadedArticle(article, claims: store.events(of: article.id).map(\.claim))
    }
    for article in out {
      if former.contains(article.id) {
        formerEditions[article.id] = loaded(article)
      } else {
        asides[article.id] = loaded(article)
      }
    }
    let gone = Set(out.map(\.id))
    let kept = store.articles.filter { !gone.contains($0.id) }.map(loaded)
    let (place, reliabilities, listing) = (currentPlace, store.reliabilities, screens)
    replaceStore(kept + back, store.acts)
    grade(reliabilities)
    restore(place)
    // What else was open is of the reports before.
    screens += listing.filter { if case .incidents = $0 { true } else { false } }
  }

  /// Puts another incident on the board.
  mutating func choose(incident number: Int) -> [Effect] {
    guard desk.incidents.indices.contains(number) else { return [.bell] }
    let incident = desk.incidents[number]
    desk.choice = .about(incident.articles[0])
    regroup()
    _ = go(to: store.replayCount)
    lingering = nil
    tell("on the board: \(incident.name ?? "incident \(number + 1)")")
    return []
  }

  /// `:incident NAME`.
  mutating func choose(incidentCalled name: String) throws(LineError) -> [Effect] {
    let found = desk.incidents(called: name)
    guard found.count == 1 else {
      throw LineError(Model.notOne(found, called: name))
    }
    return choose(incident: found[0])
  }

  private static func notOne(_ found: [Int], called name: String) -> String {
    "\(found.isEmpty ? "no incident is" : "several incidents are") called \"\(name)\"; i lists them"
  }

  /// An article, on the board or set aside.
  func report(_ id: ArticleID) -> Article? { asides[id]?.article ?? store.article(id) ?? formerEditions[id]?.article }

  /// Told under the board while reports are set aside; the short one beside what else is told there.
  var asideNotice: (long: String, short: String)? {
    guard !asides.isEmpty else { return nil }
    let unsure = desk.unsure.count
    let count = Progress.grouped(asides.count)
    if unsure > 0 {
      let may = unsure == 1 ? "1 report may be" : "\(Progress.grouped(unsure)) reports may be"
      let others = asides.count - unsure
      let rest = others == 0 ? "" : "; \(Progress.grouped(others)) about other incidents"
      return ("\(may) about this incident, x in the list (i) says so\(rest)", "\(count) set aside: i")
    }
    return asides.count == 1
      ? ("1 report is about another incident and set aside: i lists it", "1 set aside: i")
      : ("\(count) reports are about other incidents and set aside: i lists them", "\(count) set aside: i")
  }

  /// Pulls the selected report in, or pushes it out.
  func reassign() throws(LineError) -> [Effect] {
    guard case .incidents(let screen)? = screens.last, let id = screen.selectedReport(in: self) else {
      throw LineError("select a report first: it is pulled in, or pushed out")
    }
    return try journal(.assign(id, isIn: !desk.admits(id)))
  }
}
