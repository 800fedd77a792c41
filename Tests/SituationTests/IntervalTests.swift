import Situation
import Testing

@Suite struct IntervalTests {
  @Test func `190 rescued and about 300 held exclude about 450 aboard at face value and not when widened`() {
    let out = Figure.exactly(190)
    let held = Figure.about(300)
    let aboard = Figure.about(450)
    #expect((out.interval + held.interval).excludes(aboard.interval))
    #expect(!(out.widened + held.widened).excludes(aboard.widened))
  }
}
