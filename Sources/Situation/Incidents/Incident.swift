/// Reports that are taken to be about one incident.
package struct Incident: Hashable, Sendable {
  /// Why a report is taken to be about another incident.
  package enum Reason: Hashable, Sendable {
    /// How many of its names the reports of the incident have, and how many it has.
    case names(shared: Int, of: Int)
    /// Days between it and the nearest report of the incident.
    case days(Int)
    /// What it speaks of.
    case things([String])
  }

  /// In the order in which they were filed.
  package private(set) var articles: [ArticleID] = []
  package private(set) var from: Instant?
  package private(set) var to: Instant?
  private var offset = UTCOffset.zero
  private var names: Set<String> = []
  private var things: Set<String> = []
  /// In how many reports each stands.
  private var phrases: [String: Int] = [:]
  private var placeCounts: [String: Int] = [:]

  mutating func add(_ id: ArticleID, _ gist: Gist) {
    articles.append(id)
    names.formUnion(gist.names)
    things.formUnion(gist.things)
    for phrase in gist.phrases { phrases[phrase, default: 0] += 1 }
    for place in gist.places { placeCounts[place, default: 0] += 1 }
    guard let filed = gist.filed else { return }
    if from == nil { offset = gist.offset }
    from = min(from ?? filed, filed)
    to = max(to ?? filed, filed)
  }

  /// The names that most of its reports have, one or two of them; `nil` where they have none.
  package var name: String? {
    let named = Incident.ranked(phrases).prefix(2)
    return named.isEmpty ? nil : named.joined(separator: ", ")
  }

  /// Whether a name in one of its reports has some words in it.
  ///
  /// - Parameter words: In small letters.
  func mentions(_ words: String) -> Bool { phrases.keys.contains { $0.lowercased().contains(words) } }

  /// "2025-03-11 to 2025-03-14": the days on which its reports were filed, in the zone of the first.
  package var days: String {
    guard let from, let to else { return "undated" }
    let (first, last) = (CivilTime(from, at: offset).date, CivilTime(to, at: offset).date)
    return first == last ? first.text : first.text + " to " + last.text
  }

  /// Where its claims say that something was, what is said most first.
  package var places: [String] { Incident.ranked(placeCounts) }

  /// By how many reports have them, then names of several words first, then by the alphabet.
  private static func ranked(_ counts: [String: Int]) -> [String] {
    counts.map { (text: $0.key, count: $0.value, isLong: $0.key.contains(" ")) }.sorted {
      if $0.count != $1.count { return $0.count > $1.count }
      return $0.isLong != $1.isLong ? $0.isLong : $0.text < $1.text
    }.map(\.text)
  }

  /// How much of the names of a report the incident shares: 0 to 1. Whichever has fewer is counted, so that neither a
  /// long report nor a short one is strange for its length.
  func share(of gist: Gist) -> Double {
    let least = min(gist.names.count, names.count)
    return least == 0 ? 0 : min(1, Double(shared(with: gist)) / Double(least))
  }

  private func shared(with gist: Gist) -> Int { gist.names.count { names.contains($0) } }

  /// A report with fewer names than these says little by them.
  static let fewNames = 3
  /// Reports of one incident share this much of their names, as a rule more than half.
  private static let muchShared = 0.35
  /// What is told years later of another thing shares the country and its people.
  private static let muchSharedFarOff = 0.5
  private static let littleShared = 0.15
  private static let longGap: Int64 = 7 * 86_400

  /// What speaks for a report being about something else.
  package func reasons(against gist: Gist) -> [Reason] {
    var reasons: [Reason] = []
    let gap = gap(to: gist)
    let isFar = gap > Incident.longGap
    if !gist.names.isEmpty, !names.isEmpty,
      share(of: gist) < (isFar ? Incident.muchSharedFarOff : Incident.muchShared)
    {
      reasons.append(.names(shared: shared(with: gist), of: gist.names.count))
    }
    if isFar { reasons.append(.days(Int(gap / 86_400))) }
    if !things.isEmpty, !gist.things.isEmpty, things.isDisjoint(with: gist.things) {
      reasons.append(.things(gist.things.sorted()))
    }
    return reasons
  }

  /// Seconds between a report and the first or last of the incident's; 0 where it was filed between them, or a date is
  /// missing.
  private func gap(to gist: Gist) -> Int64 {
    guard let filed = gist.filed, let from, let to else { return 0 }
    return max(from.seconds - filed.seconds, filed.seconds - to.seconds, 0)
  }

  /// Whether a report is about something else: its names are other ones, and its days or what it speaks of are too, or
  /// hardly a name of many is the same.
  func isOther(_ gist: Gist, _ reasons: [Reason]) -> Bool {
    guard case .names? = reasons.first else { return false }
    return reasons.count > 1 || gist.names.count >= Incident.fewNames && share(of: gist) < Incident.littleShared
  }
}
