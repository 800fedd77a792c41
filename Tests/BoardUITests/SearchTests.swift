import BoardUI
import Situation
import Testing

/// `/`, `n` and `N`: finding a word in events, articles and notes.
@Suite struct SearchTests {
  @Test func `a search goes along with what is typed and counts what it finds`() {
    var driver = Driver()
    driver.type("/tunnel")
    // "Hijacked at the mouth of a tunnel", of which a claim was read, and the train that is partly inside it.
    #expect(driver.keyLine.hasPrefix("/tunnel"))
    #expect(driver.lines[22].contains("/tunnel: 1 of 2"))
    #expect(driver.model.focus == .timeline)
    #expect(driver.pane("RECEIPT").contains("tunnel"))
    driver.type("x")
    #expect(driver.lines[22].contains("not found: tunnelx"))
    driver.press(.backspace)
    #expect(driver.lines[22].contains("/tunnel: 1 of 2"))
  }

  @Test func `escape goes back to where the search began`() {
    var driver = Driver()
    driver.type("3j")
    let board = driver.frame
    driver.type("/helicopters")
    #expect(driver.frame != board)
    driver.press(.escape)
    #expect(driver.frame == board)
  }

  @Test func `enter stays and n and N go round the places`() {
    var driver = Driver()
    driver.type("4")
    driver.press(.home)
    driver.type("/hijacked")
    driver.press(.enter)
    #expect(driver.keyLine.contains("/hijacked: 1 of 2"))
    #expect(driver.selectedLine?.contains("train hijacked") == true)
    driver.type("n")
    #expect(driver.title.contains("stopped-train.txt"), "none was ever hijacked: a passage that no claim was read from")
    driver.type("q")
    driver.type("n")
    #expect(driver.selectedLine?.contains("train hijacked") == true, "round to the first")
    driver.type("N")
    #expect(driver.title.contains("stopped-train.txt"))
  }

  @Test func `a search is of words as they are shown and as they are written, whatever their case`() {
    for word in ["DILAWAR", "~350 safe", "vests", "around 350 PASSENGERS"] {
      var driver = Driver()
      driver.type("/" + word)
      driver.press(.enter)
      #expect(driver.keyLine.contains("1 of"), "\(word): \(driver.keyLine)")
    }
  }

  @Test func `a note is found`() {
    var driver = Driver()
    driver.command("note the siding at Mushkaf")
    driver.type("/mushkaf")
    driver.press(.enter)
    #expect(driver.selectedLine?.contains("siding at") == true)
  }

  @Test func `what is not found is said and the line stays`() {
    var driver = Driver()
    driver.type("/zeppelin")
    driver.press(.enter)
    #expect(driver.effects == [.bell])
    #expect(driver.keyLine.hasPrefix("/zeppelin"))
    driver.press(.escape)
    driver.type("n")
    #expect(driver.keyLine.contains("nothing was searched for yet"))
  }

  @Test func `in an article its text is searched and every place is marked`() {
    var driver = Driver()
    driver.press(.enter)
    driver.type("/women and children")
    #expect(driver.lines[22].contains("1 of 2 in this article"))
    driver.press(.enter)
    driver.type("n")
    #expect(driver.keyLine.contains("2 of 2 in this article"))
    driver.type("n")
    #expect(driver.keyLine.contains("1 of 2 in this article"))
    let marked = (0..<driver.frame.size.rows).reduce(0) { sum, row in
      sum + (0..<80).count { driver.frame[$0, row].style == Style(.key, bold: true, reversed: true) }
    }
    #expect(marked == 2 * "women and children".count)
  }

  @Test func `a search in a short screen scrolls to the place`() {
    var driver = Driver(40, 10)
    driver.press(.enter)
    driver.type("/none was ever")
    #expect(driver.flowing.contains("none was ever"))
  }

  @Test func `an earlier search comes back with the up key`() {
    var driver = Driver()
    driver.type("/vests")
    driver.press(.enter)
    driver.type(":")
    driver.press(.up)
    #expect(driver.effects == [.bell], "searches are not commands")
    driver.press(.escape)
    driver.type("/")
    driver.press(.up)
    #expect(driver.keyLine.hasPrefix("/vests"))
  }
}
