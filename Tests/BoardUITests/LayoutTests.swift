import BoardUI
import Situation
import Testing

@Suite struct LayoutTests {
  @Test func `every size from 38 by 10 to 300 by 100 fills its rows and keeps its keys`() {
    for columns in [38, 40, 50, 59, 60, 75, 76, 80, 99, 100, 119, 120, 159, 160, 200, 300] {
      for rows in [10, 11, 13, 14, 19, 20, 21, 22, 24, 29, 30, 35, 36, 40, 49, 50, 60, 100] {
        let driver = Driver(columns, rows)
        let lines = driver.lines
        #expect(lines.count == rows)
        #expect(lines[0].contains("newest") || lines[0].contains("claim 28/28"), "\(columns)×\(rows)")
        #expect(lines[0].contains(columns < 40 ? "! 2" : "! 2 CONFLICTS"), "\(columns)×\(rows): \(lines[0])")
        // From 22 rows on what happened and the people stand over it.
        #expect(
          lines[1...5].contains {
            $0.contains("!1 SAFE OR HELD") || $0.contains("!1 OVER BY") || columns < 60 && $0.contains("!1 safe ~350")
          }, "\(columns)×\(rows)")
        #expect(rows < 22 || lines[1].contains("train hijacked"), "\(columns)×\(rows)")
        #expect(rows < 22 || lines[2].contains("held ~300"), "\(columns)×\(rows)")
        #expect(driver.keyLine.contains("? help") && driver.keyLine.contains("q quit"), "\(columns)×\(rows)")
        #expect(driver.screen.contains("PEOPLE"), "\(columns)×\(rows)")
        #expect(driver.screen.contains("~300"), "\(columns)×\(rows)")
      }
    }
  }

  @Test func `panes stay where they are while the incident replays`() {
    var driver = Driver(80, 24)
    func headings(_ driver: Driver) -> [Int] {
      driver.lines.indices.filter { index in
        ["1 TRAIN", "2 PEOPLE", "4 TIMELINE"].contains { driver.lines[index].contains($0) }
      }
    }
    let atEnd = headings(driver)
    #expect(atEnd.count == 3)
    for _ in 0..<30 {
      driver.type(",")
      #expect(headings(driver) == atEnd)
    }
  }

  @Test func `a step in the middle of the replay changes few lines`() {
    var driver = Driver(120, 40)
    driver.type("g..........")
    for _ in 0..<10 {
      let before = driver.lines
      driver.type(".")
      let changed = zip(before, driver.lines).count { $0 != $1 }
      #expect(changed <= 26, "\(changed) of 40 lines changed")
    }
  }
}
