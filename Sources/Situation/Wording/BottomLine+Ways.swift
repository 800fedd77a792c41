/// The bottom line for places that are short of room: each topic in several ways, of which a screen takes the fullest that
/// it has room for. Words are shortened before facts are left out, and the gravest facts are left out last.
extension BottomLine {
  /// How much is said of who gives a figure.
  private enum Naming: CaseIterable {
    /// The name as the briefing has it, and how old the figure is.
    case aged
    case usual
    /// The shortest label; for an office without a name or a body, the side that it speaks for.
    case short
  }

  /// How a figure is told: by whom, and on which day where that is not the board's.
  private struct Manner: Hashable {
    var naming: Naming
    var hasDay = false
    /// True if a number is held against a total that it is more than.
    var hasBelow = false
  }

  /// Ways to tell a topic in a line of plain words, fullest first; none where there is nothing to tell.
  ///
  /// - Parameters:
  ///   - changed: Ways to tell the changes, fullest first.
  ///   - name: The name of the incident; `nil` where it is not known.
  ///   - hasAges: True if the fullest way tells how old figures are. That is another line every hour. Without it figures
  ///     of another day are told with theirs, and the panes beside the line list what it leaves out.
  package func ways(
    _ topic: BottomLineText.Topic, _ marks: GlyphSet = .unicode, changed: [String] = [],
    name: IncidentName? = nil, hasAges: Bool = true
  ) -> [String] {
    let ways =
      switch topic {
      case .incident: incidentWays(name, marks)
      case .people: peopleWays(marks, hasAges: hasAges)
      case .disputed: disputedWays(marks)
      case .changed: changed
      case .unknown: unknownWays
      case .next: nextWays(marks)
      }
    return ways.filter { !$0.isEmpty }
  }

  // MARK: - Incident

  private func incidentWays(_ name: IncidentName?, _ marks: GlyphSet) -> [String] {
    guard let state else { return [name?.words, name?.what, place].compactMap { $0 } }
    let what = "\(state.thing) \(state.state)"
    let names = [state.source.speaker?.shortest, state.source.speaker?.briefest].map { $0 ?? "unattributed" }
    let times = state.source.when.isUnknown ? [] : state.source.when.labels(marks)
    let full = ([names[0]] + times.prefix(1)).joined(separator: ", ")
    let whole = place.map { ", " + $0 } ?? ""
    let near = place?.split(separator: ",").first.map { ", " + String($0) } ?? ""
    let since = since?.labels(marks).first.map { ", since " + $0 } ?? ""
    // "siege: siege over" says it twice.
    let kind = name?.what.flatMap { what.hasPrefix($0) ? nil : $0 }
    let called = kind.map { ["\($0): \(what) (\(full))\(whole)\(since)"] } ?? []
    return called + [
      "\(what) (\(full))\(whole)\(since)", "\(what) (\(full))\(whole)", "\(what) (\(full))\(near)",
      "\(what) (\(names[0]))\(near)", "\(what) (\(names[0]))", "\(what) (\(names[1]))", what,
    ]
  }

  // MARK: - People

  /// The same in two lines: who is held and who is dead, then the others. A figure that changes leaves the other line as
  /// it is.
  package func peopleWaysInTwo(_ marks: GlyphSet = .unicode) -> (gravest: [String], others: [String]) {
    (
      peopleWays(people.filter(\.isGravest), marks, hasAges: false),
      peopleWays(people.filter { !$0.isGravest }, marks, hasAges: false)
    )
  }

  private func peopleWays(_ marks: GlyphSet, hasAges: Bool) -> [String] {
    guard !people.isEmpty else { return [] }
    return peopleWays(people.filter(\.isGravest) + people.filter { !$0.isGravest }, marks, hasAges: hasAges)
  }

  private func peopleWays(_ order: [People], _ marks: GlyphSet, hasAges: Bool) -> [String] {
    if order.isEmpty { return [] }
    let gravest = max(1, order.count(where: \.isGravest))
    var ways: [String] = []
    func add(_ kept: Int, _ manner: Manner, countsRest: Bool = true) {
      let more = kept < order.count && countsRest ? ["\(order.count - kept) more"] : []
      ways.append((order.prefix(kept).map { words($0, manner, marks) } + more).joined(separator: "; "))
    }
    if hasAges { add(order.count, Manner(naming: .aged, hasBelow: true)) }
    let names = [Naming.usual, .short]
    let hasBelow = order.contains { $0.below != nil }
    for (hasDay, hasBelow) in (hasBelow ? [(!hasAges, true)] : []) + (hasAges ? [] : [(true, false)]) + [(false, false)]
    {
      func manner(_ naming: Naming) -> Manner { Manner(naming: naming, hasDay: hasDay, hasBelow: hasBelow) }
      for naming in names { add(order.count, manner(naming)) }
      for kept in stride(from: order.count - 1, through: gravest, by: -1) {
        for naming in names { add(kept, manner(naming)) }
      }
      // When the gravest was said outranks how many others there are, where the panes list them.
      if !hasAges { for naming in names { add(gravest, manner(naming), countsRest: false) } }
    }
    return ways
  }

  private func words(_ people: People, _ manner: Manner, _ marks: GlyphSet) -> String {
    let status = people.name
    func bracketed(_ source: Source) -> String { self.bracketed(source, manner, marks) }
    func told(_ told: SourcedFigure) -> String { told.figure.short(marks) + bracketed(told.source) }
    switch people.known {
    case .totals(let figures):
      let beyond = people.beyond.map { ", " + $0.part.words(marks) + " alone" + bracketed($0.source) } ?? ""
      return status + " " + figures.map(told).joined(separator: " or ") + beyond
    case .past(let figures): return status + " ?, last " + figures.map(told).joined(separator: " or ")
    case .parts(let parts):
      let only = parts.count == 1 ? " only" : ""
      // One speaker of all parts is named once.
      let isOne = Set(parts.map { bracketed($0.source) }).count == 1
      let told = parts.map { $0.part.words(marks) + (isOne ? "" : bracketed($0.source)) }
      let by = isOne ? parts.first.map { bracketed($0.source) } ?? "" : ""
      return "\(status) \(told.joined(separator: " + "))\(only)\(by)"
    case .unnumbered(let last, let by):
      let below = manner.hasBelow ? people.below.map { ", above \($0.figure.short(marks)) aboard" } ?? "" : ""
      return "\(status) ?" + (last.map { ", last " + told($0) + below } ?? (by.speaker == nil ? "" : bracketed(by)))
    }
  }

  private func bracketed(_ source: Source, _ manner: Manner, _ marks: GlyphSet) -> String {
    let speaker = source.speaker
    let day = manner.hasDay ? dayOfAnother(source.when, marks).map { ", " + $0 } ?? "" : ""
    switch manner.naming {
    case .aged:
      let age = source.age.flatMap { $0 < 3600 ? nil : ", " + TimeSpan.age.words($0) + " old" } ?? ""
      return " (\(speaker?.shortest ?? "unattributed")\(age))"
    case .usual: return " (\(speaker?.shortest ?? "unattributed")\(day))"
    case .short: return " (\(speaker?.briefest ?? "unattr.")\(day))"
    }
  }

  /// "≤11 Mar", where that is not the day that the board is as of; `nil` on that day, and where a day is not known.
  private func dayOfAnother(_ when: Moment, _ marks: GlyphSet) -> String? {
    // A day ends with the instant after it.
    guard let day = when.lastTime?.date, let asOf, day != CivilTime(asOf.advanced(by: -1), at: when.offset).date else {
      return nil
    }
    return (when.isBy ? marks.atMost : "") + day.short
  }

  // MARK: - What is disputed, not known, next

  private func disputedWays(_ marks: GlyphSet) -> [String] {
    guard let disputed else { return people.isEmpty ? [] : ["no two figures contradict one another"] }
    let more = furtherConflicts == 0 ? "" : "; \(furtherConflicts) more"
    let namings: [(Ledger.Term) -> String?] = [
      disputed.shortName, { $0.rung.speakerName?.briefest ?? "unattr." },
    ]
    return namings.map { disputed.sentence(marks, naming: $0) + more }
  }

  private var unknownWays: [String] {
    var named = untoldWords
    let whole = named + unnumbered
    func joined(_ words: [String]) -> String {
      let left = whole.count - words.count
      return words.joined(separator: "; ") + (left == 0 ? "" : "; \(left) more")
    }
    if named.isEmpty { named = Array(unnumbered.prefix(1)) }
    let kept = stride(from: whole.count, through: max(1, named.count), by: -1).map { joined(Array(whole.prefix($0))) }
    return kept.isEmpty ? ["nothing that the reports mention"] : kept
  }

  private func nextWays(_ marks: GlyphSet) -> [String] {
    let last = lastReport?.labels(marks).first.map { "last report \($0)" }
    guard let deadline else { return [last].compactMap { $0 } }
    let who = deadline.source.speaker?.shortest ?? "unattributed"
    let left = deadline.note?.words(at: asOf, marks).map { " " + $0 } ?? ""
    let words = "deadline \(deadline.statement.content) (\(who))\(left)"
    return [([words] + [last].compactMap { $0 }).joined(separator: "; "), words]
  }
}

extension BottomLine.People {
  /// True for those who are held or dead, who are told before all others, however little room there is.
  fileprivate var isGravest: Bool { key.status.traits.gravity == 0 }
}
