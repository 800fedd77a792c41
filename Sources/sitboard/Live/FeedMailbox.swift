import BoardUI
import Intake
import Situation
import Synchronization

/// What the reading thread has for the board, until the board takes it. However much comes meanwhile, it is taken at
/// once, so that a slow board is behind by no more than one look.
struct FeedMail {
  var loaded: [LoadedArticle] = []
  var acts: [OperatorEntry] = []
  var reliabilities = Reliabilities()
  var marks: [ArticleID: FileChange] = [:]
  var restored: Set<ArticleID> = []
  /// Editions of stories of which there is a newer one.
  var superseded: Set<ArticleID> = []
  var troubles: [String]?
  /// How each folder is watched.
  var places: [String]?
  var problems: [Problem] = []
  var notices: [String] = []
  var remark: String?
  /// How the addresses that are asked are doing.
  var sources: [SourceState]?
  /// True if something came from an address just now, and not from what was kept.
  var hasFetched = false
  /// How the desk is doing.
  var desk: DeskState?
  /// True if everything before is to be forgotten.
  var isRestarted = false
  var progress: Progress?
  /// True if everything that was there at first has been read.
  var isCaughtUp = false

  /// As messages, in the order in which the board needs them.
  var messages: [Message] {
    var messages: [Message] = isRestarted ? [.restarted] : []
    if let progress, !isCaughtUp { messages.append(.progress(progress)) }
    if !superseded.isEmpty { messages.append(.superseded(superseded)) }
    if !loaded.isEmpty { messages.append(.loaded(loaded)) }
    if !acts.isEmpty { messages.append(.acted(acts)) }
    if !reliabilities.isEmpty { messages.append(.graded(reliabilities)) }
    if !marks.isEmpty || !restored.isEmpty { messages.append(.marked(marks, restored: restored)) }
    if let places { messages.append(.places(places)) }
    if let troubles { messages.append(.troubles(troubles)) }
    messages += problems.map { .problem($0.message) } + notices.map { .notice($0) }
    if let remark { messages.append(.status(remark)) }
    if let sources { messages.append(.sources(sources, now: SourcePoller.now)) }
    if let desk { messages.append(.desk(desk)) }
    if isCaughtUp { messages.append(.progress(nil)) }
    return messages
  }
}

/// A mailbox with a descriptor that is readable while there is mail.
final class FeedMailbox: Sendable {
  private let bell: Wakeup
  private let mail = Mutex(FeedMail())

  init() throws(Failure) { bell = try Wakeup() }

  var descriptor: Int32 { bell.descriptor }

  func put(_ change: (inout FeedMail) -> Void) {
    mail.withLock { change(&$0) }
    bell.ring()
  }

  /// How far the reading is; the mail stays.
  var progress: Progress? { mail.withLock { $0.progress } }

  func take() -> FeedMail {
    bell.silence()
    return mail.withLock { mail in
      defer {
        // How far the reading is stays while it goes on. Kept after its end, it would come again with every later
        // mail, and hide the row of keys for good.
        let progress = mail.isCaughtUp ? nil : mail.progress
        mail = FeedMail()
        mail.progress = progress
      }
      return mail
    }
  }
}
