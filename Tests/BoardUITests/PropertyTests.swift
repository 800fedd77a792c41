import LineExamples
import Situation
import Testing

@testable import BoardUI

@Suite struct PropertyTests {
  private static let keys: [Key] = Keymap.standard.groups.flatMap(\.bindings).flatMap(\.keys).map(\.key)

  @Test(arguments: 0..<60)
  func `any incident at any size under any keys draws whole frames without a control character`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let options = Options(
      tier: GlyphTier.allCases.randomElement(using: &random) ?? .unicode,
      ambiguousWidth: Bool.random(using: &random) ? 1 : 2)
    var driver = Driver(
      Int.random(in: 40...200, using: &random), Int.random(in: 10...60, using: &random),
      store: RandomIncident.store(seed: UInt64(seed)), options: options)
    for _ in 0..<25 {
      switch Int.random(in: 0..<14, using: &random) {
      case 3:
        let actions: [Pointer.Action] = [.press, .drag, .wheelUp, .wheelDown]
        driver.press(
          .pointer(
            Pointer(
              actions.randomElement(using: &random) ?? .press, column: .random(in: 0...300, using: &random),
              row: .random(in: 0...100, using: &random))))
      case 4: driver.press(.paste("q\nz\u{1B}[2J"))
      case 0:
        driver.send(
          .resized(Size(columns: .random(in: 0...300, using: &random), rows: .random(in: 0...100, using: &random))))
      case 1: driver.send(.tick)
      case 2: driver.send(.problem("bad\u{1B}[31m file \(seed).txt: empty: give another"))
      default: driver.press(PropertyTests.keys.randomElement(using: &random) ?? .enter)
      }
      check(driver.frame, driver.model, options)
    }
  }

  private func check(_ frame: Frame, _ model: Model, _ options: Options) {
    let widths = CharacterWidths(ambiguous: options.ambiguousWidth)
    #expect(frame.size == Size(columns: max(1, model.size.columns), rows: max(1, model.size.rows)))
    #expect(frame.cells.count == frame.size.columns * frame.size.rows)
    var faults = 0
    for row in 0..<frame.size.rows {
      var covered = 0
      for column in 0..<frame.size.columns {
        let cell = frame[column, row]
        if cell.isContinuation {
          if covered == 0 { faults += 1 }
          covered -= 1
          continue
        }
        // A wide character that did not get its second column.
        if covered > 0 { faults += 1 }
        covered = widths.columns(of: cell.scalar) - 1
        if SafeText.replacement(for: cell.scalar) != nil { faults += 1 }
        if options.tier == .ascii, !cell.scalar.isASCII { faults += 1 }
        if options.tier == .console, !cell.scalar.isASCII, !CodePage437.contains(cell.scalar) { faults += 1 }
      }
      if covered > 0 { faults += 1 }
    }
    #expect(faults == 0, "\(frame.lines.joined(separator: "\n"))")
  }

  @Test(arguments: 0..<20)
  func `stepping forward and back gives the same frames at every step`(_ seed: Int) {
    var driver = Driver(100, 32, store: seed == 0 ? Fixture.store : RandomIncident.store(seed: UInt64(seed)))
    driver.press("g", ".", "g")
    var frames = [driver.frame]
    while !driver.model.isAtEnd {
      driver.type(".")
      frames.append(driver.frame)
    }
    for place in frames.indices.dropLast().reversed() {
      driver.type(",")
      let (again, first) = (driver.frame.lines, frames[place].lines)
      let changed = again.indices.filter { again[$0] != first[$0] }.map { first[$0] + "\n" + again[$0] }
      #expect(driver.frame == frames[place], "at step \(place):\n\(changed.joined(separator: "\n"))")
    }
  }

  @Test(arguments: 0..<20)
  func `the board after steps is the fold of the events that are in`(_ seed: Int) {
    let store = seed == 0 ? Fixture.store : RandomIncident.store(seed: UInt64(seed))
    var random = SeededGenerator(seed: UInt64(seed))
    var driver = Driver(100, 32, store: store)
    for _ in 0..<20 {
      driver.press(Key.character(["t", ".", ",", "{", "}", "g", "G"].randomElement(using: &random) ?? "."))
      let model = driver.model
      #expect(model.board == Board(store, included: model.playhead, clock: model.clock))
    }
  }

  @Test(arguments: 0..<20)
  func `the title never loses the clock the place in the replay or the number of conflicts`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let store = seed == 0 ? Fixture.store : RandomIncident.store(seed: UInt64(seed))
    guard !store.events.isEmpty else { return }
    for columns in [40, 41, 55, 60, 72, 80, 99, 120, 300] {
      var driver = Driver(columns, Int.random(in: 10...100, using: &random), store: store)
      driver.press(Key.character([",", "t", "{", " "].randomElement(using: &random) ?? ","))
      let model = driver.model
      // How far behind the newest it is tells the place too, and outranks the name of the usual clock, at any width:
      // a long name of what happened may fill 100 columns.
      let behind = "BEHIND \(store.replayCount - model.playhead)"
      let isBehind = !model.isAtEnd && !model.replay.isPlaying
      #expect(driver.title.contains(behind) == isBehind)
      #expect(driver.title.contains(model.clock.rawValue) || isBehind && model.clock == .happened)
      let place = "\(model.playhead)/\(store.replayCount)"
      #expect(driver.title.contains(place) || driver.title.contains("newest") == model.isAtEnd || isBehind)
      let conflicts = model.board.conflicts.count
      #expect(
        driver.title.contains(conflicts == 0 ? "no conflict" : "! \(conflicts)")
          || driver.title.contains("!\(conflicts)"))
    }
  }
}
