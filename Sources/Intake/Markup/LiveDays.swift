import Situation

/// The days of posts that tell the time alone.
struct LiveDays {
  /// True if no day can be told: the posts may be of several.
  let areUnknown: Bool
  private let day: String?
  /// As the page writes it; empty where it writes none, or only Greenwich's, in which few pages show their times.
  private let zone: String

  /// - Parameters:
  ///   - date: When the page was published.
  ///   - changed: When it was changed last.
  init(_ posts: [LivePosts.Post], date: String?, changed: String?) {
    let clocks = posts.filter { if case .clock = $0.time { true } else { false } }
    let seconds = clocks.compactMap { LivePosts.seconds($0.time) }
    let rising = zip(seconds, seconds.dropFirst()).allSatisfy { $0 <= $1 }
    let falling = zip(seconds, seconds.dropFirst()).allSatisfy { $0 >= $1 }
    let published = date.map { String($0.prefix(10)) }
    let isOneDay = (rising || falling) && (changed == nil || changed.map { String($0.prefix(10)) } == published)
    day = isOneDay ? published.flatMap { Moment.parse($0, defaultOffset: .zero) == nil ? nil : $0 } : nil
    areUnknown = !clocks.isEmpty && day == nil
    let end = date.flatMap { $0.utf8.count > 16 ? String($0.suffix(6)) : nil } ?? ""
    zone = end.hasPrefix("+") || end.hasPrefix("-") ? end : ""
  }

  func date(of time: LivePosts.Time) -> String? {
    switch time {
    case .instant(let date): date
    case .clock(let text):
      day.flatMap { LivePosts.instant(clock: text, day: $0) }.map { date in
        date.hasSuffix("Z") || date.dropFirst(10).contains { $0 == "+" || $0 == "-" } ? date : date + zone
      }
    }
  }
}
