import Situation
import Testing

/// The figures move, disagree and settle as the reports of March 2025 had it.
@Suite struct IncidentTests {
  /// A figure that the board shows, and whose word it is: a surname, a role or an organisation.
  struct Expected: Sendable, CustomTestStringConvertible {
    let asOf: String
    let status: Count.Status
    let subjectClass: Count.SubjectClass
    let low: Int?
    let high: Int?
    let speaker: String?

    init(
      _ asOf: String, _ status: Count.Status, _ subjectClass: Count.SubjectClass, _ low: Int?, _ high: Int?,
      _ speaker: String?
    ) {
      self.asOf = asOf
      self.status = status
      self.subjectClass = subjectClass
      self.low = low
      self.high = high
      self.speaker = speaker
    }

    var testDescription: String {
      "\(asOf) \(FigureKey(status, subjectClass).label) \(low.map(String.init) ?? "…")…\(high.map(String.init) ?? "")"
    }
  }

  // Wires often name a speaker only in the second sentence; the figure is then his whom the first sentence calls "a
  // senior railway official" or "the military spokesman".
  static let figures = [
    Expected("2025-03-11T16:00", .aboard, .people, 500, 500, "senior railway official"),
    Expected("2025-03-11T17:00", .held, .people, 100, nil, "BLA"),
    Expected("2025-03-11T17:00", .killed, .securityForces, 6, 6, "BLA"),
    Expected("2025-03-11T20:00", .rescued, .people, 80, 80, "Rind"),
    Expected("2025-03-11T21:00", .held, .people, 214, 214, "BLA"),
    Expected("2025-03-11T23:59", .rescued, .people, 104, 104, "security sources"),
    Expected("2025-03-11T23:59", .killed, .attackers, 16, 16, "security sources"),
    Expected("2025-03-11T23:59", .injured, .people, 17, 17, "security sources"),
    Expected("2025-03-12T08:00", .rescued, .people, 155, 155, "military sources"),
    Expected("2025-03-12T08:00", .killed, .attackers, 27, 27, "military sources"),
    Expected("2025-03-12T09:30", .strength, .attackers, 70, 80, "Chaudhry"),
    Expected("2025-03-12T11:00", .killed, .securityForces, 30, 30, "BLA"),
    Expected("2025-03-12T12:30", .rescued, .people, 190, 190, "security source"),
    Expected("2025-03-12T12:30", .killed, .attackers, 30, 30, "security source"),
    Expected("2025-03-12T20:00", .killed, .people, 50, 50, "BLA"),
    Expected("2025-03-12T22:30", .killed, .attackers, 33, 33, "military spokesman"),
    Expected("2025-03-12T22:30", .killed, .people, 21, 21, "Chaudhry"),
    Expected("2025-03-12T22:30", .killed, .securityForces, 4, 4, "Chaudhry"),
    Expected("2025-03-12T22:30", .aboard, .people, 440, 440, "Chaudhry"),
    Expected("2025-03-13T19:00", .rescued, .people, 340, nil, "Bugti"),
    Expected("2025-03-14T15:30", .rescued, .people, 354, 354, "Chaudhry"),
    Expected("2025-03-14T15:30", .killed, .attackers, 33, 33, "military spokesman"),
  ]

  @Test(arguments: figures) func `the figure reported last is a head`(expected: Expected) throws {
    let board = BuiltInIncident.board(asOf: expected.asOf)
    let heads = try #require(board.ladders[FigureKey(expected.status, expected.subjectClass)]?.heads)
    let rung = try #require(heads.first { $0.figure.low == expected.low && $0.figure.high == expected.high })
    let speaker = BuiltInIncident.store[rung.first].claim.speaker
    let words = [speaker?.surname, speaker?.role, speaker?.organisation].compactMap { $0 }
    #expect(expected.speaker.map { wanted in words.contains { $0.contains(wanted) } } ?? words.isEmpty)
  }

  @Test func `the revised toll is 31 and the 25 it replaced no longer stands`() throws {
    let board = BuiltInIncident.board(asOf: "2025-03-14T15:30")
    let standing = board.ladders.values.filter { $0.key.status == .killed && $0.key.subjectClass != .attackers }
      .flatMap(\.live).map(\.figure)
    #expect(standing.contains(.exactly(31)))
    #expect(!standing.contains(.exactly(25)))
  }

  @Test func `attackers killed rose from 16 to 33 and nobody is contradicted by that`() throws {
    let board = BuiltInIncident.board(asOf: "2025-03-14T23:00")
    let ladder = try #require(board.ladders[FigureKey(.killed, .attackers)])
    #expect(ladder.rungs.map(\.figure).contains(.exactly(16)))
    #expect(!board.conflicts.contains { $0.kind == .rival && $0.subject == "attackers killed" })
  }

  @Test func `50 hostages killed by the attackers' word contradict the military's 21 and 4`() {
    let board = BuiltInIncident.board(asOf: "2025-03-12T22:30")
    #expect(
      board.conflicts.contains { conflict in
        conflict.severity == .contradiction && conflict.subject == "killed"
          && Set(conflict.terms.map(\.rung.figure) + [conflict.against.rung.figure]) == [
            .exactly(21), .exactly(4), .exactly(50),
          ]
      })
  }

  @Test func `the blast of November 2024 counts nobody`() {
    let figures = BuiltInIncident.board(asOf: "2025-03-14T23:00").ladders.values.flatMap(\.rungs).map(\.figure)
    #expect(!figures.contains(.exactly(62)))
    #expect(!figures.contains { $0.low == 26 && $0.high == nil })
  }

  @Test func `the train has an engine and nine coaches and ran from Quetta to Peshawar`() {
    let train = BuiltInIncident.board(asOf: "2025-03-14T23:00").train
    #expect(train.vehicles.count == 10)
    #expect(train.route?.from == "Quetta")
    #expect(train.route?.to == "Peshawar")
  }

  @Test(arguments: Clock.allCases) func `stepping forward and back gives the same boards`(clock: Clock) {
    let store = BuiltInIncident.store
    let forward = (0...store.replayCount).map { Board(store, included: $0, clock: clock) }
    for (included, board) in forward.enumerated().reversed() {
      #expect(Board(store, included: included, clock: clock) == board)
    }
  }
}
