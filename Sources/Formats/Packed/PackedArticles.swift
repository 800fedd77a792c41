package import Situation

/// Articles with their claims and fingerprints, without their texts, which stand elsewhere.
package enum PackedArticles {
  package typealias Entry = (article: Article, claims: [Claim], fingerprint: IncidentFingerprint)

  package static func bytes(_ entries: [Entry]) -> [UInt8] {
    var writer = PackedWriter()
    writer.put(PackedCases.stamp)
    writer.put(entries.count)
    for (article, claims, fingerprint) in entries {
      writer.put(article, calledBy: article.path)
      PackedClaims.write(claims, to: &writer)
      PackedFingerprint.write(fingerprint, to: &writer)
    }
    return writer.bytes
  }

  /// Everything that a reader is given with a text, but for the text itself: the digest stands for that. Of the path
  /// only the ending counts, by which a file is decoded; where the file lies is nothing to its claims.
  package static func identity(of article: Article) -> [UInt8] {
    var writer = PackedWriter()
    let ending = article.path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).last
    writer.put(article, calledBy: (ending.map { String($0) ?? article.path } ?? "").lowercased())
    writer.put(article.text.count)
    return writer.bytes
  }

  /// - Parameter texts: The canonical text of each, in their order.
  package static func entries(_ bytes: [UInt8], texts: [[UInt8]]) throws(FormatError) -> [Entry] {
    var reader = PackedReader(bytes[...])
    guard try reader.text() == PackedCases.stamp else { throw FormatError("packed by another build of the program") }
    guard try reader.count() == texts.count else { throw FormatError("not as many articles as texts") }
    var entries: [Entry] = []
    for text in texts {
      let id = ArticleID(digest: try reader.text(), story: try reader.number())
      let path = try reader.text()
      let (title, outlet, url) = (try reader.optionalText(), try reader.optionalText(), try reader.optionalText())
      let date = try reader.moment()
      let titleSpan = try reader.flag() ? try reader.range(in: text) : nil
      let body = try reader.range(in: text)
      var notices: [String] = []
      for _ in 0..<(try reader.count()) { notices.append(try reader.text()) }
      let article = Article(
        id: id, path: path, title: title, outlet: outlet, url: url, date: date, text: text, titleSpan: titleSpan,
        body: body, notices: notices)
      let claims = try PackedClaims.read(&reader, of: article)
      entries.append((article, claims, try PackedFingerprint.read(&reader, of: article)))
    }
    guard reader.isAtEnd else { throw FormatError("more bytes than articles") }
    return entries
  }
}

extension PackedWriter {
  fileprivate mutating func put(_ article: Article, calledBy path: String) {
    put(article.id.digest)
    put(article.id.story)
    put(path)
    put(article.title)
    put(article.outlet)
    put(article.url)
    put(article.date)
    put(article.titleSpan != nil)
    if let span = article.titleSpan { put(span) }
    put(article.body)
    put(article.notices.count)
    for notice in article.notices { put(notice) }
  }
}
