import Situation
import Testing

/// Figures of groups beside figures of everybody, and figures that one voice gives in one article.
@Suite struct GroupFigureTests {
  private typealias Said = (content: Claim.Content, by: Speaker?)

  private func board(_ said: [Said]) -> Board {
    var store = EventStore()
    let article = Examples.article("one", date: Examples.moment("2025-03-12T10:00"), outlet: "Desk")
    store.append(
      article,
      claims: said.enumerated().map { Examples.claim($1.content, in: article, at: $0, by: $1.by) })
    return store.board()
  }

  private func killed(_ number: Int, _ subject: String, _ subjectClass: Count.SubjectClass = .people)
    -> Claim.Content
  {
    Examples.count(.killed, .exactly(number), of: subject, class: subjectClass)
  }

  @Test func `a nation's dead are no rival of all the dead, and all the dead stand at the head`() {
    let board = board([(killed(12, "americans"), Examples.officials), (killed(31, "people"), Examples.police)])
    #expect(board.conflicts.isEmpty)
    #expect(board.row("killed")?.value == .figure(.exactly(31)))
  }

  @Test func `more children than people are a conflict, whoever is told of first`() {
    for said in [
      [(killed(31, "children"), Examples.officials), (killed(20, "people"), Examples.police)],
      [(killed(20, "people"), Examples.police), (killed(31, "children"), Examples.officials)],
    ] as [[Said]] {
      #expect(board(said).conflicts.map(\.kind) == [.rival])
    }
  }

  @Test func `two policemen and three soldiers are other people, and both are shown`() {
    let board = board([
      (killed(2, "police officers", .securityForces), Examples.officials),
      (killed(3, "soldiers", .securityForces), Examples.police),
    ])
    #expect(board.conflicts.isEmpty)
    let heads = board.ladders[FigureKey(.killed, .securityForces)]?.heads.map(\.figure) ?? []
    #expect(Set(heads) == [.exactly(2), .exactly(3)])
  }

  @Test func `an ordinary noun makes no group: fifteen miners are held against seventeen people`() {
    let board = board([(killed(15, "miners"), Examples.officials), (killed(17, "people"), Examples.police)])
    #expect(board.conflicts.map(\.kind) == [.rival])
  }

  @Test func `of two figures of one voice in one article the higher counts all, in either order`() {
    for numbers in [(2, 5), (5, 2)] {
      let board = board([
        (killed(numbers.0, "people"), Examples.police), (killed(numbers.1, "people"), Examples.police),
      ])
      #expect(board.row("killed")?.value == .figure(.exactly(5)))
      #expect(board.conflicts.isEmpty)
    }
  }

  @Test func `who was pulled out and died is counted once against those aboard`() {
    let out = Examples.count(.rescued, .exactly(2), of: "people")
    let missing = Examples.count(.missing, .exactly(2), of: "people")
    let aboard = Examples.count(.aboard, .exactly(4), of: "people")
    let one: [Said] = [out, missing, aboard, killed(1, "man")].map { ($0, Examples.police) }
    #expect(board(one).conflicts.isEmpty)
    let three: [Said] = [out, missing, aboard, killed(3, "people")].map { ($0, Examples.police) }
    #expect(board(three).conflicts.map(\.kind) == [.over])
  }

  @Test func `six of eight soldiers and two more are no other count of the soldiers`() {
    func part(_ number: Int, _ subject: String, _ subjectClass: Count.SubjectClass) -> Claim.Content {
      .count(Count(.killed, subject, subjectClass, .exactly(number), scope: .part))
    }
    let board = board([
      (killed(8, "soldiers", .securityForces), Examples.officials),
      (part(6, "soldiers", .securityForces), Examples.military), (part(2, "people", .people), Examples.military),
    ])
    #expect(board.conflicts.isEmpty)
    let heads = board.ladders[FigureKey(.killed, .securityForces)]?.heads.map(\.figure)
    #expect(heads == [.exactly(8)])
  }
}
