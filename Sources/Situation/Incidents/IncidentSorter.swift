/// Sorts reports by the incidents they are about.
///
/// In the order of filing each report joins the incident that it is most like, or begins one; then incidents that are
/// alike are joined, and every report is compared once more with what the incidents have become. Twice, since either
/// changes the other.
struct IncidentSorter: Sendable {
  /// A report as the sorter sees it.
  fileprivate struct Report: Sendable {
    let id: ArticleID
    let fingerprint: IncidentFingerprint
    let profile: Profile
    /// An earlier report with nearly the same text.
    let twin: Int?
    /// Where it was put.
    var group = -1
    var isSure = true
  }

  /// Reports that are taken together.
  struct Group: Sendable {
    fileprivate(set) var profile = Profile()
    /// Numbers of reports, in the order in which they were filed.
    fileprivate(set) var members: [Int] = []
    /// Reports of which it is not clear that they belong here.
    fileprivate(set) var unsure: [Int] = []
    private(set) var naming = NamingEvidence()

    fileprivate mutating func add(_ index: Int, _ report: Report) {
      members.append(index)
      profile.add(report.profile)
      naming.add(report.fingerprint)
    }

    fileprivate mutating func add(_ other: Group, _ reports: [Report]) {
      members += other.members
      profile.add(other.profile)
    }
  }

  private let weights: EvidenceWeights
  private var frequency: TraitFrequency
  private var twins = TwinFinder()
  private var reports: [Report] = []
  private(set) var groups: [Group] = []
  /// The groups that have a name, by the name's number.
  private var holders: [[Int32]] = []

  /// A report with fewer telling names says little by them.
  static let fewNames = 3
  /// So many incidents that share most are looked at closely.
  private static let mostCandidates = 8
  /// A name that so many incidents have leads to none.
  private static let mostHolders = 512
  private static let rounds = 2
  private static let mostSweeps = 8

  init(_ weights: EvidenceWeights = .standard) {
    self.weights = weights
    frequency = TraitFrequency(weights)
  }

  // MARK: Sorting

  /// Sorts reports.
  ///
  /// - Parameter cards: In the order of filing.
  init(_ cards: [IncidentDesk.Card], _ weights: EvidenceWeights = .standard) {
    self.init(weights)
    for card in cards { take(card) }
    for index in reports.indices where hasNames(index) { place(index) }
    for round in 1...IncidentSorter.rounds {
      joinGroups()
      settle(isLast: round == IncidentSorter.rounds)
    }
    for index in reports.indices where !hasNames(index) { placeNameless(index) }
  }

  /// Adds one report to those that are sorted, which stay where they are.
  ///
  /// - Returns: The number of the group that it was added to.
  mutating func add(_ card: IncidentDesk.Card) -> Int {
    let index = take(card)
    if hasNames(index) {
      place(index, isLast: true)
    } else {
      placeNameless(index)
    }
    return reports[index].group
  }

  func id(of report: Int) -> ArticleID { reports[report].id }
  func fingerprint(of report: Int) -> IncidentFingerprint { reports[report].fingerprint }

  @discardableResult private mutating func take(_ card: IncidentDesk.Card) -> Int {
    let index = reports.count
    let ids = frequency.add(card.fingerprint.traits)
    let twin = twins.add(card.fingerprint.sketch)
    reports.append(
      Report(
        id: card.id, fingerprint: card.fingerprint, profile: Profile(card.fingerprint, ids: ids), twin: twin))
    while holders.count < frequency.traitCount { holders.append([]) }
    return index
  }

  private func hasNames(_ index: Int) -> Bool {
    reports[index].fingerprint.tellingNameCount >= IncidentSorter.fewNames
  }

  /// Puts a report where it is most like, where its text stands already, or alone.
  ///
  /// - Parameter isLast: Nothing comes after that could put it elsewhere.
  private mutating func place(_ index: Int, isLast: Bool = false) {
    let profile = reports[index].profile
    let best = best(profile, among: candidates(profile)) { [weights] in isLast ? weights.needed($0) : weights.same }
    if let best, best.isSure, best.isClear || !isLast {
      join(index, best.group)
    } else if let twin = reports[index].twin, reports[twin].group >= 0, reports[twin].isSure {
      join(index, reports[twin].group)
    } else if isLast, let best, mayBe(best) {
      setAside(index, best.group)
    } else {
      groups.append(Group())
      join(index, groups.count - 1)
    }
  }

  /// Puts a report that has hardly a name: with what it is like, or with the only incident, if nothing speaks against
  /// it.
  private mutating func placeNameless(_ index: Int) {
    let profile = reports[index].profile
    let living = groups.indices.filter { !groups[$0].members.isEmpty }
    let near = candidates(profile)
    if let best = best(profile, among: near, needing: { [weights] in weights.needed($0) }), best.isSure {
      return join(index, best.group)
    }
    if let twin = reports[index].twin, reports[twin].group >= 0, reports[twin].isSure {
      return join(index, reports[twin].group)
    }
    let largest = living.max { (groups[$0].members.count, $1) < (groups[$1].members.count, $0) }
    let likeness = Likeness(frequency: frequency, weights: weights)
    if let largest, likeness.isPossible(profile, groups[largest].profile) {
      return living.count == 1 ? join(index, largest) : setAside(index, largest)
    }
    groups.append(Group())
    join(index, groups.count - 1)
  }

  /// Returns true if a report may be about an incident that several reports are about.
  private func mayBe(_ match: Match) -> Bool {
    match.likeness >= weights.unsure && groups[match.group].members.count > 1
  }

  private mutating func join(_ index: Int, _ group: Int) {
    for entry in reports[index].profile.entries where !frequency.isGeneral(entry.id) {
      if !groups[group].profile.has(entry.id) { holders[Int(entry.id)].append(Int32(group)) }
    }
    groups[group].add(index, reports[index])
    (reports[index].group, reports[index].isSure) = (group, true)
  }

  private mutating func setAside(_ index: Int, _ group: Int) {
    groups[group].unsure.append(index)
    (reports[index].group, reports[index].isSure) = (group, false)
  }

  // MARK: Rounds

  /// Joins groups that are alike, the largest first, until none are.
  private mutating func joinGroups() {
    let likeness = Likeness(frequency: frequency, weights: weights)
    for _ in 0..<IncidentSorter.mostSweeps {
      var isChanged = false
      let order = groups.indices.filter { groups[$0].members.count > 1 }
        .sorted { (groups[$1].members.count, $0) < (groups[$0].members.count, $1) }
      for group in order where !groups[group].members.isEmpty {
        let profile = groups[group].profile
        var best: (group: Int, likeness: Double)?
        for other in candidates(profile) where other != group {
          let found = likeness.between(profile, groups[other].profile)
          if found >= weights.same, found > best?.likeness ?? 0 { best = (other, found) }
        }
        guard let best else { continue }
        merge(best.group, into: group)
        isChanged = true
      }
      if !isChanged { break }
    }
    regroup(reports.map(\.group))
  }

  private mutating func merge(_ other: Int, into group: Int) {
    for entry in groups[other].profile.entries where !frequency.isGeneral(entry.id) {
      if !groups[group].profile.has(entry.id) { holders[Int(entry.id)].append(Int32(group)) }
    }
    groups[group].add(groups[other], reports)
    for member in groups[other].members { reports[member].group = group }
    groups[other] = Group()
  }

  /// Compares every report with what the groups have become without it.
  private mutating func settle(isLast: Bool) {
    var found: [Int] = []
    var aside: [(report: Int, group: Int)] = []
    for index in reports.indices {
      guard reports[index].group >= 0 else {
        found.append(-1)
        continue
      }
      let profile = reports[index].profile
      let own = reports[index].group
      var near = candidates(profile)
      if !near.contains(own) { near.append(own) }
      let best = best(profile, among: near, own: own, needing: { [weights] in weights.needed($0) })
      if let best, best.isSure, best.isClear || !isLast {
        found.append(best.group)
      } else if let twin = reports[index].twin, found[twin] >= 0 {
        found.append(found[twin])
      } else if isLast, let best, mayBe(best) {
        found.append(-1)
        aside.append((index, best.group))
      } else {
        found.append(groups.count)
        groups.append(Group())
      }
    }
    let numbers = regroup(found)
    for (report, group) in aside {
      if let number = numbers[group] {
        setAside(report, number)
      } else {
        groups.append(Group())
        join(report, groups.count - 1)
      }
    }
  }

  /// Makes the groups anew from where each report belongs; -1 is nowhere.
  ///
  /// - Returns: The new number of each group that has reports.
  @discardableResult private mutating func regroup(_ belonging: [Int]) -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    groups = []
    for index in holders.indices { holders[index].removeAll(keepingCapacity: true) }
    for (index, group) in belonging.enumerated() {
      reports[index].group = -1
      guard group >= 0 else { continue }
      let number = numbers[group] ?? groups.count
      if number == groups.count {
        numbers[group] = number
        groups.append(Group())
      }
      join(index, number)
    }
    return numbers
  }

  // MARK: Finding

  /// The groups that share most of a profile's names.
  private func candidates(_ profile: Profile) -> [Int] {
    var shared = [Double](repeating: 0, count: groups.count)
    var touched: [Int] = []
    for entry in profile.entries where !frequency.isGeneral(entry.id) {
      let those = holders[Int(entry.id)]
      guard those.count <= IncidentSorter.mostHolders else { continue }
      let weight = entry.salience * frequency.weight(entry.id, within: 0, of: 0, reach: 1)
      for group in those {
        if shared[Int(group)] == 0 { touched.append(Int(group)) }
        shared[Int(group)] += weight
      }
    }
    var best: [Int] = []
    for group in touched where !groups[group].members.isEmpty {
      func comesBefore(_ other: Int) -> Bool {
        shared[group] != shared[other] ? shared[group] > shared[other] : group < other
      }
      if best.count == IncidentSorter.mostCandidates {
        guard let last = best.last, comesBefore(last) else { continue }
        best.removeLast()
      }
      best.insert(group, at: best.firstIndex(where: comesBefore) ?? best.count)
    }
    return best
  }

  /// The group that a report is most like, of those that it is like enough or else of all.
  private struct Match {
    let group: Int
    let likeness: Double
    /// It is like enough.
    let isSure: Bool
    /// No other group comes close.
    var isClear = true
  }

  /// Finds the group that a report is about.
  ///
  /// - Parameters:
  ///   - own: The group that the report is in: it is compared with the others of that.
  ///   - needed: How alike they have to be, by the group's profile.
  private func best(
    _ profile: Profile, among groups: [Int], own: Int? = nil, needing needed: (Profile) -> Double
  ) -> Match? {
    let likeness = Likeness(frequency: frequency, weights: weights)
    var matches: [Match] = []
    for group in groups {
      var other = self.groups[group].profile
      if group == own { other = other.without(profile) }
      guard other.reportCount > 0 else { continue }
      let found = likeness.between(profile, other)
      // What a report was found to be about it is still about if it is somewhat less so.
      let least = group == own ? min(needed(other), weights.sameAsEstablished) : needed(other)
      matches.append(Match(group: group, likeness: found, isSure: found >= least))
    }
    func isBetter(_ a: Match, _ b: Match) -> Bool { (a.isSure ? 1 : 0, a.likeness) > (b.isSure ? 1 : 0, b.likeness) }
    guard var best = matches.first else { return nil }
    for match in matches where isBetter(match, best) { best = match }
    best.isClear = !matches.contains {
      $0.group != best.group && $0.isSure && $0.likeness >= weights.close * best.likeness
    }
    return best
  }

  // MARK: Reasons

  /// What speaks for a report being about something else than a group is.
  func reasons(against report: IncidentFingerprint, in group: Int) -> [Incident.Reason] {
    let profile = groups[group].profile
    var reasons: [Incident.Reason] = []
    let names = report.names
    let shared = names.count { name in frequency.id(.name(name)).map(profile.has) ?? false }
    if !names.isEmpty { reasons.append(.names(shared: shared, of: names.count)) }
    if let day = report.day, let days = profile.days {
      let gap = max(days.lowerBound - day, day - days.upperBound, 0)
      if gap > Int(weights.graceDays.region) { reasons.append(.days(gap)) }
    }
    let things = report.things.filter { thing in !(frequency.id(.thing(thing)).map(profile.has) ?? false) }
    if !things.isEmpty, things.count == report.things.count { reasons.append(.things(things.sorted())) }
    return reasons
  }
}

extension EvidenceWeights {
  /// How alike a report and an incident have to be to be one.
  func needed(_ profile: Profile) -> Double { profile.reportCount >= established ? sameAsEstablished : same }
}
