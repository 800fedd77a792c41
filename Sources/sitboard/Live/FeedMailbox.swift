import BoardUI
import Glibc
import Intake
import Situation
import Synchronization

/// What the reading thread has for the board, until the board takes it. However much comes meanwhile, it is taken at
/// once, so that a slow board is behind by no more than one look.
struct FeedMail {
  var loaded: [LoadedArticle] = []
  var acts: [OperatorEntry] = []
  var reliabilities = Reliabilities()
  var marks: [ArticleID: FileMark] = [:]
  var restored: Set<ArticleID> = []
  var troubles: [String]?
  var problems: [Problem] = []
  var notices: [String] = []
  var remark: String?
  var progress: Progress?
  /// Whether everything that was there at first has been read.
  var isCaughtUp = false

  /// As messages, in the order in which the board needs them.
  var messages: [Message] {
    var messages: [Message] = []
    if let progress, !isCaughtUp { messages.append(.progress(progress)) }
    if !loaded.isEmpty { messages.append(.loaded(loaded)) }
    if !acts.isEmpty { messages.append(.acted(acts)) }
    if !reliabilities.isEmpty { messages.append(.graded(reliabilities)) }
    if !marks.isEmpty || !restored.isEmpty { messages.append(.marked(marks, restored: restored)) }
    if let troubles { messages.append(.troubles(troubles)) }
    messages += problems.map { .problem($0.message) } + notices.map { .notice($0) }
    if let remark { messages.append(.status(remark)) }
    if isCaughtUp { messages.append(.progress(nil)) }
    return messages
  }
}

/// A mailbox with a descriptor that is readable while there is mail.
final class FeedMailbox: Sendable {
  let descriptor: Int32
  private let bell: Int32
  private let mail = Mutex(FeedMail())

  init() throws(Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw Failure(.unavailable, "no pipe: \(String(cString: strerror(errno)).lowercased())")
    }
    (descriptor, bell) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    close(descriptor)
    close(bell)
  }

  func put(_ change: (inout FeedMail) -> Void) {
    mail.withLock { change(&$0) }
    var byte: UInt8 = 1
    // A full pipe is readable all the same.
    _ = write(bell, &byte, 1)
  }

  /// How far the reading is; the mail stays.
  var progress: Progress? { mail.withLock { $0.progress } }

  func take() -> FeedMail {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    return mail.withLock { mail in
      defer {
        let progress = mail.progress
        mail = FeedMail()
        mail.progress = progress
      }
      return mail
    }
  }
}
