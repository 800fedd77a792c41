internal import Situation

/// A stretch of the screen, ends excluded.
struct Region: Hashable, Sendable {
  var columns: Range<Int>
  var rows: Range<Int>

  var width: Int { columns.count }
  var height: Int { rows.count }
  /// Without its first row, which carries the heading.
  var body: Region { Region(columns: columns, rows: min(rows.lowerBound + 1, rows.upperBound)..<rows.upperBound) }
}

/// A frame being drawn, with the glyphs and widths of the terminal it is for.
///
/// Whatever is put on it and does not fit ends in the mark of a cut.
struct Canvas {
  private(set) var frame: Frame
  /// What was drawn where, for the mouse; later ones lie on earlier ones.
  private(set) var targets: [Target] = []
  let glyphs: Glyphs
  let widths: CharacterWidths
  private let tier: GlyphTier
  private let cutColumns: Int

  init(size: Size, options: Options) {
    frame = Frame(size: size)
    widths = CharacterWidths(ambiguous: options.ambiguousWidth)
    glyphs = Glyphs(tier: options.tier, widths: widths)
    tier = options.tier
    cutColumns = glyphs.cut.unicodeScalars.count
  }

  var size: Size { frame.size }

  /// What is really drawn of a text: harmless, and in the lesser tiers without what they cannot show.
  func shown(_ text: String) -> String {
    guard tier != .unicode, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if tier.canShow(scalar) {
        view.append(scalar)
      } else if let mark = Canvas.ownMarks[scalar] {
        view.append(contentsOf: mark.unicodeScalars)
      } else {
        let harmless = SafeText.replacement(for: scalar) ?? scalar
        view.append(contentsOf: tier.standIn(for: harmless, columns: widths.columns(of: harmless)).unicodeScalars)
      }
    }
    return String(view)
  }

  /// Marks that the board puts into labels, for which ASCII has a way to say it.
  private static let ownMarks: [Unicode.Scalar: String] = ["≥": ">=", "≤": "<=", "–": "-"]

  /// How many columns a text takes when it is drawn whole.
  func columns(_ text: String) -> Int {
    // An ASCII character takes one column: a control character is drawn as something that does.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    if tier == .ascii { return shown(text).unicodeScalars.count }
    return text.unicodeScalars.reduce(0) { $0 + widths.columns(of: SafeText.replacement(for: $1) ?? $1) }
  }

  /// Writes a text up to `limit`; one that is longer ends in the mark of a cut.
  ///
  /// - Returns: The column after the last one written.
  @discardableResult
  mutating func put(_ text: String, column: Int, row: Int, style: Style = Style(), limit: Int) -> Int {
    let limit = min(limit, size.columns)
    guard column < limit else { return column }
    let text = shown(text)
    if columns(text) <= limit - column {
      return frame.put(text, column: column, row: row, style: style, limit: limit, widths: widths)
    }
    let at = frame.put(text, column: column, row: row, style: style, limit: limit - cutColumns, widths: widths)
    return frame.put(glyphs.cut, column: at, row: row, style: style, limit: limit, widths: widths)
  }

  /// Writes the first of the ways to put it that fits, the last one cut if none does.
  @discardableResult
  mutating func putFirst(
    of ways: [String], column: Int, row: Int, style: Style = Style(), limit: Int
  ) -> Int {
    guard let last = ways.last else { return column }
    let way = ways.first { columns($0) <= limit - column } ?? last
    return put(way, column: column, row: row, style: style, limit: limit)
  }

  /// Writes a text so that it ends before `limit`.
  ///
  /// - Returns: The first column written.
  @discardableResult
  mutating func putRight(_ text: String, from column: Int, row: Int, style: Style = Style(), limit: Int) -> Int {
    let start = max(column, limit - columns(text))
    put(text, column: start, row: row, style: style, limit: limit)
    return start
  }

  mutating func fill(_ scalar: Unicode.Scalar, columns: Range<Int>, row: Int, style: Style = Style()) {
    guard !columns.isEmpty else { return }
    frame.fill(scalar, columns: columns, row: row, style: style)
  }

  mutating func set(_ scalar: Unicode.Scalar, column: Int, row: Int, style: Style = Style()) {
    frame.fill(scalar, columns: column..<column + 1, row: row, style: style)
  }

  mutating func restyle(columns: Range<Int>, row: Int, _ change: (inout Style) -> Void) {
    guard !columns.isEmpty else { return }
    frame.restyle(columns: columns, row: row, change)
  }

  mutating func target(_ kind: Target.Kind, _ region: Region) {
    targets.append(Target(kind: kind, columns: region.columns, rows: region.rows))
  }

  mutating func placeCursor(column: Int, row: Int) {
    guard column >= 0, column < size.columns, row >= 0, row < size.rows else { return }
    frame.cursor = (column, row)
  }
}
