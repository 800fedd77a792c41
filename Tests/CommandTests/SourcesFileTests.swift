import Situation
import Testing

@testable import sitboard

@Suite struct SourcesFileTests {
  @Test func `a file of sources grades outlets and speakers`() throws {
    let read = try SourcesFile.content(of: "[reliability]\nDawn = \"B\"\n\"Shahid Rind\" = \"C\"\n").reliabilities
    #expect(read["dawn"] == .usually)
    #expect(read.reliability(of: Speaker(name: "Shahid Rind", side: .state), outlet: "Dawn") == .fairly)
    #expect(read.reliability(of: nil, outlet: "Another") == nil)
  }

  @Test func `a file of sources lists feeds and pages`() throws {
    let text = """
      [source.dawn]
      name = "Dawn"
      url = "https://example.org/feed"
      every = "10 min"
      fetch = "page"
      reliability = "B"
      timezone = "+05:00"

      [source.agency]
      url = "http://example.com/live"
      """
    let content = try SourcesFile.content(of: text)
    #expect(content.sources.map(\.name) == ["Dawn", "agency"])
    #expect(content.sources.map(\.address.text) == ["https://example.org/feed", "http://example.com/live"])
    #expect(content.sources.map(\.every) == [600, 300])
    #expect(content.sources.map(\.followsPages) == [true, false])
    #expect(content.reliabilities["Dawn"] == .usually)
    #expect(content.sources.map(\.timezone) == [UTCOffset(minutes: 300), nil])
  }

  @Test(arguments: [
    ("Dawn = \"B\"", "it has neither a table [reliability]"), ("[reliability]\nDawn = \"G\"", "Dawn: give one of"),
    ("[reliability]\nDawn = 2", "Dawn: give one of"), ("[reliability]\n\n[grades]\nx = 1", "grades: not known here"),
    ("[source.a]\nname = \"A\"", "line 1: the source a has no url"),
    ("[source.a]\nurl = \"ftp://example.org/\"", "line 2: url: give an address"),
    ("[source.a]\nurl = \"http://example.org/\"\nevery = \"5 s\"", "line 3: every: give a time such as"),
    ("[source.a]\nurl = 5", "line 2: url: give it in quotation marks"),
    ("[source.a]\nurl = \"http://example.org/\"\ntimezone = \"far\"", "line 3: timezone: give a time zone such as"),
    ("[source.a]\nuri = \"x\"", "line 2: uri: not known here"),
    ("[reliability]\nDawn = \"B", "line 2"), ("", "it has neither a table [reliability]"),
  ]) func `what is no file of sources is refused, and it says where`(text: String, reason: String) {
    #expect {
      try SourcesFile.content(of: text)
    } throws: { error in
      (error as? SourcesFile.SourcesError)?.reason.contains(reason) ?? false
    }
  }
}
