internal import Situation

/// The lines at the foot: what could not be loaded, the state of the replay with the legend, the keys.
enum FootLines {
  /// Why nothing is saved, where that is so; the newest problem, and how many there are.
  /// Beside them, how many reports are set aside.
  static func problems(_ model: Model, row: Int, _ canvas: inout Canvas) {
    var limit = canvas.size.columns
    if let aside = model.asideNotice {
      let isAlone = model.allProblems.isEmpty && model.lead == nil && model.readOnlyNotice == nil
      let words = isAlone ? aside.long : aside.short
      let style = Style(.notice)
      if isAlone {
        canvas.put(words, column: 1, row: row, style: style, limit: canvas.size.columns)
        return
      }
      let start = canvas.putRight(words, from: 1, row: row, style: style, limit: canvas.size.columns - 1)
      limit = start - 1
    }
    if model.lead != nil, model.allProblems.isEmpty {
      LeadLine.draw(model, row: row, limit: limit, &canvas)
      return
    }
    if let notice = model.readOnlyNotice {
      let count = model.allProblems.count
      let more = count == 0 ? "" : "\(count) NOT LOADED  "
      canvas.put(more + notice, column: 1, row: row, style: Style(.notice, bold: true), limit: limit)
      return
    }
    // What is missing comes before what is only to be known.
    let isMissing = !model.allProblems.isEmpty
    let told = isMissing ? model.allProblems : model.notices
    guard let newest = told.last else { return }
    let name = isMissing ? "NOT LOADED" : told.count == 1 ? "NOTE" : "NOTES"
    let lead = told.count == 1 ? "\(name): " : "\(told.count) \(name), last: "
    let at = canvas.put(lead, column: 1, row: row, style: Style(.notice, bold: true), limit: limit)
    canvas.put(newest, column: at, row: row, style: Style(.notice), limit: limit)
  }

  static func info(_ model: Model, row: Int, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let glyphs = canvas.glyphs
    canvas.fill(glyphs.horizontal, columns: 0..<width, row: row, style: Style(.rule, dim: true))
    let legend = GlyphLegend(canvas)
    var at = 1
    // Where there is little room, the title tells where the replay stands.
    if width >= 100 {
      at = canvas.put(" REPLAY ", column: at, row: row, style: Style(.title, bold: true), limit: width)
      let state = model.replay.isPlaying ? "playing" : "paused"
      let place = "\(model.playhead) of \(model.store.replayCount)  \(model.replay.speedText(glyphs))"
      at = canvas.putFirst(
        of: ["\(state)  \(place) ", "\(state) "], column: at, row: row, style: Style(.secondary),
        limit: max(at + state.count + 1, width - 6 - legend.wholeColumns(canvas)))
    }
    if let notice = model.undatedNotice {
      at = canvas.put(" \(notice) ", column: at + 2, row: row, style: Style(.notice), limit: width)
    }
    let line = legend.line(width - at - 3, canvas)
    guard !line.entries.isEmpty else { return }
    canvas.fill(" ", columns: width - 3 - line.columns..<width - 1, row: row)
    canvas.legend(line, row: row, limit: width - 2)
  }

  /// The keys that work here, as many as fit, with help and the way out always; and what the marks mean, where no line of
  /// its own tells it.
  static func keys(_ model: Model, _ place: KeyBinding.Context, row: Int, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let entries = model.keymap.bindings(in: place).flatMap(\.bindings).compactMap { binding in
      binding.word.map { Entry(keys: binding.shortKeyNames, word: $0, worth: Worth(binding, on: place)) }
    }
    var at = 1
    if place == .board, let words = model.filterWords {
      at =
        canvas.put(
          "FILTER \(words)", column: at, row: row, style: Style(.notice, bold: true), limit: max(width / 2, width - 18))
        + 2
    }
    let last = entries.filter { $0.worth == .always }
    let others = entries.filter { $0.worth != .always }
    var room = width - at - last.map(\.columns).reduce(0, +)
    var legend = GlyphLegend.Line.none
    if place != .help, place != .board || model.layout.info == nil {
      // On a small screen marks are worth more than most keys.
      let marks = GlyphLegend(canvas)
      let wanted =
        place == .board || place == .bottomLine
        ? room - (others.first?.columns ?? 0) : room - others.map(\.columns).reduce(0, +)
      legend = marks.line(min(wanted, width / 2), canvas)
      if !legend.entries.isEmpty { room -= legend.columns + 2 }
    }
    // The last key needs a gap only before a legend.
    if legend.entries.isEmpty { room += 2 }
    var kept: Set<String> = []
    for entry in others.filter({ $0.worth == .first }) + others.filter({ $0.worth == .other })
    where entry.columns <= room {
      room -= entry.columns
      kept.insert(entry.word)
    }
    for entry in others.filter({ kept.contains($0.word) }) + last {
      at = canvas.put(entry.keys, column: at, row: row, style: Style(.key, bold: true), limit: width)
      at = canvas.put(" " + entry.word, column: at, row: row, style: Style(.secondary), limit: width) + 2
    }
    canvas.legend(legend, row: row, limit: width - 1)
  }
}

extension FootLines {
  /// Keys on the key line, and what they do.
  private struct Entry {
    let keys: String
    let word: String
    let worth: Worth

    /// With the gap after it.
    var columns: Int { keys.count + 1 + word.count + 2 }
  }

  /// Which keys are told where not all have room.
  private enum Worth {
    /// Help and the way out.
    case always
    /// On the board what is asked for first: to play, what contradicts, what changed, where it was printed.
    case first
    case other

    init(_ binding: KeyBinding, on place: KeyBinding.Context) {
      let commands = binding.keys.map(\.command)
      func has(_ wanted: Command...) -> Bool { commands.contains(where: wanted.contains) }
      self =
        has(.help, .back) && binding.word != nil
        ? .always
        : place == .board && has(.playOrPause, .moveConflict(1), .changes(.baseline), .openArticle) ? .first : .other
    }
  }
}

extension KeyBinding {
  /// The keys for the key line: no more than two of a binding.
  var shortKeyNames: String {
    let isPair = Set(keys.prefix(2).map(\.command)).count == 2
    return keys.prefix(isPair ? 2 : 1).map(\.key.name).joined(separator: " ")
  }
}

extension Model {
  /// Says that nothing is saved, and why.
  var readOnlyNotice: String? {
    if case .readOnly(let why) = journal { "READ-ONLY: \(why)" } else { nil }
  }

  /// Says that a text has no date, and what to do about it.
  var undatedNotice: String? {
    guard undatedArticles > 0 else { return nil }
    return (undatedArticles == store.articles.count ? "undated" : "\(undatedArticles) undated")
      + ": give --date to resolve"
  }
}
