import Situation
import Testing

@Suite struct BoardTests {
  @Test func `unknown is shown as unknown and never as zero`() {
    let board = EventStore().board()
    #expect(board.people.map(\.label) == ["held", "killed", "rescued", "injured", "aboard"])
    #expect(board.people.allSatisfy { $0.value == .unknown && $0.newest == nil && $0.events.isEmpty })
    #expect(board.train.vehicles.isEmpty)
    #expect(board.conflicts.isEmpty && board.gaps.isEmpty && board.ledger == nil)
  }

  @Test func `190 rescued and about 300 held against about 450 aboard are over by 40 and at odds`() throws {
    let store = Examples.store([
      ("2025-03-12T10:00", Examples.count(.aboard, .about(450)), nil),
      ("2025-03-12T10:01", Examples.count(.held, .about(300)), Examples.officials),
      ("2025-03-12T10:02", Examples.count(.rescued, .exactly(190)), nil),
    ])
    let board = store.board()
    let conflict = try #require(board.conflicts.first)
    #expect(board.conflicts.count == 1)
    #expect(conflict.kind == .over)
    #expect(conflict.severity == .atOdds)
    #expect(conflict.excess == 40)
    #expect(conflict.sum == Interval(low: 490, high: 490))
    #expect(board.ledger?.residual == Interval(low: -40, high: -40))
    #expect(board.ledger?.widenedResidual == Interval(low: -115, high: 35))
    #expect(board.row("held")?.conflicts == [1])
    #expect(board.row("rescued")?.conflicts == [1])
    #expect(board.row("aboard")?.conflicts == [1])
    #expect(board.row("killed")?.conflicts == [])
  }

  @Test func `350 safe and 300 held of 450 cannot both be and each equation counts once`() {
    let store = Examples.store([
      ("2025-03-12T10:00", Examples.count(.aboard, .about(450)), nil),
      ("2025-03-12T10:01", Examples.count(.held, .about(300)), Examples.officials),
      ("2025-03-12T10:02", Examples.count(.rescued, .exactly(190)), nil),
      ("2025-03-12T10:03", Examples.count(.safe, .about(350)), Examples.police),
    ])
    #expect(Set(store.board().conflicts.map(\.kind)) == [.over, .safeOrHeld])
    #expect(store.board().conflicts.count == 2)
  }

  @Test func `more safe than are out needs an explanation`() {
    let store = Examples.store([
      ("2025-03-12T10:02", Examples.count(.rescued, .exactly(190)), nil),
      ("2025-03-12T10:03", Examples.count(.safe, .about(350)), Examples.police),
    ])
    #expect(store.board().conflicts.map(\.kind) == [.unexplainedGap])
  }

  @Test func `attackers killed 16 then 27 then 30 then 33 is a progression`() {
    let store = Examples.store(
      [("2025-03-11T23:00", 16), ("2025-03-12T07:00", 27), ("2025-03-12T12:00", 30), ("2025-03-12T22:00", 33)]
        .map { ($0.0, Examples.count(.killed, .exactly($0.1), of: "attackers", class: .attackers), Examples.military) })
    let board = store.board()
    #expect(board.conflicts.isEmpty)
    #expect(board.forces.attackers.figures.map(\.value) == [.figure(.exactly(33))])
    #expect(board.forces.attackers.figures.first?.events.count == 4)
  }

  @Test func `50 hostages killed by one side's word and 21 by the other's is a contradiction and no progression`()
    throws
  {
    let store = Examples.store([
      ("2025-03-12T19:50", Examples.count(.killed, .exactly(50), of: "hostages"), Examples.bla),
      ("2025-03-12T22:10", Examples.count(.killed, .exactly(21)), Examples.military),
    ])
    let conflict = try #require(store.board().conflicts.first)
    #expect(conflict.severity == .contradiction)
    #expect(conflict.terms.map(\.rung.figure) == [.exactly(21)])
    #expect(conflict.against.rung.figure == .exactly(50))
    // The rival stays visible beside the newest.
    #expect(store.board().row("killed")?.range == Interval(low: 21, high: 50))
  }

  @Test func `figures that a later one follows from are history, and no rivals of it or of one another`() throws {
    let paramedic = Speaker(name: "Nazim Farooq", role: "paramedic", side: .railwayAndMedical)
    let railway = Speaker(name: "Imran Hayat", role: "railways superintendent", side: .railwayAndMedical)
    let store = Examples.store([
      ("2025-03-12T02:50", Examples.count(.killed, .exactly(10), of: "people"), railway),
      ("2025-03-12T13:40", Examples.count(.killed, .exactly(3), of: "people"), paramedic),
      ("2025-03-12T15:00", Examples.count(.killed, .exactly(12), of: "people"), Examples.officials),
    ])
    let ladder = try #require(store.board().ladders[FigureKey(.killed, .people)])
    #expect(ladder.heads.map(\.figure) == [.exactly(12)])
    #expect(ladder.range == nil)
    #expect(store.board().conflicts.isEmpty)
  }

  @Test func `the attackers' count of the held is a rival of the railway's`() {
    let railway = Speaker(name: "Muhammad Kashif", role: "railway official", side: .railwayAndMedical)
    let store = Examples.store([
      ("2025-03-11T19:10", Examples.count(.held, .atLeast(450, "over")), railway),
      ("2025-03-11T20:40", Examples.count(.held, .exactly(214)), Examples.bla),
    ])
    #expect(store.board().conflicts.map(\.severity) == [.contradiction])
  }

  @Test func `the missing become fewer as they are found and nobody is contradicted`() {
    let store = Examples.store([
      ("2025-03-12T10:00", Examples.count(.missing, .exactly(20)), Examples.officials),
      ("2025-03-12T11:00", Examples.count(.missing, .exactly(8)), Examples.police),
    ])
    #expect(store.board().conflicts.isEmpty)
  }

  @Test func `a figure named as replaced stands until the one that replaces it is in`() throws {
    let first = Examples.article("a", date: Examples.moment("2025-03-13T09:40"))
    let revised = Examples.article("b", date: Examples.moment("2025-03-14T15:05"))
    var store = EventStore()
    store.append(first, claims: [Examples.claim(Examples.count(.rescued, .exactly(104)), in: first)])
    store.append(
      revised,
      claims: [
        Examples.claim(
          Examples.count(.rescued, .exactly(104)), in: revised, happened: Examples.moment("2025-03-13T23:00"),
          standing: .superseded),
        Examples.claim(Examples.count(.rescued, .exactly(155)), in: revised, at: 1),
      ])
    let ladder = { Board(store, included: $0, clock: .happened).ladders[FigureKey(.rescued, .people)] }
    #expect(ladder(2)?.newest?.figure == .exactly(104))
    #expect(ladder(3)?.newest?.figure == .exactly(155))
    #expect(ladder(3)?.live.count == 1)
  }

  @Test func `parts of an earlier figure are not shown as parts of the newest`() throws {
    let first = Examples.article("a", date: Examples.moment("2025-03-11T23:25"))
    let second = Examples.article("b", date: Examples.moment("2025-03-12T12:25"))
    var store = EventStore()
    store.append(
      first,
      claims: [
        Examples.claim(Examples.count(.rescued, .exactly(104)), in: first, at: 1, by: Examples.officials),
        Examples.claim(Examples.count(.rescued, .exactly(58), of: "men"), in: first, at: 2, partOf: 0),
      ])
    #expect(store.board().row("men")?.value == .figure(.exactly(58)))
    store.append(
      second, claims: [Examples.claim(Examples.count(.rescued, .exactly(190)), in: second, by: Examples.officials)])
    #expect(store.board().row("men") == nil)
    // The claim is still behind the row.
    #expect(store.board().row("rescued")?.events.count == 3)
  }

  @Test func `over 450 and around 500 aboard by one speaker are one after the other and no conflict`() {
    let kashif = Speaker(name: "Muhammad Kashif", role: "railway official", side: .railwayAndMedical)
    let store = Examples.store([
      ("2025-03-11T15:20", Examples.count(.aboard, .about(500)), kashif),
      ("2025-03-11T19:10", Examples.count(.aboard, .atLeast(450, "over")), kashif),
    ])
    #expect(store.board().conflicts.isEmpty)
  }

  @Test func `a part of a figure is a row below it and no rival`() {
    let whole = Examples.article("a", date: Examples.moment("2025-03-11T19:10"))
    var store = EventStore()
    store.append(
      whole,
      claims: [
        Examples.claim(Examples.count(.rescued, .exactly(80)), in: whole, at: 1),
        Examples.claim(Examples.count(.rescued, .exactly(43), of: "men"), in: whole, at: 2, partOf: 0),
        Examples.claim(Examples.count(.rescued, .exactly(26), of: "women"), in: whole, at: 3, partOf: 0),
        Examples.claim(Examples.count(.rescued, .exactly(11), of: "children"), in: whole, at: 4, partOf: 0),
      ])
    let board = store.board()
    #expect(board.row("rescued")?.value == .figure(.exactly(80)))
    #expect(board.row("women")?.value == .figure(.exactly(26)))
    #expect(board.people.filter(\.isPart).map(\.label) == ["men", "women", "children"])
    #expect(board.conflicts.isEmpty)
  }

  @Test func `an echo of an old figure does not make it the newest`() {
    let store = Examples.store([
      ("2025-03-11T19:10", Examples.count(.rescued, .exactly(80)), Examples.officials),
      ("2025-03-11T23:25", Examples.count(.rescued, .exactly(104)), Examples.military),
      ("2025-03-12T02:50", Examples.count(.rescued, .exactly(80)), Examples.officials),
    ])
    #expect(store.board().row("rescued")?.value == .figure(.exactly(104)))
    #expect(store.board().row("rescued")?.events.count == 3)
  }

  @Test func `a superseded figure stays in the ladder and is no longer live`() throws {
    let article = Examples.article("a", date: Examples.moment("2025-03-13T09:40"))
    let revised = Examples.article("b", date: Examples.moment("2025-03-14T15:05"))
    var store = EventStore()
    store.append(
      article, claims: [Examples.claim(Examples.count(.killed, .exactly(25), of: "bodies"), in: article)])
    store.append(
      revised,
      claims: [
        Examples.claim(Examples.count(.killed, .exactly(25), of: "people"), in: revised, standing: .superseded),
        Examples.claim(Examples.count(.killed, .exactly(31), of: "people"), in: revised, at: 1, by: Examples.military),
      ])
    let ladder = try #require(store.board().ladders[FigureKey(.killed, .people)])
    #expect(ladder.rungs.map(\.figure) == [.exactly(31), .exactly(25)])
    #expect(ladder.rungs.map(\.isLive) == [true, false])
  }

  @Test func `what is background or feared or denied counts nobody`() {
    let article = Examples.article("a", date: Examples.moment("2025-03-11T23:25"))
    for standing in [Claim.Standing.background, .forecast, .denied, .superseded] {
      var store = EventStore()
      store.append(
        article,
        claims: [Examples.claim(Examples.count(.killed, .atLeast(26)), in: article, standing: standing)])
      #expect(store.board().row("killed")?.value == .unknown)
    }
  }

  @Test func `those held are not added to those who were freed after they were counted`() {
    func store(_ freedAt: String) -> EventStore {
      Examples.store([
        ("2025-03-11T20:00", Examples.count(.aboard, .exactly(440)), nil),
        ("2025-03-11T20:40", Examples.count(.held, .exactly(214)), Examples.officials),
        (freedAt, Examples.count(.rescued, .exactly(346)), Examples.military),
      ])
    }
    #expect(store("2025-03-11T21:10").board().ledger?.terms.map(\.label) == ["rescued", "held"])
    #expect(store("2025-03-11T21:11").board().ledger?.terms.map(\.label) == ["rescued"])
    #expect(store("2025-03-11T21:11").board().ledger?.residual == Interval(low: 94, high: 94))
    #expect(store("2025-03-11T21:11").board().ledger?.missing == [.held, .killed])
  }

  @Test func `what the attackers count never enters the ledger`() {
    let store = Examples.store([
      ("2025-03-12T10:00", Examples.count(.aboard, .exactly(440)), nil),
      ("2025-03-12T10:01", Examples.count(.rescued, .exactly(354)), Examples.military),
      ("2025-03-12T10:02", Examples.count(.killed, .exactly(214)), Examples.bla),
    ])
    #expect(store.board().ledger?.terms.map(\.label) == ["rescued"])
    #expect(store.board().openConflicts.isEmpty)
  }

  @Test func `losses of attackers and of the forces never enter the ledger`() {
    let store = Examples.store([
      ("2025-03-12T10:00", Examples.count(.aboard, .exactly(440)), nil),
      ("2025-03-12T10:01", Examples.count(.rescued, .exactly(346)), nil),
      ("2025-03-12T10:02", Examples.count(.killed, .exactly(33), of: "attackers", class: .attackers), nil),
      ("2025-03-12T10:03", Examples.count(.killed, .exactly(4), of: "soldiers", class: .securityForces), nil),
      ("2025-03-12T10:04", Examples.count(.killed, .exactly(21)), nil),
    ])
    #expect(store.board().ledger?.residual == Interval(low: 73, high: 73))
  }

  @Test func `the number of coaches comes from the claims and each carries what is said of all`() {
    let article = Examples.article("a")
    var store = EventStore()
    store.append(
      article,
      claims: [
        Examples.claim(.condition(Condition(object: "engine", state: "immobilised")), in: article, at: 1),
        Examples.claim(.condition(Condition(object: "coaches", state: "immobilised", number: 9)), in: article, at: 2),
        Examples.claim(.condition(Condition(object: "coach 3", state: "burnt")), in: article, at: 3),
        Examples.claim(.condition(Condition(object: "track", state: "blown up")), in: article, at: 4),
      ])
    let train = store.board().train
    #expect(train.vehicles.count == 10)
    #expect(train.vehicles[0].rows.map(\.value) == [.words("immobilised")])
    #expect(train.vehicles[3].rows.map(\.value) == [.words("burnt"), .words("immobilised")])
    #expect(train.vehicles[3].isNamed && !train.vehicles[4].isNamed)
    #expect(train.track.map(\.value) == [.words("blown up")])
    #expect(store.board().gaps.map(\.label) == ["people by coach"])
  }

  @Test func `a train that is partly inside a tunnel is told with the tunnel`() {
    let article = Examples.article("a")
    var store = EventStore()
    store.append(
      article,
      claims: [
        Examples.claim(.condition(Condition(object: "train", state: "hijacked")), in: article, at: 1),
        Examples.claim(.condition(Condition(object: "train", state: "partly inside a tunnel")), in: article, at: 2),
      ])
    let train = store.board().train
    #expect(train.tunnel.map(\.value) == [.words("train partly inside")])
    #expect(train.conditions.map(\.value) == [.words("hijacked")])
    #expect(train.vehicles.count == 1)
  }

  @Test func `a category without a figure is a gap until somebody gives one`() {
    let open = Examples.count(
      .killed, .undisclosed("an undisclosed number of"), of: "security personnel", class: .securityForces)
    let given = Examples.count(.killed, .exactly(4), of: "soldiers", class: .securityForces)
    let before = Examples.store([("2025-03-12T10:00", open, Examples.officials)])
    #expect(before.board().gaps.map(\.label) == ["security personnel killed"])
    #expect(before.board().forces.security.figures.map(\.value) == [.unknown])
    let after = Examples.store([
      ("2025-03-12T10:00", open, Examples.officials), ("2025-03-12T22:00", given, Examples.military),
    ])
    #expect(after.board().gaps.isEmpty)
    #expect(after.board().forces.security.figures.map(\.value) == [.figure(.exactly(4))])
  }

  @Test func `the board after each step is the fold of what is in and stepping back gives the same`() {
    let store = Examples.store([
      ("2025-03-11T15:20", Examples.count(.aboard, .about(500)), nil),
      ("2025-03-11T19:10", Examples.count(.rescued, .exactly(80)), Examples.officials),
      ("2025-03-12T22:10", Examples.count(.killed, .exactly(21)), Examples.military),
    ])
    let forward = (0...3).map { Board(store, included: $0, clock: .reported) }
    let back = (0...3).reversed().map { Board(store, included: $0, clock: .reported) }
    #expect(forward == back.reversed())
    #expect(
      forward.map { $0.row("rescued")?.value } == [.unknown, .unknown, .figure(.exactly(80)), .figure(.exactly(80))])
  }
}

/// The present is the newest time at which something was reported.
@Suite struct PresentTests {
  private static func board(_ standing: Claim.Standing, happened: String) -> Board {
    let article = Examples.article("a", date: Examples.moment("2025-03-11T20:00"), outlet: "Desk")
    var store = EventStore()
    store.append(
      article,
      claims: [
        Examples.claim(Examples.count(.killed, .exactly(3)), in: article, at: 1),
        Examples.claim(
          .statement(Statement(act: .deadline, by: "BLA", content: "release prisoners")), in: article, at: 2,
          happened: Examples.moment(happened), standing: standing),
      ])
    return store.board(.happened)
  }

  @Test(arguments: [Claim.Standing.current, .forecast, .background]) func `a deadline ahead does not move it`(
    standing: Claim.Standing
  ) {
    #expect(PresentTests.board(standing, happened: "2025-03-13T20:40").asOf == Examples.instant("2025-03-11T20:00"))
  }

  @Test func `an undated report beside a dated one is never the newer word`() {
    let dated = Examples.article("b", date: Examples.moment("2022-05-11"), outlet: "Desk")
    let undated = Examples.article("a", outlet: "Desk")
    var store = EventStore()
    store.append(
      undated,
      claims: [
        Examples.claim(Examples.count(.killed, .exactly(51)), in: undated, at: 1, by: Examples.officials),
        Examples.claim(
          Examples.count(.killed, .exactly(31)), in: undated, at: 2, by: Examples.officials, standing: .superseded),
      ])
    // An article that sorts before one with a replaced figure once ended the program.
    store.append(dated, claims: [Examples.claim(Examples.count(.killed, .exactly(9)), in: dated)])
    for clock in Clock.allCases {
      #expect(store.board(clock).row("killed")?.heads.map(\.figure) == [.exactly(9)])
    }
  }
}

/// What a row of the board covers, and whose figures stand at its head.
@Suite struct HeadTests {
  private func store(
    _ said: [(Count.Status, Int, Count.Scope, Speaker?)], standing: Claim.Standing = .current
  ) -> EventStore {
    let article = Examples.article("a", date: Examples.moment("2025-03-11"), outlet: "Desk")
    var store = EventStore()
    let claims = said.enumerated().map { place, said in
      Examples.claim(
        .count(Count(said.0, "people", .people, .exactly(said.1), scope: said.2)), in: article, at: place, by: said.3,
        standing: standing)
    }
    store.append(article, claims: claims)
    return store
  }

  private let hospital = Speaker(role: "hospital staff", side: .railwayAndMedical)

  @Test func `two sources that differ are rivals whichever is printed first`() throws {
    for (first, second) in [(30, 39), (39, 30)] {
      let board = store([
        (.killed, first, .total, Examples.police), (.killed, second, .total, hospital),
      ]).board()
      #expect(Set(board.row("killed")?.heads.map(\.figure) ?? []) == [.exactly(30), .exactly(39)])
      #expect(board.openConflicts.map(\.kind) == [.rival])
    }
  }

  /// Reports of one article each, filed on a day of March 2025, each with one figure of the dead.
  private func reports(_ said: [(day: Int, killed: Int, speaker: Speaker?, happened: String?)]) -> EventStore {
    var store = EventStore()
    for (place, said) in said.enumerated() {
      let filed = Examples.moment("2025-03-\(said.day)")
      let name = ["a", "b", "c", "d", "e"][place]
      let article = Examples.article(name, date: filed, outlet: "Desk \(name)")
      var claim = Examples.claim(Examples.count(.killed, .exactly(said.killed)), in: article, by: said.speaker)
      claim.reported = filed
      claim.happened = said.happened.map { Examples.moment($0) } ?? filed
      store.append(article, claims: [claim])
    }
    return store
  }

  @Test func `what only grows does not fall to a tenth, so that a later figure of one person is no new toll`() {
    let board = reports([(11, 300, hospital, nil), (13, 310, Examples.police, nil), (15, 1, nil, nil)])
      .board()
    #expect(board.row("killed")?.heads.first?.figure == .exactly(310))
    #expect(board.openConflicts.isEmpty)
    // A later figure that is lower, and not by so much, is told and contradicts.
    let lower = reports([(11, 300, hospital, nil), (13, 200, Examples.police, nil)]).board()
    #expect(lower.row("killed")?.heads.first?.figure == .exactly(200))
    #expect(lower.openConflicts.count == 1)
  }

  @Test func `a figure ten times as large that fewer articles give does not take the head`() {
    let board = reports([
      (11, 20_000, hospital, nil), (12, 7, Examples.police, nil), (13, 7, Examples.police, nil),
    ]).board()
    #expect(board.row("killed")?.heads.map(\.figure) == [.exactly(7)])
    #expect(board.openConflicts.isEmpty)
  }

  @Test func `a figure of long before the first report makes no head beside one of its own time`() {
    let board = reports([(11, 84, hospital, nil), (12, 130, Examples.police, "2024-11-13")]).board()
    #expect(board.row("killed")?.heads.map(\.figure) == [.exactly(84)])
    #expect(board.openConflicts.isEmpty)
    // Alone it is all there is.
    let alone = reports([(12, 130, Examples.police, "2024-11-13")]).board()
    #expect(alone.row("killed")?.heads.map(\.figure) == [.exactly(130)])
  }

  @Test func `in one article the total that stands higher is the one to go by`() {
    let board = store([(.killed, 30, .total, nil), (.killed, 12, .total, nil)]).board()
    #expect(board.row("killed")?.heads.map(\.figure) == [.exactly(30)])
    #expect(board.openConflicts.isEmpty)
  }

  @Test func `a part never stands at the head of a total, nor contradicts it`() {
    let board = store([(.killed, 6, .part, Examples.police), (.killed, 43, .total, hospital)]).board()
    #expect(board.row("killed")?.heads.map(\.figure) == [.exactly(43)])
    #expect(board.openConflicts.isEmpty)
    #expect(board.row("killed")?.range == nil)
  }

  @Test func `one part without a total is told with what it covers, several as parts`() {
    let one = store([(.killed, 55, .part, nil)]).board().row("killed")
    #expect(one?.value == .figure(.exactly(55)))
    #expect(one?.coverage == .share(.group("people")))
    let two = store([(.injured, 25, .part, nil)]).board()
    #expect(two.row("injured")?.coverage == .share(.group("people")))
  }

  @Test func `of parts without a name those of the newest article are all told`() {
    let row = store([(.injured, 68, .part, nil), (.injured, 30, .part, nil), (.injured, 68, .part, nil)]).board()
      .row("injured")
    let parts: [BoardRow.Part] = if case .shares(let parts)? = row?.coverage { parts } else { [] }
    #expect(parts.map { $0.words() } == ["68 people", "30 people"])
    #expect(row?.value == .unknown, "nobody gives their sum")
  }

  @Test func `two parts that the same words tell are two, though as many, and one told twice is one`() {
    func board(of second: Int) -> Board {
      let article = Examples.article("a", date: Examples.moment("2025-03-11"), outlet: "Desk")
      func part(_ subject: String, at place: Int) -> Claim {
        var count = Count(.killed, subject, .people, .exactly(1))
        count.scope = .part
        return Examples.claim(.count(count), in: article, at: place, by: Examples.police)
      }
      var store = EventStore()
      store.append(article, claims: [part("cyclist", at: 4), part("nephew", at: second)])
      return store.board()
    }
    let coverage = board(of: 4).row("killed")?.coverage
    let parts: [BoardRow.Part] = if case .shares(let parts)? = coverage { parts } else { [] }
    #expect(Set(parts.map { $0.words() }) == ["1 cyclist", "1 nephew"] && parts.count == 2)
    #expect(board(of: 4).row("killed")?.newest != nil, "so that a briefing tells it")
    #expect(board(of: 9).row("killed")?.coverage == .share(.group("cyclist")))
  }

  @Test func `people of another incident count nowhere`() {
    let board = store([(.killed, 26, .other, nil)]).board()
    #expect(board.row("killed")?.value == .unknown)
  }

  @Test func `a claim with a doubt makes no head and no conflict`() {
    let article = Examples.article("a", date: Examples.moment("2025-03-11"), outlet: "Desk")
    var claim = Examples.claim(Examples.count(.killed, .exactly(30)), in: article, by: Examples.police)
    claim.doubt = .scope
    var store = EventStore()
    store.append(
      article, claims: [claim, Examples.claim(Examples.count(.killed, .exactly(4)), in: article, at: 1, by: hospital)])
    #expect(store.board().row("killed")?.heads.map(\.figure) == [.exactly(4)])
    #expect(store.board().openConflicts.isEmpty)
  }

  @Test func `a figure that nobody was named for is his who is named for it further down`() {
    let board = store([
      (.killed, 22, .total, nil), (.killed, 22, .total, Examples.police), (.killed, 15, .total, hospital),
    ]).board()
    #expect(board.row("killed")?.heads.map(\.account) == [.state, .railwayAndMedical])
    #expect(board.openConflicts.count == 1)
  }

  @Test func `a breakdown that comes to its whole gives each class its row`() {
    let article = Examples.article("a", date: Examples.moment("2025-03-14"), outlet: "Desk")
    func count(_ number: Int, _ noun: String, _ subjectClass: Count.SubjectClass, _ scope: Count.Scope) -> Claim.Content
    {
      .count(Count(.killed, noun, subjectClass, .exactly(number), scope: scope))
    }
    var store = EventStore()
    store.append(
      article,
      claims: [
        Examples.claim(count(31, "people", .people, .total), in: article, at: 1, by: Examples.military),
        Examples.claim(
          count(23, "soldiers", .securityForces, .part), in: article, at: 2, by: Examples.military, partOf: 0),
        Examples.claim(count(8, "civilians", .people, .part), in: article, at: 3, by: Examples.military, partOf: 0),
      ])
    let forces = store.board().forces.security.figures
    #expect(forces.first?.heads.map(\.figure) == [.exactly(23)])
    #expect(forces.first?.coverage == .total)
  }
}
