package import Situation

/// The claims of an article in few bytes, for what is kept of what was read. It is no format to exchange: only the
/// build of the program that wrote it reads it.
package enum PackedClaims {
  package static func bytes(_ claims: [Claim]) -> [UInt8] {
    var writer = PackedWriter()
    write(claims, to: &writer)
    return writer.bytes
  }

  /// - Parameter article: Whose claims they are: each receipt has to be a passage of its text.
  package static func claims(_ bytes: ArraySlice<UInt8>, of article: Article) throws(FormatError) -> [Claim] {
    var reader = PackedReader(bytes)
    let claims = try read(&reader, of: article)
    guard reader.isAtEnd else { throw FormatError("more bytes than claims") }
    return claims
  }

  static func write(_ claims: [Claim], to writer: inout PackedWriter) {
    writer.put(claims.count)
    for claim in claims {
      writer.put(claim.content)
      writer.put(claim.standing, of: PackedCases.standings)
      writer.put(claim.speaker)
      writer.put(claim.happened)
      writer.put(claim.reported)
      writer.put(claim.place?.name)
      writer.put(claim.partOf)
      writer.put(claim.doubt, of: PackedCases.doubts)
      writer.put(claim.receipt.span)
      writer.put(claim.receipt.rule)
    }
  }

  static func read(_ reader: inout PackedReader, of article: Article) throws(FormatError) -> [Claim] {
    let count = try reader.count()
    var claims: [Claim] = []
    claims.reserveCapacity(count)
    for _ in 0..<count {
      let content = try reader.content()
      let standing = try reader.value(of: PackedCases.standings)
      let speaker = try reader.speaker()
      let (happened, reported) = (try reader.moment(), try reader.moment())
      let (place, partOf) = (try reader.optionalText().map { Place($0) }, try reader.optionalNumber())
      let doubt = try reader.optionalValue(of: PackedCases.doubts)
      let span = try reader.range(in: article.text)
      guard !span.isEmpty, partOf.map({ (0..<count).contains($0) }) ?? true else {
        throw FormatError("a claim without a passage, or a part of nothing")
      }
      let receipt = Receipt(article: article.id, span: span, rule: try reader.text())
      claims.append(
        Claim(
          content, standing: standing, speaker: speaker, happened: happened, reported: reported, place: place,
          partOf: partOf, doubt: doubt, receipt: receipt))
    }
    return claims
  }
}
