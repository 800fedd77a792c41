import Situation
import Testing

@Suite struct ClaimSizeTests {
  /// A text of ten megabytes may have a hundred thousand claims, and as many are held at once.
  @Test func `a claim is no larger than it has to be`() {
    #expect(MemoryLayout<Moment>.stride <= 48)
    #expect(MemoryLayout<Claim.Content>.stride <= 88)
    #expect(MemoryLayout<Claim>.stride <= 344)
  }
}
