import ArticleReader
import BoardUI
import Glibc
import Intake
import Situation
import Synchronization
import Terminal

/// Feeds a board from its paths while it is open: reads what is there, then what lands in the folders and what comes
/// through standard input.
///
/// Files are read on a queue of their own, one thing after another; the board only hears of them. So a key is answered
/// at once however much is being read, and quitting waits for nothing.
final class ArticleFeed: BoardPartner {
  private let work: FeedWork
  private let stream: FeedStream?
  private let hasSources: Bool
  private var nextMinute = MonotonicInstant.now.advanced(milliseconds: 60_000)
  private var nextGlance = MonotonicInstant.now
  /// How sources were doing when that was told last.
  private var sources: [SourceState] = []
  private let folders: Int32?
  /// What the kernel tells is being taken: until then its descriptor stays readable, and is not watched.
  private var isListening = false
  private(set) var hasArticles = false
  private(set) var firstProblem: Problem?
  private(set) var isCaughtUp = false
  /// True if what comes is news: everything that was there at first was told before.
  private var isOpen = false
  /// True if an address gave something since the board opened: from then on everything that comes comes now.
  private var hasFetched = false

  /// - Parameter given: At least one path or source.
  init(_ given: ReadingPaths, _ options: CommonOptions, intake: IntakeOptions? = nil) throws(Failure) {
    let paths = given.local
    hasSources = !given.sources.isEmpty
    let reading = try ArticleReading(options)
    let (mailbox, queue) = (try FeedMailbox(), try WorkQueue())
    if paths.contains("-"), isatty(STDIN_FILENO) == 1 {
      throw Failure(.usage, "standard input is the terminal; pipe articles or event lines in, or give a file")
    }
    let isFolder = { (path: String) in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
    let others = paths.filter { $0 != "-" }
    work = FeedWork(
      files: others.filter { !isFolder($0) }, folders: others.filter(isFolder), hasSources: hasSources,
      reading, intake ?? options.intake, mailbox, queue)
    folders = work.descriptor
    stream = paths.contains("-") ? FeedStream(work) : nil
    work.start()
    if hasSources { try SourcePoller.start(given.sources, work) }
  }

  /// True if more may come after what was there at first.
  var isLive: Bool { folders != nil || stream != nil || hasSources }

  /// Where sources are asked, the time since is told anew each minute; where something may change that nobody tells, it
  /// is looked at now and then. Otherwise nothing wakes.
  var deadline: MonotonicInstant? {
    [hasSources ? nextMinute : nil, isCaughtUp && work.needsGlances ? nextGlance : nil].compactMap { $0 }.min()
  }

  /// More articles than are worth waiting for before the board opens.
  private static let many = 256

  /// What is read by the time the board may open. A few articles are there before it opens, and are not seen to come.
  func begin() -> [Message] {
    var messages: [Message] = []
    let deadline = MonotonicInstant.now.advanced(milliseconds: 30)
    while !isCaughtUp {
      let left = (deadline.nanoseconds - MonotonicInstant.now.nanoseconds) / 1_000_000
      guard left > 0 else { break }
      var wait = pollfd(fd: work.mailbox.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, Int32(left)) > 0 else { break }
      messages += takeMail()
      if let progress = work.mailbox.progress, progress.total > ArticleFeed.many { break }
    }
    if !isCaughtUp { messages.append(.progress(work.mailbox.progress ?? Progress(done: 0, total: 0, rate: 0))) }
    return messages
  }

  var descriptors: [Int32] {
    var descriptors = [work.mailbox.descriptor]
    if let folders, !isListening, isCaughtUp { descriptors.append(folders) }
    if let stream, stream.isHungry { descriptors.append(STDIN_FILENO) }
    return descriptors
  }

  func hear() -> [Message] {
    glance()
    var polled = [
      pollfd(fd: isListening || !isCaughtUp ? -1 : folders ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stream?.isHungry ?? false ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
    ]
    if poll(&polled, 2, 0) > 0 {
      if polled[0].revents != 0 {
        isListening = true
        work.listen()
      }
      if polled[1].revents != 0 { stream?.read() }
    }
    return takeMail()
  }

  /// Also where the board is awake for another reason, a little sooner.
  private func glance() {
    let sooner = LiveFolders.glanceSeconds - LiveFolders.glanceSecondsAwake
    guard isCaughtUp, work.needsGlances, nextGlance <= .now.advanced(milliseconds: sooner * 1000) else { return }
    nextGlance = .now.advanced(milliseconds: LiveFolders.glanceSeconds * 1000)
    work.glance()
  }

  private func takeMail() -> [Message] {
    var mail = work.mailbox.take()
    if let told = mail.sources { sources = told }
    if hasSources, nextMinute <= .now {
      nextMinute = MonotonicInstant.now.advanced(milliseconds: 60_000)
      mail.sources = sources
    }
    hasArticles = hasArticles || !mail.loaded.isEmpty
    firstProblem = firstProblem ?? mail.problems.first
    isCaughtUp = isCaughtUp || mail.isCaughtUp
    if work.hasListened() { isListening = false }
    hasFetched = hasFetched || mail.hasFetched
    let isNews = (isOpen || hasFetched) && !mail.loaded.isEmpty
    isOpen = isCaughtUp
    return mail.messages + (isNews ? [.arrived(at: SourcePoller.now)] : [])
  }

  /// Ends a command like one that read everything before it did anything.
  func conclude() throws(Failure) {
    if let firstProblem { throw .silent(SystemExit(firstProblem.category)) }
  }
}
