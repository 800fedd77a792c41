import Situation
import Testing

/// Who is meant by a name, and when a figure was so.
struct DiscourseTests {
  @Test func `two speakers of one surname stay two people`() throws {
    let claims = try ReaderFixture.claims(
      """
      The military spokesman, Ahmed Chaudhry, said 33 attackers were killed. A minister, Talal Chaudhry, said 21 \
      passengers were killed. The minister, Chaudhry, said 12 guards were killed. The spokesman, Chaudhry, said 354 \
      passengers were rescued.
      """)
    let names = claims.filter { $0.count != nil }.map(\.speaker?.name)
    #expect(names == ["Ahmed Chaudhry", "Talal Chaudhry", "Talal Chaudhry", "Ahmed Chaudhry"])
  }

  @Test func `a bare surname is the one speaker who has it`() throws {
    let claims = try ReaderFixture.claims(
      "The military spokesman, Ahmed Chaudhry, said 33 attackers were killed. Chaudhry said 354 people were rescued.")
    #expect(claims.filter { $0.count != nil }.map(\.speaker?.name) == ["Ahmed Chaudhry", "Ahmed Chaudhry"])
  }
}
