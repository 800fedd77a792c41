import Situation
import Testing

@testable import Intake

@Suite struct ForeignFormatTests {
  @Test(arguments: [
    ("%PDF-1.7\n%text", "a PDF document"), ("{\\rtf1 Officials said 12 were killed.}", "a document in RTF"),
    ("WARC/1.0\r\nWARC-Type: response", "a web archive (WARC)"),
    ("PK\u{3}\u{4}rest", "a ZIP archive, such as a Word document or an e-book"),
    ("{\n  \"title\": \"12 killed\"}", "data in JSON"), ("[{\"killed\": 12}]", "data in JSON"),
    ("From: a@example.org\r\nSubject: Toll\r\nMIME-Version: 1.0\r\n\r\n12 killed", "a mail, or a page saved as MHTML"),
  ]) func `what is not read is refused by name`(_ text: String, _ name: String) {
    let result = Intake.load([("a.txt", Array(text.utf8))])
    #expect(result.entries.isEmpty)
    #expect(
      result.problems.map(\.message) == [
        "a.txt: \(name), which is not read; give the article as plain text or as a web page"
      ])
  }

  @Test(arguments: [
    "Title: MIME\n\nMIME-Version: 1.0 was the subject.", "{Quetta} 12 people were killed.",
    "[AP] 12 people were killed.",
    "<p>PK</p>", "BZ said 12 were killed.",
  ]) func `what only looks like it is read`(_ text: String) {
    #expect(Intake.load([("a.txt", Array(text.utf8))]).problems.isEmpty)
  }

  @Test func `endings count whatever their case`() {
    #expect(OpenFolder.isArticleName(Array("A.HTML".utf8)))
    #expect(OpenFolder.isArticleName(Array("a.Txt".utf8)))
    #expect(!OpenFolder.isArticleName(Array("a.docx".utf8)))
  }
}
