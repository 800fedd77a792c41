import BoardUI
import Situation
import Testing

/// The line at the foot: what is typed, how it is edited, and what is said of it.
@Suite struct CommandLineTests {
  @Test func `a colon opens the line and what is typed stands in it`() {
    var driver = Driver()
    driver.type(":note q and Q")
    #expect(driver.keyLine.hasPrefix(":note q and Q "))
    #expect(driver.effects.isEmpty, "letters that are keys elsewhere are only letters here")
    #expect(driver.frame.cursor?.column == 13)
    #expect(driver.lines[22].contains(":note TEXT"), "it says what the command does:\n\(driver.lines[22])")
    #expect(driver.lines[22].contains("~300 held, officials"), "and to what:\n\(driver.lines[22])")
  }

  @Test func `escape, control c and backspace in an empty line leave it`() {
    for keys in [[Key.escape], [.control("c")], [.backspace, .backspace, .backspace]] {
      var driver = Driver()
      let board = driver.frame
      driver.type(":ab")
      for key in keys { driver.press(key) }
      #expect(driver.frame == board)
      #expect(driver.effects.isEmpty, "nothing quits")
    }
  }

  @Test func `the line is edited as a shell's`() {
    var driver = Driver()
    driver.type(":note two three")
    driver.press(.control("w"))
    #expect(driver.keyLine.hasPrefix(":note two  "))
    driver.press(.backspace, .backspace, .left, .left)
    driver.type("X")
    #expect(driver.keyLine.hasPrefix(":note Xtw "))
    driver.press(.delete)
    #expect(driver.keyLine.hasPrefix(":note Xw "))
    driver.press(.control("d"), .home)
    driver.type("a")
    driver.press(.end)
    driver.type("z")
    #expect(driver.keyLine.hasPrefix(":anote Xz "))
    driver.press(.control("a"), .right, .control("k"))
    #expect(driver.keyLine.hasPrefix(":a  "))
    driver.type("bc")
    driver.press(.control("b"), .control("u"))
    #expect(driver.keyLine.hasPrefix(":c  "))
    driver.press(.control("e"))
    driver.type("d")
    driver.press(.control("a"), .control("f"))
    driver.type("-")
    #expect(driver.keyLine.hasPrefix(":c-d "))
  }

  @Test func `a combining mark joins its letter and a wide letter keeps two columns`() {
    var driver = Driver()
    driver.type(":e\u{301}\u{9054}x")
    #expect(driver.frame.cursor?.column == 5)
    driver.press(.left, .left, .left)
    #expect(driver.frame.cursor?.column == 1)
    driver.press(.delete)
    #expect(driver.keyLine.hasPrefix(":\u{9054}x"))
  }

  @Test func `a line longer than the screen keeps the cursor in sight`() {
    var driver = Driver(40, 10)
    driver.type(":note " + String(repeating: "word ", count: 20) + "END")
    #expect(driver.keyLine.contains("END"))
    #expect(driver.keyLine.hasPrefix(":\u{2026}"))
    #expect(driver.frame.cursor?.column == 39)
    driver.press(.home)
    #expect(driver.keyLine.hasPrefix(":note word"))
    #expect(driver.frame.cursor?.column == 1)
  }

  @Test func `a paste is text on the line, whatever is in it, and nothing elsewhere`() {
    var driver = Driver()
    let board = driver.frame
    driver.press(.paste(":pin\nq\u{1B}[2J"))
    #expect(driver.frame == board)
    #expect(driver.effects.isEmpty)
    driver.type(":")
    driver.press(.paste("note a\nb\u{1B}\u{202E}c"))
    #expect(driver.keyLine.hasPrefix(":note a b?\u{FFFD}c "))
    #expect(driver.effects.isEmpty, "a line feed in it enters nothing")
  }

  @Test func `earlier lines come back and the one being typed is kept`() {
    var driver = Driver()
    driver.command("note one")
    driver.command("note two")
    driver.type(":no")
    driver.press(.up)
    #expect(driver.keyLine.hasPrefix(":note two "))
    driver.press(.control("p"))
    #expect(driver.keyLine.hasPrefix(":note one "))
    driver.press(.up)
    #expect(driver.effects == [.bell], "there is none before the first")
    driver.press(.down, .control("n"))
    #expect(driver.keyLine.hasPrefix(":no  "))
    driver.press(.up)
    driver.type("!")
    driver.press(.up)
    #expect(driver.keyLine.hasPrefix(":note two "), "a changed line is a new one")
  }

  @Test func `tab completes a name and lists them where several fit`() {
    var driver = Driver()
    driver.type(":cor")
    driver.press(.tab)
    #expect(driver.keyLine.hasPrefix(":correct "))
    #expect(driver.frame.cursor?.column == 9)
    driver.press(.control("u"))
    driver.type("p")
    driver.press(.tab)
    #expect(driver.lines[22].contains("pin") && driver.lines[22].contains("place"))
    driver.press(.tab)
    let first = driver.keyLine
    driver.press(.tab)
    #expect(driver.keyLine != first)
    driver.press(.backTab)
    #expect(driver.keyLine == first)
    driver.press(.control("u"))
    driver.type("zz")
    driver.press(.tab)
    #expect(driver.effects == [.bell])
  }

  @Test func `what may follow a command is completed`() {
    var driver = Driver()
    driver.type(":place coach 7")
    driver.press(.tab)
    #expect(driver.keyLine.hasPrefix(":place coach 7 "))
    #expect(driver.frame.cursor?.column == 15)
    driver.press(.control("u"))
    driver.type("add coach 3: 2 inj")
    driver.press(.tab)
    #expect(driver.keyLine.hasPrefix(":add coach 3: 2 injured "))
  }

  @Test(arguments: [
    ("frobnicate", "no command \"frobnicate\""), ("p", "may be pin, place"), ("12", "begins with its name"),
    ("pin 12", ":pin: nothing follows it"), ("correct many", "write 190, ~300, >=30"), ("note", "note what?"),
    ("add nothing at all", "no figure with a status"), ("add", "add what?"),
    ("place 20: 3 held", "the train has 9 coaches"),
    ("place there", "name a coach or the engine first"), ("aside twice", "e goes to the next"),
    ("undo", "nothing was entered yet"), ("undo 7", "nothing was entered yet"),
  ])
  func `a line that is wrong stays open and says what to do`(_ line: String, _ words: String) {
    var driver = Driver(100, 30)
    driver.command(line)
    #expect(driver.effects == [.bell])
    #expect(driver.keyLine.hasPrefix(":" + line))
    #expect(driver.flowing.contains(words), "\(driver.lines.suffix(4).joined(separator: "\n"))")
    driver.press(.backspace)
    #expect(!driver.flowing.contains(words), "a change takes the error away")
  }

  @Test func `an error is read whole on the smallest screen`() {
    var driver = Driver(40, 10)
    driver.command("add nothing at all")
    #expect(driver.flowing.contains("anything else is a :note"))
    #expect(driver.keyLine.hasPrefix(":add nothing at all"))
  }

  @Test func `an empty line does nothing`() {
    var driver = Driver()
    let board = driver.frame
    driver.command("")
    driver.command("  ")
    #expect(driver.frame == board)
    #expect(driver.effects.isEmpty)
  }
}
