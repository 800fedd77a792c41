import BoardUI
import Situation
import Testing

@testable import sitboard

/// What somebody who has never seen the board asks of its first screen: how many are held and when that was said, which
/// figures cannot both be true and who printed each, who says what; every number with a word to it.
@Suite struct FirstScreenTests {
  private static func lines(_ columns: Int, _ rows: Int, keys: String = "") throws -> [String] {
    var store = EventStore()
    for entry in try #require(BuiltInIncident.entries) { store.append(entry.article, claims: entry.claims ?? []) }
    var model = Model(store: store, size: Size(columns: columns, rows: rows))
    model.begin()
    for key in keys.unicodeScalars { _ = update(&model, .key(.character(key))) }
    return view(model, size: model.size).lines
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `a figure of another day is told with its day, over the panes`(_ size: (Int, Int)) throws {
    let text = try Self.lines(size.0, size.1)[1...4].joined(separator: " ")
    #expect(text.contains(/≥450 \((senior railway official|railway), ≤11 Mar\)/), "\(text)")
    #expect(text.contains(/killed 31 \([^,)]+\) or 214 \(BLA\)/), "of the day itself: \(text)")
  }

  @Test func `at 80 columns the first conflict tells in two rows who printed each figure, and where`() throws {
    let lines = try Self.lines(80, 24)
    let first = try #require(lines.firstIndex { $0.contains("!1 CONTRADICTION") })
    #expect(lines[first].contains("killed 214 (BLA, Karachi Desk [19] line 1)"))
    #expect(lines[first + 1].contains("but 31 (A. Chaudhry, Islamabad Desk [18] line 5)"))
    #expect(lines[first + 1].contains("3 more"))
  }

  @Test(arguments: [(38, 20), (40, 24)])
  func `on a phone the first conflict tells in two rows who gives each figure`(_ size: (Int, Int)) throws {
    let lines = try Self.lines(size.0, size.1, keys: "q")
    let first = try #require(lines.firstIndex { $0.contains("!1 killed 214 (BLA") })
    #expect(lines[first + 1].contains("but 31 (A. Chaudhry"))
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `in the timeline who says it stands before it`(_ size: (Int, Int)) throws {
    let text = try Self.lines(size.0, size.1).joined(separator: "\n")
    #expect(text.contains("military: 33 attackers killed"), "\(text)")
  }

  @Test func `a figure that was given before is marked where it is said again`() throws {
    let text = try Self.lines(120, 40).joined(separator: "\n")
    #expect(text.contains("354 rescued, again"), "\(text)")
    // The bodies of 31 were first counted at 15:05, in article 18.
    #expect(try Self.lines(120, 40, keys: ":goto 14 Mar 15:05\r").joined().contains("31 killed, again") == false)
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `what is left of those aboard is told with the sum`(_ size: (Int, Int)) throws {
    let text = try Self.lines(size.0, size.1).joined(separator: "\n")
    #expect(text.contains("BY STATE 354") && text.contains("55 unaccounted"), "\(text)")
  }

  @Test(arguments: [(80, 24), (120, 40), (38, 20), (40, 10)])
  func `no number stands without a word`(_ size: (Int, Int)) throws {
    for line in try Self.lines(size.0, size.1) {
      #expect(!line.contains(/(^|\s|;)\+\d/), "\(line)")
      #expect(!line.contains(/\d\/\d/) || line.contains("claim 233/233"), "\(line)")
    }
  }

  @Test func `the key that lists what changed, and the one that opens the passage, are named at 80 columns`() throws {
    let keys = try #require(try Self.lines(80, 24).last)
    #expect(keys.contains("d D changed") && keys.contains("enter receipt") && keys.contains("e E conflict"), "\(keys)")
  }
}
