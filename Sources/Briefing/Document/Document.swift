import Situation

/// A briefing before it is laid out: harmless text in order, and the figures as values.
struct Document: Hashable, Sendable {
  var title: String
  /// What stands above the sections: "As of", "Clock", "Period".
  var heads: [Head] = []
  var sections: [Section] = []
  /// What the numbers in brackets stand for.
  var references: [Reference] = []
  /// The head figures and the conflicts as values, for programs.
  var board: BoardFigures?

  struct Reference: Hashable, Sendable {
    var number: Int
    var file: String
    /// Counted from 1.
    var line: Int
  }

  struct Head: Hashable, Sendable {
    var name: String
    var text: String
  }

  struct Section: Hashable, Sendable {
    var heading: String
    var items: [Item] = []
  }

  enum Item: Hashable, Sendable {
    case row(Row)
    case paragraph(String)
    /// A group within a section.
    case group(String)
    /// A short mark or time, and what belongs to it.
    case entry(tag: String, text: String)
    /// Text under what stands before it.
    case note(String)
  }

  /// A value with its name, and lines that say who gives it and what speaks against it.
  struct Row: Hashable, Sendable {
    var label: String
    /// As drawn: "~300", "?".
    var value: String
    /// `nil` where nobody gives one.
    var figure: Figure?
    var details: [String]
    /// Of the row above it.
    var isPart = false
  }
}
