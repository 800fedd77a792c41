import Foundation
import Situation
import Testing

@testable import Intake

/// Texts in the character sets of the web, made by the C library's own program from what they say.
@Suite struct CharsetTests {
  static let sets: [(label: String, text: String)] = [
    ("iso-8859-1", "Zwölf Geiseln wurden befreit."), ("iso-8859-2", "Dwanaście osób zginęło w Łodzi."),
    ("iso-8859-3", "Tnax-il persuna ħelsu."), ("iso-8859-4", "Divpadsmit cilvēki gāja bojā."),
    ("iso-8859-5", "Двенадцать человек погибли."), ("iso-8859-6", "قتل اثنا عشر شخصا."),
    ("iso-8859-7", "Δώδεκα άνθρωποι σκοτώθηκαν."), ("iso-8859-8", "שנים עשר בני אדם נהרגו."),
    ("iso-8859-9", "On iki kişi öldü, İzmir."), ("iso-8859-10", "Tólf manns fórust."),
    ("iso-8859-13", "Žuvo dvylika žmonių."), ("iso-8859-14", "Bu farw deuddeg, ŵyr."),
    ("iso-8859-15", "Cœur: 12 € par tête."), ("iso-8859-16", "Doisprezece morți."),
    ("windows-1250", "Dwanaście osób zginęło."), ("windows-1251", "Двенадцать человек погибли."),
    ("windows-1252", "“Twelve” – café."), ("windows-1253", "Δώδεκα άνθρωποι σκοτώθηκαν."),
    ("windows-1254", "On iki kişi öldü."), ("windows-1255", "שנים עשר בני אדם נהרגו."),
    ("windows-1256", "بارہ افراد ہلاک ہوئے".replacing("ہ", with: "ه").replacing("ئ", with: "ى")),
    ("windows-1257", "Žuvo dvylika žmonių."), ("windows-1258", "Mười hai."),
    ("windows-874", "มีผู้เสียชีวิตสิบสองราย"), ("koi8-r", "Двенадцать человек погибли."),
    ("koi8-u", "Загинуло дванадцять, її."),
    ("gb2312", "十二人被救出。"), ("gbk", "十二人被救出，鎔。"), ("gb18030", "十二人被救出。"), ("big5", "十二人獲救。"),
    ("shift_jis", "十二人が救出された。"), ("euc-jp", "十二人が救出された。"), ("iso-2022-jp", "十二人が救出された。"),
    ("euc-kr", "열두 명이 구조됐다."), ("macintosh", "Zwölf Geiseln – café."),
  ]

  static func encoded(_ text: String, _ label: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/iconv")
    let names = ["windows-874": "CP874", "shift_jis": "CP932", "euc-kr": "UHC"]
    process.arguments = ["-f", "UTF-8", "-t", names[label] ?? label.replacing("windows-", with: "CP")]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(label) cannot hold the text")
    return Array(bytes)
  }

  private func story(_ bytes: [UInt8], _ name: String, _ options: IntakeOptions = IntakeOptions()) -> String? {
    Intake.load([(name, bytes)], options: options).entries.first.map { $0.article.quote($0.article.body) }
  }

  @Test(arguments: sets.indices) func `what a page, a feed and a response declare is heeded`(_ index: Int) throws {
    let (label, text) = CharsetTests.sets[index]
    let words = try CharsetTests.encoded(text, label)
    let page =
      Array("<html><head><meta charset='\(label.uppercased())'></head><body><p>".utf8) + words + Array("</p>".utf8)
    #expect(story(page, "a.html") == text + "\n")
    let old =
      Array("<html><meta http-equiv=\"Content-Type\" content=\"text/html; charset=\(label)\"><p>".utf8) + words
      + Array("</p>".utf8)
    #expect(story(old, "a.html") == text + "\n")
    let feed =
      Array("<?xml version=\"1.0\" encoding=\"\(label)\"?><rss><channel><item><description>".utf8) + words
      + Array("</description></item></channel></rss>".utf8)
    #expect(story(feed, "a.xml") == text + "\n")
    let sent = Array("<html><p>".utf8) + words + Array("</p>".utf8)
    #expect(story(sent, "a.html", IntakeOptions(charset: label)) == text + "\n")
    #expect(story(page, "a.html", IntakeOptions(charset: "utf-8")) == text + "\n")
  }

  @Test(arguments: ["utf-16le", "utf-16be", "utf-32le", "utf-32be"])
  func `two and four bytes a character are known without a mark`(_ label: String) throws {
    let text = "Officials said 12 hostages – “twelve” – were freed at Quetta. Двенадцать человек."
    let page = "<html><body><p>\(text)</p></body></html>"
    #expect(story(try CharsetTests.encoded(page, label), "a") == text + "\n")
    #expect(story(try CharsetTests.encoded(text, label), "a.txt") == text)
    #expect(
      story(try CharsetTests.encoded("Двенадцать человек погибли.", label), "a.txt") == "Двенадцать человек погибли.")
  }

  @Test func `UTF-32 with a mark is read, and bytes that are no text stay none`() throws {
    #expect(story([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "a.txt") == "A")
    #expect(story([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41], "a.txt") == "A")
    let binary = Intake.load([("a.txt", [0x01, 0x00, 0x02, 0x00, 0x41, 0x00, 0x42, 0x00])])
    #expect(binary.problems.map(\.kind) == [.binary])
  }

  @Test func `a page that is UTF-8 whatever it declares is UTF-8, and a set that nobody knows is passed over`() throws {
    let page = "<html><meta charset=iso-8859-1><p>Zwölf Geiseln.</p>"
    #expect(story(Array(page.utf8), "a.html") == "Zwölf Geiseln.\n")
    let unknown = Array("<html><meta charset=x-nobody//IGNORE><p>caf".utf8) + [0xE9] + Array(".</p>".utf8)
    #expect(story(unknown, "a.html") == "café.\n")
    let comment = Array("<html><!-- <meta charset=koi8-r> --><p>caf".utf8) + [0xE9] + Array(".</p>".utf8)
    #expect(story(comment, "a.html") == "café.\n")
  }

  @Test func `what does not fit the set is replaced and counted`() throws {
    let bytes = Array("<html><meta charset=shift_jis><p>Held: 12 ".utf8) + [0x81, 0xFF, 0xFF] + Array(" end.</p>".utf8)
    let article = try #require(Intake.load([("a.html", bytes)]).entries.first).article
    #expect(article.quote(article.body).contains("Held: 12 \u{FFFD}"))
    #expect(
      article.notices.prefix(2) == ["in shift_jis: read as UTF-8", "not shift_jis throughout: 1 place was replaced"])
  }
}
