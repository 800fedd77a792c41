package import Formats
package import Situation

/// What a reader at the far end of an ssh line asks for. Nothing else can be asked, and no shell ever sees it.
///
///     request = "" | board | brief | diff | claims | follow
///     board   = "board" { "--ascii" }
///     brief   = "brief" { "--as-of" time | "--since" ( time | span | "last" ) | "--keep-last"
///             | "--full" | "--line" | "--section" section | "--form" form | common }
///     diff    = "diff" { "--from" time | "--to" time | common }
///     claims  = "claims" { "--format" claim-format | "--ascii" }
///     follow  = "follow" [ name ] { "--ascii" }
///     span    = digits ( "m" | "h" | "d" | "w" )
///     common  = "--clock" ( "happened" | "reported" ) | "--width" columns
///             | "--format" format | "--ascii"
///
/// Sections, forms, formats and columns are those of `BriefingSection`, `BriefingForm`, `BriefingFormat`, `ClaimFormat`
/// and `BriefingWidth`.
/// Words are divided by spaces, no option is given twice, and there are no other characters than letters, digits and
/// `.` `_` `:` `+` `-`.
package struct GateRequest: Hashable, Sendable {
  package enum Action: String, Hashable, Sendable {
    case board, brief, diff, claims, follow
  }

  package enum Since: Hashable, Sendable {
    case last
    case time(Moment)
    /// So many seconds before the newest claim.
    case ago(Int64)
  }

  package var action: Action
  package var asOf: Moment?
  package var since: Since?
  package var from: Moment?
  package var to: Moment?
  package var keepsLast = false
  package var extent = BriefingExtent.page
  /// The sections that are asked for; none for all.
  package var sections: [BriefingSection] = []
  /// The form that is asked for; `nil` for the briefing's own.
  package var form: BriefingForm?
  package var clock = Clock.happened
  package var width = BriefingWidth.standard
  package var format = BriefingFormat.text
  package var claimFormat = ClaimFormat.table
  package var isASCII = false
  /// Of the briefing to follow.
  package var name = "desk"

  /// Why a request is refused. Nothing of the request is repeated in it.
  package struct Refusal: Error, Hashable, Sendable {
    package let reason: String
  }

  /// Longer requests are refused unread.
  package static let mostBytes = 512
  private static let mostWords = 24

  /// - Parameters:
  ///   - bytes: What the client sent, byte for byte; empty for none.
  ///   - offset: The zone of times that name none.
  package init(_ bytes: some Collection<UInt8>, offset: UTCOffset = .zero) throws(Refusal) {
    guard bytes.count <= GateRequest.mostBytes else { throw Refusal(reason: "too long") }
    guard bytes.allSatisfy(GateRequest.isAllowed) else { throw Refusal(reason: "a character that no request has") }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ").map(String.init)
    guard words.count <= GateRequest.mostWords else { throw Refusal(reason: "too many words") }
    guard let first = words.first else {
      self.init(.board)
      return
    }
    guard let action = Action(rawValue: first) else {
      throw Refusal(reason: "this desk has board, brief, diff, claims and follow")
    }
    self.init(action)
    var options = GateOptions(words.dropFirst())
    while let option = options.next() {
      guard option == "--section" || options.isNew(option) else { throw Refusal(reason: "an option is given twice") }
      try take(option, &options, offset)
    }
    if form != nil, !sections.isEmpty || extent != .page {
      throw Refusal(reason: "--form is a briefing of its own")
    }
    if !sections.isEmpty, extent == .line { throw Refusal(reason: "--line is one line, without --section") }
    if keepsLast, since != .last { throw Refusal(reason: "--keep-last goes with --since last") }
    if let end = to?.to, let start = from?.to, start > end { throw Refusal(reason: "--from is later than --to") }
    if case .time(let moment)? = since, let end = asOf?.to, let start = moment.to, start > end {
      throw Refusal(reason: "--since is later than --as-of")
    }
  }

  private init(_ action: Action) { self.action = action }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "+"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private mutating func take(_ option: String, _ options: inout GateOptions, _ offset: UTCOffset) throws(Refusal) {
    func time() throws(Refusal) -> Moment {
      guard let word = options.next(), let moment = Moment.parse(word, defaultOffset: offset) else {
        throw Refusal(reason: "a time is written as 2025-03-12 or 2025-03-12T14:10+05:00")
      }
      return moment
    }
    func choice<Choice: RawRepresentable<String> & CaseIterable>() throws(Refusal) -> Choice {
      guard let choice = options.next().flatMap(Choice.init(rawValue:)) else {
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw Refusal(reason: "after that option stands one of: \(known)")
      }
      return choice
    }
    let isBriefing = action == .brief || action == .diff
    switch option {
    case "--ascii": isASCII = true
    case "--clock" where isBriefing:
      clock = try choice()
    case "--width" where isBriefing:
      guard let word = options.next(), word.count <= 3, let number = Int(word), BriefingWidth.range.contains(number)
      else {
        throw Refusal(reason: "--width goes \(BriefingWidth.words)")
      }
      width = number
    case "--format" where isBriefing: format = try choice()
    case "--format" where action == .claims: claimFormat = try choice()
    case "--as-of" where action == .brief: asOf = try time()
    case "--keep-last" where action == .brief: keepsLast = true
    case "--full" where action == .brief && options.isNew("extent"): extent = .full
    case "--line" where action == .brief && options.isNew("extent"): extent = .line
    case "--section" where action == .brief: sections.append(try choice())
    case "--form" where action == .brief: form = try choice()
    case "--since" where action == .brief:
      if options.nextIs("last") {
        since = .last
      } else if let ago = options.peek.flatMap(TimeEntry.ago) {
        since = .ago(ago)
        _ = options.next()
      } else {
        since = .time(try time())
      }
    case "--from" where action == .diff: from = try time()
    case "--to" where action == .diff: to = try time()
    case let name where action == .follow && !name.hasPrefix("-"):
      guard LeadSocket.isName(name), options.isNew("name") else { throw Refusal(reason: "no name of a briefing") }
      self.name = name
    default: throw Refusal(reason: "an option that the desk does not have")
    }
  }
}

/// The words after the first, taken one after another.
private struct GateOptions {
  private var rest: ArraySlice<String>
  private var seen: Set<String> = []

  init(_ words: ArraySlice<String>) { rest = words }

  mutating func next() -> String? { rest.popFirst() }

  var peek: String? { rest.first }

  mutating func nextIs(_ word: String) -> Bool {
    guard rest.first == word else { return false }
    rest.removeFirst()
    return true
  }

  mutating func isNew(_ option: String) -> Bool { seen.insert(option).inserted }
}
