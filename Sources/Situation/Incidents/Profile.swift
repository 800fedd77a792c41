/// What reports that are taken together are about: the sum of their evidence. One report is a profile too.
struct Profile: Sendable {
  struct Entry: Sendable {
    let id: TraitFrequency.ID
    var salience: Double
    /// In how many of the reports.
    var count: Int32
  }

  /// In the order of their numbers; at most `mostEntries`, so that the names of an incident do not grow without end.
  private(set) var entries: [Entry] = []
  private(set) var reportCount = 0
  /// Sums of `IncidentFingerprint.regionShares`, in the order of the families.
  private var regionSums: [(family: EventKind.Family, share: Double)] = []
  /// Days since 1970 of the first and the last report that is dated.
  private(set) var days: ClosedRange<Int>?

  static let mostEntries = 300

  init() {}

  init(_ fingerprint: IncidentFingerprint, ids: [TraitFrequency.ID]) {
    entries = zip(ids, fingerprint.traits).map { Entry(id: $0, salience: $1.salience, count: 1) }
      .sorted { $0.id < $1.id }
    reportCount = 1
    regionSums = fingerprint.regionShares.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    days = fingerprint.day.map { $0...$0 }
  }

  /// The share of what the reports say of events that is of kinds which reach over a region.
  var regionShare: Double { regionSums.reduce(0) { $0 + $1.share } / Double(max(1, reportCount)) }

  /// How far two profiles are about the same kinds of event of a region: 0 to 1.
  func sharedReach(with other: Profile) -> Double {
    var shared = 0.0
    for (family, share) in regionSums {
      guard let its = other.regionSums.first(where: { $0.family == family })?.share else { continue }
      shared += min(share / Double(max(1, reportCount)), its / Double(max(1, other.reportCount)))
    }
    return shared
  }

  mutating func add(_ other: Profile) {
    merge(other, sign: 1)
    if let first = days, let second = other.days {
      days = min(first.lowerBound, second.lowerBound)...max(first.upperBound, second.upperBound)
    } else {
      days = days ?? other.days
    }
    if entries.count > 2 * Profile.mostEntries { prune() }
  }

  /// The profile without one of its reports. Its days stay as they are.
  func without(_ report: Profile) -> Profile {
    var rest = self
    rest.merge(report, sign: -1)
    return rest
  }

  /// Returns true if one of the reports has the trait.
  func has(_ id: TraitFrequency.ID) -> Bool {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].id == id
  }

  private mutating func merge(_ other: Profile, sign: Double) {
    var merged: [Entry] = []
    merged.reserveCapacity(entries.count + other.entries.count)
    var (i, j) = (0, 0)
    while i < entries.count || j < other.entries.count {
      if j == other.entries.count || i < entries.count && entries[i].id < other.entries[j].id {
        merged.append(entries[i])
        i += 1
      } else if i == entries.count || other.entries[j].id < entries[i].id {
        // What was pruned before is not taken away.
        if sign > 0 { merged.append(other.entries[j]) }
        j += 1
      } else {
        let (mine, its) = (entries[i], other.entries[j])
        let count = mine.count + (sign > 0 ? its.count : -its.count)
        if count > 0 {
          merged.append(
            Entry(id: mine.id, salience: max(0, mine.salience + sign * its.salience), count: count))
        }
        i += 1
        j += 1
      }
    }
    entries = merged
    reportCount += sign > 0 ? other.reportCount : -other.reportCount
    for (family, share) in other.regionSums {
      if let place = regionSums.firstIndex(where: { $0.family == family }) {
        regionSums[place].share = max(0, regionSums[place].share + sign * share)
      } else if sign > 0 {
        regionSums.append((family, share))
        regionSums.sort { $0.family < $1.family }
      }
    }
  }

  /// Leaves out what the reports are about least.
  private mutating func prune() {
    let ranked = entries.sorted { $0.salience != $1.salience ? $0.salience > $1.salience : $0.id < $1.id }
    entries = ranked.prefix(Profile.mostEntries).sorted { $0.id < $1.id }
  }

  /// Days between two profiles; 0 where they overlap, or one is undated.
  func gap(to other: Profile) -> Int {
    guard let mine = days, let its = other.days else { return 0 }
    return max(mine.lowerBound - its.upperBound, its.lowerBound - mine.upperBound, 0)
  }
}

/// How much two profiles are alike.
struct Likeness {
  let frequency: TraitFrequency
  let weights: EvidenceWeights

  /// 0 to 1: the cosine of the two, each trait weighed by how rare it is among all other reports, less what is lost by
  /// the days between them (Allan, "Topic Detection and Tracking", 2002).
  func between(_ a: Profile, _ b: Profile) -> Double {
    guard a.reportCount > 0, b.reportCount > 0 else { return 0 }
    let reach = a.sharedReach(with: b)
    let total = a.reportCount + b.reportCount
    var (dot, normA, normB) = (0.0, 0.0, 0.0)
    var (i, j) = (0, 0)
    while i < a.entries.count || j < b.entries.count {
      if j == b.entries.count || i < a.entries.count && a.entries[i].id < b.entries[j].id {
        let entry = a.entries[i]
        normA +=
          entry.salience * entry.salience * frequency.weight(entry.id, within: entry.count, of: total, reach: reach)
        i += 1
      } else if i == a.entries.count || b.entries[j].id < a.entries[i].id {
        let entry = b.entries[j]
        normB +=
          entry.salience * entry.salience * frequency.weight(entry.id, within: entry.count, of: total, reach: reach)
        j += 1
      } else {
        let (first, second) = (a.entries[i], b.entries[j])
        let weight = frequency.weight(first.id, within: first.count + second.count, of: total, reach: reach)
        normA += first.salience * first.salience * weight
        normB += second.salience * second.salience * weight
        dot += first.salience * second.salience * weight
        i += 1
        j += 1
      }
    }
    guard dot > 0 else { return 0 }
    var likeness = dot / (normA * normB).squareRoot()
    let (large, small, normLarge) = a.reportCount > b.reportCount ? (a, b, normA) : (b, a, normB)
    if isEstablishedInRegion(large), small.reportCount * 4 <= large.reportCount, speaksOf(large, small) {
      // Both are sums over reports; what the small one says of what makes the large one is its mean.
      let covered = dot * Double(large.reportCount) / (Double(small.reportCount) * normLarge)
      likeness = max(likeness, weights.coverage * covered)
    }
    return likeness * byDays(a.gap(to: b), min(a.regionShare, b.regionShare))
  }

  /// Returns true if nothing speaks against a report being about an incident: neither its days nor what it tells of.
  func isPossible(_ report: Profile, _ incident: Profile) -> Bool {
    byDays(report.gap(to: incident), report.sharedReach(with: incident)) == 1 && speaksOf(incident, report)
  }

  private func isEstablishedInRegion(_ profile: Profile) -> Bool {
    profile.reportCount >= weights.established && profile.regionShare >= 0.5
  }

  /// Returns true if reports speak of the same kinds of event as an incident, or of hardly any.
  private func speaksOf(_ incident: Profile, _ reports: Profile) -> Bool {
    var (all, shared) = (0.0, 0.0)
    var i = 0
    for entry in reports.entries where frequency.isKind(entry.id) {
      let mean = entry.salience / Double(reports.reportCount)
      all += mean
      while i < incident.entries.count, incident.entries[i].id < entry.id { i += 1 }
      if i < incident.entries.count, incident.entries[i].id == entry.id {
        shared += min(mean, 3 * incident.entries[i].salience / Double(incident.reportCount))
      }
    }
    return all < 0.3 || shared >= all / 2
  }

  private func byDays(_ gap: Int, _ reach: Double) -> Double {
    func mixed(_ pair: (site: Double, region: Double)) -> Double { pair.site + (pair.region - pair.site) * reach }
    let late = Double(gap) - mixed(weights.graceDays)
    return late <= 0 ? 1 : max(weights.leastByDays, 1 - late / (2 * mixed(weights.halvingDays)))
  }
}
