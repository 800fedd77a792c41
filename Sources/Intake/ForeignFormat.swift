/// What a file is that is not read, by how it begins: so that nothing is read out of bytes that are not the article.
enum ForeignFormat {
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF document"),
    (Array("{\\rtf".utf8), "a document in RTF"),
    (Array("WARC/".utf8), "a web archive (WARC)"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive, such as a Word document or an e-book"),
    ([0x1F, 0x8B], "compressed with gzip"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed with xz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd"),
    (Array("BZh".utf8), "compressed with bzip2"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
    ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"),
    ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
    (Array("GIF8".utf8), "a picture (GIF)"),
  ]

  /// Bytes in which the header of a mail is looked for.
  private static let mostHeader = 16 * 1024

  /// - Returns: "a PDF document"; `nil` for what is read.
  static func name(of bytes: [UInt8]) -> String? {
    if let known = signatures.first(where: { bytes.starts(with: $0.bytes) }) { return known.name }
    if isJSON(bytes) { return "data in JSON" }
    return isMail(bytes) ? "a mail, or a page saved as MHTML" : nil
  }

  /// An object with a name in it, or a list of objects. Event lines are met before.
  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    var marks = bytes.prefix(1024).lazy.filter { !ArticleText.isSpace($0) }.makeIterator()
    switch (marks.next(), marks.next()) {
    case (UInt8(ascii: "{")?, UInt8(ascii: "\"")?), (UInt8(ascii: "[")?, UInt8(ascii: "{")?): return true
    default: return false
    }
  }

  /// A header with a field that only MIME has.
  private static func isMail(_ bytes: [UInt8]) -> Bool {
    let field = Array("mime-version:".utf8)
    let header = bytes.prefix(mostHeader)
    var start = header.startIndex
    while start < header.endIndex {
      let line = header[start..<(header[start...].firstIndex(of: 0x0A) ?? header.endIndex)]
      start = line.endIndex + 1
      guard line.contains(where: { $0 != 0x0D }) else { return false }
      if line.count >= field.count, zip(line, field).allSatisfy({ $0 | ($0 < 0x5B && $0 > 0x40 ? 0x20 : 0) == $1 }) {
        return true
      }
    }
    return false
  }
}
