import LineExamples
import Situation
import Testing

/// What the operator does, and that it can be taken back.
@Suite struct OperatorTests {
  static let journal = String(repeating: "e", count: 64)

  static func entry(
    _ number: Int, _ act: OperatorAct, at: String = "2025-03-13T09:00", text: String = "", journal: String = journal,
    by author: String = "watch"
  ) -> OperatorEntry {
    OperatorEntry(
      id: ArticleID(digest: journal, story: number), author: author, at: Examples.instant(at),
      offset: Examples.karachi, text: text, act: act)
  }

  /// 300 held and 190 rescued of 450 aboard, by officials and police, and 350 safe.
  private static func incident() -> EventStore {
    Examples.store([
      ("2025-03-11T15:00", Examples.count(.aboard, .about(450)), nil),
      ("2025-03-12T10:00", Examples.count(.held, .about(300)), Examples.officials),
      ("2025-03-12T11:00", Examples.count(.rescued, .exactly(190)), nil),
      ("2025-03-12T12:00", Examples.count(.killed, .exactly(16), of: "attackers", class: .attackers), Examples.police),
      ("2025-03-12T13:00", Examples.count(.killed, .exactly(50)), Examples.bla),
      ("2025-03-12T14:00", Examples.count(.killed, .exactly(21)), Examples.military),
    ])
  }

  private func reference(_ number: Int, in store: EventStore) -> ClaimReference {
    store.reference(to: EventID(number))
  }

  @Test func `a retracted claim is left out of the board and stays in the store`() {
    var store = OperatorTests.incident()
    store.append([OperatorTests.entry(1, .retract(reference(2, in: store)))])
    let board = store.board()
    #expect(board.row("rescued")?.value == .unknown)
    #expect(board.overrides.retracted == [EventID(2): EventID(6)])
    #expect(store[EventID(2)].claim.count?.figure == .exactly(190))
  }

  @Test func `a corrected figure stands on the ladder and in the ledger, and the claim keeps what was read`() {
    var store = OperatorTests.incident()
    store.append([OperatorTests.entry(1, .correct(reference(2, in: store), .exactly(109)))])
    let board = store.board()
    #expect(board.row("rescued")?.value == .figure(.exactly(109)))
    #expect(board.ledger?.terms.contains { $0.rung.figure == .exactly(109) } == true)
    #expect(store[EventID(2)].claim.count?.figure == .exactly(190))
  }

  @Test func `the latest correction stands, and under it the earlier one`() {
    var store = OperatorTests.incident()
    let claim = reference(2, in: store)
    store.append([
      OperatorTests.entry(1, .correct(claim, .exactly(109))), OperatorTests.entry(2, .correct(claim, .exactly(119))),
    ])
    #expect(store.board().row("rescued")?.value == .figure(.exactly(119)))
    store.append([OperatorTests.entry(3, .undo(2))])
    #expect(store.board().row("rescued")?.value == .figure(.exactly(109)))
  }

  @Test func `a claim taken as another status moves to the row of it, and the claim keeps what was read`() {
    var store = OperatorTests.incident()
    store.append([OperatorTests.entry(1, .amend(reference(2, in: store), Amendment(status: .released)))])
    let board = store.board()
    #expect(board.row("rescued")?.value == .unknown)
    #expect(board.row("released")?.value == .figure(.exactly(190)))
    #expect(store[EventID(2)].claim.count?.status == .rescued)
  }

  @Test func `a claim taken as background or as of another incident counts nowhere`() {
    for amendment in [Amendment(standing: .background), Amendment(scope: .other)] {
      var store = OperatorTests.incident()
      store.append([OperatorTests.entry(1, .amend(reference(2, in: store), amendment))])
      #expect(store.board().row("rescued")?.value == .unknown)
    }
  }

  @Test func `later words on a claim stand over earlier ones, and undoing them brings the earlier back`() {
    var store = OperatorTests.incident()
    let claim = reference(2, in: store)
    store.append([
      OperatorTests.entry(1, .amend(claim, Amendment(status: .released, standing: .background))),
      OperatorTests.entry(2, .amend(claim, Amendment(standing: .current))),
    ])
    #expect(store.board().row("released")?.value == .figure(.exactly(190)))
    store.append([OperatorTests.entry(3, .undo(2))])
    #expect(store.board().row("released") == nil || store.board().row("released")?.value == .unknown)
  }

  @Test func `a corrected figure stands in the row that the claim was taken for`() {
    var store = OperatorTests.incident()
    let claim = reference(2, in: store)
    store.append([
      OperatorTests.entry(1, .correct(claim, .exactly(109))),
      OperatorTests.entry(2, .amend(claim, Amendment(status: .released))),
    ])
    #expect(store.board().row("released")?.value == .figure(.exactly(109)))
    #expect(store.board().row("rescued")?.value == .unknown)
  }

  @Test func `an unsure claim waits until it is accepted, taken otherwise, corrected or retracted`() {
    let article = Examples.article("a", date: Examples.moment("2025-03-11"), outlet: "Desk")
    var claim = Examples.claim(Examples.count(.killed, .exactly(30)), in: article, by: Examples.police)
    claim.doubt = .cues
    var unread = EventStore()
    unread.append(article, claims: [claim])
    #expect(unread.board().unsure == [EventID(0)])
    #expect(unread.board().row("killed")?.value == .unknown)
    let reference = reference(0, in: unread)
    let looked: [(act: OperatorAct, killed: BoardRow.Value)] = [
      (.amend(reference, .accepting), .figure(.exactly(30))),
      (.amend(reference, Amendment(status: .injured)), .unknown),
      (.correct(reference, .exactly(13)), .figure(.exactly(13))), (.retract(reference), .unknown),
    ]
    for (act, killed) in looked {
      var store = unread
      store.append([OperatorTests.entry(1, act)])
      #expect(store.board().unsure.isEmpty)
      #expect(store.board().row("killed")?.value == killed)
      store.append([OperatorTests.entry(2, .undo(1))])
      #expect(store.board().unsure == [EventID(0)])
    }
  }

  @Test func `a figure is the best only where the operator pinned it, and one at a time`() {
    var store = OperatorTests.incident()
    let key = FigureKey(.killed, .people)
    #expect(store.board().ladders[key]?.best == nil)
    store.append([OperatorTests.entry(1, .pin(reference(4, in: store)))])
    #expect(store.board().ladders[key]?.best?.figure == .exactly(50))
    #expect(store.board().ladders[key]?.newest?.figure == .exactly(21))
    store.append([OperatorTests.entry(2, .pin(reference(5, in: store)))])
    #expect(store.board().ladders[key]?.rungs.filter(\.isPinned).map(\.figure) == [.exactly(21)])
  }

  @Test func `operators who pin different figures are shown as two who disagree, whoever came last`() {
    var store = OperatorTests.incident()
    let key = FigureKey(.killed, .people)
    let other = String(repeating: "f", count: 64)
    func ben(_ number: Int, _ claim: Int, at: String) -> OperatorEntry {
      OperatorTests.entry(number, .pin(reference(claim, in: store)), at: at, journal: other, by: "ben")
    }
    store.append([OperatorTests.entry(1, .pin(reference(4, in: store)), by: "ann")])
    store.append([ben(1, 5, at: "2025-03-13T10:00")])
    var board = store.board()
    #expect(board.ladders[key]?.best == nil)
    #expect(board.rivalPinWords(of: key) == "ann pins 50, ben pins 21")
    let words = board.ladders[key]?.rungs.map { board.pinWords(of: $0, in: store) }
    #expect(words == ["pinned by ben; ann pins 50", "pinned by ann; ben pins 21"])
    // The last pin of each counts: the one who comes to pin what the other did ends it.
    store.append([ben(2, 4, at: "2025-03-13T11:00")])
    board = store.board()
    #expect(board.ladders[key]?.best?.figure == .exactly(50))
    #expect(board.rivalPinWords(of: key) == nil)
    // And one who takes a pin back is none who pins.
    store.append([OperatorTests.entry(3, .undo(2), at: "2025-03-13T12:00", journal: other, by: "ben")])
    #expect(store.board().rivalPinWords(of: key) == "ann pins 50, ben pins 21")
    store.append([OperatorTests.entry(4, .undo(1), at: "2025-03-13T12:00", journal: other, by: "ben")])
    #expect(store.board().ladders[key]?.best?.figure == .exactly(50))
  }

  @Test func `people placed on a coach are drawn there, and are no rival of the whole`() throws {
    var store = OperatorTests.incident()
    let added = AddedClaim(Examples.count(.held, .exactly(20), of: "people"), place: "coach 4")
    store.append([OperatorTests.entry(1, .add(added), text: "coach 4: 20 held")])
    let board = store.board()
    let coach = try #require(board.train.vehicles.last)
    #expect(coach.designation == .coach(4))
    #expect(coach.rows.map(\.value) == [.words("20 held")])
    #expect(board.row("held")?.value == .figure(.about(300)))
    #expect(board.row("coach 4")?.value == .figure(.exactly(20)))
    let claim = store[EventID(6)].claim
    #expect(claim.speaker?.name == "watch")
    #expect(store.article(claim.receipt.article)?.quote(claim.receipt.span) == "coach 4: 20 held")
  }

  @Test func `what the operator adds stands on both clocks when he added it, whenever it was so`() {
    var store = OperatorTests.incident()
    let added = AddedClaim(
      Examples.count(.held, .exactly(20), of: "people"), happened: Examples.moment("2025-03-12T08:00"))
    store.append([OperatorTests.entry(1, .add(added), text: "20 held")])
    for clock in Clock.allCases {
      #expect(store.asOf(Examples.instant("2025-03-13T08:59"), on: clock).included == 6)
      #expect(store.asOf(Examples.instant("2025-03-13T09:00"), on: clock).included == 7)
    }
  }

  @Test func `damage placed on a coach is drawn there`() {
    var store = EventStore()
    store.append([OperatorTests.entry(1, .add(AddedClaim(.condition(Condition(object: "coach 2", state: "burnt")))))])
    #expect(store.board().train.vehicles.last?.rows.map(\.value) == [.words("burnt")])
  }

  @Test func `a conflict that was set aside is open again when another claim touches it`() throws {
    var store = OperatorTests.incident()
    let conflict = try #require(store.board().conflicts.first { $0.kind == .rival })
    store.append([OperatorTests.entry(1, .setAside(store.reference(to: conflict)), text: "two counts of two things")])
    #expect(store.board().conflicts.contains { $0.kind == .rival && $0.setAside == EventID(6) })
    #expect(!store.board().openConflicts.contains { $0.kind == .rival })
    let article = Examples.article("later", date: Examples.moment("2025-03-12T15:00"), outlet: "Desk 9")
    store.append(article, claims: [Examples.claim(Examples.count(.killed, .exactly(21)), in: article)])
    #expect(store.board().openConflicts.contains { $0.kind == .rival })
  }

  @Test func `notes and markers stand on the board from their time on`() {
    var store = OperatorTests.incident()
    let noon = Examples.instant("2025-03-12T12:00")
    store.append([
      OperatorTests.entry(1, .note(reference(2, in: store)), text: "ask the railway"),
      OperatorTests.entry(2, .marker(name: "assault", at: noon), at: "2025-03-13T10:00"),
    ])
    let overrides = store.board().overrides
    #expect(overrides.notes.map(\.text) == ["ask the railway"])
    #expect(overrides.notes.map(\.about) == [EventID(2)])
    #expect(overrides.notes.map(\.event) == [EventID(6)])
    #expect(overrides.markers.map(\.name) == ["assault"])
    #expect(overrides.markers.map(\.at) == [noon])
    #expect(overrides.markers.map(\.event) == [EventID(7)])
    for clock in Clock.allCases {
      #expect(store.asOf(Examples.instant("2025-03-13T08:59"), on: clock).included == 6)
      #expect(store.asOf(Examples.instant("2025-03-13T09:30"), on: clock).included == 7)
      #expect(store.asOf(Examples.instant("2025-03-13T10:00"), on: clock).included == 8)
    }
  }

  @Test func `an undo can be undone, and names nothing of another journal or later than itself`() {
    var store = OperatorTests.incident()
    let retract = OperatorAct.retract(reference(2, in: store))
    let other = String(repeating: "f", count: 64)
    store.append([
      OperatorTests.entry(1, .undo(2)), OperatorTests.entry(2, retract),
      OperatorTests.entry(3, .undo(2), journal: other),
      OperatorTests.entry(3, .undo(3)),
    ])
    #expect(store.board().row("rescued")?.value == .unknown)
    store.append([OperatorTests.entry(4, .undo(2))])
    #expect(store.board().row("rescued")?.value == .figure(.exactly(190)))
    store.append([OperatorTests.entry(5, .undo(4))])
    #expect(store.board().row("rescued")?.value == .unknown)
  }

  @Test func `claims of one passage and rule are told apart`() {
    let article = Examples.article("one", date: Examples.moment("2025-03-12T10:00"))
    var store = EventStore()
    store.append(
      article,
      claims: [
        Examples.claim(Examples.count(.held, .exactly(1)), in: article, at: 3),
        Examples.claim(Examples.count(.killed, .exactly(2)), in: article, at: 3),
      ])
    for event in store.events { #expect(store.event(of: store.reference(to: event.id)) == event.id) }
    #expect(store.reference(to: EventID(1)).ordinal == 1)
  }

  @Test(arguments: 1...40) func `undo restores the identical board`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var incident = RandomHand(&random)
    for _ in 0..<6 {
      for clock in Clock.allCases {
        let before = incident.store.board(clock)
        var store = incident.store
        let number = incident.nextNumber
        store.append([incident.entry(number, &random)])
        store.append([OperatorTests.entry(number + 1, .undo(number), at: "2025-03-14T09:00")])
        var after = store.board(clock)
        // Two events more have been replayed; they say nothing.
        #expect(after.included == before.included + 2)
        after.included = before.included
        #expect(after == before)
      }
      incident.act(&random)
    }
  }

  @Test(arguments: 1...12) func `articles and acts give the same board in whatever order they come`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var incident = RandomHand(&random)
    for _ in 0..<8 { incident.act(&random) }
    let original = incident.store
    var pieces: [(inout EventStore) -> Void] = original.articles.map { article in
      let claims = original.events.filter { $0.act == nil }.map(\.claim).filter { $0.receipt.article == article.id }
      return { $0.append(article, claims: claims) }
    }
    pieces += original.acts.map { entry in { $0.append([entry]) } }
    for _ in 0..<3 {
      var shuffled = EventStore()
      for piece in pieces.shuffled(using: &random) { piece(&shuffled) }
      for clock in Clock.allCases {
        #expect(
          original.order(on: clock).map { original.reference(to: $0) }
            == shuffled.order(on: clock).map { shuffled.reference(to: $0) })
        for included in stride(from: original.replayCount, through: 0, by: -4) {
          #expect(
            Board(original, included: included, clock: clock).told(original)
              == Board(shuffled, included: included, clock: clock).told(shuffled))
        }
      }
    }
  }
}

/// A random incident with a random journal.
private struct RandomHand {
  var store = EventStore()
  var nextNumber = 1

  init(_ random: inout SeededGenerator) {
    for number in 0..<6 {
      let hour = Int.random(in: 10..<20, using: &random)
      let article = Examples.article(
        "\(random.next())", date: Examples.moment("2025-03-1\(number % 3)T\(hour):00"), outlet: "Desk \(number)")
      let claims = (0..<Int.random(in: 1...5, using: &random)).map { place in
        let figure = Figure.exactly(Int.random(in: 1...4, using: &random) * 10)
        let status = [Count.Status.aboard, .held, .rescued, .killed, .safe].randomElement(using: &random) ?? .held
        let speakers = [Examples.bla, Examples.military, Examples.officials, nil]
        return Examples.claim(
          Examples.count(status, figure), in: article, at: place / 2, by: speakers.randomElement(using: &random) ?? nil)
      }
      store.append(article, claims: claims)
    }
  }

  mutating func act(_ random: inout SeededGenerator) {
    store.append([entry(nextNumber, &random)])
    nextNumber += 1
  }

  func entry(_ number: Int, _ random: inout SeededGenerator) -> OperatorEntry {
    let claim = store.reference(to: EventID(Int.random(in: store.events.indices, using: &random)))
    let figure = Figure.exactly(Int.random(in: 1...40, using: &random))
    var acts: [OperatorAct] = [
      .pin(claim), .correct(claim, figure), .retract(claim), .note(claim), .amend(claim, .accepting),
      .amend(claim, Amendment(status: [.held, .killed, .safe].randomElement(using: &random))),
      .amend(claim, Amendment(scope: Count.Scope.allCases.randomElement(using: &random))),
      .amend(claim, Amendment(standing: Claim.Standing.allCases.randomElement(using: &random))),
      .marker(name: "here", at: Examples.instant("2025-03-11T12:00")),
      .add(AddedClaim(Examples.count(.held, figure), place: Bool.random(using: &random) ? "coach 3" : nil)),
    ]
    if number > 1 { acts.append(.undo(Int.random(in: 1..<number, using: &random))) }
    if let conflict = store.board().conflicts.randomElement(using: &random) {
      acts.append(.setAside(store.reference(to: conflict)))
    }
    return OperatorTests.entry(
      number, acts.randomElement(using: &random) ?? .note(nil),
      at: "2025-03-1\(Int.random(in: 1...3, using: &random))T12:30")
  }
}

extension Board {
  /// Everything on the board in words, events by what they are and not by when they came.
  fileprivate func told(_ store: EventStore) -> String {
    let sorted = ladders.sorted { "\($0.key)" < "\($1.key)" }
    let hands =
      overrides.corrected.map { "\($0)" } + overrides.amended.map { "\($0)" } + overrides.retracted.map { "\($0)" }
      + unsure.map { "unsure \($0)" }
    var text = "\(train)\(people)\(forces)\(String(describing: ledger))\(conflicts)\(gaps)\(sorted)\(place ?? "")"
    text += "\(overrides.notes)\(overrides.markers)"
    func named(_ text: String) -> String {
      text.split(separator: "EventID(sequence: ", omittingEmptySubsequences: false).enumerated().map { index, part in
        guard index > 0, let end = part.firstIndex(of: ")"), let number = Int(part[..<end]) else { return String(part) }
        return "\(store.reference(to: EventID(number)))" + part[end...]
      }.joined()
    }
    return named(text) + hands.map(named).sorted().joined()
  }
}
