package import Situation

/// The fields of a feed or a page that tell which story an article is. Its words tell the rest.
package struct StoryKey: Hashable, Sendable {
  /// Whose it is.
  package var publisher: String
  package var guid: String?
  package var link: String?
  /// The series of texts that it belongs to.
  package var series: String

  package init(publisher: String, guid: String?, link: String?, series: String) {
    (self.publisher, self.guid, self.link, self.series) = (publisher, guid, link, series)
  }
}

/// The mark of a story on a line of its own, after the article that it is of.
package enum StoryLine {
  package static func line(_ mark: StoryKey, of article: ArticleID) -> [UInt8] {
    EventLines.line(
      .object([
        .init("event", .string("story")), .init("article_id", ArticleLine.identity(article)),
        .init("publisher", .string(mark.publisher)), .init("guid", JSONValue(mark.guid)),
        .init("link", JSONValue(mark.link)), .init("series", .string(mark.series)),
      ]))
  }

  static func mark(_ reader: FieldReader) throws(FormatError) -> StoryKey {
    StoryKey(
      publisher: try reader.string("publisher"), guid: try reader.optionalString("guid"),
      link: try reader.optionalString("link"), series: try reader.string("series"))
  }
}
