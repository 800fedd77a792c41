/// An event as the store keeps it: forty bytes, with everything that events share by its number in a table.
struct StoredEvent: Sendable {
  /// Stands for "none" in a table's number.
  static let none = UInt32.max
  static let noDoubt = UInt8.max

  var content: UInt32
  /// `none` is unattributed.
  var speaker: UInt32
  var place: UInt32
  var happened: UInt32
  var reported: UInt32
  /// The article, or the operator's entry, that the event stands in.
  var source: UInt32
  var spanStart: UInt32
  var spanLength: UInt32
  /// Counted from 0 among the claims of the article; -1 for no part.
  var partOf: Int32
  var rule: UInt16
  var standing: UInt8
  /// The place of the doubt among all; `noDoubt` for a claim that the reader is sure of.
  var doubt: UInt8
}

/// What an event stands in, as far as the replay order asks for it.
struct EventSource: Sendable {
  var id: ArticleID
  /// The beginning of the identity as a number in the same order, so that few comparisons reach for the text.
  var idPrefix: UInt64
  /// The end of the filing time; `ReplayKey.undated` where it is not known.
  var date: Int64
  /// Who stands for the speaker where nobody is named: the outlet, or the article itself where it names none.
  var outlet: UInt32
  /// The place among the articles, or among the operator's entries.
  var index: Int
  /// The events that stand in it, which came one after another.
  var events: Range<Int>
  /// True if it is an entry of the operator's.
  var isAct: Bool

  static func prefix(of id: ArticleID) -> UInt64 {
    var prefix: UInt64 = 0
    var count = 0
    for byte in id.digest.utf8.prefix(8) {
      prefix = prefix << 8 | UInt64(byte)
      count += 1
    }
    return count == 0 ? 0 : prefix << UInt64((8 - count) * 8)
  }
}
