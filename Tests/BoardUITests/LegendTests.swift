import BoardUI
import Situation
import Testing

/// One line at the foot tells what the marks mean that are on the screen.
@Suite struct LegendTests {
  @Test(arguments: [(38, 20), (40, 10), (80, 20), (80, 24), (120, 40)])
  func `marks on the screen are explained, and others need no room`(_ columns: Int, _ rows: Int) {
    // About 450 aboard, about 300 held, at least 30 attackers killed, and some not reported.
    let foot = Driver(columns, rows).lines.suffix(2).joined(separator: " ")
    #expect(foot.contains(/(\? ?no number|~ ?about|» ?last|! ?harmed)/), "\(foot)")
    #expect(!foot.contains(/\+ ?changed/), "\(foot)")
  }

  @Test func `a mark that comes with a step is explained from then on`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    #expect(!driver.lines[38].contains(/\+ ?changed/))
    driver.command("baseline 12 Mar 10:00")
    #expect(driver.lines[38].contains(/\+ ?changed/), "\(driver.screen)")
  }

  @Test func `where only ASCII is drawn the marks are explained in ASCII`() {
    let foot = Driver(80, 24, options: Options(tier: .ascii)).lines[22]
    #expect(foot.contains(/(>= ?(at )?least|<= ?(at most, )?by)/) && foot.allSatisfy(\.isASCII), "\(foot)")
  }
}
