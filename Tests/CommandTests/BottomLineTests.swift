import BoardUI
import Formats
import Situation
import Testing

@testable import sitboard

/// The first thing that is seen of the built-in incident, at five instants and four sizes. What is expected was written
/// from the reports of those days, before any screen was looked at.
@Suite struct BottomLineTests {
  /// A figure and who gives it: any of these words in the brackets after it.
  struct Account: Sendable {
    let figure: String
    let speakers: [String]

    init(_ figure: String, _ speakers: String...) { (self.figure, self.speakers) = (figure, speakers) }

    func stands(in text: String) -> Bool {
      text.ranges(of: figure + " (").contains { range in
        let rest = text[range.upperBound...].prefix { $0 != ")" }
        return speakers.contains { rest.contains($0) }
      }
    }
  }

  struct Instant: Sendable, CustomStringConvertible {
    let time: String
    /// The state that the incident is in.
    let state: String
    /// Held and dead, by each who counts them; told at every size.
    let gravest: [Account]
    /// Told where there is room.
    let others: [Account]
    /// The figures that cannot both be true, with their speakers.
    let disputed: [String]

    var description: String { time }
  }

  static let instants = [
    Instant(
      time: "11 Mar 22:00", state: "train stopped", gravest: [Account("≥450", "railway"), Account("214", "BLA")],
      others: [Account("80", "government", "Rind")], disputed: ["214 (BLA)", "≥450 (", "railway"]),
    Instant(
      time: "12 Mar 12:30", state: "train",
      gravest: [Account("≥450", "railway"), Account("214", "BLA"), Account("10", "railway", "Hayat")],
      others: [Account("190", "security", "state")], disputed: ["women and children", "officials", "BLA"]),
    Instant(
      time: "12 Mar 23:00", state: "operation over",
      gravest: [Account("21", "military", "Chaudhry"), Account("50", "BLA")],
      others: [Account("440", "military", "Chaudhry")], disputed: ["21 (A. Chaudhry", "50 (BLA)"]),
    Instant(
      time: "14 Mar 17:00", state: "operation over",
      gravest: [Account("31", "military", "Chaudhry"), Account("50", "BLA")],
      others: [Account("354", "military", "Chaudhry")], disputed: ["31 (", "50 (BLA"]),
    Instant(
      time: "", state: "operation over", gravest: [Account("31", "military", "Chaudhry"), Account("214", "BLA")],
      others: [Account("354", "military", "Chaudhry")], disputed: ["214 (BLA)", "31 ("]),
  ]

  /// The lines over the panes, or all of the screen where the bottom line fills it; joined.
  private static func top(_ columns: Int, _ rows: Int, at time: String, keys: String = "") throws -> String {
    var store = EventStore()
    for entry in try #require(BuiltInIncident.entries) { store.append(entry.article, claims: entry.claims ?? []) }
    var model = Model(store: store, size: Size(columns: columns, rows: rows))
    model.begin()
    func type(_ keys: String) { for key in keys.unicodeScalars { _ = update(&model, .key(.character(key))) } }
    if !time.isEmpty {
      type(":goto \(time)")
      _ = update(&model, .key(.enter))
    }
    type(keys)
    let lines = view(model, size: model.size).lines.dropFirst().prefix { !$0.hasPrefix("─ 1 ") }
    return lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test(arguments: instants, [(80, 24), (120, 40), (40, 10), (38, 20)])
  func `the held and the dead by each account, and what cannot both be true, come first`(
    _ instant: Instant, _ size: (Int, Int)
  ) throws {
    let text = try Self.top(size.0, size.1, at: instant.time)
    for account in instant.gravest { #expect(account.stands(in: text), "\(account.figure): \(text)") }
    for words in instant.disputed { #expect(text.contains(words), "\(words): \(text)") }
    #expect(text.contains(instant.state), "\(text)")
  }

  @Test(arguments: instants, [(120, 40), (38, 20)])
  func `where there is room the freed or those aboard follow, and when the last report came`(
    _ instant: Instant, _ size: (Int, Int)
  ) throws {
    let text = try Self.top(size.0, size.1, at: instant.time)
    for account in instant.others { #expect(account.stands(in: text), "\(account.figure): \(text)") }
    #expect(text.contains("last report"), "\(text)")
  }

  @Test(arguments: instants) func `one key opens all six lines`(_ instant: Instant) throws {
    let text = try Self.top(80, 24, at: instant.time, keys: "b")
    for account in instant.gravest + instant.others { #expect(account.stands(in: text), "\(account.figure): \(text)") }
    for topic in ["incident", "people", "disputed", "not known", "next"] {
      #expect(text.contains(topic), "\(topic): \(text)")
    }
    #expect(text.contains("deadline") || instant.time == "", "\(text)")
  }

  @Test(arguments: [(80, 24), (90, 30), (100, 24), (120, 40), (200, 60)])
  func `how much waits to be reviewed is in the title in words wherever the replay stands`(_ size: (Int, Int)) throws {
    var store = EventStore()
    for entry in try #require(BuiltInIncident.entries) { store.append(entry.article, claims: entry.claims ?? []) }
    var model = Model(store: store, size: Size(columns: size.0, rows: size.1))
    for baseline in ["", ":baseline 1h"] {
      for key in baseline.unicodeScalars { _ = update(&model, .key(.character(key))) }
      if !baseline.isEmpty { _ = update(&model, .key(.enter)) }
      for included in stride(from: 3, through: store.replayCount, by: 10) {
        for key in ":goto #\(included)".unicodeScalars { _ = update(&model, .key(.character(key))) }
        _ = update(&model, .key(.enter))
        let title = view(model, size: model.size).lines[0]
        let count = Board(store, included: model.playhead, clock: .happened).unsure.count
        #expect(count == 0 || title.contains("\(count) to review"), "\(title)")
      }
    }
  }

  @Test func `a passed deadline is said to have passed`() throws {
    #expect(try Self.top(120, 40, at: "14 Mar 17:00").contains("passed ≥"))
    #expect(try Self.top(120, 40, at: "11 Mar 22:00").contains(" left"))
  }
}
