import Situation
import Testing

/// Sums that are wrong and numbers under two labels, within one article.
@Suite struct CheckTests {
  /// One article that counts a whole and its parts, all rescued.
  private func store(_ whole: Figure, _ parts: [(Int, String)]) -> EventStore {
    let article = Examples.article("a", date: Examples.moment("2025-03-11T19:10"))
    var store = EventStore()
    let total = Examples.claim(Examples.count(.rescued, whole, of: "people"), in: article, at: 1)
    let shares = parts.enumerated().map { index, part in
      Examples.claim(Examples.count(.rescued, .exactly(part.0), of: part.1), in: article, at: index + 2, partOf: 0)
    }
    store.append(article, claims: [total] + shares)
    return store
  }

  private func checks(_ store: EventStore) -> [String] {
    store.board().checks(in: store).map { check in
      check.headline + ": " + check.sentence { store[$0].claim }
    }
  }

  @Test(arguments: [[58, 31, 15], [43, 26, 11], [23, 3, 5], [19, 1, 1, 4]])
  func `a breakdown that comes to its whole passes`(parts: [Int]) {
    let nouns = ["men", "women", "children", "staff"]
    let store = store(.exactly(parts.reduce(0, +)), parts.enumerated().map { ($0.element, nouns[$0.offset]) })
    #expect(checks(store).isEmpty)
  }

  @Test func `parts that are more than their whole are a wrong sum`() {
    let store = store(.exactly(104), [(58, "men"), (31, "women"), (16, "children")])
    #expect(checks(store) == ["WRONG SUM: 58 men + 31 women + 16 children = 105, but 104 people rescued"])
    #expect(store.board().checks(in: store).first?.difference == 1)
    // It is no conflict among speakers.
    #expect(store.board().conflicts.isEmpty)
  }

  @Test func `parts that fall a little short of their whole are told, and a list that leaves others out is not`() {
    #expect(
      checks(store(.exactly(80), [(43, "men"), (26, "women"), (9, "children")]))
        == ["SHORT SUM: 43 men + 26 women + 9 children = 78, but 80 people rescued"])
    #expect(checks(store(.exactly(10), [(1, "driver"), (8, "guards")])).isEmpty)
    #expect(checks(store(.exactly(80), [(26, "women"), (11, "children")])).isEmpty)
    #expect(checks(store(.exactly(28), [(27, "soldiers")])).isEmpty)
  }

  @Test func `what is about can be made up by its parts`() {
    #expect(checks(store(.about(100), [(58, "men"), (31, "women"), (15, "children")])).isEmpty)
  }

  @Test func `a part that is given twice counts once`() {
    #expect(
      checks(store(.exactly(80), [(43, "men"), (26, "women"), (11, "children"), (11, "children")])).isEmpty)
  }

  @Test func `one number under two labels in one article is flagged, and in two articles it is not`() {
    let article = Examples.article("a", date: Examples.moment("2025-03-12T19:50"))
    let soldiers = Examples.count(.killed, .exactly(30), of: "soldiers", class: .securityForces)
    let attackers = Examples.count(.killed, .exactly(30), of: "attackers", class: .attackers)
    var store = EventStore()
    store.append(
      article,
      claims: [
        Examples.claim(soldiers, in: article, at: 1, by: Examples.bla),
        Examples.claim(attackers, in: article, at: 2, by: Examples.officials),
        // Three soldiers and three attackers meet by chance.
        Examples.claim(Examples.count(.injured, .exactly(3)), in: article, at: 3),
        Examples.claim(Examples.count(.missing, .exactly(3)), in: article, at: 4),
      ])
    #expect(checks(store) == ["SAME NUMBER TWICE: 30 soldiers killed and 30 attackers killed"])
    let apart = Examples.store([
      ("2025-03-12T10:00", soldiers, Examples.bla), ("2025-03-12T11:00", attackers, Examples.officials),
    ])
    #expect(checks(apart).isEmpty)
  }
}
