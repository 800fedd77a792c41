package import Situation

/// A feed or a page that is fetched again and again.
package struct LiveSource: Hashable, Sendable {
  /// What it is called on the board.
  package var name: String
  package var address: WebAddress
  /// Seconds from one look to the next.
  package var every: Int
  /// Whether the pages that a feed's items link to are fetched as well.
  package var followsPages: Bool
  /// Where the dates of its articles are that name no time zone; `nil` where that is not known.
  package var timezone: UTCOffset?

  package static let standardEvery = 300
  /// A source is never asked more often.
  package static let leastEvery = 30

  package init(_ address: WebAddress, name: String? = nil, every: Int = standardEvery, followsPages: Bool = false) {
    self.address = address
    self.name = name ?? address.host
    self.every = max(every, LiveSource.leastEvery)
    self.followsPages = followsPages
  }

  /// "5 min", "30 s", "2 h": seconds; `nil` for anything else.
  package static func seconds(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number > 0, number <= 1_000_000 else { return nil }
    switch text.dropFirst(digits.count).drop(while: { $0 == " " }) {
    case "s", "sec", "seconds": return number
    case "m", "min", "minutes": return number * 60
    case "h", "hours": return number * 3600
    default: return nil
    }
  }
}
