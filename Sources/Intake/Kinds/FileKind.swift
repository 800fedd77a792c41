import Formats

/// The kinds of files that are known: how each begins, how its names end, and what reads it. This is the one list of
/// them.
///
/// What a file holds decides, whatever its name says; the name decides where the bytes do not tell.
struct FileKind: Sendable {
  enum Reading: Hashable, Sendable {
    case events
    case plain, markdown
    case page, feed
    case mail, mailbox
    case portableDocument, wordDocument
    /// One file, in gzip, bzip2, xz or zstd.
    case compressed
    /// Formats of news in JSON and in XML.
    case dataJSON, newsXML
    /// Another format, which is not read.
    case refused
  }

  let reading: Reading
  /// "a PDF document"
  let name: String
  /// In small letters, with the dot.
  var endings: [String] = []
  /// Every file of the kind begins like one: what does not is none, whatever its name says.
  var isSigned = false
  let isOne: @Sendable (FileBeginning) -> Bool

  /// True for kinds of files that have pictures in them, and other things that are not read.
  var holdsMoreThanText: Bool { [.page, .mail, .portableDocument, .wordDocument].contains(reading) }

  /// In the order in which they are asked: what is sure before what is likely.
  static let all: [FileKind] = signed + structured + texts

  /// Files that begin with bytes that no other has.
  private static let signed: [FileKind] = [
    FileKind(reading: .portableDocument, name: "a PDF document", endings: [".pdf"], isSigned: true) {
      $0.begins(with: Array("%PDF-".utf8))
    },
    refused("a document in RTF", Array("{\\rtf".utf8)),
    refused("a web archive (WARC)", Array("WARC/".utf8)),
    FileKind(reading: .wordDocument, name: "a Word document", endings: [".docx"], isSigned: true) { beginning in
      beginning.begins(with: zip) && (beginning.holds("word/") || beginning.holds("[content_types].xml"))
    },
    refused("a ZIP archive, such as an e-book", zip),
    FileKind(
      reading: .compressed, name: "a compressed file", endings: [".gz", ".bz2", ".xz", ".zst"], isSigned: true
    ) { beginning in
      [[0x1F, 0x8B, 0x08], [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x28, 0xB5, 0x2F, 0xFD], Array("BZh".utf8)]
        .contains(where: beginning.begins(with:)) && (beginning.bytes.count < 4 || isBlockSize(beginning))
    },
    refused("an old Office document", [0xD0, 0xCF, 0x11, 0xE0]),
    refused("a picture (PNG)", [0x89, 0x50, 0x4E, 0x47]),
    refused("a picture (JPEG)", [0xFF, 0xD8, 0xFF]),
    refused("a picture (GIF)", Array("GIF8".utf8)),
    refused("a picture (TIFF)", [0x49, 0x49, 0x2A, 0x00]),
    FileKind(reading: .refused, name: "a picture (WebP), a sound or a film") { beginning in
      beginning.begins(with: Array("RIFF".utf8))
        && ["WEBP", "WAVE", "AVI "].contains { beginning.bytes.dropFirst(8).starts(with: $0.utf8) }
    },
    refused("a database (SQLite)", Array("SQLite format 3\0".utf8)),
    refused("a program", [0x7F, 0x45, 0x4C, 0x46]),
  ]

  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// "BZh" is also how a word may begin: bzip2 has a figure behind it.
  private static func isBlockSize(_ beginning: FileBeginning) -> Bool {
    !beginning.begins(with: Array("BZh".utf8)) || (0x31...0x39).contains(beginning.bytes[3])
  }

  /// Files that are text of a form that no article has.
  private static let structured: [FileKind] = [
    FileKind(reading: .events, name: "events", endings: [".jsonl"]) { EventLines.recognises(Array($0.bytes)) },
    FileKind(reading: .dataJSON, name: "data in JSON", endings: [".json"], isOne: isJSON),
    FileKind(reading: .mailbox, name: "a mailbox", endings: [".mbox", ".mbx"], isOne: isMailbox),
    FileKind(
      reading: .mail, name: "a mail, or a page saved as MHTML", endings: [".eml", ".mht", ".mhtml"], isOne: isMail),
    FileKind(reading: .newsXML, name: "news in XML", endings: [".nitf", ".newsml", ".cap"]) { beginning in
      XMLStories.roots.contains(beginning.rootElement.split(separator: ":").last.map(String.init) ?? "")
    },
    FileKind(reading: .feed, name: "a feed", endings: [".xml", ".rss", ".atom", ".rdf"]) { beginning in
      ["rss", "feed", "rdf", "channel"].contains(beginning.rootElement.split(separator: ":").last ?? "")
    },
    FileKind(reading: .page, name: "a web page", endings: [".html", ".htm", ".xhtml"]) { beginning in
      beginning.small.first == 0x3C
        && (beginning.begins(with: "<!doctype html") || beginning.holds("<html", within: 1024))
    },
  ]

  /// What is an article as it stands.
  private static let texts: [FileKind] = [
    FileKind(reading: .markdown, name: "Markdown", endings: [".md", ".markdown"]) { _ in false },
    FileKind(reading: .plain, name: "text", endings: [".txt"]) { _ in false },
  ]

  private static func refused(_ name: String, _ signature: [UInt8]) -> FileKind {
    FileKind(reading: .refused, name: name) { $0.begins(with: signature) }
  }

  /// An object with a name in it, or a list of objects.
  @Sendable private static func isJSON(_ beginning: FileBeginning) -> Bool {
    var marks = beginning.small.prefix(1024).lazy.filter { !ArticleText.isSpace($0) }.makeIterator()
    switch (marks.next(), marks.next()) {
    case (UInt8(ascii: "{")?, UInt8(ascii: "\"")?), (UInt8(ascii: "[")?, UInt8(ascii: "{")?): return true
    default: return false
    }
  }

  /// A header with a field that only mails have, or with those that each mail has.
  @Sendable private static func isMail(_ beginning: FileBeginning) -> Bool {
    let fields = beginning.headerFields
    return fields.contains("mime-version")
      || fields.isSuperset(of: ["from", "subject", "date"])
        && !fields.isDisjoint(with: ["message-id", "received", "to", "delivered-to", "content-type"])
  }

  /// A line that says from whom and when a mail came, and the header of the mail.
  @Sendable private static func isMailbox(_ beginning: FileBeginning) -> Bool {
    guard beginning.text.starts(with: "From ".utf8), let end = beginning.text.firstIndex(of: 0x0A) else { return false }
    let fields = FileBeginning(Array(beginning.text[(end + 1)...])).headerFields
    return !fields.isDisjoint(with: ["from", "date", "subject", "message-id", "mime-version", "received", "x-gm-thrid"])
  }

  /// - Returns: The kind of a file; `nil` for a text whose name says nothing.
  static func of(_ beginning: FileBeginning, path: String) -> FileKind? {
    all.first { $0.isOne(beginning) } ?? of(name: path.utf8).flatMap { $0.isSigned ? nil : $0 }
  }

  /// The kind that a name tells, whatever its case: a camera or a mail program may have written it in capitals.
  static func of(name: some BidirectionalCollection<UInt8>) -> FileKind? {
    byEnding[ending(of: name)].map { all[$0] }
  }

  private static let byEnding: [String: Int] = Dictionary(
    all.enumerated().flatMap { index, kind in kind.endings.map { ($0, index) } }
  ) { first, _ in first }

  /// ".docx" of "Report.DOCX"; empty for a name without one.
  static func ending(of name: some BidirectionalCollection<UInt8>) -> String {
    let last = name.suffix(32)
    guard let dot = last.lastIndex(of: 0x2E) else { return "" }
    let ending = last[dot...]
    return ending.contains(0x2F) ? "" : String(decoding: Array(ending), as: UTF8.self).lowercased()
  }

  /// ".txt, .md": the endings of what is read, in the order of the kinds that people write by hand first.
  static var readEndings: [String] { all.reversed().filter { $0.reading != .refused }.flatMap(\.endings) }
}
