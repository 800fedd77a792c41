import ArticleReader
import BoardUI
import Intake
import Situation
import Synchronization
import Terminal

/// What is done on the reading queue: files and folders to claims, in parts small enough that the board sees them come.
final class FeedWork: Sendable {
  let mailbox: FeedMailbox
  /// Readable when a folder has changed.
  let descriptor: Int32
  private let queue: WorkQueue
  private let files: [String]
  private let reader: ArticleReader
  let intakeOptions: IntakeOptions
  private let folders: Mutex<LiveFolders>
  private let seen = Mutex<[ArticleID: String]>([:])
  private let listened = Mutex(false)

  /// How many files are read before the board hears of them.
  private static let part = 64

  init(
    files: [String], folders: [String], _ reader: ArticleReader, _ options: IntakeOptions, _ mailbox: FeedMailbox,
    _ queue: WorkQueue
  ) throws(Problem) {
    self.queue = queue
    self.files = files
    self.reader = reader
    self.intakeOptions = options
    self.mailbox = mailbox
    let live = try LiveFolders(folders, options: options)
    descriptor = live.descriptor
    self.folders = Mutex(live)
  }

  /// Reads everything that is there.
  func start() {
    queue.add { [self] in
      let start = MonotonicInstant.now
      let total = files.count + folders.withLock { $0.waiting }
      var done = 0
      func tell(_ count: Int) {
        done += count
        let milliseconds = (MonotonicInstant.now.nanoseconds - start.nanoseconds) / 1_000_000
        let rate = milliseconds > 100 ? done * 1000 / Int(milliseconds) : 0
        let progress = Progress(done: done, total: total, rate: rate)
        mailbox.put { $0.progress = progress }
      }
      if total > FeedWork.part { tell(0) }
      for file in files {
        let result = Intake.load([file], options: intakeOptions)
        deliver(result.entries, result.acts, result.reliabilities, result.problems)
        tell(1)
      }
      while lookOn(tell) {}
      mailbox.put { $0.isCaughtUp = true }
    }
  }

  /// Hears what has changed in the folders, and reads it.
  func listen() {
    queue.add { [self] in
      folders.withLock { $0.listen() }
      // From here on what changes is told anew.
      listened.withLock { $0 = true }
      while lookOn({ _ in }) {}
      mailbox.put { _ in }
    }
  }

  /// Whether `listen` has heard since it was asked last.
  func hasListened() -> Bool {
    listened.withLock { listened in
      defer { listened = false }
      return listened
    }
  }

  /// Does something on the reading queue, after a while.
  func later(milliseconds: Int = 0, _ body: @escaping @Sendable () -> Void) {
    queue.add(afterMilliseconds: milliseconds, body)
  }

  deinit { queue.end() }

  /// Looks at the next part of what is waiting.
  ///
  /// - Returns: Whether there is more.
  private func lookOn(_ tell: (Int) -> Void) -> Bool {
    let (change, count, isMore) = folders.withLock { folders in
      let count = min(FeedWork.part, folders.waiting)
      let change = folders.look(FeedWork.part)
      return (change, count, folders.waiting > 0)
    }
    deliver(change.entries, change.acts, change.reliabilities, [])
    tell(count)
    var marks: [ArticleID: FileMark] = [:]
    for id in change.edited { marks[id] = .edited }
    for id in change.deleted { marks[id] = .deleted }
    let told = marks
    if !told.isEmpty || !change.restored.isEmpty || change.troubles != nil || change.remark != nil {
      mailbox.put { mail in
        for id in change.restored { mail.marks[id] = nil }
        mail.restored.subtract(told.keys)
        mail.restored.formUnion(change.restored)
        mail.marks.merge(told) { $1 }
        mail.troubles = change.troubles ?? mail.troubles
        mail.remark = change.remark ?? mail.remark
      }
    }
    return isMore
  }

  /// Reads articles for their claims and puts them in the mail, none twice.
  func deliver(
    _ entries: [Intake.Entry], _ acts: [OperatorEntry], _ reliabilities: Reliabilities, _ problems: [Problem]
  ) {
    guard !entries.isEmpty || !reliabilities.isEmpty || !acts.isEmpty || !problems.isEmpty else { return }
    var notices = Notices()
    let new = seen.withLock { seen in
      entries.filter { entry in
        let article = entry.article
        if let first = seen[article.id] {
          if first != article.path { notices.add("the same bytes as \(first); read once", of: article.path) }
          return false
        }
        seen[article.id] = article.path
        for notice in article.notices { notices.add(notice, of: article.path) }
        return true
      }
    }
    var read = ParallelReading.claims(of: new.filter { $0.claims == nil }.map(\.article), reader)[...]
    let loaded = new.map { LoadedArticle($0.article, claims: $0.claims ?? read.popFirst() ?? []) }
    let told = notices.lines
    mailbox.put { mail in
      mail.loaded += loaded
      mail.acts += acts
      mail.reliabilities = mail.reliabilities.overlaid(by: reliabilities)
      mail.problems += problems
      mail.notices += told
    }
  }
}
