import Situation

/// A briefing before it is laid out: harmless text in order, and the figures as values.
struct Document: Hashable, Sendable {
  var title: InlineText
  /// What stands above the sections: "As of", "Clock", "Period".
  var heads: [Head] = []
  var sections: [Section] = []
  /// True for a page, on which no line is left empty.
  var isDense = false
  /// What the numbers of the references stand for.
  var references: [Reference] = []
  /// The head figures and the conflicts as values, for programs.
  var board: BoardFigures?
  /// Head figures over time, for forms that draw.
  var plots: [Plot] = []

  struct Reference: Hashable, Sendable {
    var number: Int
    var file: InlineText
    /// Counted from 1.
    var line: Int
    /// The line, or what stands around what was read in it.
    var passage: [Piece] = []

    /// A stretch of the line, and whether a claim was read from it.
    struct Piece: Hashable, Sendable {
      var text: String
      var isCited: Bool
    }
  }

  /// How a figure went by each account, from the first time to the last.
  struct Plot: Hashable, Sendable {
    struct Point: Hashable, Sendable {
      /// Seconds of the epoch.
      var at: Int64
      var number: Int
    }

    struct Series: Hashable, Sendable {
      var name: String
      var points: [Point]
    }

    var title: String
    var series: [Series]
    var times: ClosedRange<Int64>
    /// The first and the last time in words.
    var first: String
    var last: String
    var most: Int
  }

  struct Head: Hashable, Sendable {
    var name: String
    var text: InlineText

    init(_ name: String, _ text: String) {
      self.name = name
      self.text = InlineText(text)
    }
  }

  struct Section: Hashable, Sendable {
    var heading: String
    var items: [Item] = []
  }

  enum Item: Hashable, Sendable {
    case row(Row)
    case paragraph(InlineText)
    /// A group within a section.
    case group(InlineText)
    /// A short mark or time, and what belongs to it.
    case entry(tag: InlineText, text: InlineText)
    /// Text under what stands before it.
    case note(InlineText)
  }

  /// A value with its name, and lines that say who gives it and what speaks against it.
  struct Row: Hashable, Sendable {
    var label: InlineText
    /// As drawn: "~300", "?".
    var value: InlineText
    /// `nil` where nobody gives one.
    var figure: Figure?
    var details: [InlineText]
    /// Of the row above it.
    var isPart = false
  }
}
