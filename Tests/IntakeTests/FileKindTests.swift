import LineExamples
import Situation
import Testing

@testable import Intake

@Suite struct FileKindTests {
  @Test(arguments: [
    ("{\\rtf1 Officials said 12 were killed.}", "a document in RTF"),
    ("WARC/1.0\r\nWARC-Type: response", "a web archive (WARC)"), ("SQLite format 3\u{0}", "a database (SQLite)"),
    ("PK\u{3}\u{4}rest", "a ZIP archive, such as an e-book"), ("GIF89a", "a picture (GIF)"),
    ("{\n  \"title\": \"12 killed\"}", "data in JSON of a kind that is not known here"),
    ("[{\"killed\": 12}]", "data in JSON of a kind that is not known here"),
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
    "<p>PK</p>", "BZ said 12 were killed.", "BZhead: 12 killed.", "From the hill 12 were seen.\nThey were held.",
    "From: officials\nDate: today\nSubject: none\n\nTwelve were killed.",
  ]) func `what only looks like it is read`(_ text: String) {
    #expect(Intake.load([("a.txt", Array(text.utf8))]).problems.isEmpty)
  }

  @Test func `endings count whatever their case`() {
    #expect(OpenFolder.isArticleName(Array("A.HTML".utf8)))
    #expect(OpenFolder.isArticleName(Array("a.Txt".utf8)))
    #expect(!OpenFolder.isArticleName(Array("a.odt".utf8)))
    #expect(EventFile.isOne(path: "DESK.JSONL", bytes: []))
  }

  @Test func `what a file holds decides, whatever its name says`() throws {
    let feed =
      "<?xml version=\"1.0\"?><!-- <html> --><rss><channel><item><description>&lt;html>Ten held.</description></item></channel></rss>"
    let page = "<?xml version=\"1.0\"?><!DOCTYPE html><html><body><p>Ten held.</p></body></html>"
    for (name, text) in [("a.html", feed), ("a.txt", feed), ("a", feed), ("a.xml", page), ("a.md", page)] {
      let stories = StoryTests.articles(text, name: name)
      #expect(stories.map { $0.quote($0.body) } == ["Ten held.\n"], "\(name)")
    }
  }

  @Test func `what a folder passes over is said, by ending`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.txt", "b.odt", "c.ODT", "d.png", "Makefile", ".hidden.odt", "sub.odt/e.txt"] {
      try folder.file(name, "Ten held.")
    }
    let result = Intake.load([folder.path])
    #expect(result.entries.map(\.article.path) == [folder.path + "/a.txt"])
    #expect(result.notices == ["\(folder.path): 4 files of other kinds passed over: .odt 2, without ending 1, .png 1"])
    try folder.file("only/f.odt", "Ten held.")
    #expect(
      Intake.load([folder.path + "/only"]).notices == [
        "\(folder.path)/only: 1 file of another kind passed over: .odt 1"
      ])
    let live = LiveFolders([folder.path])
    #expect(live.look().notices == result.notices)
    #expect(live.look().notices.isEmpty)
  }

  @Test func `a file whose reader is not installed is refused with the package to install`() {
    #expect(
      Problem("a.eml", .needs("a mail", library: "GMime", package: "libgmime-3.0-0")).message
        == "a.eml: a mail, and GMime is not installed here; "
        + "install libgmime-3.0-0, or give the article as plain text or as a web page")
  }

  @Test func `no ending is in the list twice, and each is in small letters`() {
    let endings = FileKind.all.flatMap(\.endings)
    #expect(Set(endings).count == endings.count)
    #expect(endings.allSatisfy { $0.hasPrefix(".") && $0 == $0.lowercased() })
  }
}
