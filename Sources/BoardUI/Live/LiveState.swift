package import Situation

/// What there is to say of the files while the board is open.
package struct LiveState: Hashable, Sendable {
  /// `nil` when nothing is being read, or it takes no time worth telling.
  package var progress: Progress?
  /// True if everything that was there at first is in: what comes from then on is news.
  package var isCaughtUp = false
  /// What is wrong with watched folders and files now.
  package var troubles: [String] = []
  /// How each folder is watched.
  package var places: [String] = []
  /// The addresses that are asked again and again.
  package var sources: [SourceState] = []
  /// The desk that the board is opened on; `nil` where it is opened on files.
  package var desk: DeskState?
  /// When the newest article came; `nil` while none has come since the board opened.
  package var lastArrival: Instant?
  /// The time of day, told while there are sources; between two tellings it stands still.
  package var now = Instant(seconds: 0)
  /// Articles whose files are no longer what was read.
  package var marks: [ArticleID: FileChange] = [:]

  package init() {}
}

/// What became of an article's file after it was read.
package enum FileChange: String, Hashable, Sendable {
  /// There is a newer edition; the claims of this one stay.
  case edited = "edited since"
  case deleted = "file deleted"
}

/// How far the reading of many articles is.
package struct Progress: Hashable, Sendable {
  package var done: Int
  package var total: Int
  /// Articles a second; 0 while that is not known.
  package var rate: Int

  package init(done: Int, total: Int, rate: Int) {
    self.done = done
    self.total = total
    self.rate = rate
  }

  /// At the present rate; `nil` while that is not known.
  package var secondsLeft: Int? { rate > 0 ? (max(0, total - done) + rate - 1) / rate : nil }

  /// "3,120 of 10,000 articles, 2,100 a second, 4 s left".
  package var words: String {
    let pace = rate > 0 ? ", \(Progress.grouped(rate)) a second" : ""
    let left = secondsLeft.map { ", \($0) s left" } ?? ""
    return "\(Progress.grouped(done)) of \(Progress.grouped(total)) articles\(pace)\(left)"
  }

  /// "10,000".
  static func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.count > 3 else { return digits }
    return grouped(number / 1000) + "," + digits.suffix(3)
  }
}

extension Model {
  /// Everything that was not or is not loaded.
  var allProblems: [String] {
    problems + live.troubles + live.sources.compactMap { $0.silence(at: live.now) }
      + [live.desk?.problem].compactMap { $0 }
  }

  /// "last article 12 min ago"; `nil` where nothing is asked, or nothing has come.
  var arrivalNotice: String? {
    guard !live.sources.isEmpty, let last = live.lastArrival else { return nil }
    return "last article \(TimeSpan.elapsed.words(from: last, to: live.now)) ago"
  }

  mutating func mark(_ marks: [ArticleID: FileChange], restored: Set<ArticleID>) {
    for id in restored { live.marks[id] = nil }
    live.marks.merge(marks) { $1 }
    let edited = marks.values.count { $0 == .edited }
    let deleted = marks.count - edited
    let words = [
      edited == 0 ? nil : edited == 1 ? "a file was edited" : "\(edited) files were edited",
      deleted == 0 ? nil : deleted == 1 ? "a file was deleted" : "\(deleted) files were deleted",
    ].compactMap { $0 }
    guard !words.isEmpty else { return }
    tell(words.joined(separator: ", ") + "; what was read of them stays, and is marked", isNews: true)
  }

  /// Says what came, until the next key: what is new, and what is edited with its figures.
  mutating func announce(_ loaded: [LoadedArticle], claims: Int) {
    guard !loaded.isEmpty else { return }
    // Of a file that holds something else now it is known that it was edited, and not what it takes the place of.
    let areEdited = supersededLast.count >= loaded.count
    let former = supersededLast.count == 1 && loaded.count == 1 ? supersededLast.first : nil
    supersededLast = []
    let edited = loaded.compactMap { newer in
      (newer.former ?? former).flatMap { formerEditions[$0] }.map { (former: $0, newer: newer) }
    }
    let editions = Set(edited.map(\.newer.article.id))
    let others = loaded.filter { !editions.contains($0.article.id) }
    var told: [String] = []
    if let last = others.last {
      let count = edited.isEmpty ? claims : others.reduce(0) { $0 + $1.claims.count }
      let words = "\(Progress.grouped(count)) \(count == 1 ? "claim" : "claims")"
      let kind = areEdited && edited.isEmpty ? "edited" : "new"
      told.append("\(kind): \(Model.named(last, of: others.count)), \(words)")
    }
    if let last = edited.last {
      let figures = EditedFigures(last.former, last.newer, at: live.now).words
      told.append("edited: \(Model.named(last.newer, of: edited.count))\(figures)")
    }
    tell(told.joined(separator: "; ") + (isAtEnd ? "" : "; L goes to it"), isNews: true)
  }

  /// The title of the last of several articles, and how many more there are.
  private static func named(_ last: LoadedArticle, of count: Int) -> String {
    (last.article.title ?? last.article.path) + (count > 1 ? " and \(Progress.grouped(count - 1)) more" : "")
  }
}
