internal import Situation

/// Where everything stands on the screen: a pure function of the size, of which pane has the focus, and of how much
/// the whole incident has to show. It does not change while the incident replays, so the panes stay where they are.
///
/// What yields first when there is less room:
///
/// 1. the blank space around the train and the words under it;
/// 2. the line with the state of the replay and the legend (below 30 rows);
/// 3. the words in the boxes of the train (below 160 columns or 50 rows), then the boxes: one line of vehicles instead (below 100 columns or 30 rows);
/// 4. conflict lines past the second (below 30 rows), past the first (below 14 rows): the last line tells how many more;
/// 5. the line of what is not reported (below 22 rows): its heading's count is on the pane of people;
/// 6. two columns of panes (below 76 columns or 20 rows): as many panes one below the other as fit, the focused one
///    always among them; every pane is reached by its number;
/// 7. the line of what could not be loaded is never left out while there is any, and neither are the title with the
///    clock, the as-of, the place in the replay and the number of conflicts, and the key line.
///
/// Below 40 columns or 10 rows nothing of this can be read, and the screen says so.
struct Layout: Hashable, Sendable {
  /// How much there is to show at the end of the incident.
  struct Needs: Hashable, Sendable {
    var conflicts = 0
    /// Columns of the line of what is not reported.
    var gapColumns = 0
    var people = 0
    var forces = 0
    var vehicles = 0

    init(_ board: Board, _ lists: PaneLists) {
      conflicts = board.openConflicts.count
      gapColumns = board.gaps.reduce(24) { $0 + $1.label.unicodeScalars.count + 3 }
      // The ledger takes up to three lines where there is room for them.
      people = lists[.people].count + (board.ledger == nil ? 0 : 2)
      forces = lists[.forces].count
      vehicles = board.train.vehicles.count
    }
  }

  static let least = Size(columns: 40, rows: 10)

  let size: Size
  private(set) var isTooSmall = false
  /// Whether panes stand in two columns.
  private(set) var isSplit = false
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

  init(size: Size, focus: Pane, needs: Needs, problems count: Int) {
    self.size = size
    keys = max(0, size.rows - 1)
    guard size.columns >= Layout.least.columns, size.rows >= Layout.least.rows else {
      isTooSmall = true
      return
    }
    var bottom = keys
    if size.rows >= 30 {
      bottom -= 1
      info = bottom
    }
    if count > 0 {
      bottom -= 1
      problems = bottom
    }
    let allowed = size.rows < 14 ? 1 : size.rows < 30 ? 2 : size.rows < 50 ? 4 : 6
    conflicts = 1..<1 + min(max(1, needs.conflicts), allowed)
    var top = conflicts.upperBound
    if size.rows >= 22 {
      let rows = size.rows >= 36 && needs.gapColumns > size.columns ? 2 : 1
      gaps = top..<top + rows
      top += rows
    }
    let body = top..<bottom
    if size.columns >= 76, size.rows >= 20 {
      split(body, needs)
    } else if size.columns >= 76 {
      sideBySide(body, focus)
    } else {
      stack(body, focus, needs)
    }
  }

  /// The train across the top; people over the timeline; forces over the receipt.
  private mutating func split(_ body: Range<Int>, _ needs: Needs) {
    isSplit = true
    boxRows = size.columns >= 160 && size.rows >= 50 && needs.vehicles * 17 + 4 <= size.columns ? 5 : hasBoxes ? 3 : 1
    let train = 1 + (hasBoxes ? boxRows + (size.rows >= 50 ? 5 : 4) : size.rows >= 22 ? 3 : 2)
    let upper = body.lowerBound + train
    let rest = body.upperBound - upper
    let least = rest < 18 ? 5 : rest < 30 ? 7 : 12
    var people = min(max(needs.people, 6) + 1, rest - least)
    var forces = min(max(needs.forces, 6) + 1, rest - least + (least == 7 ? 1 : 0))
    // Rules at nearly the same height are easier to read at the same height.
    if abs(people - forces) <= 2 {
      people = max(people, forces)
      forces = people
    }
    let left = 0..<size.columns * (size.columns < 100 ? 53 : 54) / 100 - 1
    let right = left.upperBound + 1..<size.columns
    divider = left.upperBound
    regions[.train] = Region(columns: 0..<size.columns, rows: body.lowerBound..<upper)
    regions[.people] = Region(columns: left, rows: upper..<upper + people)
    regions[.forces] = Region(columns: right, rows: upper..<upper + forces)
    regions[.timeline] = Region(columns: left, rows: upper + people..<body.upperBound)
    regions[.receipt] = Region(columns: right, rows: upper + forces..<body.upperBound)
  }

  /// Wide and low: the focused pane, and the receipt beside it.
  private mutating func sideBySide(_ body: Range<Int>, _ focus: Pane) {
    var top = body.lowerBound
    if body.count >= 11, focus != .train {
      regions[.train] = Region(columns: 0..<size.columns, rows: top..<top + 3)
      top += 3
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
  /// Whether vehicles are drawn as boxes.
  var hasBoxes: Bool { size.columns >= 100 && size.rows >= 30 }
  /// Whether figures get a bar on a common scale.
  var hasBars: Bool { size.columns >= 100 }

  /// Whether a pane is on the screen or comes onto it when it has the focus.
  func canFocus(_ pane: Pane) -> Bool {
    if isTooSmall { return false }
    guard isSplit else { return true }
    return regions[pane] != nil || pane == .conflicts || pane == .gaps && !gaps.isEmpty
  }

  /// How many rows of a pane's list are in sight.
  func pageHeight(_ pane: Pane) -> Int {
    guard let region = regions[pane] else {
      return pane == .conflicts ? conflicts.count : 1
    }
    return max(1, region.height - 1)
  }
}

/// The page of a list that holds a row: lists page, so that a step changes few lines of the screen.
func page(of index: Int, height: Int, count: Int) -> Range<Int> {
  let height = max(1, height)
  // The last page is a full one.
  let start = max(0, min(index / height * height, count - height))
  return start..<min(count, start + height)
}
