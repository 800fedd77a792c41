import Situation
import Testing

@testable import BoardUI

@Suite struct AsOfTests {
  @Test(arguments: 1...40) func `a step knows as of when it is as a look at everything before it does`(seed: Int) {
    let store = RandomIncident.store(seed: UInt64(seed))
    for clock in Clock.allCases {
      var known: (position: Int, asOf: AsOf)?
      for position in 0...store.replayCount {
        let fresh = AsOf(store, position: position, clock: clock)
        let next = AsOf(store, position: position, clock: clock, after: known)
        #expect(next == fresh)
        known = (position, next)
      }
      // From a later position nothing is known of an earlier one.
      #expect(AsOf(store, position: 0, clock: clock, after: known) == AsOf(store, position: 0, clock: clock))
    }
  }
}
