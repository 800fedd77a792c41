import Briefing
import Formats
import Situation

/// Writes a briefing, and remembers it once it is out.
enum BriefingOutput {
  /// - Parameter memory: Where the reader's last briefing is remembered; `nil` where it is not asked for.
  ///   It moves only after the last byte was written, and not if the reader closed their end before.
  static func write(
    _ store: EventStore, _ options: BriefingOptions, as format: BriefingFormat, memory: ReaderMemory?, keepsLast: Bool
  ) throws(Failure) {
    var options = options
    let mark = try memory?.mark()
    if memory != nil { options.since = .last(mark) }
    var output = Output.standard
    try output.write(Briefing.render(store, options, as: format))
    try output.finish()
    if let memory, !keepsLast, !output.isClosed {
      try memory.keep(BriefingBookmark(number: (mark?.number ?? 0) + 1, of: store, asOf: options.asOf?.to))
    }
  }
}
