internal import Situation

/// The columns of a pane's list: label, figure (right-aligned), the figure before it, range, bar, step plot, who says so,
/// when, age, conflict marks. What a width has no room for is `nil`.
struct TableColumns: Hashable, Sendable {
  let mark: Int
  let label: Range<Int>
  let figure: Range<Int>
  let range: Range<Int>?
  let bar: Range<Int>?
  let steps: Range<Int>?
  /// The figure that the newest one took the place of.
  let was: Range<Int>?
  /// How old the newest claim is at the playhead.
  let age: Range<Int>?
  let said: Range<Int>
  let when: Range<Int>
  let conflicts: Range<Int>

  /// - Parameter hasFigures: Whether ranges and bars are wanted at all.
  init(_ region: Region, _ glyphs: Glyphs, hasFigures: Bool, hasBars: Bool) {
    let byMark = glyphs.marks.atMost.unicodeScalars.count
    let width = region.width
    let isWide = width >= (hasFigures ? 112 : 80)
    var at = region.columns.lowerBound + 1
    func take(_ columns: Int, gap: Int = 1) -> Range<Int> {
      defer { at += columns + gap }
      return at..<at + columns
    }
    mark = region.columns.lowerBound
    label = take(width < 48 ? 9 : isWide ? 20 : 11, gap: 0)
    // A figure that is longer grows to the left, where labels are short.
    figure = take(width < 48 ? hasFigures ? 7 : 6 : isWide ? 10 : 8)
    was = hasFigures && width >= 84 ? take(isWide ? 8 : 6) : nil
    range = hasFigures && width >= 56 ? take(isWide ? 9 : 7) : nil
    let spare = max(8, (width - 92) / 3)
    bar = hasFigures && hasBars && width >= 60 ? take(isWide ? min(24, spare) : width < 100 ? 8 : 14) : nil
    steps = hasFigures && hasBars && width >= 74 ? take(isWide ? min(40, spare + 2) : width < 100 ? 10 : 18) : nil
    // From the right edge inwards.
    let end = region.columns.upperBound
    conflicts = end - (isWide ? 6 : hasFigures ? 4 : 2)..<end
    age = hasFigures && isWide ? conflicts.lowerBound - 5..<conflicts.lowerBound - 1 : nil
    // "≤12 Mar", "≤12 Mar 14:10".
    let time = (isWide ? 12 : 6) + byMark
    let whenEnd = (age?.lowerBound ?? conflicts.lowerBound) - 1
    when = whenEnd - time..<whenEnd
    // What is narrow has no column to spare: the mark of "by" may come close to a name.
    let saidEnd = when.lowerBound - (width < 48 ? 0 : 1)
    said = min(at, saidEnd)..<saidEnd
  }
}

extension Canvas {
  /// The rule over a pane: its number, its title, and what the columns are.
  mutating func heading(_ pane: Pane, _ region: Region, isFocused: Bool, title: String? = nil, note: String = "") -> Int
  {
    let row = region.rows.lowerBound
    fill(glyphs.horizontal, columns: region.columns, row: row, style: Style(.rule, dim: true))
    var at = region.columns.lowerBound + 1
    at = put(
      " \(pane.rawValue) ", column: at, row: row, style: Style(.secondary, dim: true), limit: region.columns.upperBound)
    let style = Style(.title, bold: true, reversed: isFocused)
    at = put(title ?? pane.title, column: at, row: row, style: style, limit: region.columns.upperBound)
    at = put(" ", column: at, row: row, limit: region.columns.upperBound)
    if !note.isEmpty {
      at = put(note + " ", column: at, row: row, style: Style(.secondary), limit: region.columns.upperBound - 1)
    }
    return at
  }

  /// Words on a rule, as the heading of a column.
  mutating func columnTitle(_ text: String, in columns: Range<Int>, row: Int, after: Int, isRight: Bool = false) {
    let width = self.columns(text)
    // Where the title of the pane reaches into the column, its own stands after that.
    let start = isRight ? columns.upperBound - width : max(columns.lowerBound, after + 1)
    guard start > after, start + width <= size.columns, start + width <= columns.upperBound else { return }
    put(text, column: start, row: row, style: Style(.secondary), limit: start + width)
    if start > 0 { set(" ", column: start - 1, row: row) }
    if start + width < columns.upperBound + 1 { set(" ", column: start + width, row: row) }
  }

  /// The mark before a row: of the event at the playhead, and of the selection over it.
  mutating func rowMark(_ item: PaneItem, _ columns: TableColumns, row: Int, isSelected: Bool) {
    if item.isChanged { set(glyphs.changed, column: columns.mark, row: row, style: Style(.changed, bold: true)) }
    if item.isTouched { set(glyphs.playhead, column: columns.mark, row: row, style: Style(.changed, bold: true)) }
    if isSelected {
      set(glyphs.selected, column: columns.mark, row: row, style: Style(.key, bold: true))
      placeCursor(column: columns.mark, row: row)
    }
  }

  /// Who says it, when, and which conflicts it is part of.
  mutating func attribution(_ item: PaneItem, _ model: Model, _ columns: TableColumns, row: Int, from start: Int) {
    var start = max(start, columns.said.lowerBound)
    if let coverage = item.coverage {
      start = put(coverage + " ", column: start, row: row, style: Style(.figure), limit: columns.said.upperBound)
    }
    if let newest = item.newest {
      let told = model.store.told(newest)
      let moment = model.clock == .happened ? told.happened : told.reported
      // A figure past its time tells how old it is, where others tell when they were given.
      let old = model.ageMark(of: item).flatMap { mark in
        [mark, String(mark.dropFirst().dropLast())].first { self.columns($0) <= columns.when.count }
      }
      let whenStart = putRight(
        old ?? model.when(moment, columns: columns.when.count, glyphs), from: columns.when.lowerBound, row: row,
        style: moment.isUnknown ? Style(.unknown, dim: true) : Style(.attribution),
        limit: columns.when.upperBound)
      // Who pinned the figure belongs to who gives it.
      let labels = model.store.speakerLabels(of: newest)
      let pinned = item.pinned.flatMap { $0.isShown || $0.pin.figure == nil ? $0.pin.words : nil }
      putFirst(
        of: (pinned.map { words in labels.map { "\($0), \(words)" } } ?? []) + labels, column: start, row: row,
        style: Style(.attribution),
        limit: min(columns.said.upperBound, whenStart - 1))
      if let column = columns.age, let age = model.age(of: told.reported) {
        putRight(
          age, from: column.lowerBound, row: row, style: Style(.attribution), limit: column.upperBound)
      }
    } else {
      put(item.silence, column: start, row: row, style: Style(.unknown, dim: true), limit: columns.when.upperBound)
    }
    conflictMarks(item.conflicts, columns.conflicts, row: row)
  }

  /// "!1!2" at the right edge; more than fit end in "+".
  mutating func conflictMarks(_ conflicts: [Int], _ columns: Range<Int>, row: Int) {
    guard !conflicts.isEmpty else { return }
    var text = ""
    for (place, number) in conflicts.enumerated() {
      let next = text + "!\(number)"
      let isLast = place == conflicts.count - 1
      if next.count + (isLast ? 0 : 1) > columns.count {
        text += "+"
        break
      }
      text = next
    }
    putRight(text, from: columns.lowerBound, row: row, style: Style(.conflict, bold: true), limit: columns.upperBound)
  }
}

extension Model {
  /// "[15h old]" for a row whose figure is past its stale time.
  func ageMark(of item: PaneItem) -> String? {
    guard let key = item.figureKey, let newest = board.ladders[key]?.newest, newest.isOld, newest.first == item.newest
    else { return nil }
    return newest.ageMark(asOf: board.asOf)
  }

  /// How long ago something was said at the playhead: "40m", "5h", "2d"; `nil` where either time is unknown.
  func age(of reported: Moment) -> String? {
    guard let now = asOf.moment?.to, let said = reported.to else { return nil }
    let minutes = (now.seconds - said.seconds) / 60
    guard minutes >= 0 else { return nil }
    return minutes < 60 ? "\(minutes)m" : minutes < 48 * 60 ? "\(minutes / 60)h" : "\(min(999, minutes / 1440))d"
  }

  /// The day that the board is as of: times of it stand in narrow columns without a date.
  var today: String? { asOf.moment.flatMap(Density.label) }

  /// A moment in a column: with date and time where both fit; else the time on the day that the board is as of, and
  /// the date on any other.
  ///
  /// - Parameter hasDay: True where nothing above it tells the day.
  func when(_ moment: Moment, columns: Int, _ glyphs: Glyphs, hasDay: Bool = false) -> String {
    let labels = moment.labels(glyphs.marks)
    guard let first = labels.first, first.unicodeScalars.count > columns else { return labels.first ?? "?" }
    if let day = Density.label(moment), hasDay || day != today {
      return (moment.isBy ? glyphs.marks.atMost : "") + day
    }
    return labels.first { $0.unicodeScalars.count <= columns } ?? first
  }
}
