import Foundation
import LineExamples
import Situation
import Testing

@testable import Intake

/// Documents that other programs write: PDF, Word, compressed files.
@Suite struct DocumentTests {
  private func load(_ bytes: [UInt8], _ name: String) -> Intake.Result { Intake.load([(name, bytes)]) }

  private func bodies(_ bytes: [UInt8], _ name: String) -> [String] {
    load(bytes, name).entries.map { $0.article.quote($0.article.body) }
  }

  /// A document of one page with texts at places, as a program writes it that compresses nothing.
  static func pdf(_ texts: [(x: Int, y: Int, text: String)]) -> [UInt8] {
    let stream = texts.map { "BT /F1 11 Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET\n" }.joined()
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        + "/Resources << /Font << /F1 4 0 R >> >> >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)endstream",
    ]
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places { text += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  @Test func `the text of a PDF is read, its wrapped lines as the sentences that they are`() {
    let document = DocumentTests.pdf([
      (50, 780, "Flood in Selm: Situation Report No. 3"),
      (50, 740, "Officials said on Friday that at least 31 people had been killed by the"),
      (50, 726, "flood, and that 12 more were missing in the lower town of Selm. They said"),
      (50, 712, "that 400 had been evacuated."), (50, 670, "The bridge is closed."),
    ])
    #expect(
      bodies(document, "report") == [
        "Officials said on Friday that at least 31 people had been killed by the flood, and that 12 more were missing "
          + "in the lower town of Selm. They said that 400 had been evacuated.\n\nThe bridge is closed.\n"
      ])
    #expect(load(document, "report.txt").entries.first?.article.title == "Flood in Selm: Situation Report No. 3")
  }

  @Test func `two columns of a PDF are two texts, and never lines of one`() throws {
    let left = [
      "Officials said 31 people were killed", "in the flood at Selm on Friday night", "and that 12 were missing.",
    ]
    let right = [
      "The army said its engineers had built", "a bridge of boats for the people who", "were cut off on the hill.",
    ]
    let texts =
      left.enumerated().map { (50, 740 - $0.offset * 14, $0.element) }
      + right.enumerated().map { (320, 740 - $0.offset * 14, $0.element) }
    let body = try #require(bodies(DocumentTests.pdf(texts), "a.pdf").first)
    #expect(body.contains("31 people were killed in the flood at Selm on Friday night and that 12 were missing."))
    #expect(body.contains("engineers had built a bridge of boats for the people who were cut off on the hill."))
  }

  @Test func `a PDF that is damaged or has no text is refused in words`() {
    let kinds = [Array("%PDF-1.4\nnothing".utf8), DocumentTests.pdf([])].map {
      load($0, "a.pdf").problems.map(\.message)
    }
    #expect(
      kinds == [
        ["a.pdf: a PDF document that is damaged or locked; give the article as plain text"],
        ["a.pdf: a PDF document without text, such as pictures of pages; give the article as plain text"],
      ])
  }

  @Test func `a file that only says that it is a PDF is what it holds`() {
    #expect(bodies(Array("Ten held.\n".utf8), "a.pdf") == ["Ten held.\n"])
  }

  // MARK: - Word

  /// A ZIP archive that compresses nothing.
  static func zip(_ members: [(name: String, text: String)]) -> [UInt8] {
    func two(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
    func four(_ value: Int) -> [UInt8] { two(value & 0xFFFF) + two(value >> 16 & 0xFFFF) }
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in members {
      let bytes = Array(text.utf8)
      let about =
        two(20) + two(0) + two(0) + two(0) + two(0x5A6B) + four(crc(bytes)) + four(bytes.count) + four(bytes.count)
        + two(name.utf8.count)
      directory +=
        four(0x0201_4B50) + two(20) + about + two(0) + two(0) + two(0) + two(0) + four(0) + four(archive.count)
      directory += name.utf8
      archive += four(0x0403_4B50) + about + two(0) + name.utf8 + bytes
    }
    return archive + directory + four(0x0605_4B50) + two(0) + two(0) + two(members.count) + two(members.count)
      + four(directory.count) + four(archive.count) + two(0)
  }

  private static func crc(_ bytes: [UInt8]) -> Int {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return Int(value ^ 0xFFFF_FFFF)
  }

  static func word(_ body: String, properties: String? = nil) -> [UInt8] {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return zip(
      [
        ("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<Relationships/>"),
        (
          "word/document.xml",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"\(space)\"><w:body>\(body)</w:body></w:document>"
        ),
      ] + (properties.map { [("docProps/core.xml", $0)] } ?? []))
  }

  @Test func `the paragraphs of a Word document are read, and what was deleted is not`() throws {
    let document = DocumentTests.word(
      """
      <w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t xml:space="preserve">Officials said </w:t></w:r><w:r>
      <w:rPr><w:b/></w:rPr><w:t>31 people</w:t></w:r><w:r><w:t xml:space="preserve"> were killed.</w:t></w:r>
      <w:del><w:r><w:delText>And 99 more.</w:delText></w:r></w:del></w:p><w:p/>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Missing:</w:t><w:tab/><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      """,
      properties: "<cp:coreProperties xmlns:dc=\"x\"><dc:title>Flood &amp; fire</dc:title></cp:coreProperties>")
    let article = try #require(load(document, "a.docx").entries.first).article
    #expect(article.title == "Flood & fire")
    #expect(article.quote(article.body) == "Officials said 31 people were killed.\nMissing: 12\n")
    #expect(load(document, "a.txt").entries.first?.article.id == article.id)
  }

  @Test func `a text box is read once, and a hyphen that does not break is one`() throws {
    let box = "<w:txbxContent><w:p><w:r><w:t>Five are missing.</w:t></w:r></w:p></w:txbxContent>"
    let document = DocumentTests.word(
      """
      <w:p><w:r><w:t>Officials said 31</w:t><w:noBreakHyphen/><w:t>odd people were killed.</w:t></w:r></w:p>
      <w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback>
      </mc:AlternateContent></w:r></w:p>
      """, properties: nil)
    let article = try #require(load(document, "a.docx").entries.first).article
    #expect(article.quote(article.body) == "Officials said 31-odd people were killed.\nFive are missing.\n")
  }

  /// As Word writes a sentence that it marked for its spelling, as LibreOffice writes one with a footnote and a change,
  /// and as Google Docs does with a link.
  @Test(arguments: [
    """
    <w:p w:rsidR="00A1"><w:r w:rsidRPr="00B2"><w:t xml:space="preserve">Officials in </w:t></w:r><w:proofErr
    w:type="spellStart"/><w:r><w:t>Selm</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve"> said
    12 people were missing.</w:t></w:r></w:p><w:sectPr/>
    """,
    """
    <w:p><w:pPr><w:pStyle w:val="TextBody"/></w:pPr><w:r><w:rPr></w:rPr><w:t>Officials in Selm said 12</w:t></w:r><w:r>
    <w:footnoteReference w:id="2"/></w:r><w:ins w:author="a"><w:r><w:t xml:space="preserve"> people</w:t></w:r></w:ins>
    <w:r><w:t xml:space="preserve"> were missing.</w:t></w:r></w:p>
    """,
    """
    <w:p><w:r><w:rPr><w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">Officials in </w:t></w:r><w:hyperlink r:id="rId6">
    <w:r><w:t xml:space="preserve">Selm</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> said 12 people</w:t></w:r>
    <w:r><w:br w:type="textWrapping"/></w:r><w:r><w:t>were missing.</w:t></w:r></w:p>
    """,
  ])
  func `a Word document is read as whichever program wrote it`(_ body: String) {
    #expect(bodies(DocumentTests.word(body), "a.docx") == ["Officials in Selm said 12 people were missing.\n"])
  }

  @Test func `another archive, and a damaged one, are refused by name`() {
    let other = DocumentTests.zip([("mimetype", "application/epub+zip"), ("a.xhtml", "<p>Ten held.</p>")])
    #expect(load(other, "a.docx").problems.map(\.kind) == [.foreign("a ZIP archive, such as an e-book")])
    let cut = Array(DocumentTests.word("<w:p><w:r><w:t>Ten held.</w:t></w:r></w:p>").prefix(260))
    #expect(load(cut, "a.docx").entries.isEmpty)
    #expect(load(cut, "a.docx").problems.count == 1)
  }

  // MARK: - Compressed files

  static func gzip(_ bytes: [UInt8], _ options: [String] = []) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/gzip")
    process.arguments = options
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    let writer = input.fileHandleForWriting
    let thread = Thread {
      try? writer.write(contentsOf: Data(bytes))
      try? writer.close()
    }
    thread.start()
    let packed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(packed)
  }

  @Test func `a compressed file is what it holds`() throws {
    let page = try DocumentTests.gzip(Array("<html><p>Ten held.</p></html>".utf8))
    #expect(bodies(page, "a.html.gz") == ["Ten held.\n"])
    #expect(bodies(page, "a") == ["Ten held.\n"])
    let front = try DocumentTests.gzip(Array("---\ntitle: T\n---\nTen held.\n".utf8))
    #expect(load(front, "a.md.gz").entries.map(\.article.title) == ["T"])
    #expect(bodies(try DocumentTests.gzip(Array(MailTests.alternative.utf8)), "a.eml.gz").count == 1)
  }

  @Test(arguments: [[], ["-9", "-n"], ["-1", "--rsyncable"]])
  func `a compressed file is read as whatever options it was packed with`(_ options: [String]) throws {
    #expect(bodies(try DocumentTests.gzip(Array("Ten held.\n".utf8), options), "a.txt.gz") == ["Ten held.\n"])
  }

  @Test func `a small file that grows past the limit is dropped, and one in another without end is not followed`()
    throws
  {
    let bomb = try DocumentTests.gzip([UInt8](repeating: 0x41, count: 17 << 20))
    #expect(bomb.count < 100_000)
    #expect(load(bomb, "a.gz").problems == [Problem("a.gz", .tooLarge(size: nil, limit: 16 << 20))])
    var nested = "Ten held."
    for _ in 0..<4 {
      let packed = Data(try DocumentTests.gzip(Array(nested.utf8))).base64EncodedString()
      nested =
        "From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nText.\n--b\n"
        + "Content-Type: application/gzip; name=a.gz\nContent-Transfer-Encoding: base64\n\n\(packed)\n--b--\n"
    }
    let result = load(Array(nested.utf8), "a.eml")
    #expect(result.entries.count == 3)
    #expect(
      result.entries.contains { $0.article.notices.contains { $0.contains("more than 6 files inside one another") } })
    #expect(
      load(Array(bomb.prefix(1000)), "a.gz").problems.map(\.kind) == [.noStory("a compressed file that is damaged")])
  }
}
