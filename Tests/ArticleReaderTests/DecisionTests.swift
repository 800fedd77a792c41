import Situation
import Testing

@testable import ArticleReader

/// The decisions that are weighed: which incident a count is of, whether it is a part, and whether it is sure.
struct DecisionTests {
  private func read(title: String, _ body: String, date: String = "2024-05-14") throws -> [Claim] {
    let text = title + "\n" + body
    let article = Article(
      id: ArticleID(digest: "test"), path: "test", title: title,
      date: Moment.parse(date, defaultOffset: .zero) ?? .unknown, text: Array(text.utf8),
      titleSpan: 0..<title.utf8.count, body: title.utf8.count + 1..<text.utf8.count)
    return try ReaderFixture.reader.get().read(article)
  }

  /// "31 killed total", in the order of the text.
  private func scopes(_ claims: [Claim]) -> [String] {
    claims.compactMap { claim in
      claim.count.map { "\($0.figure.point ?? -1) \($0.status.rawValue) \($0.scope.rawValue)" }
    }
  }

  @Test func `the dead of a list of earlier disasters are of other incidents`() throws {
    let claims = try read(
      title: "Ferry sinks off Marlo",
      """
      Thirty-one people drowned when a ferry capsized off Marlo on Monday night, the coastguard said.

      March 3, 2006 - Eighty-eight people are killed when the Santa Lena strikes a reef near Porto Alto.
      """)
    #expect(scopes(claims) == ["31 killed total", "88 killed other"])
  }

  @Test func `a figure for several statuses and what one person saw are not sure, and what may be is no toll yet`()
    throws
  {
    let claims = try read(
      title: "Quake in western valleys",
      """
      A quake shook the western valleys on Tuesday, killing 46 people, the disaster agency said.

      Officials talk of two million people being killed, injured or homeless. A reporter spoke of seeing about 90 bodies.

      There could be 260 dead bodies under the college, its head said.
      """)
    let killed = claims.filter { $0.count?.status == .killed }
    #expect(killed.map { $0.count?.figure.point } == [46, 2_000_000, 90, 260])
    #expect(killed.map(\.doubt) == [nil, .reading, .scope, nil])
    #expect(killed.map(\.standing) == [.current, .current, .current, .forecast])
  }

  @Test func `a running count of a long conflict is no total of today's attack`() throws {
    let claims = try read(
      title: "Bomb in Harran bazaar",
      """
      A bomb killed seven people in the bazaar of Harran on Tuesday, police said.

      More than 900 people have been killed in the province since the start of the year.
      """)
    #expect(scopes(claims) == ["7 killed total", "900 killed other"])
  }

  @Test func `a year in a clause about somebody does not make this incident's dead another's`() throws {
    let claims = try read(
      title: "Bomb in Harran bazaar",
      "A bomb planted by a man who left prison in 2019 killed seven people in the bazaar of Harran on Tuesday.")
    #expect(claims.compactMap { $0.count == nil ? nil : $0.standing } == [.current])
  }

  @Test func `a town's dead are a part of the toll, and an ordinary noun makes none`() throws {
    let claims = try read(
      title: "Quake kills 46 in western valleys",
      """
      A quake shook the western valleys on Tuesday, killing 46 people, the disaster agency said.

      In the town of Marsk, 19 people were killed, its mayor said.
      """)
    #expect(scopes(claims) == ["46 killed total", "19 killed part"])
    #expect(claims.last?.place == "Marsk")
    #expect(scopes(try ReaderFixture.claims("Fifteen miners were killed.")) == ["15 killed total"])
  }

  @Test func `cues above the first sixty-four are kept like the others`() {
    var cues = CueSet<IncidentCue>()
    #expect(cues.isEmpty)
    cues.insert(.yearBefore)
    cues.insert(.notCount)
    cues.insert(.zero, if: false)
    #expect(IncidentCue.notCount.rawValue >= 64)
    #expect(cues.names == ["yearBefore", "notCount"])
  }

  @Test func `every decision has room for its cues`() {
    #expect(IncidentCue.allCases.count <= 128)
    #expect(ScopeCue.allCases.count <= 128)
    #expect(CertaintyCue.allCases.count <= 128)
  }

  @Test func `weights add up`() throws {
    let weights = try Weights(
      file: (
        "w.txt", Array("# two\n[incident]\nbias -10\nseries 35 # much\n\n[certainty by rule]\nstatus verb 7\n".utf8)
      ))
    var cues = CueSet<IncidentCue>()
    #expect(weights.incident.weigh(cues) == -10)
    cues.insert(.series)
    #expect(weights.incident.weigh(cues) == 25)
    #expect(weights.incident.strongest(cues).map(\.name) == ["series"])
    #expect(weights.rules == ["status verb": 7])
  }

  @Test(arguments: [
    ("[incident]\nseriess 3", "w.txt:2: there is no cue 'seriess' in [incident]"),
    ("[incident]\nseries much", "w.txt:2: a line is a name and a whole number"),
    (
      "series 3",
      "w.txt:1: a line before one of the sections incident, part, part by rule, certainty, certainty by incident cue, certainty by part cue, certainty by rule"
    ),
  ])
  func `a file of weights that cannot be read says which line and why`(_ text: String, _ message: String) {
    #expect(throws: LexiconError.self) { try Weights(file: ("w.txt", Array(text.utf8))) }
    do throws(LexiconError) {
      _ = try Weights(file: ("w.txt", Array(text.utf8)))
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func `an explanation names the cues that decided`() throws {
    let text = "In 2014 a collision on the branch killed 17 people."
    let article = Article(
      id: ArticleID(digest: "test"), path: "test",
      date: Moment.parse("2025-03-12", defaultOffset: .zero) ?? .unknown, text: Array(text.utf8))
    var first: Explanation?
    try ReaderFixture.reader.get().explain(article) {
      first = $0
      return false
    }
    let explanation = try #require(first)
    let incident = try #require(explanation.weighed.first { $0.decision == "incident" })
    #expect(incident.answer == "another")
    #expect(incident.weight > 0)
    #expect(!incident.cues.isEmpty)
  }

  @Test func `every category has a bit, and only those that lie over the text share theirs`() {
    let bits = Category.allCases.filter { ![.cue, .matter, .turn, .state].contains($0) }.map(\.bit.rawValue)
    #expect(Set(bits).count == bits.count && !bits.contains(0))
    #expect(TermReader.overlay.isSuperset(of: Category.cue.bit))
  }
}
