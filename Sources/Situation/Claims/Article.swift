/// What tells articles apart: the SHA-256 of the raw bytes in hexadecimal, and the story's number in the file.
package struct ArticleID: Hashable, Comparable, Sendable {
  package var digest: String
  /// Counts from 1.
  package var story: Int

  package init(digest: String, story: Int = 1) {
    self.digest = digest
    self.story = story
  }

  package static func < (a: ArticleID, b: ArticleID) -> Bool {
    (a.digest, a.story) < (b.digest, b.story)
  }
}

/// One story with its header, and the canonical text that receipts count bytes in.
package struct Article: Hashable, Sendable {
  package var id: ArticleID
  /// The path as it was given, or the name of a built-in seed.
  package var path: String
  package var title: String?
  package var outlet: String?
  package var url: String?
  /// When it was filed; `.unknown` for an undated text.
  package var date: Moment
  /// The whole canonical text of the file, header included, as UTF-8.
  package var text: [UInt8]
  /// Where the title's words stand in `text`, for a receipt from a headline.
  package var titleSpan: Range<Int>?
  /// The part of `text` that is this story, without its header.
  package var body: Range<Int>
  /// What the operator should know of how it was read: "3 invalid bytes replaced".
  package var notices: [String]

  package init(
    id: ArticleID, path: String, title: String? = nil, outlet: String? = nil, url: String? = nil,
    date: Moment = .unknown, text: [UInt8], titleSpan: Range<Int>? = nil, body: Range<Int>? = nil,
    notices: [String] = []
  ) {
    self.id = id
    self.path = path
    self.title = title
    self.outlet = outlet
    self.url = url
    self.date = date
    self.text = text
    self.titleSpan = titleSpan
    self.body = body ?? 0..<text.count
    self.notices = notices
  }

  /// The bytes of a span as text; a span outside the text is cut to it.
  package func quote(_ span: Range<Int>) -> String {
    String(decoding: text[span.clamped(to: 0..<text.count)], as: UTF8.self)
  }

  /// The line of the canonical text that a byte stands in, counted from 1.
  package func line(of offset: Int) -> Int {
    1 + text[..<min(max(offset, 0), text.count)].count { $0 == 0x0A }
  }

  /// Where what is of this story ends in the text.
  package var end: Int { max(body.upperBound, titleSpan?.upperBound ?? 0) }
}
