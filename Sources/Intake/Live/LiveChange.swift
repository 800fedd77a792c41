package import Situation

/// What folders gave since they were looked at last.
package struct LiveChange: Sendable {
  /// Read now.
  package var entries: [Intake.Entry] = []
  package var acts: [OperatorEntry] = []
  package var reliabilities = Reliabilities()
  /// Articles in whose files other articles stand now.
  package var replaced: Set<ArticleID> = []
  /// Articles whose files changed so that no article is in them.
  package var edited: Set<ArticleID> = []
  /// Articles whose files are gone.
  package var deleted: Set<ArticleID> = []
  /// Articles whose files are back as they were.
  package var restored: Set<ArticleID> = []
  /// All that is wrong now, a line each: what was wrong and is no more is not in it; `nil` where that is as before.
  package var troubles: [String]?
  /// What is to be known of how folders are read.
  package var notices: [String] = []
  /// How each folder is watched, a line each; `nil` where that is as before.
  package var places: [String]?
  /// Something to tell once.
  package var remark: String?
}
