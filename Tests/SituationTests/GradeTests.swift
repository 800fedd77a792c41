import Situation
import Testing

/// Reliability is set by the operator, credibility is computed, and neither is shown of nobody.
@Suite struct GradeTests {
  private func grades(_ store: EventStore, _ status: Count.Status = .rescued) -> [String?] {
    let board = store.board()
    let key = FigureKey(status, .people)
    return board.ladders[key]?.rungs.map { board.grade(of: $0, on: key, in: store)?.text } ?? []
  }

  private func set(_ store: inout EventStore, _ settings: (String, Reliability)...) {
    let known = store.acts.count
    store.append(
      settings.enumerated().map { index, setting in
        OperatorTests.entry(known + index + 1, .reliability(source: setting.0, setting.1))
      })
  }

  @Test func `no grade is shown until one is set, and then an unknown source is F6`() {
    var store = Examples.store([
      ("2025-03-12T10:00", Examples.count(.rescued, .exactly(104)), Examples.officials),
      ("2025-03-12T12:00", Examples.count(.rescued, .exactly(190)), Examples.military),
    ])
    #expect(grades(store) == [nil, nil])
    set(&store, ("ahmed sharif CHAUDHRY", .usually))
    #expect(grades(store) == ["B3", "F6"])
  }

  @Test func `a speaker's grade goes before his outlet's, and either is undone like any act`() {
    var store = Examples.store([("2025-03-12T10:00", Examples.count(.rescued, .exactly(104)), Examples.police)])
    set(&store, ("Desk 0", .fairly))
    #expect(grades(store) == ["C6"])
    set(&store, ("Dilawar", .notUsually))
    #expect(grades(store) == ["D6"])
    store.append([OperatorTests.entry(3, .undo(2))])
    #expect(grades(store) == ["C6"])
  }

  @Test func `what the operator sets stands over what a file of sources says`() {
    var store = Examples.store([("2025-03-12T10:00", Examples.count(.rescued, .exactly(104)), Examples.bla)])
    store.reliabilities.set("bla", .unreliable)
    #expect(grades(store) == ["E6"])
    set(&store, ("BLA", .fairly))
    #expect(grades(store) == ["C6"])
  }

  @Test func `a figure that another side gives of its own is confirmed`() {
    var store = Examples.store([
      ("2025-03-12T10:00", Examples.count(.rescued, .exactly(190)), Examples.military),
      ("2025-03-12T12:00", Examples.count(.rescued, .exactly(190)), DisagreementTests.railway),
    ])
    // Every made-up article has the same text: two outlets with one text are one origin.
    set(&store, ("Desk 0", .usually), ("Desk 1", .usually))
    #expect(grades(store) == ["B3", "B3"])
    var told = EventStore()
    for (index, (text, speaker)) in [
      ("The spokesman counted 190 freed.", Examples.military),
      ("As many as 190 reached the station, says the railway.", DisagreementTests.railway),
    ].enumerated() {
      let article = Article(
        id: ArticleID(digest: "\(index)"), path: "", outlet: "Desk \(index)",
        date: Examples.moment("2025-03-12T1\(index):00"), text: Array(text.utf8))
      told.append(article, claims: [Examples.claim(Examples.count(.rescued, .exactly(190)), in: article, by: speaker)])
    }
    set(&told, ("Desk 0", .usually))
    #expect(grades(told) == ["F6", "B1"])
  }

  @Test func `what is contradicted is improbable and what is at odds is doubtful`() {
    var store = Examples.store([
      ("2025-03-12T19:50", Examples.count(.killed, .exactly(50)), Examples.bla),
      ("2025-03-12T22:10", Examples.count(.killed, .exactly(21)), Examples.military),
      ("2025-03-12T10:00", Examples.count(.aboard, .about(500)), Examples.officials),
      ("2025-03-12T11:00", Examples.count(.aboard, .exactly(455)), Examples.military),
    ])
    set(&store, ("BLA", .notUsually), ("Chaudhry", .usually))
    #expect(grades(store, .killed) == ["B5", "D5"])
    #expect(grades(store, .aboard) == ["B4", "F6"])
  }

  @Test func `a figure that its speaker replaced cannot be judged`() {
    var store = Examples.store([
      ("2025-03-12T10:00", Examples.count(.rescued, .exactly(104)), Examples.military),
      ("2025-03-12T12:00", Examples.count(.rescued, .exactly(190)), Examples.military),
    ])
    set(&store, ("Chaudhry", .usually))
    #expect(grades(store) == ["B6", "B6"])
  }
}
