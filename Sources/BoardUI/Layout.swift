internal import Situation

/// What a row of its own tells of, over or under the train.
enum SceneBanner: Hashable, Sendable {
  case route, tunnel, track
}

/// Where everything stands on the screen: a pure function of the size, of which pane has the focus, and of how much
/// the whole incident has to show. It does not change while the incident replays, so the panes stay where they are.
///
/// What yields first when there is less room is told by `yielding`.
package struct Layout: Hashable, Sendable {
  /// How much there is to show at the end of the incident.
  struct Needs: Hashable, Sendable {
    var conflicts = 0
    /// Columns of the first conflict in one row, with who printed each figure.
    var conflictColumns = 0
    /// How many things changed, as it was last told of the newest.
    var changes = 0
    /// Columns of the fullest way to tell of the people in a line.
    var peopleColumns = 0
    /// True if the bottom line says anything of what comes next.
    var hasNext = false
    /// Columns of the line of what is not reported.
    var gapColumns = 0
    var people = 0
    var forces = 0
    var vehicles = 0
    /// What the incident is about, and so what the first pane is called.
    var subject: ThingKind?
    /// True if any claim speaks of a vehicle, a site or what belongs to one.
    var hasScene = false
    /// True if claims tell one coach from another.
    var hasNamedCoach = false
    /// What is drawn over and under the train, because a claim of the incident tells of it.
    var banners: Set<SceneBanner> = []
    /// Rows of the first pane below its heading, for a subject that is not a train.
    var sceneRows = 1
    /// True if any claim of the incident has a time.
    var hasTimes = false

    init(_ board: Board, _ bottomLine: BottomLine, _ lists: PaneLists, _ store: EventStore, hasTimes: Bool) {
      self.hasTimes = hasTimes
      hasNext = !bottomLine.ways(.next).isEmpty
      peopleColumns = bottomLine.ways(.people, hasAges: false).first?.unicodeScalars.count ?? 0
      conflicts = board.openConflicts.count
      conflictColumns = board.openConflicts.first.map { ConflictLines.columns(of: $0, store) } ?? 0
      gapColumns = board.gaps.reduce(24) { $0 + $1.label.unicodeScalars.count + 3 }
      // The ledger takes up to three lines where there is room for them.
      people = lists[.people].count + (board.ledger == nil ? 0 : 2)
      forces = lists[.forces].count
      vehicles = board.train.vehicles.count
      subject = board.train.subject
      hasScene = board.train.hasScene
      hasNamedCoach = board.train.hasNamedCoach
      if subject == .train {
        if board.train.route != nil { banners.insert(.route) }
        if !board.train.tunnel.isEmpty { banners.insert(.tunnel) }
        if !board.train.track.isEmpty { banners.insert(.track) }
      }
      // The drawing takes a row, and what tells most of what happened stands beside it.
      sceneRows = min(lists[.train].count + (board.train.headline == nil ? 1 : 0), 3)
    }
  }

  static let least = Size(columns: 38, rows: 10)

  /// What yields first when there is less room, in order; the last never yields.
  package static let yielding = [
    "the empty rows around the train, and the words under it",
    "rows of people of whom no claim speaks, but those of the held and the dead, after the parts of figures",
    "the step plots of people (a pane below 74 columns), their bars (below 60), the ranges (below 56)",
    "the strip over the timeline (a pane below 10 rows); the days in its heading stay",
    "the line with the legend of the marks, and from 100 columns the state of the replay (below 22 rows: the legend stands "
      + "beside the keys)",
    "the words in the boxes of the train (below 160 columns or 50 rows), then the boxes: one line of vehicles (below 100 "
      + "columns or 30 rows; a zoomed train has boxes from 60 columns on); boxes only where claims tell one coach from another",
    "of the bottom line what is not reported and what is next (below 30 rows: pane 7 has the one, the other and the rest "
      + "are one key away, `b`), then all of it over the panes (below 22, or where a pane is zoomed); terminals below 60 "
      + "columns or 14 rows open with it",
    "conflict lines past the sixth, past the fourth (below 50 rows), past the third (below 36), past the first (between "
      + "22 and 29, where it takes two lines below 100 columns, one for each speaker and who printed it; below 14, or where "
      + "a pane is zoomed), past the second (below 22): the last line tells how many more",
    "two columns of panes (below 76 columns or 20 rows): as many panes one below the other as fit, the focused one among "
      + "them; every pane is reached by its number",
    "never: the title with the clock, the as-of, the place in the replay and the number of conflicts; one conflict; the "
      + "line of what could not be loaded while there is any; the key line",
  ]

  let size: Size
  private(set) var isTooSmall = false
  /// True if panes stand in two columns.
  private(set) var isSplit = false
  /// What happened, the people, what changed and what is next, over the panes and around the conflicts.
  private(set) var bottomLine: [BottomLineText.Topic: Range<Int>] = [:]
  private(set) var conflicts: Range<Int> = 0..<0
  /// A second row where the first does not hold all of it.
  private(set) var gaps: Range<Int> = 0..<0
  private(set) var problems: Int?
  private(set) var info: Int?
  private(set) var keys: Int
  /// Each with its heading as the first row.
  private(set) var regions: [Pane: Region] = [:]
  /// The column of the rule between the two columns of panes.
  private(set) var divider: Int?
  /// Below a zoomed pane: the plot of its selected figure, or the claims behind its selected row.
  private(set) var detail: Region?
  private let arrangement: Arrangement
  private let hasTimes: Bool
  private let hasScene: Bool
  private let needed: Set<SceneBanner>

  init(
    size: Size, focus: Pane, arrangement: Arrangement, needs: Needs, problems count: Int, hasChanges: Bool = false
  ) {
    self.size = size
    self.arrangement = arrangement
    hasTimes = needs.hasTimes
    hasScene = needs.hasScene
    needed = needs.banners
    keys = max(0, size.rows - 1)
    guard size.columns >= Layout.least.columns, size.rows >= Layout.least.rows else {
      isTooSmall = true
      return
    }
    var bottom = keys
    if size.rows >= 22 {
      bottom -= 1
      info = bottom
    }
    if count > 0 {
      bottom -= 1
      problems = bottom
    }
    let top = stackHead(focus, needs, hasChanges: hasChanges)
    let body = top..<bottom
    if arrangement.isZoomed {
      zoom(body, focus, needs)
    } else if size.columns >= 76, size.rows >= 20 {
      split(body, needs)
    } else if size.columns >= 76 {
      sideBySide(body, focus)
    } else {
      stack(body, focus, needs)
    }
  }

  /// The lines between the title and the panes: the bottom line, with the conflicts as what it says to be disputed and
  /// the gaps as what it says not to be known.
  ///
  /// - Returns: The first row of the panes.
  private mutating func stackHead(_ focus: Pane, _ needs: Needs, hasChanges: Bool) -> Int {
    var top = 1
    func take(_ rows: Int) -> Range<Int> {
      defer { top += rows }
      return top..<top + rows
    }
    let hasBottomLine = size.rows >= 22 && !arrangement.isZoomed
    let isTall = size.rows >= 30
    let hasGaps = !arrangement.hidden.contains(.gaps) && hasBottomLine && (isTall || focus == .gaps)
    if hasBottomLine {
      // The pane that has the focus keeps its line, however little room there is.
      if isTall || !hasGaps { bottomLine[.incident] = take(1) }
      bottomLine[.people] = take(peopleRows(needs))
    }
    let canTakeTwo = ConflictLines.canTakeTwo(size, rows: 2, isZoomed: arrangement.isZoomed)
    let allowed =
      arrangement.isZoomed || size.rows < 14 || hasBottomLine && !isTall
      ? canTakeTwo ? 2 : 1
      : !isTall ? 2 : size.rows < 36 ? 3 : size.rows < 50 ? 4 : 6
    // The first of them takes two rows where one does not hold who printed each figure.
    let takesTwo = canTakeTwo && (size.columns < 100 || needs.conflictColumns > size.columns)
    let wanted = needs.conflicts == 0 ? 1 : needs.conflicts + (takesTwo ? 1 : 0)
    conflicts = take(min(wanted, allowed))
    // The pane of what is not known takes its line where it has the focus and there is little room.
    if hasBottomLine, hasChanges, isTall || !hasGaps { bottomLine[.changed] = take(changedRows(needs)) }
    if hasGaps { gaps = take(size.rows >= 50 && needs.gapColumns > size.columns ? 2 : 1) }
    if hasBottomLine, isTall, needs.hasNext { bottomLine[.next] = take(1) }
    return top
  }

  /// Rows for the people: of a narrow screen more, and of a wide one as many as the whole incident fills.
  private func peopleRows(_ needs: Needs) -> Int {
    if size.columns < 60 { return 3 }
    if size.rows < 30 { return size.columns < 80 ? 2 : 1 }
    return needs.peopleColumns + BottomLineRows.indent(size.columns) < size.columns ? 1 : 2
  }

  /// Rows for what changed: one names it, and where there is more than one change, more name more of them.
  private func changedRows(_ needs: Needs) -> Int {
    if needs.changes < 2 || size.rows < 24 { return 1 }
    return size.rows < 50 ? 2 : 3
  }

  /// One pane on the whole screen, and below its list what is behind the selected row.
  private mutating func zoom(_ body: Range<Int>, _ focus: Pane, _ needs: Needs) {
    let columns = 0..<size.columns
    boxRows = !needs.hasNamedCoach ? 1 : size.columns >= 160 ? 5 : size.columns >= 60 ? 3 : 1
    // A detail of fewer rows would show nothing of use.
    let least = 7
    let most: Int
    switch focus {
    case .train: most = boxRows + banners.count + 4
    case .people: most = min(max(needs.people + 1, body.count / 3), body.count / 2)
    case .forces, .conflicts, .gaps: most = body.count - max(least, body.count / 4)
    case .timeline, .receipt: most = body.count
    }
    let hasDetail = body.count >= 2 * least && body.count - most >= least
    let middle = body.lowerBound + (hasDetail ? most : body.count)
    regions[focus] = Region(columns: columns, rows: body.lowerBound..<middle)
    if hasDetail { detail = Region(columns: columns, rows: middle..<body.upperBound) }
  }

  /// The train across the top; people over the timeline; forces over the receipt. What is hidden leaves its room to
  /// the pane above or below it, and a column that is hidden leaves it to the other.
  private mutating func split(_ body: Range<Int>, _ needs: Needs) {
    isSplit = true
    boxRows =
      !needs.hasNamedCoach
      ? 1
      : size.columns >= 160 && size.rows >= 50 && needs.vehicles * 17 + 4 <= size.columns
        ? 5 : hasRoomForBanners ? 3 : 1
    func shown(_ panes: [Pane]) -> [Pane] { panes.filter { !isHidden($0) } }
    let columns = [shown([.people, .timeline]), shown([.forces, .receipt])].filter { !$0.isEmpty }
    let train =
      isHidden(.train)
      ? 0
      : columns.isEmpty ? body.count : 1 + sceneRows(needs)
    let upper = body.lowerBound + train
    if train > 0 { regions[.train] = Region(columns: 0..<size.columns, rows: body.lowerBound..<upper) }
    let rest = body.upperBound - upper
    let least = rest < 13 ? 3 : rest < 15 ? 4 : rest < 18 ? 5 : rest < 30 ? 7 : 12
    var people = min(max(needs.people, 6) + 1, rest - least)
    var forces = min(max(needs.forces, 6) + 1, rest - least + (least == 7 ? 1 : 0))
    // Rules at nearly the same height are easier to read at the same height.
    if abs(people - forces) <= 2 {
      people = max(people, forces)
      forces = people
    }
    var sides = [0..<size.columns]
    if columns.count == 2 {
      let left = 0..<size.columns * (size.columns < 100 ? 53 : 54) / 100 - 1
      divider = left.upperBound
      sides = [left, left.upperBound + 1..<size.columns]
    }
    for (panes, side) in zip(columns, sides) {
      let middle = panes.count == 2 ? upper + (panes[0] == .people ? people : forces) : body.upperBound
      regions[panes[0]] = Region(columns: side, rows: upper..<middle)
      if panes.count == 2 { regions[panes[1]] = Region(columns: side, rows: middle..<body.upperBound) }
    }
  }

  /// Rows of the first pane below its heading.
  private func sceneRows(_ needs: Needs) -> Int {
    guard needs.subject == .train else { return min(needs.sceneRows, size.rows >= 25 ? 3 : 2) }
    return hasRoomForBanners ? boxRows + banners.count + (size.rows >= 40 ? 2 : 1) : size.rows >= 25 ? 3 : 2
  }

  /// A pane that the operator took off the board, and the first where it would be empty.
  private func isHidden(_ pane: Pane) -> Bool {
    arrangement.hidden.contains(pane) || pane == .train && !hasScene
  }

  /// Wide and low: the focused pane, and the receipt beside it.
  private mutating func sideBySide(_ body: Range<Int>, _ focus: Pane) {
    var top = body.lowerBound
    if body.count >= 11, focus != .train, !isHidden(.train) {
      regions[.train] = Region(columns: 0..<size.columns, rows: top..<top + 3)
      top += 3
    }
    if arrangement.hidden.contains(.receipt), focus != .receipt {
      regions[focus] = Region(columns: 0..<size.columns, rows: top..<body.upperBound)
      return
    }
    let left = 0..<size.columns * 53 / 100 - 1
    divider = left.upperBound
    regions[focus == .receipt ? .people : focus] = Region(columns: left, rows: top..<body.upperBound)
    regions[.receipt] = Region(
      columns: left.upperBound + 1..<size.columns, rows: top..<body.upperBound)
  }

  /// One below the other: the focused pane first, then whatever fits.
  private mutating func stack(_ body: Range<Int>, _ focus: Pane, _ needs: Needs) {
    let columns = 0..<size.columns
    var heights: [Pane: Int] = [focus: min(body.count, focus == .train ? 4 : 5)]
    var used = heights[focus] ?? 0
    for pane in [Pane.train, .people, .timeline, .forces, .receipt] where heights[pane] == nil {
      guard !isHidden(pane) else { continue }
      let height = pane == .train ? 4 : 6
      guard used + height <= body.count else { continue }
      heights[pane] = height
      used += height
    }
    func grow(_ pane: Pane, to need: Int) {
      guard let height = heights[pane], height < need else { return }
      let more = min(need - height, body.count - used)
      heights[pane] = height + more
      used += more
    }
    grow(.people, to: needs.people + 1)
    grow(.receipt, to: 9)
    grow(.forces, to: needs.forces + 1)
    grow(heights[.timeline] != nil && focus != .receipt ? .timeline : focus, to: body.count)
    grow(focus, to: body.count)
    var top = body.lowerBound
    for pane in [Pane.conflicts, .gaps, .train, .people, .forces, .timeline, .receipt] {
      guard let height = heights[pane] else { continue }
      regions[pane] = Region(columns: columns, rows: top..<top + height)
      top += height
    }
  }

  /// Rows of a vehicle: 1, 3 for a box, 5 for a box with its state in words.
  private(set) var boxRows = 1
  /// What has a row of its own over and under the train.
  var banners: Set<SceneBanner> { hasRoomForBanners ? needed : [] }
  /// True if route, tunnel and track have a row each, and vehicles boxes where claims tell one coach from another.
  var hasRoomForBanners: Bool { arrangement.isZoomed ? size.columns >= 60 : size.columns >= 100 && size.rows >= 30 }
  /// True if figures get a bar on a common scale.
  var hasBars: Bool { size.columns >= (arrangement.isZoomed ? 80 : 100) }
  /// Rows of the strip over the timeline's list.
  var stripRows: Int {
    guard hasTimes, let height = regions[.timeline]?.height, height >= 10 else { return 0 }
    return height >= 16 ? 2 : 1
  }

  /// Returns true if a pane is on the screen or comes onto it when it has the focus.
  func canFocus(_ pane: Pane) -> Bool {
    if isTooSmall { return false }
    if arrangement.isZoomed { return true }
    guard isSplit else { return true }
    return regions[pane] != nil || pane == .conflicts || pane == .gaps && size.rows >= 22
  }

  /// How many rows of a pane's list are in sight.
  func pageHeight(_ pane: Pane) -> Int {
    guard let region = regions[pane] else {
      return pane == .conflicts ? conflicts.count : 1
    }
    return max(1, region.height - 1 - (pane == .timeline ? stripRows : 0))
  }
}

/// The page of a list that holds a row: lists page, so that a step changes few lines of the screen.
func page(of index: Int, height: Int, count: Int) -> Range<Int> {
  let height = max(1, height)
  // The last page is a full one.
  let start = max(0, min(index / height * height, count - height))
  return start..<min(count, start + height)
}
