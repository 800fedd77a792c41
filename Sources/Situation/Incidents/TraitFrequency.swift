/// In how many reports of a stream each trait stands, and what it weighs by that.
struct TraitFrequency: Sendable {
  typealias Trait = IncidentFingerprint.Trait
  /// The number of a trait.
  typealias ID = Int32

  private let weights: EvidenceWeights
  private var ids: [Trait: ID] = [:]
  /// By number: in how many reports, and how it weighs at an event of a site and at one of a region.
  private var counts: [Int32] = []
  private var site: [Double] = []
  private var region: [Double] = []
  private var before: [Int32] = []
  private var kinds: Set<ID> = []
  /// By number: how many reports of each family of events have it, and what it keeps of its weight by that.
  private var families: [[Int32]] = []
  private var focus: [Double] = []
  private(set) var reportCount = 0
  /// The natural logarithms of 0 (not used), 1, 2, …
  private var logarithms = [0.0, 0.0]

  init(_ weights: EvidenceWeights) {
    self.weights = weights
    grow()
  }

  /// Counts the traits of a report, and gives their numbers.
  mutating func add(_ traits: [IncidentFingerprint.Evidence]) -> [ID] {
    reportCount += 1
    grow()
    let family = TraitFrequency.family(traits)
    return traits.map { evidence in
      let id = number(of: evidence.trait)
      counts[Int(id)] += 1
      if let family, case .name = evidence.trait { spread(id, family) }
      return id
    }
  }

  /// The family of events that a report is most about.
  private static func family(_ traits: [IncidentFingerprint.Evidence]) -> EventKind.Family? {
    var best: (family: EventKind.Family, salience: Double)?
    for evidence in traits {
      guard case .kind(let family) = evidence.trait, evidence.salience > best?.salience ?? 0 else { continue }
      best = (family, evidence.salience)
    }
    return best?.family
  }

  /// A name that stands in reports of many kinds of event, an anchor's or an agency's, says little of any.
  private mutating func spread(_ id: ID, _ family: EventKind.Family) {
    if families[Int(id)].isEmpty {
      families[Int(id)] = Array(repeating: 0, count: EventKind.Family.allCases.count)
    }
    families[Int(id)][family.rawValue] += 1
    let total = families[Int(id)].reduce(0, +)
    guard total >= weights.fewReports, let most = families[Int(id)].max() else { return }
    let share = Double(most) / Double(total)
    let (least, full) = weights.focus
    focus[Int(id)] = min(1, max(weights.leastFocus, 1 - (1 - weights.leastFocus) * (full - share) / (full - least)))
  }

  private mutating func grow() {
    while logarithms.count <= reportCount + weights.reportsBefore {
      // ln n − ln (n − 1) = 2 artanh (1 / (2n − 1)), of which so many terms of the series are exact enough.
      let x = 1 / Double(2 * logarithms.count - 1)
      let step = stride(from: 15, through: 1, by: -2).reduce(0.0) { ($0 * x * x) + 1 / Double($1) } * x * 2
      logarithms.append(logarithms[logarithms.count - 1] + step)
    }
  }

  private mutating func number(of trait: Trait) -> ID {
    if let id = ids[trait] { return id }
    let id = ID(counts.count)
    ids[trait] = id
    counts.append(0)
    families.append([])
    focus.append(1)
    switch trait {
    case .name(let name):
      let isGeneral = CommonNames.general.contains(name)
      let isCountry = CommonNames.country(name) != nil
      site.append(isGeneral ? weights.generalName : isCountry ? weights.country.site : weights.name)
      region.append(isGeneral ? weights.generalName : isCountry ? weights.country.region : weights.name)
      before.append(Int32(weights.reportsBeforeWithName))
    case .kind:
      kinds.insert(id)
      site.append(weights.kind)
      region.append(weights.kind)
      before.append(Int32(weights.reportsBeforeWithKind))
    case .thing:
      site.append(weights.thing)
      region.append(weights.thing)
      before.append(Int32(weights.reportsBeforeWithKind))
    }
    return id
  }

  var traitCount: Int { counts.count }

  /// Returns true if a trait weighs so little that it leads to no incident: a kind, a thing, an office.
  func isGeneral(_ id: ID) -> Bool { region[Int(id)] < weights.name }

  func isKind(_ id: ID) -> Bool { kinds.contains(id) }

  /// The number of a trait; `nil` where no report has it.
  func id(_ trait: Trait) -> ID? { ids[trait] }

  /// What a trait weighs: the rarer it is among the reports that are not compared, the more.
  ///
  /// - Parameters:
  ///   - within: In how many of the reports that are compared it stands, of `total`.
  ///   - reach: 0 for events of a site to 1 for one of a region.
  func weight(_ id: ID, within: Int32, of total: Int, reach: Double) -> Double {
    let index = Int(id)
    let others = Int(max(0, counts[index] - within) + before[index])
    let rarity =
      logarithms[max(1, reportCount - total + weights.reportsBefore)] - logarithms[min(others, logarithms.count - 1)]
    return max(0.01, rarity) * focus[index] * (site[index] + (region[index] - site[index]) * reach)
  }
}
