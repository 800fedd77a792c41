import BoardUI
import Desk
import Formats
import Glibc
import Situation
import Synchronization
import Terminal

/// Feeds a board from a desk: what is there, then what comes while it is open; and sends the desk what the operator does.
///
/// A thread of its own waits for the server, so that a key is answered at once however far the server is; at rest neither
/// it nor the board wakes.
final class DeskFeed: BoardPartner {
  private let work: FeedWork
  private let link: DeskLink
  private let hand: OperatorJournal?
  private var isOpen = false
  private var isCaughtUp = false

  /// Milliseconds in which a desk that is near is there before the board opens.
  private static let patience = 400

  /// - Parameter isPresent: True if others at the desk may see that this board is open, and at what instant.
  init(
    _ address: DeskAddress, _ options: CommonOptions, hand: OperatorJournal?, isPresent: Bool = false
  ) throws(Failure) {
    self.hand = hand
    let (mailbox, queue) = (try FeedMailbox(), try WorkQueue())
    work = FeedWork(
      files: [], folders: [], hasSources: true, try ArticleReading(options), options.intake, mailbox, queue)
    link = try DeskLink(address, work, Wakeup(), isPresent: isPresent)
    link.put(hand?.entries ?? [])
    guard link.start() else { throw Failure(.unavailable, "no thread to reach the desk on") }
  }

  deinit { link.end() }

  var descriptors: [Int32] { [work.mailbox.descriptor] }

  /// The messages that came by the time the board may open.
  func begin() -> [Message] {
    var messages: [Message] = []
    let deadline = MonotonicInstant.now.advanced(milliseconds: DeskFeed.patience)
    while !isCaughtUp {
      let left = deadline.millisecondsAhead(of: .now)
      guard left > 0 else { break }
      var wait = pollfd(fd: work.mailbox.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, left) > 0 else { break }
      messages += hear()
    }
    if !isCaughtUp { messages.append(.progress(Progress(done: 0, total: 0, rate: 0))) }
    return messages
  }

  func hear() -> [Message] {
    let mail = work.mailbox.take()
    isCaughtUp = isCaughtUp || mail.isCaughtUp
    let isNews = isOpen && !mail.loaded.isEmpty
    isOpen = isCaughtUp
    return mail.messages + (isNews ? [.arrived(at: SourcePoller.now)] : [])
  }

  func see(_ model: Model) {
    if link.isPresent { link.look(at: model.isAtEnd ? nil : model.asOf.text ?? "the start") }
  }

  func carryOut(_ effect: Effect) -> [Message] {
    // It is in the journal by now, or could not be.
    if case .journal = effect, let hand { link.put(hand.entries) }
    return []
  }
}

/// The connection of a board to its desk, on a thread of its own.
final class DeskLink: Sendable {
  private struct Outbox: Sendable {
    var entries: [OperatorEntry] = []
    /// The instant that the board is as of; `nil` for the newest.
    var instant: String?
    var isOver = false
  }

  private let address: DeskAddress
  private let work: FeedWork
  /// Rung when there is something to send.
  private let bell: Wakeup
  private let outbox = Mutex(Outbox())
  let isPresent: Bool
  /// Rung when the others know that this board is closed.
  private let farewell: Wakeup

  /// Milliseconds that a board stays to say so.
  private static let patience: Int32 = 200

  init(_ address: DeskAddress, _ work: FeedWork, _ bell: Wakeup, isPresent: Bool) throws(Failure) {
    (self.address, self.work, self.bell, self.isPresent) = (address, work, bell, isPresent)
    farewell = try Wakeup()
  }

  func start() -> Bool {
    Threads.detach { [self] in
      var session = DeskSession(address, work, self)
      session.run()
      farewell.ring()
    }
  }

  /// Gives everything that the operator has done; what the desk has not is sent.
  func put(_ entries: [OperatorEntry]) {
    outbox.withLock { $0.entries = entries }
    bell.ring()
  }

  func look(at instant: String?) {
    let isNew = outbox.withLock { outbox in
      defer { outbox.instant = instant }
      return outbox.instant != instant
    }
    if isNew { bell.ring() }
  }

  func end() {
    outbox.withLock { $0.isOver = true }
    bell.ring()
    guard isPresent else { return }
    var wait = pollfd(fd: farewell.descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&wait, 1, DeskLink.patience)
  }

  fileprivate var isOver: Bool { outbox.withLock { $0.isOver } }
  fileprivate var instant: String? { outbox.withLock { $0.instant } }
  fileprivate var entries: [OperatorEntry] { outbox.withLock { $0.entries } }
  fileprivate var descriptor: Int32 { bell.descriptor }
  fileprivate func silence() { bell.silence() }
}

/// The state of the thread of a link.
private struct DeskSession {
  private let address: DeskAddress
  private let work: FeedWork
  private let link: DeskLink
  private var reader = LogReader()
  /// Acts of this board that were read back from the desk: only they are there for certain.
  private var confirmed: Set<LogIdentity> = []
  /// Acts that the server has refused, and so would again.
  private var refused: Set<LogIdentity> = []
  private var backoff = Backoff()
  private var state: DeskState
  private var isCaughtUp = false

  /// Acts that are sent together.
  private static let batch = 500

  init(_ address: DeskAddress, _ work: FeedWork, _ link: DeskLink) {
    (self.address, self.work, self.link) = (address, work, link)
    state = DeskState(name: address.name)
  }

  mutating func run() {
    while !link.isOver {
      do throws(DeskError) {
        let log = try DeskLog(address)
        try serve(log)
      } catch {
        lose(error)
        rest()
      }
    }
  }

  /// Waits until it is worth trying again. What is done meanwhile is told, and is no reason to try sooner.
  private mutating func rest() {
    let end = MonotonicInstant.now.advanced(milliseconds: Int(backoff.seconds) * 1000)
    backoff.lengthen()
    while !link.isOver {
      let left = end.millisecondsAhead(of: .now)
      guard left > 0 else { return }
      var wait = pollfd(fd: link.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, left) > 0 else { continue }
      link.silence()
      tell()
    }
  }

  private mutating func serve(_ log: DeskLog) throws(DeskError) {
    // Woken from here on: what comes between two looks is seen by the next.
    try log.listen()
    if let last = reader.last, try !log.stillHas(last) { restart() }
    backoff.reset()
    (state.lostAt, state.trouble) = (nil, nil)
    let minutes = Int(try log.clockLead() / 60)
    state.clockLead = minutes == 0 ? nil : minutes
    refused = []
    var company = link.isPresent ? try Company(log) : nil
    while !link.isOver {
      try read(log)
      let unsent = unsent()
      if !unsent.isEmpty, try add(unsent, to: log) { continue }
      let pause = try company?.meet(link.instant)
      state.onlookers = company?.others ?? []
      tell()
      catchUp()
      try log.wait(or: link.descriptor, milliseconds: pause ?? -1)
      link.silence()
    }
    try company?.leave()
  }

  /// Reads what is new, and hands it on.
  private mutating func read(_ log: DeskLog) throws(DeskError) {
    var (news, own) = (LogReader.News(), confirmed)
    // The board sorts and draws all that it has with each delivery: of many texts more come at a time.
    var taken = 0
    // Taken out of this value for as long as it changes, so that it is not copied each time.
    var reader = self.reader
    self.reader = LogReader()
    let (work, name, user) = (work, address.name, log.database.user)
    func deliver() {
      work.take(news, of: name)
      news = LogReader.News()
    }
    // Whatever was read before an error counts.
    defer {
      deliver()
      (self.reader, confirmed) = (reader, own)
    }
    let position = reader.last?.position ?? 0
    try log.read(after: position) { record in
      if record.kind == .act, record.author == user { own.insert(record.id) }
      // Another reading of a text whose articles are still on their way would take its place before they are there.
      let next = reader.take(record)
      if !next.superseded.isEmpty || news.articles.count >= max(64, taken / 8) { deliver() }
      taken += next.articles.count
      news.add(next)
    }
  }

  private func unsent() -> [OperatorEntry] {
    link.entries.filter {
      let id = LogIdentity($0)
      return !confirmed.contains(id) && !refused.contains(id)
    }
  }

  /// - Returns: True if they are there.
  private mutating func add(_ entries: [OperatorEntry], to log: DeskLog) throws(DeskError) -> Bool {
    let lines = entries.prefix(DeskSession.batch).map { LogLine($0) }
    do throws(DeskError) {
      try log.append(lines)
      return true
    } catch {
      guard !error.isOfConnection else { throw error }
      refused.formUnion(lines.map(\.id))
      state.trouble = error.message
      return false
    }
  }

  private mutating func lose(_ error: DeskError) {
    state.trouble = error.message
    if state.lostAt == nil { state.lostAt = OperatorJournal.clock }
    tell()
    // The board opens with what there is.
    catchUp()
  }

  private mutating func tell() {
    let entries = link.entries
    state.confirmed = entries.count { confirmed.contains(LogIdentity($0)) }
    state.unsent = entries.count - state.confirmed
    work.tell(state)
  }

  private mutating func catchUp() {
    if !isCaughtUp { work.catchUp() }
    isCaughtUp = true
  }

  private mutating func restart() {
    reader = LogReader()
    confirmed = []
    work.restart()
  }
}

extension LogReader.News {
  fileprivate mutating func add(_ other: LogReader.News) {
    articles += other.articles
    superseded.formUnion(other.superseded)
    acts += other.acts
    reliabilities = reliabilities.overlaid(by: other.reliabilities)
    problems += other.problems
  }
}

extension LogLine {
  /// An act as it is added to a log.
  init(_ entry: OperatorEntry) {
    self.init(id: LogIdentity(entry), kind: .act, text: String(decoding: EventLines.line(entry), as: UTF8.self))
  }
}
