import Briefing
import BoardUI
import Formats
import Foundation
import Intake
import LineExamples
import Situation
import Testing

@testable import sitboard

/// The built-in incident opens with what was read of it when the program was made.
@Suite struct BuiltInIncidentTests {
  private static let refresh =
    "Sources/BuiltIn/claims.packed is old: sitboard built-in-claims > claims && mv claims Sources/BuiltIn/claims.packed"

  @Test func `the claims that are built in are those that the reader makes, byte for byte`() throws {
    let file = try Data(contentsOf: TwoDispatches.root.appending(path: "Sources/BuiltIn/claims.packed"))
    #expect(try BuiltInClaims.bytes() == [UInt8](file), "\(Self.refresh)")
    #expect(try Program.run(["built-in-claims"]).output == [UInt8](file))
  }

  @Test func `nothing is left to read, and all is as if it had been read`() throws {
    let options = try CommonOptions.parse([])
    let entries = try #require(BuiltInIncident.entries)
    #expect(BuiltInIncident.load(options, options.intake).entries == entries)
    #expect(entries.allSatisfy { $0.claims?.isEmpty == false })
    let read = Intake.load(BuiltInFiles.dispatches).entries
    // Title, date, text, and where the story stands in it.
    #expect(entries.map(\.article) == read.map(\.article))
    let claims = try ArticleReading(options).claims(of: read.map(\.article))
    #expect(entries.map(\.claims) == claims)
    #expect(entries.map(\.fingerprint) == zip(read, claims).map { IncidentFingerprint($0.article, claims: $1) })
  }

  @Test func `options that change what is read have the dispatches read`() throws {
    for arguments in [["--date", "2025-03-12"], ["--timezone", "+05:00"], ["--lexicon", "x"], ["--weights", "x"]] {
      let options = try CommonOptions.parse(arguments)
      #expect(BuiltInIncident.load(options, options.intake).entries.allSatisfy { $0.claims == nil })
    }
  }

  @Test func `the board and the briefing are those of the dispatches when they are read`() throws {
    let options = try CommonOptions.parse([])
    let builtIn = try Loading([], options)
    var read = EventStore()
    let articles = Intake.load(BuiltInFiles.dispatches).entries.map(\.article)
    for (article, claims) in zip(articles, try ArticleReading(options).claims(of: articles)) {
      read.append(article, claims: claims)
    }
    #expect(builtIn.store.events.map(\.claim) == read.events.map(\.claim))
    for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
      #expect(
        view(Model(store: builtIn.store, size: size), size: size).lines
          == view(Model(store: read, size: size), size: size).lines)
    }
    for extent in [BriefingExtent.page, .full] {
      let briefing = BriefingOptions(extent: extent)
      #expect(Briefing.text(builtIn.store, briefing) == Briefing.text(read, briefing))
    }
    #expect(builtIn.desk.incidents.map(\.name) == IncidentDesk(read).incidents.map(\.name))
  }
}
