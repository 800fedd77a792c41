internal import Situation

/// How the things stand that every operator wants to be told of: conflicts, head figures, deadlines, sources.
struct Standing: Hashable, Sendable {
  /// What may come up, the least grave first.
  enum Kind: Int, Hashable, Sendable {
    case silentSource, deadline, total, headFigure, conflict

    var words: String {
      switch self {
      case .silentSource: "silent"
      case .deadline: "deadline"
      case .total: "new total"
      case .headFigure: "changed"
      case .conflict: "conflict"
      }
    }
  }

  /// Something that stands, with the words that tell of it.
  private struct Item: Hashable, Sendable {
    var kind: Kind
    var words: String
  }

  /// A deadline is near when it has no more than this left.
  private static let near: Int64 = 2 * 3600

  /// By what each is about: the same as long as it stays the same.
  private var items: [String: Item] = [:]
  /// The figures that lead, by what they count.
  private var heads: [FigureKey: String] = [:]
  /// When the deadline that was set last will be near, though nothing comes; `nil` where it is, or there is none.
  private(set) var nextNear: Instant?

  /// - Parameter now: The time of day, where it is told.
  init(_ board: Board, _ line: BottomLine, _ live: LiveState) {
    for conflict in board.openConflicts {
      let words = "\(conflict.headline()): \(conflict.claimed()) \(conflict.opposed())"
      items["conflict " + conflict.name] = Item(kind: .conflict, words: words)
    }
    for people in line.people {
      guard case .totals(let totals) = people.known else { continue }
      let figures = totals.map { "\($0.figure.short()) (\($0.source.speaker?.shortest ?? "unattributed"))" }
      heads[people.key] = figures.joined(separator: " or ")
    }
    let now = [board.asOf, live.now.seconds == 0 ? nil : live.now].compactMap { $0 }.max()
    if let now, let left = line.deadline?.note?.left(at: now), left > Standing.near {
      nextNear = now.advanced(by: left - Standing.near)
    }
    if let deadline = line.deadline, let left = deadline.note?.left(at: now), (0...Standing.near).contains(left) {
      let who = deadline.source.speaker?.shortest ?? "unattributed"
      let words = "deadline \(deadline.statement.content) (\(who)) \(deadline.note?.words(at: now, .unicode) ?? "")"
      items["deadline " + deadline.statement.content + who] = Item(kind: .deadline, words: words)
    }
    for source in live.sources {
      guard let words = source.silence(at: live.now) else { continue }
      items["source " + source.address] = Item(kind: .silentSource, words: words)
    }
  }

  /// What stands now and did not before, the gravest first.
  func news(since former: Standing) -> [(kind: Kind, words: String)] {
    var news = items.filter { former.items[$0.key] == nil }.map { ($0.value.kind, $0.value.words) }
    for (key, words) in heads where former.heads[key] != words {
      if let before = former.heads[key] {
        news.append((.headFigure, "\(key.label) \(words), was \(before)"))
      } else {
        let isGrave = key.status == .killed || key.status == .held
        news.append((isGrave ? .total : .headFigure, "\(key.label) \(words)"))
      }
    }
    return news.sorted { ($1.0.rawValue, $0.1) < ($0.0.rawValue, $1.1) }.map { (kind: $0.0, words: $0.1) }
  }
}
