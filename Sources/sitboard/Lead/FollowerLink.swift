import BoardUI
import Sharing
import Situation
import Terminal

/// Keeps a board where a presenter's is, and waits for them while they are not there.
final class FollowerLink: BoardPartner {
  private let connect: () throws(SharingError) -> Follower
  private var follower: Follower?
  /// When to look for the presenter again; only while there is none.
  private(set) var deadline: MonotonicInstant?
  private var name = "?"
  /// What came before the first state: until then the board that stands is left standing.
  private var waiting: (articles: [LoadedArticle], entries: [OperatorEntry], grades: Reliabilities)?
  private var received = -1
  private var told = -1
  private var isEnded = false

  private static let patience = 500

  /// - Parameter connect: Finds the presenter; it is called again while they are not there.
  init(_ connect: @escaping () throws(SharingError) -> Follower) { self.connect = connect }

  var descriptors: [Int32] { follower.map { [$0.descriptor] } ?? [] }

  /// Looks for the presenter; whoever is not there yet is waited for.
  func begin() -> [Message] {
    do throws(SharingError) {
      follower = try connect()
      deadline = nil
      waiting = ([], [], Reliabilities())
      (received, told) = (-1, -1)
      isEnded = false
      return []
    } catch {
      deadline = MonotonicInstant.now.advanced(milliseconds: FollowerLink.patience)
      return [.lead(.gone(isEnded ? "the briefing has ended" : error.message))]
    }
  }

  func hear() -> [Message] {
    guard let follower else { return begin() }
    var messages: [Message] = []
    for notice in follower.service() {
      switch notice {
      case .began(let name): self.name = "\(name) (\(follower.account))"
      case .loaded(let entries, let acts):
        let articles = entries.map { LoadedArticle($0.article, claims: $0.claims) }
        if waiting != nil {
          waiting?.articles += articles
          waiting?.entries += acts
        } else {
          if !articles.isEmpty { messages.append(.loaded(articles)) }
          if !acts.isEmpty { messages.append(.acted(acts)) }
        }
      case .graded(let grades):
        if let before = waiting?.grades {
          waiting?.grades = before.overlaid(by: grades)
        } else {
          messages.append(.graded(grades))
        }
      case .state(let state):
        if let whole = waiting {
          messages.append(.lead(.began(presenter: name, whole.articles, whole.entries)))
          if !whole.grades.isEmpty { messages.append(.graded(whole.grades)) }
          waiting = nil
        }
        received = state.number
        messages.append(.lead(.place(LeadPosition(state))))
      case .ended: isEnded = true
      case .lost(let why):
        self.follower = nil
        messages.append(.lead(.gone(isEnded ? "the briefing has ended" : why)))
        deadline = MonotonicInstant.now.advanced(milliseconds: FollowerLink.patience)
        return messages
      }
    }
    return messages
  }

  func see(_ model: Model) {
    guard let follower, received > told, case .following(let following)? = model.lead, !following.isAway else { return }
    told = received
    follower.tell(seen: received)
  }
}

extension LeadPosition {
  fileprivate init(_ state: LedState) {
    self.init(
      playhead: state.playhead, clock: state.clock,
      pointer: state.pointer.flatMap { pointer in
        Pane(rawValue: pointer.pane).map { RowPointer(pane: $0, row: pointer.row) }
      }, words: state.words)
  }
}
