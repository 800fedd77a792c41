import BoardUI
import Situation
import Testing

/// `f`: what the timeline lists and what is stepped to.
@Suite struct FilterTests {
  private func filtered(_ text: String, store: EventStore = DatedIncident.store) -> Driver {
    var driver = Driver(120, 40, store: store)
    driver.type("f" + text)
    driver.press(.enter)
    return driver
  }

  /// How many events of the dated incident pass, counted by hand from its nine lines.
  @Test(arguments: [
    ("speaker:BLA", 2), ("speaker:military", 5), ("side:attackers", 2), ("side:state", 5), ("side:railway", 1),
    ("side:unknown", 1), ("speaker:unattributed", 1), ("status:killed", 4), ("status:killed,held", 5),
    ("status:killed subject:attackers", 2), ("subject:people status:killed", 2), ("outlet:dawn", 3),
    ("outlet:\"Samaa\"", 4), ("kind:count", 8), ("kind:condition", 1), ("-side:state", 4), ("after:12Mar", 6),
    ("before:12Mar", 3), ("after:\"12 Mar 21:30\"", 3), ("before:\"12 Mar 21:30\"", 6), ("after:13Mar", 2),
    ("hostages", 1), ("-hostages", 8), ("status:killed speaker:BLA outlet:Samaa after:12Mar", 1),
  ])
  func `a filter lets through what fits all of it`(_ text: String, _ count: Int) {
    let driver = filtered(text)
    let plain = text.split(separator: " ").joined(separator: " ")
    #expect(driver.keyLine.contains("FILTER \(plain) (\(count) of 9)"), "\(driver.lines.suffix(2))")
    #expect(driver.title.contains("9/9"), "the board takes in all")
  }

  @Test func `the timeline lists only what fits and steps go from one to the next`() {
    var driver = filtered("speaker:BLA")
    driver.type("g")
    #expect(driver.title.contains("0/9"))
    driver.type(".")
    #expect(driver.title.contains("3/9"))
    driver.type(".")
    #expect(driver.title.contains("8/9"))
    driver.type(".")
    #expect(driver.title.contains("9/9"))
    driver.type(",")
    #expect(driver.title.contains("8/9"))
    driver.type(",,")
    #expect(driver.title.contains("0/9"))
    driver.type("4")
    driver.press(.home)
    #expect(driver.selectedLine?.contains("214 held") == true)
    driver.press(.down)
    #expect(driver.selectedLine?.contains("50 killed") == true)
    driver.press(.down)
    #expect(driver.selectedLine?.contains("50 killed") == true, "there are two")
  }

  @Test func `an empty filter lists everything again and the last one can be changed`() {
    var driver = filtered("speaker:BLA")
    driver.type("f")
    #expect(driver.keyLine.hasPrefix("filter: speaker:BLA"))
    driver.press(.control("u"), .enter)
    #expect(!driver.keyLine.contains("FILTER"))
    driver.type("g.")
    #expect(driver.title.contains("1/9"))
  }

  @Test(arguments: [
    ("color:red", "no \"color\" to filter by; there are speaker, side, status"),
    ("side:green", "write one of state, attackers, railway"), ("status:", "status: of what? such as status:killed"),
    ("after:noon", "after:noon is not a time"), ("speaker:Zorro", "no event fits"),
  ])
  func `a filter that is wrong says what to write and changes nothing`(_ text: String, _ words: String) {
    let driver = filtered(text)
    #expect(driver.keyLine.hasPrefix("filter: " + text))
    #expect(driver.flowing.contains(words))
    var left = driver
    left.press(.escape)
    #expect(!left.keyLine.contains("FILTER"))
  }

  @Test func `the words of a filter are completed`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.type("fstat")
    driver.press(.tab)
    #expect(driver.keyLine.hasPrefix("filter: status:"))
    driver.type("kil")
    driver.press(.tab)
    #expect(driver.keyLine.hasPrefix("filter: status:killed "))
    driver.type("outlet:da")
    driver.press(.tab)
    #expect(driver.keyLine.hasPrefix("filter: status:killed outlet:Dawn "))
  }

  @Test func `a search keeps to the filter`() {
    var driver = filtered("side:state")
    driver.type("/killed")
    driver.press(.enter)
    #expect(
      driver.keyLine.contains("(3 events"), "three of the state's, and not the attackers' fifty: \(driver.keyLine)")
  }

  @Test func `a filter goes along when articles come and when the clock is swapped`() {
    var driver = filtered("status:rescued")
    #expect(driver.keyLine.contains("(2 of 9)"))
    driver.type("t")
    #expect(driver.keyLine.contains("(2 of 9)"))
    let id = ArticleID(digest: String(repeating: "ef", count: 32))
    let claim = Claim(
      DatedIncident.count(.rescued, .exactly(310)), happened: DatedIncident.at(13, 10),
      reported: DatedIncident.at(13, 11), receipt: Receipt(article: id, span: 0..<3, rule: "test"))
    driver.send(.loaded([LoadedArticle(Article(id: id, path: "4.txt", text: Array("310 out.".utf8)), claims: [claim])]))
    #expect(driver.keyLine.contains("(3 of 10)"))
  }

  @Test(arguments: [40, 60, 80]) func `it is shown while it is on, at every width`(_ columns: Int) {
    var driver = Driver(columns, 24, store: DatedIncident.store)
    driver.type("fstatus:killed")
    driver.press(.enter)
    #expect(driver.keyLine.contains("FILTER status:killed"), "\(driver.keyLine)")
    #expect(driver.keyLine.contains("q quit"))
  }
}
