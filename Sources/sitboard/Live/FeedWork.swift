import BoardUI
import Desk
import Intake
import Situation
import Synchronization
import Terminal

/// What is done on the reading queue: files and folders to claims, in parts small enough that the board sees them come.
final class FeedWork: Sendable {
  let mailbox: FeedMailbox
  /// Readable when a folder has changed; `nil` where none is watched.
  let descriptor: Int32?
  private let queue: WorkQueue
  private let files: [String]
  /// True if somebody else says when everything that was there at first is in.
  private let hasSources: Bool
  private let reading: ArticleReading
  let intakeOptions: IntakeOptions
  private let folders: Mutex<LiveFolders>
  private let seen = Mutex<[ArticleID: String]>([:])
  private let stories = Mutex(StoryRegister())
  /// Stories in what each address answered last.
  private let items = Mutex<[String: Int]>([:])
  private let listened = Mutex(false)
  private let isBlind = Atomic(false)

  /// How many files are read before the board hears of them.
  private static let part = 64
  /// Claims and fingerprints of articles that came one by one, and that are held before they are written together.
  private static let mostUnkept = 256

  init(
    files: [String], folders: [String], hasSources: Bool, _ reading: ArticleReading, _ options: IntakeOptions,
    _ mailbox: FeedMailbox, _ queue: WorkQueue
  ) {
    self.queue = queue
    self.files = files
    self.hasSources = hasSources
    self.reading = reading
    self.intakeOptions = options
    self.mailbox = mailbox
    let live = LiveFolders(folders, options: options)
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
      if !hasSources { mailbox.put { $0.isCaughtUp = true } }
      reading.keep()
    }
  }

  /// What sources gave before is with the reading queue: when it is read, everything that was there at first is in.
  func catchUp() {
    queue.add { [self] in mailbox.put { $0.isCaughtUp = true } }
  }

  /// Tells how sources are doing, after what they gave.
  func tell(_ sources: [SourceState]) {
    queue.add { [self] in
      var told = sources
      items.withLock { items in
        for index in told.indices { told[index].items = items[told[index].address] }
      }
      let counted = told
      mailbox.put { $0.sources = counted }
    }
  }

  /// Takes what an address gave, whole or a page of it.
  func take(_ read: Intake.Result, of address: String, isPage: Bool) {
    if !isPage { items.withLock { $0[address] = read.entries.count } }
    deliver(read.entries, read.acts, read.reliabilities, read.problems)
    reading.keep(from: FeedWork.mostUnkept)
  }

  /// Tells how the desk is doing, after what it gave.
  func tell(_ desk: DeskState) {
    queue.add { [self] in mailbox.put { $0.desk = desk } }
  }

  /// Takes what a desk gave, after what it gave before.
  func take(_ news: LogReader.News, of desk: String) {
    queue.add { [self] in
      deliver(
        news.articles.map { Intake.Entry($0) }, news.acts, news.reliabilities, [], replacing: news.superseded,
        notices: news.problems.map { "desk \(desk): \($0)" })
    }
  }

  /// Forgets all that was delivered: what it came from is not there any more.
  func restart() {
    queue.add { [self] in
      seen.withLock { $0 = [:] }
      stories.withLock { $0 = StoryRegister() }
      mailbox.put { mail in
        let isCaughtUp = mail.isCaughtUp
        mail = FeedMail()
        (mail.isCaughtUp, mail.isRestarted) = (isCaughtUp, true)
      }
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
      // What comes one by one is not worth a file each time.
      reading.keep(from: FeedWork.part)
    }
  }

  /// True if something may change in the folders that nobody tells.
  var needsGlances: Bool { isBlind.load(ordering: .relaxed) }

  /// Looks whether something has changed that nobody tells; wakes nobody where nothing has.
  func glance() {
    queue.add { [self] in
      folders.withLock { $0.glance() }
      while lookOn({ _ in }) {}
    }
  }

  /// Returns true if `listen` has heard since it was asked last.
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
      isBlind.store(folders.needsGlances, ordering: .relaxed)
      return (change, count, folders.waiting > 0)
    }
    deliver(change.entries, change.acts, change.reliabilities, [], notices: change.notices)
    tell(count)
    // Which of a feed's items are other than before is not known by its bytes: the register knows.
    let replaced = stories.withLock { stories in change.replaced.filter { !stories.hasTaken($0) } }
    if !replaced.isEmpty {
      seen.withLock { seen in for id in replaced { seen[id] = nil } }
      mailbox.put { mail in
        mail.loaded.removeAll { replaced.contains($0.article.id) }
        mail.superseded.formUnion(replaced)
      }
    }
    var marks: [ArticleID: FileChange] = [:]
    for id in change.edited { marks[id] = .edited }
    for id in change.deleted { marks[id] = .deleted }
    let told = marks
    if !told.isEmpty || !change.restored.isEmpty || change.troubles != nil || change.remark != nil
      || change.places != nil
    {
      mailbox.put { mail in
        mail.places = change.places ?? mail.places
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

  /// Takes off what counts no more.
  ///
  /// - Returns: Those of them that counted.
  private func takeOff(_ articles: Set<ArticleID>) -> Set<ArticleID> {
    guard !articles.isEmpty else { return [] }
    let held = seen.withLock { seen in
      let held = articles.filter { seen[$0] != nil }
      for id in held { seen[id] = nil }
      return held
    }
    mailbox.put { mail in
      mail.loaded.removeAll { held.contains($0.article.id) }
      mail.superseded.formUnion(held)
    }
    return held
  }

  /// Reads articles for their claims and puts them in the mail, none twice.
  ///
  /// - Parameters:
  ///   - replacing: Articles whose claims count no more: they come with others, or not again.
  ///   - notices: Further notices.
  func deliver(
    _ entries: [Intake.Entry], _ acts: [OperatorEntry], _ reliabilities: Reliabilities, _ problems: [Problem],
    replacing: Set<ArticleID> = [], notices more: [String] = []
  ) {
    guard
      !entries.isEmpty || !reliabilities.isEmpty || !acts.isEmpty || !problems.isEmpty || !replacing.isEmpty
        || !more.isEmpty
    else { return }
    let replaced = takeOff(replacing)
    var notices = Notices()
    var editions: [ArticleID: ArticleID] = [:]
    let fresh = stories.withLock { stories in
      entries.filter { entry in
        // The register knows the story already, and whether this edition of it counts.
        if replacing.contains(entry.article.id) { return replaced.contains(entry.article.id) }
        switch stories.take(entry) {
        case .new: return true
        case .known: return false
        case .edition(let former):
          editions[entry.article.id] = former
          return true
        }
      }
    }
    let former = Set(editions.values)
    let new = seen.withLock { seen in
      // What is replaced may come back as it was.
      for id in former { seen[id] = nil }
      return fresh.filter { entry in
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
    let read = reading.claims(of: new)
    var texts = HeldTexts(read.map(\.article))
    let loaded = zip(read, reading.fingerprints(of: new, read)).map { read, fingerprint in
      var loaded = LoadedArticle(texts.held(read.article), claims: read.claims, fingerprint: fingerprint)
      loaded.former = editions[read.article.id]
      return loaded
    }
    let told = notices.lines + more
    mailbox.put { mail in
      // An edition that was not told of yet is none that the board has.
      let untold = former.intersection(mail.loaded.map(\.article.id))
      mail.loaded.removeAll { untold.contains($0.article.id) }
      mail.superseded.formUnion(former.subtracting(untold))
      mail.loaded += loaded
      mail.acts += acts
      mail.reliabilities = mail.reliabilities.overlaid(by: reliabilities)
      mail.problems += problems
      mail.notices += told
    }
  }
}
