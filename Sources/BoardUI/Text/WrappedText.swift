internal import Situation

/// Text wrapped by words into lines of a width, with the passage that matters marked in it.
struct WrappedText: Hashable, Sendable {
  enum Emphasis: Hashable, Sendable {
    case plain
    /// A passage that some claim was read from.
    case read
    /// The passage of the receipt, between its marks.
    case quote
    /// A place of what was searched for.
    case found
  }

  struct Run: Hashable, Sendable {
    var text: String
    var emphasis: Emphasis
  }

  var lines: [[Run]] = []
  /// The lines that hold the quote; empty where there is none.
  private(set) var quoteLines: Range<Int> = 0..<0
  /// The byte at which each line begins.
  private(set) var starts: [Int] = []

  private struct Piece {
    var scalar: Unicode.Scalar
    var columns: Int
    var emphasis: Emphasis
    /// The byte of the text that it stands for.
    var offset: Int
  }

  /// No text at all.
  init() {}

  /// Wraps a stretch of an article.
  ///
  /// - Parameters:
  ///   - text: Canonical text, UTF-8.
  ///   - range: The bytes to show.
  ///   - quote: The bytes to put between marks.
  ///   - read: Other passages that claims were read from, in order of their beginnings.
  ///   - found: Places of what was searched for, in order.
  ///   - width: Columns of a line.
  ///   - keepsLines: Whether a line feed ends a line; otherwise it is a space.
  init(
    _ text: [UInt8], range: Range<Int>, quote: Range<Int>?, read: [Range<Int>] = [], found: [Range<Int>] = [],
    width: Int,
    options: Options, keepsLines: Bool
  ) {
    let widths = CharacterWidths(ambiguous: options.ambiguousWidth)
    let glyphs = Glyphs(tier: options.tier, widths: widths)
    let width = max(4, width)
    var line: [Piece] = []
    var nextRead = 0
    var readUntil = 0
    var offset = range.lowerBound
    func isRead(_ at: Int) -> Bool {
      while nextRead < read.count, read[nextRead].lowerBound <= at {
        readUntil = max(readUntil, read[nextRead].upperBound)
        nextRead += 1
      }
      return at < readUntil
    }
    var nextFound = 0
    func isFound(_ at: Int) -> Bool {
      while nextFound < found.count, found[nextFound].upperBound <= at { nextFound += 1 }
      return nextFound < found.count && found[nextFound].contains(at)
    }
    func mark(_ text: String) {
      for scalar in text.unicodeScalars {
        line.append(Piece(scalar: scalar, columns: widths.columns(of: scalar), emphasis: .quote, offset: offset))
      }
    }
    for scalar in String(decoding: text[range], as: UTF8.self).unicodeScalars {
      if let quote, offset == quote.upperBound { mark(glyphs.quoteClose) }
      if let quote, offset == quote.lowerBound { mark(glyphs.quoteOpen) }
      let isQuoted = quote?.contains(offset) ?? false
      if keepsLines, scalar == "\n" {
        append(line, before: offset, width: width, goesOn: glyphs.wordGoesOn)
        line = []
      } else {
        let shown = SafeText.replacement(for: scalar) ?? scalar
        let emphasis: Emphasis = isFound(offset) ? .found : isQuoted ? .quote : isRead(offset) ? .read : .plain
        let columns = widths.columns(of: shown)
        if !options.tier.canShow(shown) {
          for scalar in options.tier.standIn(for: shown, columns: columns).unicodeScalars {
            line.append(Piece(scalar: scalar, columns: 1, emphasis: emphasis, offset: offset))
          }
        } else {
          line.append(Piece(scalar: shown, columns: columns, emphasis: emphasis, offset: offset))
        }
      }
      offset += UTF8.width(scalar)
    }
    if let quote, offset == quote.upperBound { mark(glyphs.quoteClose) }
    append(line, before: offset, width: width, goesOn: glyphs.wordGoesOn)
    let quoted = lines.indices.filter { lines[$0].contains { $0.emphasis == .quote } }
    if let first = quoted.first, let last = quoted.last { quoteLines = first..<last + 1 }
  }

  /// Breaks one line of the text after the last space that fits; a longer word is broken with a mark.
  ///
  /// - Parameter offset: The byte after the line, where an empty one stands.
  private mutating func append(_ pieces: [Piece], before offset: Int, width: Int, goesOn: Unicode.Scalar) {
    var start = 0
    repeat {
      starts.append(start < pieces.count ? pieces[start].offset : offset)
      var columns = 0
      var end = start
      var lastSpace: Int?
      while end < pieces.count, columns + pieces[end].columns <= width {
        if pieces[end].scalar == " " { lastSpace = end }
        columns += pieces[end].columns
        end += 1
      }
      if end == pieces.count {
        lines.append(WrappedText.runs(pieces[start..<end]))
        return
      }
      if pieces[end].scalar == " " {
        lines.append(WrappedText.runs(pieces[start..<end]))
        start = end + 1
      } else if let space = lastSpace, space > start {
        lines.append(WrappedText.runs(pieces[start..<space]))
        start = space + 1
      } else {
        // No space: the last column goes to the mark of the break.
        var cut = end
        var used = columns
        while cut > start + 1, used > width - 1 {
          cut -= 1
          used -= pieces[cut].columns
        }
        let mark = Piece(scalar: goesOn, columns: 1, emphasis: .plain, offset: pieces[cut - 1].offset)
        lines.append(WrappedText.runs(pieces[start..<cut] + [mark]))
        start = cut
      }
    } while start < pieces.count
  }

  private static func runs(_ pieces: some Sequence<Piece>) -> [Run] {
    var runs: [Run] = []
    var view = String.UnicodeScalarView()
    var current: Emphasis?
    for piece in pieces {
      if let present = current, present != piece.emphasis {
        runs.append(Run(text: String(view), emphasis: present))
        view = String.UnicodeScalarView()
      }
      current = piece.emphasis
      view.append(piece.scalar)
    }
    if let current { runs.append(Run(text: String(view), emphasis: current)) }
    return runs
  }
}

extension WrappedText.Emphasis {
  var style: Style {
    switch self {
    case .plain: Style()
    case .read: Style(underlined: true)
    case .quote: Style(.receipt, bold: true)
    case .found: Style(.key, bold: true, reversed: true)
    }
  }
}

extension Canvas {
  /// Draws one line of wrapped text.
  ///
  /// - Returns: The column after the last one written.
  @discardableResult
  mutating func put(_ line: [WrappedText.Run], column: Int, row: Int, limit: Int) -> Int {
    var at = column
    for run in line { at = put(run.text, column: at, row: row, style: run.emphasis.style, limit: limit) }
    return at
  }
}
