import BoardUI
import Situation
import Testing

/// The board's answers to keys and lines that it does not know, and its questions before it does something.
@Suite struct AnswerTests {
  @Test func `a key that does nothing says so and where it works`() {
    var driver = Driver()
    driver.type("Z")
    #expect(driver.keyLine.contains("Z does nothing here; ? lists the keys"), "\(driver.keyLine)")
    #expect(driver.effects == [.bell])
    driver.type("v")
    #expect(driver.keyLine.contains("v does nothing here; it works in: article; ? lists the keys"), "\(driver.keyLine)")
    driver.type("j")
    #expect(!driver.keyLine.contains("does nothing"))
  }

  @Test func `what is pasted on the board is no key`() {
    var driver = Driver()
    driver.press(.paste("rm -rf"))
    #expect(driver.effects.isEmpty && !driver.keyLine.contains("does nothing"))
  }

  @Test func `lines of other programs are answered`() {
    var driver = Driver()
    driver.command("w")
    #expect(driver.flowing.contains("each entry is saved when it is made"))
    driver.press(.escape)
    driver.command("help")
    #expect(driver.title.contains("HELP: KEYS"))
    driver.press(.escape)
    driver.command("q")
    #expect(driver.effects == [.quit])
  }

  @Test func `who leads a briefing is asked before it ends`() {
    for key: Key in ["Q", "q", .control("c")] {
      var driver = Driver()
      driver.model.lead = .leading(Leading(name: "desk"))
      driver.press(key)
      #expect(driver.effects.isEmpty)
      #expect(driver.keyLine.contains("you lead desk, 0 follow: end it and quit? y/n"), "\(driver.keyLine)")
      driver.type("n")
      #expect(driver.effects.isEmpty)
      driver.press(key)
      driver.type("y")
      #expect(driver.effects == [.quit])
    }
  }
}
