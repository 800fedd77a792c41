internal import Situation

/// What happened and where; the clock, the as-of, the place in the replay and the number of conflicts, which never yield,
/// beside how much waits until a person has looked at it. While the board is behind the newest, how far behind stands for
/// the place in the replay where the room is short, and the usual clock goes without its name.
enum TitleLine {
  static func draw(_ model: Model, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let subjects = subjects(model)
    let count = model.board.openConflicts.count
    let ways = state(model, canvas.glyphs)
    let waiting = model.waiting.count
    let unseen = model.alertLog.unseen
    let alerts =
      unseen == 0 ? ["", "", ""] : ["  \(unseen) \(unseen == 1 ? "alert" : "alerts")", "  B\(unseen)", " B\(unseen)"]
    // The key that lists them stands before how many there are, as with the alerts.
    let key = model.keymap.name(of: .review) ?? ""
    let wait = ["  \(key): \(waiting) to review", "  \(key)\(waiting)", " \(key)\(waiting)"]
    let review = zip(waiting == 0 ? ["", "", ""] : wait, alerts).map { $0 + $1 }
    let tallies = zip(
      [count == 0 ? "no conflict" : count == 1 ? "! 1 CONFLICT" : "! \(count) CONFLICTS", "! \(count)", "!\(count)"],
      review
    ).map { Tally(conflicts: $0, review: $1) }
    // The clock in words and the place in full where both fit; then either shortened; the subject yields last of all
    // but the state.
    func fits(_ subject: String, _ way: String, _ tally: Tally) -> Bool {
      canvas.columns(subject) + canvas.columns(way) + tally.count + 6 <= width
    }
    var chosen = (ways[ways.count - 1], tallies[2])
    // When the last article came outranks the place where it happened.
    let arrivals = arrivals(model)
    var candidates: [(String, String, Tally)] = []
    for tally in tallies.prefix(2) {
      for subject in subjects { candidates += arrivals.map { (subject, $0, tally) } }
    }
    for subject in subjects { candidates += ways.prefix(3).map { (subject, $0, tallies[0]) } }
    // The hour that the board is as of outranks the place too.
    for way in ways.dropFirst(3) { candidates += subjects.map { ($0, way, tallies[0]) } }
    // On the narrowest screens what happened keeps its first word.
    for tally in width < 60 && waiting + unseen > 0 ? tallies.suffix(1) : tallies {
      candidates += ways.suffix(2).map { ("", $0, tally) }
    }
    if let first = candidates.first(where: fits) { chosen = (first.1, first.2) }
    let tallyStart = width - 1 - chosen.1.count
    let style = count > 0 ? Style(.conflict, bold: true) : Style(.secondary)
    let at = canvas.put(chosen.1.conflicts, column: tallyStart, row: 0, style: style, limit: width)
    canvas.put(chosen.1.review, column: at, row: 0, style: Style(.notice), limit: width)
    let stateStart = max(0, tallyStart - 2 - canvas.columns(chosen.0))
    canvas.put(chosen.0, column: stateStart, row: 0, style: Style(.title), limit: tallyStart - 1)
    if let behind = behind(model), let range = chosen.0.firstRange(of: behind) {
      let column = stateStart + canvas.columns(String(chosen.0[..<range.lowerBound]))
      canvas.put(behind, column: column, row: 0, style: Style(.notice, bold: true), limit: tallyStart - 1)
    }
    if stateStart > 6 {
      canvas.putFirst(
        of: subjects, column: 1, row: 0, style: Style(.title, bold: true), limit: stateStart - 2)
    }
  }

  /// How much does not add up, and how much waits.
  private struct Tally {
    var conflicts: String
    var review: String
    var count: Int { conflicts.count + review.count }
  }

  /// Ways to say what happened and where, longest first.
  private static func subjects(_ model: Model) -> [String] {
    // That nothing new comes outranks what happened.
    guard let offline = model.live.desk?.offline else {
      // Who else looks is said where there is room for it.
      let company = model.live.desk?.company.map { words in incident(model).prefix(2).map { $0 + "  " + words } }
      return (company ?? []) + incident(model)
    }
    return incident(model).map { offline + "  " + $0 } + [offline]
  }

  private static func incident(_ model: Model) -> [String] {
    if model.store.events.isEmpty { return ["SITBOARD"] }
    // Where the bottom line tells what happened, the title can say that it is an example.
    if !model.options.example.isEmpty, !model.layout.bottomLine.isEmpty {
      return model.options.example.map { $0.uppercased() }
    }
    let name = model.desk.name
    let subject = name?.kind?.reach == .region ? nil : model.board.train.subject?.name
    var what = (subject ?? name?.what)?.uppercased() ?? "INCIDENT"
    if let row = model.board.incident.what, case .words(let words) = row.value {
      // An earthquake is not called by one of the buildings that it brought down.
      let isOfRegion = name?.kind?.reach == .region && !ThingState.isOver(words)
      if !isOfRegion { what = "\(row.label) \(words)".uppercased() }
    }
    let over = ending(model).map { [what + " (" + $0 + ")"] } ?? []
    guard let place = model.board.place else { return over + [what] }
    let near = place.split(separator: ",").first.map(String.init) ?? place
    return (over + [what]).flatMap { [$0 + "  " + place, $0 + "  " + near, $0] }
  }

  /// Who declared that it is over, and when: the title then says no more what goes on, and a reader asks by whose word.
  private static func ending(_ model: Model) -> String? {
    guard let row = model.board.incident.what, case .words(let words) = row.value, ThingState.isOver(words),
      let newest = row.newest
    else { return nil }
    let labels = model.store.speakerLabels(of: newest)
    guard let who = labels.min(by: { $0.count < $1.count }) else { return nil }
    let when = model.store[newest].claim.moment(on: model.clock).labels(model.glyphs.marks).first
    return [who, when ?? "?"].joined(separator: ", ")
  }

  /// Ways to say where the replay stands and when the last article came, longest first; none where no address is asked.
  private static func arrivals(_ model: Model) -> [String] {
    guard let notice = model.arrivalNotice, !model.store.events.isEmpty, !model.replay.isPlaying else { return [] }
    let place = Place(model)
    let (clock, undated) = (model.clock.rawValue, model.asOf.hasUndated ? "  undated" : "")
    let start = model.playhead == 0 ? "start" : "?"
    let short = model.asOf.moment.flatMap(Density.label) ?? start
    return [
      "\(clock)  as of \(model.asOf.text ?? start)\(undated)  \(place.usual)  \(notice)",
      "\(clock) \(short) \(place.short)  \(notice)",
    ]
  }

  /// Ways to say where the replay stands, longest first.
  private static func state(_ model: Model, _ glyphs: Glyphs) -> [String] {
    let total = model.store.replayCount
    guard total > 0 else { return ["nothing loaded", "empty"] }
    let place = Place(model)
    let clock = model.clock.rawValue
    let undated = model.asOf.hasUndated ? "  undated" : ""
    let undatedLong = model.asOf.hasUndated ? " (text undated)" : ""
    let when = model.asOf.text ?? (model.playhead == 0 ? "the start" : "?")
    let short = model.asOf.moment.flatMap(Density.label) ?? (model.playhead == 0 ? "start" : "?")
    let speed = model.replay.speedText(glyphs)
    let playing = model.replay.isPlaying ? "playing \(speed)  " : ""
    let playingShort = model.replay.isPlaying ? "> " : ""
    let (changedLong, changed) = changed(model)
    let behind = behind(model)
    let longBehind = behind.map { "   " + $0 } ?? ""
    let shortBehind = behind.map { "  " + $0 } ?? ""
    let ways = [
      "clock \(clock)   as of \(when)\(undatedLong)   \(playing)\(place.long)\(longBehind)\(changedLong)",
      "\(clock)  as of \(when)\(undated)  \(playing)\(place.usual)\(shortBehind)\(changed)",
      "\(clock) as of \(when)\(undated)  \(playing)\(place.usual)\(shortBehind)\(changed)",
      "\(clock)  \(when)\(undated)  \(playingShort)\(place.short)\(shortBehind)\(changed)",
      "\(clock) \(when) \(playingShort)\(place.short)\(shortBehind)\(changed)",
    ]
    // That it is not the present board outranks the name of the usual clock, and tells where the replay stands.
    guard let behind else { return ways + ["\(clock) \(short) \(playingShort)\(place.short)"] }
    let named = model.clock == .happened ? "" : clock + " "
    return ways + [
      "\(named)\(when) \(place.short)  \(behind)", "\(named)\(when) \(behind)", "\(named)\(short) \(behind)",
    ]
  }

  /// Ways to say where the replay stands: after which of how many claims, or where there is less room that everything is
  /// in.
  private struct Place {
    let long: String
    let usual: String
    let short: String

    init(_ model: Model) {
      let numbers = "\(model.playhead)/\(model.store.replayCount)"
      long = "claim " + numbers
      usual = model.isAtEnd ? "newest" : long
      short = model.isAtEnd ? "newest" : numbers
    }
  }

  /// "BEHIND 102", where the board is not at the newest and does not play up to it.
  private static func behind(_ model: Model) -> String? {
    model.isAtEnd || model.replay.isPlaying ? nil : "BEHIND \(model.store.replayCount - model.playhead)"
  }

  /// How much is not as it was at the baseline, in words and as a number. That nothing changed since the last look needs
  /// no room, and at a first look the bottom line tells it.
  private static func changed(_ model: Model) -> (long: String, short: String) {
    guard let baseline = model.baseline, baseline != .recent, baseline != .lastLook || !model.changes.isEmpty else {
      return ("", "")
    }
    let count = model.changes.count
    return ("   \(count) changed \(model.changesSince)", "  +\(count)")
  }
}
