import Situation

/// Looks for the cues of the decision whether a count is a part of a figure, as far as its own sentence tells them.
struct ScopeCueReader {
  let sentence: Sentence
  let predicates: [Predicate]
  let frames: [SpeechFrame]
  let findings: [Finding]
  let story: StoryIncident
  let place: StoryPlace

  /// - Parameters:
  ///   - incident: The cues of the decision on the incident, some of which speak for this one as well.
  ///   - clause: The terms of the finding's own clause.
  func cues(of finding: Finding, _ incident: CueSet<IncidentCue>, in clause: Range<Int>) -> CueSet<ScopeCue> {
    guard case .count(let count) = finding.content else { return CueSet() }
    var cues = CueSet<ScopeCue>()
    addReading(finding, count, &cues)
    addFigure(count, &cues)
    addPeople(finding, count, &cues)
    addMarks(finding, clause, &cues)
    addSentence(finding, count, &cues)
    addShared(incident, &cues)
    return cues
  }

  private func addReading(_ finding: Finding, _ count: Count, _ cues: inout CueSet<ScopeCue>) {
    cues.insert(.readAsPart, if: count.scope == .part)
    cues.insert(.increment, if: count.scope == .increment)
    let changes = CategorySet(.changeVerb, .toll)
    cues.insert(.changes, if: sentence.terms.contains { !$0.categories.isDisjoint(with: changes) })
    cues.insert(.hasWhole, if: finding.whole != nil)
    cues.insert(.hasWholeBefore, if: finding.wholeClaim != nil)
    guard let number = finding.group else { return }
    let group = sentence.groups[number]
    cues.insert(.bareNumber, if: group.isHeadless)
    cues.insert(.definite, if: group.isDefinite)
    cues.insert(.ofMany, if: group.whole != nil)
    cues.insert(.singular, if: group.isSingular)
    cues.insert(.unknownNoun, if: group.isUnknownHead)
    cues.insert(.inParentheses, if: sentence.kind(group.terms.lowerBound - 1) == .open)
  }

  private func addFigure(_ count: Count, _ cues: inout CueSet<ScopeCue>) {
    switch count.figure.form {
    case .vague: cues.insert(.vague)
    case .atLeast: cues.insert(.atLeast)
    case .about: cues.insert(.about)
    default: break
    }
    cues.insert(.rounded, if: count.figure.isRounded)
    guard let point = count.figure.point else { return }
    switch point {
    case 0: cues.insert(.zero)
    case 1: cues.insert(.one)
    case 2...4: cues.insert(.few)
    case 100...: cues.insert(.hundreds)
    default: break
    }
  }

  private func addPeople(_ finding: Finding, _ count: Count, _ cues: inout CueSet<ScopeCue>) {
    switch count.subjectClass {
    case .attackers?: cues.insert(.attackers)
    case .securityForces?: cues.insert(.forces)
    default: break
    }
    switch count.status {
    case .killed: cues.insert(.killed)
    case .injured: cues.insert(.injured)
    case .critical: cues.insert(.critical)
    case .held: cues.insert(.held)
    case .missing: cues.insert(.missing)
    case .aboard: cues.insert(.aboard)
    case .rescued, .released, .escaped, .safe: cues.insert(.rescued)
    default: break
    }
    guard let number = finding.group else { return cues.insert(.nameless) }
    let group = sentence.groups[number]
    guard !group.isHeadless else { return }
    let isPlain = sentence.senses(group.head).contains { $0.category == .cue && $0.kind == .group }
    cues.insert(isPlain ? .plainPeople : .kindOfPeople)
    cues.insert(.ofStatusNoun, if: sentence.has(group.head, .statusNoun))
    let isOther = sentence.marks.contains {
      $0.sense.category == .cue && $0.sense.kind == .share && group.terms.overlaps($0.terms)
    }
    cues.insert(.otherPeople, if: isOther)
    let named = group.terms.contains { term in
      term < group.head && sentence.kind(term) == .word && sentence.terms[term].isCapitalised && term > 0
        && !sentence.isAllCapitals && !sentence.has(term, CategorySet(.cardinal, .article, .qualifier))
    }
    cues.insert(.nationality, if: named)
  }

  private func addMarks(_ finding: Finding, _ clause: Range<Int>, _ cues: inout CueSet<ScopeCue>) {
    for mark in sentence.marks where mark.sense.category == .cue && clause.overlaps(mark.terms) {
      let isBefore = (0...4).contains(finding.anchor - mark.terms.upperBound)
      switch mark.sense.kind {
      case .whole?: cues.insert(.whole)
      case .share?: cues.insert(isBefore ? .shareBefore : .share)
      case .superlative?: cues.insert(.superlative)
      case .series?: cues.insert(.series)
      case .building?: cues.insert(.hospital)
      case .elsewhere?: if mark.terms.lowerBound <= 1 { cues.insert(.elsewhere) }
      default: continue
      }
    }
  }

  /// The other counts of the sentence: a list of shares, a total with its shares.
  private func addSentence(_ finding: Finding, _ count: Count, _ cues: inout CueSet<ScopeCue>) {
    var (most, sum, others) = (0, 0, 0)
    let point = count.figure.point ?? 0
    for other in findings {
      guard case .count(let next) = other.content, next.status.kin == count.status.kin, let number = next.figure.point,
        other.anchor != finding.anchor
      else { continue }
      others += 1
      most = max(most, number)
      sum += min(number, 1 << 40)
      cues.insert(other.anchor < finding.anchor ? .sameStatusBefore : .sameStatusAfter)
    }
    if others > 0 {
      cues.insert(cues.contains(.sameStatusBefore) ? .listed : .listedFirst)
      cues.insert(.lessInSentence, if: point < most)
      cues.insert(.mostInSentence, if: point > most)
      let largest = max(most, point)
      cues.insert(.peers, if: largest < sum + point - largest || largest == 1)
      cues.insert(.wholeOfPeers, if: point == sum && point > 1)
    }
    cues.insert(.quoted, if: (0..<max(0, finding.anchor)).count { sentence.kind($0) == .quote } % 2 == 1)
    let frame = frames.last { $0.scope.contains(finding.anchor) }
    cues.insert(.medicalSpeaker, if: frame?.speaker.side == .railwayAndMedical)
  }

  /// What the decision on the incident has seen already.
  private func addShared(_ incident: CueSet<IncidentCue>, _ cues: inout CueSet<ScopeCue>) {
    let shared: [(IncidentCue, ScopeCue)] = [
      (.inStoryPlace, .inStoryPlace), (.inOtherPlace, .inOtherPlace), (.inBothPlaces, .inBothPlaces),
      (.opensInOtherPlace, .opensInOtherPlace), (.sameDay, .sameDay), (.daysBefore, .otherDay), (.dayBefore, .otherDay),
      (.opensWithDay, .opensWithDay), (.inRelative, .inRelative), (.gerund, .gerund), (.passive, .passive),
      (.past, .past), (.perfect, .perfect), (.aIncident, .aIncident), (.theIncident, .theIncident),
      (.attributed, .attributed), (.title, .title), (.lead, .lead), (.second, .second), (.early, .early),
      (.firstHalf, .firstHalf), (.lastQuarter, .lastQuarter), (.listStory, .listStory), (.shortStory, .shortStory),
      (.inTitle, .inTitle), (.toldAsOwn, .toldBefore),
    ]
    for (cue, own) in shared { cues.insert(own, if: incident.contains(cue)) }
  }
}

/// The figures of a whole story by status, for what can be told of a count only when all is read.
struct StoryFigures: Sendable {
  /// One row a kin of statuses.
  private struct Row {
    var most = 0
    /// The most among people, attackers, forces.
    var mostOfClass = [0, 0, 0]
    var lead: Int?
    var title: Int?
    var first: Int?
    /// How often each number is told, and by how many speakers.
    var times: [Int: Int] = [:]
  }
  /// The figures of one status and one class: what the board gives a row of its own.
  private struct ClassRow {
    var first: Int?
    var figures: Set<Int> = []
    /// Those that title and lead tell.
    var opening: Set<Int> = []
    var mostInOpening = 0
  }
  /// Those who attack are counted apart from all others.
  private var rows = [Row](repeating: Row(), count: 14)
  private var classRows = [ClassRow](repeating: ClassRow(), count: 21)

  private static func row(_ count: Count) -> Int {
    count.status.kin.rawValue + (count.subjectClass == .attackers ? 7 : 0)
  }

  private static func classRow(_ count: Count) -> Int { count.status.kin.rawValue * 3 + number(count.subjectClass) }

  private static func number(_ subjectClass: Count.SubjectClass?) -> Int {
    switch subjectClass {
    case .attackers?: 1
    case .securityForces?: 2
    default: 0
    }
  }

  mutating func note(_ count: Count, isTitle: Bool, isLead: Bool, claim: Int) {
    guard let point = count.figure.point else { return }
    let row = StoryFigures.row(count)
    rows[row].most = max(rows[row].most, point)
    let people = StoryFigures.number(count.subjectClass)
    rows[row].mostOfClass[people] = max(rows[row].mostOfClass[people], point)
    if rows[row].first == nil, !isTitle { rows[row].first = claim }
    if isTitle { rows[row].title = max(rows[row].title ?? 0, point) }
    if isLead { rows[row].lead = max(rows[row].lead ?? 0, point) }
    if rows[row].times.count < 4096 { rows[row].times[point, default: 0] += 1 }
    let own = StoryFigures.classRow(count)
    guard classRows[own].figures.count < 4096 else { return }
    if classRows[own].first == nil { classRows[own].first = claim }
    classRows[own].figures.insert(point)
    if isTitle || isLead {
      classRows[own].opening.insert(point)
      classRows[own].mostInOpening = max(classRows[own].mostInOpening, point)
    }
  }

  /// Title or lead tell a greater figure of the same people.
  func isLessThanOpening(_ count: Count) -> Bool {
    guard let point = count.figure.point, point > 0 else { return false }
    let row = classRows[StoryFigures.classRow(count)]
    return row.mostInOpening > point && !row.opening.contains(point)
  }

  /// Title or lead tell the same figure.
  func isInOpening(_ count: Count) -> Bool {
    guard let point = count.figure.point else { return false }
    return classRows[StoryFigures.classRow(count)].opening.contains(point)
  }

  /// Evidence about a figure from the rest of the story.
  func add(to cues: inout CueSet<CertaintyCue>, of count: Count, claim: Int) {
    guard let point = count.figure.point else { return }
    let row = rows[StoryFigures.row(count)]
    let times = row.times[point] ?? 0
    cues.insert(.toldTwice, if: times == 2)
    cues.insert(.toldOften, if: times > 2)
    cues.insert(.moreThanLead, if: row.lead.map { point > $0 } ?? false)
    let kin = count.status.kin.rawValue * 3
    let own = StoryFigures.number(count.subjectClass)
    let classRow = classRows[kin + own]
    cues.insert(.firstOfRow, if: classRow.first == claim)
    cues.insert(.onlyOfRow, if: classRow.figures.count <= 1)
    cues.insert(.inOpening, if: classRow.opening.contains(point))
    cues.insert(.notAsOpening, if: !classRow.opening.isEmpty && !classRow.opening.contains(point))
    cues.insert(.notInOpening, if: classRow.opening.isEmpty)
    cues.insert(.ofOtherClass, if: (0..<3).contains { $0 != own && classRows[kin + $0].figures.contains(point) })
  }

  func add(to cues: inout CueSet<ScopeCue>, of count: Count, claim: Int) {
    guard let point = count.figure.point else { return }
    let row = rows[StoryFigures.row(count)]
    cues.insert(.firstOfStatus, if: row.first == claim)
    cues.insert(.onlyOfStatus, if: row.times.count <= 1)
    cues.insert(.manyOfStatus, if: row.times.count >= 5)
    cues.insert(.mostOfStatus, if: point >= row.most && row.times.count > 1)
    cues.insert(.lessThanMost, if: point < row.most)
    cues.insert(.farLessThanMost, if: point * 5 < row.most)
    let most = row.mostOfClass[StoryFigures.number(count.subjectClass)]
    cues.insert(.mostOfClass, if: point >= most)
    cues.insert(.lessThanClass, if: point < most)
    cues.insert(.lessThanTitle, if: row.title.map { point < $0 } ?? false)
    cues.insert(.moreThanTitle, if: row.title.map { point > $0 } ?? false)
    cues.insert(.lessThanLead, if: row.lead.map { point < $0 } ?? false)
    cues.insert(.sameAsLead, if: row.lead == point)
    cues.insert(.toldAgain, if: (row.times[point] ?? 0) > 1)
  }
}
