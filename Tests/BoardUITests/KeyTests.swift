import BoardUI
import Situation
import Testing

/// Keys in, screen out: what keys do together, and at the edges.
@Suite struct KeyTests {
  @Test func `no key means two things in one place`() {
    for place in KeyBinding.Context.allCases {
      let keys = Keymap.standard.groups.flatMap(\.bindings).filter { $0.places.contains(place) }.flatMap(\.keys)
      #expect(keys.count == Set(keys.map(\.key)).count, "a key means two things on the \(place.rawValue)")
    }
  }

  @Test func `the board opens at the end with everything in`() {
    let driver = Driver()
    #expect(driver.title.contains("newest"))
    #expect(driver.title.contains("! 2 CONFLICTS"))
    #expect(driver.title.contains("as of Wed"))
    #expect(driver.title.contains("TRAIN HIJACKED"))
  }

  @Test func `space plays from the first event when the board is at the end and space pauses`() {
    var driver = Driver()
    driver.type(" ")
    #expect(driver.title.contains("0/28"))
    #expect(driver.effects == [.wake(after: .seconds(1))])
    driver.send(.tick)
    #expect(driver.title.contains("1/28"))
    #expect(driver.effects == [.wake(after: .seconds(1))])
    driver.type(" ")
    #expect(driver.effects == [.cancelWake])
    driver.send(.tick)
    #expect(driver.effects.isEmpty, "a late timer does not move a paused board")
    #expect(driver.title.contains("1/28"))
  }

  @Test func `the replay stops at the end and sets no more timers`() {
    var driver = Driver()
    driver.type(" ")
    for _ in 0..<27 { driver.send(.tick) }
    #expect(driver.title.contains("27/28"))
    driver.send(.tick)
    #expect(driver.title.contains("newest"))
    #expect(driver.effects == [.cancelWake])
    #expect(!driver.model.replay.isPlaying)
  }

  @Test func `a full stop and a comma step an event`() {
    var driver = Driver()
    driver.type(",")
    #expect(driver.title.contains("27/28"))
    driver.type(",,")
    #expect(driver.title.contains("25/28"))
    driver.type(".")
    #expect(driver.title.contains("26/28"))
    driver.type("g.")
    #expect(driver.pane("RECEIPT").contains("«Soldiers traded fire»"))
    driver.type(",")
    #expect(driver.title.contains("0/28"))
    driver.type(",")
    #expect(driver.title.contains("0/28"))
    #expect(driver.effects == [.bell], "nothing is before the first event")
  }

  @Test func `g and G go to the ends and L to the end`() {
    var driver = Driver()
    driver.type("g")
    #expect(driver.title.contains("0/28"))
    #expect(driver.title.contains("no conflict"))
    driver.type("G")
    #expect(driver.title.contains("newest"))
    driver.type("gL")
    #expect(driver.title.contains("newest"))
  }

  @Test func `arrows step by the line of an undated text`() {
    var driver = Driver()
    driver.press("g", .right)
    // Two claims stand in the first line.
    #expect(driver.title.contains("2/28"))
    driver.press(.right)
    #expect(driver.title.contains("4/28"))
    driver.press(.left)
    #expect(driver.title.contains("2/28"))
    driver.press(.left, .left)
    #expect(driver.title.contains("0/28"))
  }

  @Test func `braces move a tenth of the whole`() {
    var driver = Driver()
    driver.type("{")
    #expect(driver.title.contains("25/28"))
    driver.type("{{")
    #expect(driver.title.contains("19/28"))
    driver.type("}")
    #expect(driver.title.contains("22/28"))
  }

  @Test func `plus minus and equals change the speed of a beat`() {
    var driver = Driver()
    driver.type(" +")
    #expect(driver.effects == [.wake(after: .milliseconds(500))])
    #expect(driver.title.contains("playing 2×") || driver.title.contains("> 0/28"))
    driver.type("+")
    #expect(driver.effects == [.wake(after: .milliseconds(250))])
    driver.type("=")
    #expect(driver.effects == [.wake(after: .seconds(1))])
    driver.type("-")
    #expect(driver.effects == [.wake(after: .seconds(2))])
    driver.type(" ++")
    #expect(driver.effects.isEmpty, "a paused board sets no timer")
  }

  @Test func `t swaps the clock`() {
    var driver = Driver()
    #expect(driver.title.contains("happened"))
    driver.type("t")
    #expect(driver.title.contains("reported"))
    #expect(driver.title.contains("newest"))
    driver.type("t")
    #expect(driver.title.contains("happened"))
  }

  @Test func `tab and shift-tab go round the panes`() {
    var driver = Driver()
    var seen: [Pane] = []
    for _ in 0..<7 {
      driver.press(.tab)
      seen.append(driver.model.focus)
    }
    #expect(seen == [.forces, .timeline, .receipt, .conflicts, .gaps, .train, .people])
    driver.press(.backTab)
    #expect(driver.model.focus == .train)
  }

  @Test func `digits reach every pane`() {
    var driver = Driver()
    for pane in Pane.allCases {
      driver.type(String(pane.rawValue))
      #expect(driver.model.focus == pane)
    }
  }

  @Test func `at the least size the focused pane is the one in sight`() {
    var driver = Driver(40, 10)
    for pane in Pane.allCases {
      driver.type(String(pane.rawValue))
      #expect(driver.screen.contains("\(pane.rawValue) \(pane.title)"))
      #expect(driver.title.contains("! 2 CONFLICTS"))
    }
  }

  @Test func `j k and arrows move in a pane and the receipt follows`() {
    var driver = Driver()
    #expect(driver.selectedLine?.hasPrefix(">held") == true)
    driver.type("j")
    #expect(driver.selectedLine?.hasPrefix(">killed") == true)
    #expect(driver.pane("RECEIPT").contains("no claim speaks of this"))
    driver.type("j")
    #expect(driver.selectedLine?.hasPrefix(">rescued") == true)
    #expect(driver.pane("RECEIPT").contains("«190 people are free»"))
    driver.press(.down)
    #expect(driver.selectedLine?.hasPrefix(">safe") == true)
    #expect(driver.pane("RECEIPT").contains("«Around 350 passengers are safe»"))
    driver.type("k")
    driver.press(.up, .up, .up)
    #expect(driver.selectedLine?.hasPrefix(">held") == true)
  }

  @Test func `pages and ends of a pane are reached`() {
    // What stands in each row of the timeline, where all of them have room.
    let tall = Driver(80, 100).lines
    let heading = tall.firstIndex { $0.contains("TIMELINE") } ?? 0
    let rows = tall[(heading + 1)...].filter { $0.contains(#/^[ »]≤?(Tue|Wed|\?) /#) }.map { $0.dropFirst().prefix(39) }
    #expect(rows.count == 28)
    var driver = Driver()
    driver.type("4")
    func isAt(_ row: Int) -> Bool { driver.selectedLine?.dropFirst().hasPrefix(rows[row]) ?? false }
    driver.press(.home)
    #expect(isAt(0))
    driver.press(.pageDown)
    #expect(isAt(3), "a page of the timeline is three rows here")
    driver.press(.control("d"))
    #expect(isAt(4), "half a page")
    driver.press(.control("u"), .pageUp)
    #expect(isAt(0))
    driver.press(.end)
    #expect(isAt(27))
    driver.press(.pageUp)
    #expect(isAt(24), "three rows up from the last of twenty-eight")
  }

  @Test func `enter opens the article at the passage and q comes back`() {
    var driver = Driver()
    let board = driver.frame
    driver.press(.enter)
    #expect(driver.title.contains("stopped-train.txt"))
    #expect(driver.title.contains("receipt 3 of 30"))
    #expect(driver.flowing.contains("«About 300 hostages»"))
    driver.type("q")
    #expect(driver.effects.isEmpty)
    #expect(driver.frame == board)
  }

  @Test func `brackets move between the receipts of an article`() {
    var driver = Driver()
    driver.press(.enter, ")")
    #expect(driver.flowing.contains("«ringed by men in vests packed with explosives»"))
    driver.type("((")
    #expect(driver.flowing.contains("«hundreds of gunmen»"))
  }

  @Test func `an article scrolls by line and page and to its ends`() {
    var driver = Driver(40, 10)
    driver.press(.enter, .home)
    let top = driver.lines[1]
    driver.type("j")
    let second = driver.lines[1]
    #expect(second != top)
    driver.press(.up)
    #expect(driver.lines[1] == top)
    driver.press(.pageDown, .pageUp)
    #expect(driver.lines[1] == top)
    driver.press(.end)
    #expect(driver.screen.contains("hijacked."))
    driver.press(.home)
    #expect(driver.lines[1] == top)
  }

  @Test func `brackets on the board move between the claims behind a row`() {
    var driver = Driver()
    driver.type("e")
    #expect(driver.pane("RECEIPT").contains("1 of 3"))
    driver.type(")")
    #expect(driver.pane("RECEIPT").contains("2 of 3"))
    driver.press(.enter)
    #expect(driver.flowing.contains("«About 300 hostages»"))
  }

  @Test func `e and E go round the conflicts and show their receipts`() {
    var driver = Driver()
    driver.type("e")
    #expect(driver.selectedLine?.contains("SAFE OR HELD") == true)
    #expect(driver.pane("RECEIPT").contains("~350 safe"))
    #expect(driver.pane("RECEIPT").contains("~300 held"))
    #expect(driver.pane("RECEIPT").contains("~450 aboard"))
    driver.type("e")
    #expect(driver.selectedLine?.contains("OVER BY ~40") == true)
    driver.type("e")
    #expect(driver.selectedLine?.contains("SAFE OR HELD") == true)
    driver.type("E")
    #expect(driver.selectedLine?.contains("OVER BY ~40") == true)
    driver.type("ge")
    #expect(driver.effects == [.bell])
    #expect(driver.keyLine.contains("no conflict"))
  }

  @Test(arguments: [Key.character("?"), .function(1)])
  func `help lists the keys of the place it was asked in`(_ key: Key) {
    var driver = Driver(120, 100)
    driver.press(key)
    #expect(driver.title.contains("HELP"))
    for binding in Keymap.standard.groups.flatMap(\.bindings) where binding.places.contains(.board) {
      #expect(driver.screen.contains(binding.keys[0].key.name))
    }
    driver.press(.escape)
    #expect(driver.title.contains("claim 28/28"))
    driver.press(.enter, key)
    #expect(driver.title.contains("HELP"))
    #expect(!driver.screen.contains("play slower"))
    driver.type("q")
    #expect(driver.title.contains("stopped-train.txt"), "help goes back to where it was asked")
  }

  @Test func `escape on the board goes back to the event at the playhead`() {
    var driver = Driver()
    driver.press(.escape)
    #expect(driver.pane("RECEIPT").contains("«others to Quetta, 100 km"))
  }

  @Test func `control l redraws control z suspends and the ways out quit`() {
    var driver = Driver()
    driver.press(.control("l"))
    #expect(driver.effects == [.redraw])
    driver.press(.control("z"))
    #expect(driver.effects == [.suspend])
    driver.send(.resumed)
    #expect(driver.effects == [.redraw])
    driver.type("q")
    #expect(driver.effects == [.quit])
    driver.press(.control("c"))
    #expect(driver.effects == [.quit])
    driver.press(.enter)
    driver.press(.control("c"))
    #expect(driver.effects.isEmpty, "control c goes back first")
    driver.press(.enter)
    driver.type("Q")
    #expect(driver.effects == [.quit])
  }

  @Test func `a key without a meaning changes nothing`() {
    var driver = Driver()
    let before = driver.frame
    driver.press("X", .function(9), .delete, .paste("q\u{1B}[2Jq"))
    #expect(driver.frame == before)
    #expect(driver.effects.isEmpty)
  }
}
