extension Board {
  /// A part of the people of a status that is told to be more than every total of them: 188 of the staff are missing, and
  /// 100 to 150 people. Then no total is of all, whatever it was given for.
  package func partBeyond(_ key: FigureKey) -> BoardRow.Part? {
    guard let start = people.firstIndex(where: { $0.key == key && !$0.isPart }), people[start].coverage == .total,
      let most = people[start].heads.map({ $0.figure.high ?? .max }).max()
    else { return nil }
    for row in people[(start + 1)...].prefix(while: \.isPart) where !row.isRival {
      if case .figure(let figure) = row.value, let share = row.share, let event = row.newest, figure.low ?? 0 > most {
        return BoardRow.Part(share: share, figure: figure, event: event)
      }
    }
    return nil
  }
}

/// Turns ladders into the rows of the people and forces panes.
struct FigureRows {
  private let topics: BoardTopics
  private let ladders: [FigureKey: Ladder]
  private let held: HeldWord
  /// The numbers of the open conflicts of each figure, from 1.
  private var conflicts: [FigureKey: [Int]] = [:]

  init(topics: BoardTopics, ladders: [FigureKey: Ladder], conflicts: [Conflict], held: HeldWord) {
    self.topics = topics
    self.held = held
    self.ladders = ladders
    for (index, conflict) in conflicts.enumerated() where conflict.setAside == nil {
      for key in (conflict.terms + [conflict.against]).compactMap(\.rung.ladder)
      where self.conflicts[key]?.last != index + 1 {
        self.conflicts[key, default: []].append(index + 1)
      }
    }
  }

  var people: [BoardRow] {
    Count.Status.ofPeople.flatMap { status -> [BoardRow] in
      let key = FigureKey(status, .people)
      let label = key == .held ? held.rawValue : status.rawValue
      if let ladder = ladders[key] { return rows(ladder, label: label) }
      guard status.traits.isAlwaysShown else { return [] }
      var row = BoardRow(label: label, value: .unknown)
      row.key = key
      return [row]
    }
  }

  /// Strength first, then losses. Who of them was aboard is told with the train and, without a figure, with the gaps.
  func forces(_ side: Count.SubjectClass) -> [BoardRow] {
    ([.strength] + Count.Status.ofPeople.filter { $0 != .aboard }).flatMap { status in
      ladders[FigureKey(status, side)].map { rows($0, label: status.rawValue) } ?? []
    }
  }

  /// The ladder's own row, then one for each part of it. Parts of another figure than the one shown (58 men of an
  /// earlier 104) would read as parts of this one: they are among the row's claims, and no rows of their own.
  private func rows(_ ladder: Ladder, label: String) -> [BoardRow] {
    let row = wholeRow(ladder, label: label)
    var parts = topics.parts(of: ladder.key)
    let breakdown = breakdown(ladder)
    if !breakdown.isEmpty {
      parts += breakdown
      parts.sort { topics.precedes($0.first, $1.first) }
    }
    var table = RowTable()
    for isKnown in [true, false] {
      for part in parts where part.isKnown == isKnown {
        guard case .part(_, let share, _) = part.topic, row.heads.isEmpty || share.isNamed else { continue }
        let figure = isKnown ? topics.figure(of: part.newest) : nil
        let value = figure.map { BoardRow.Value.figure($0) } ?? .unknown
        table.add(RowKey(subject: share.label), label: share.label, value: value, share: share, part)
      }
    }
    var rows = [row] + rivals(of: row, ladder) + table.rows
    for index in rows.indices.dropFirst() { rows[index].isPart = true }
    return rows
  }

  /// The heads of the accounts that exclude the first.
  private func rivals(of row: BoardRow, _ ladder: Ladder) -> [BoardRow] {
    zip(row.heads, ladder.heads).dropFirst().map { BoardRow(rival: $1, of: row, $0) }
  }

  private func wholeRow(_ ladder: Ladder, label: String) -> BoardRow {
    let key = ladder.key
    let mentions = topics.activeTopic(.mention(key))
    var evidence = Evidence()
    evidence.append(ladder.claims.marks, count: ladder.claims.count)
    mentions.map { evidence.append($0) }
    for breakdown in topics.breakdowns(of: key) { evidence.append(breakdown) }
    topics.activeTopic(.unnamedPart(key)).map { evidence.append($0) }
    var row = BoardRow(label: label, value: .unknown, newest: mentions?.newest, range: ladder.range)
    row.key = key
    if let number = ladder.newestNumber, let newest = ladder.newest {
      row.value = .figure(newest.figure)
      row.newest = newest.first
      row.heads = ladder.heads.map {
        BoardRow.Head(figure: $0.figure, event: $0.first, account: Account($0.speaker))
      }
      evidence.putFirst(newest.first, place: ladder.birth(number))
      row.conflicts = conflicts[key] ?? []
    } else {
      // The claim that the row is of comes before those of figures that no longer stand.
      if let mentions { evidence.putFirst(mentions.newest, place: mentions.count - 1) }
      showShares(of: key, in: &row, &evidence)
    }
    row.events = evidence
    return row
  }

  /// Where nobody gives a total: the one part that is told, marked as what it covers, or that there are several.
  private func showShares(of key: FigureKey, in row: inout BoardRow, _ evidence: inout Evidence) {
    let shares = topics.parts(of: key).filter(\.isKnown) + topics.breakdowns(of: key)
    var parts: [BoardRow.Part] = []
    for topic in shares {
      guard let share = topic.topic.share else { continue }
      for event in lastTold(topic, share) {
        guard let figure = topics.figure(of: event) else { continue }
        // One part may be told in many words; two parts that the same words tell are two, though as many.
        let isTold = parts.contains {
          $0.figure.interval == figure.interval
            && !topics.table.areOfSameWords(UInt32($0.event.sequence), UInt32(event.sequence))
        }
        if !isTold { parts.append(BoardRow.Part(share: share, figure: figure, event: event)) }
      }
    }
    guard let first = shares.first, let share = first.topic.share, let figure = parts.first?.figure else { return }
    for share in shares { evidence.append(share) }
    guard parts.count == 1 else {
      row.coverage = .shares(parts)
      row.newest = row.newest ?? first.newest
      return
    }
    evidence.putFirst(first.newest, place: first.count - 1)
    row.value = .figure(figure)
    row.newest = first.newest
    row.coverage = .share(share)
    row.heads = [
      BoardRow.Head(figure: figure, event: first.newest, account: Account(topics.speaker(of: first.newest)))
    ]
  }

  /// The newest claim of a part; of parts without a name ("17 people", "8 people") those of the newest article, each of
  /// which may be of other people.
  private func lastTold(_ topic: ActiveTopic, _ share: Share) -> [EventID] {
    guard !share.isNamed else { return [topic.newest] }
    let article = topics.table.source(of: UInt32(topic.newest.sequence)).id
    let told = topic.marks[..<topic.count].suffix(Self.mostUnnamed).filter {
      topics.table.source(of: $0.event).id == article
    }
    return told.map { EventID(Int($0.event)) }
  }

  private static let mostUnnamed = 8

  /// The parts that break down the figure shown, each as a topic of its own. A part that goes by the name of the whole
  /// ("168 before the final day and 178 in it") would read as one of the other: it is among the row's claims only.
  private func breakdown(_ ladder: Ladder) -> [ActiveTopic] {
    guard let number = ladder.newestNumber, let shown = ladder.newest else { return [] }
    var intervals = [shown.figure.interval]
    // The parts of a figure that the operator corrected are told by the figure that was read.
    let read = topics.table.figures[topics.table.figure(UInt32(shown.first.sequence))].interval
    if read != intervals[0] { intervals.append(read) }
    var parts: [String: ActiveTopic] = [:]
    for topic in intervals.compactMap({ topics.activeTopic(.partsOf(ladder.key, $0)) }) {
      for mark in topic.marks[..<topic.count] {
        guard let whole = topics.table.whole(of: mark.event),
          ladder.rungNumber(at: topics.place(of: EventID(Int(whole)), in: ladder.key), whole) == number,
          case .count(let count) = topics.content(EventID(Int(mark.event))), !count.figure.isUndisclosed,
          count.scope != .increment, !PeopleNouns.isWhole(count)
        else { continue }
        var part =
          parts[count.subject]
          ?? ActiveTopic(
            topic: .part(ladder.key, .group(count.subject), isKnown: true), first: mark,
            newest: EventID(Int(mark.event)), marks: [], count: 0)
        part.marks.append(mark)
        part.count += 1
        part.newest = EventID(Int(mark.event))
        parts[count.subject] = part
      }
    }
    return Array(parts.values)
  }
}
