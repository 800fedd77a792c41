import Briefing
import Formats
import Foundation
import LineExamples
import Situation
import Testing

/// What every format of a briefing must do, so that a new one needs no tests of its own for it.
@Suite struct FormatTests {
  private static let formats = BriefingFormat.allCases

  @Test(arguments: formats) func `a format tells every figure with who gives it, and its references`(
    _ format: BriefingFormat
  ) throws {
    let store = try TwoDispatches.store()
    let told = Briefing.render(store, BriefingOptions(extent: .full), as: format)
    // The dispatches: about 300 held by officials, 190 free, 30 attackers dead, 450 aboard; and where they lie.
    for words in ["300", "190", "30", "450", "officials", "dispatches"] {
      #expect(told.localizedCaseInsensitiveContains(words), "\(words) in \(format)")
    }
    #expect(told.hasSuffix("\n"))
    #expect(told == Briefing.render(store, BriefingOptions(extent: .full), as: format), "the same bytes on every run")
  }

  @Test(arguments: formats) func `a format tells what changed`(_ format: BriefingFormat) throws {
    let told = Briefing.changes(try TwoDispatches.store(), BriefingOptions(since: .beginning), as: format)
    #expect(told.contains("WHAT CHANGED"))
  }

  @Test(arguments: formats) func `no format passes on what a terminal would obey`(_ format: BriefingFormat) {
    for extent in BriefingExtent.allCases {
      let told = Briefing.render(HostileBriefingTests.store(), BriefingOptions(extent: extent), as: format)
      #expect(told.unicodeScalars.allSatisfy(HostileBriefingTests.isHarmless), "\(format), \(extent)")
    }
  }

  @Test(arguments: formats) func `a format is named in the help and in the documentation`(
    _ format: BriefingFormat
  ) throws {
    #expect(BriefingFormat.help.contains(format.rawValue))
    let page = try String(contentsOf: TwoDispatches.root.appending(path: "docs/formats.md"), encoding: .utf8)
    #expect(page.contains("--format \(format.rawValue)`"))
  }
}
