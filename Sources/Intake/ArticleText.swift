import Formats
import Situation

/// Makes an article of a file's bytes: decodes it, reads its header, marks where its story stands.
///
/// The canonical text of a file in UTF-8 is the file, byte for byte, a byte order mark included.
enum ArticleText {
  static func article(_ bytes: [UInt8], path: String, options: IntakeOptions) throws(Problem) -> Article {
    guard Int64(bytes.count) <= options.limits.article else {
      throw Problem(path, .tooLarge(size: Int64(bytes.count), limit: options.limits.article))
    }
    guard !bytes.isEmpty else { throw Problem(path, .empty) }
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else { throw Problem(path, .sixteenBit) }
    guard !bytes.contains(0) else { throw Problem(path, .binary) }
    let (text, invalid) = UTF8Text.mended(bytes)
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard text[start...].contains(where: { !isSpace($0) }) else { throw Problem(path, .empty) }
    let header = ArticleHeader.read(text, from: start)
    guard text[header.end...].contains(where: { !isSpace($0) }) else { throw Problem(path, .noText) }

    var notices = header.notices
    if invalid > 0 { notices.insert(ArticleText.invalidNotice(invalid), at: 0) }
    let date = ArticleDate.read(header, options: options)
    notices += date.notices
    return Article(
      id: ArticleID(digest: sha256(bytes)), path: path, title: header.value(.title, in: text),
      outlet: header.value(.outlet, in: text), url: header.value(.url, in: text), date: date.moment, text: text,
      titleSpan: header.spans[.title], body: header.end..<text.count, notices: notices)
  }

  private static func invalidNotice(_ count: Int) -> String {
    "not UTF-8 throughout: \(count) invalid \(count == 1 ? "byte was" : "bytes were") replaced"
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
