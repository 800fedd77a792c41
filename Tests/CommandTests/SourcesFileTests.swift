import Situation
import Testing

@testable import sitboard

@Suite struct SourcesFileTests {
  @Test func `a file of sources grades outlets and speakers`() throws {
    let read = try SourcesFile.read("[reliability]\nDawn = \"B\"\n\"Shahid Rind\" = \"C\"\n")
    #expect(read["dawn"] == .usually)
    #expect(read.reliability(of: Speaker(name: "Shahid Rind", side: .state), outlet: "Dawn") == .fairly)
    #expect(read.reliability(of: nil, outlet: "Another") == nil)
  }

  @Test(arguments: [
    ("Dawn = \"B\"", "it has no table [reliability]"), ("[reliability]\nDawn = \"G\"", "Dawn: give one of"),
    ("[reliability]\nDawn = 2", "Dawn: give one of"), ("[reliability]\n\n[grades]\nx = 1", "grades: not known here"),
    ("[reliability]\nDawn = \"B", "line 2"), ("", "it has no table [reliability]"),
  ]) func `what is no file of sources is refused, and it says where`(text: String, reason: String) {
    #expect {
      try SourcesFile.read(text)
    } throws: { error in
      (error as? SourcesFile.SourcesError)?.reason.contains(reason) ?? false
    }
  }
}
