package import Formats

/// A text of a desk as one JSON object on a line: what it was received with, and its bytes.
package enum TextLine {
  package static func line(_ article: ReceivedArticle) -> [UInt8] {
    var bytes = JSONWriter.bytes(
      .object([
        .init("event", .string("text")), .init("digest", .string(article.digest)),
        .init("path", .string(article.path)), .init("address", JSONValue(article.address)),
        .init("headers", JSONValue(article.headers)), .init("outlet", JSONValue(article.outlet)),
        .init("edition_of", JSONValue(article.editionOf)), .init("dated", JSONValue(article.dated)),
        .init("timezone", JSONValue(article.timezone)),
        .init("bytes", .string(String(decoding: ByteText.digits(article.bytes), as: UTF8.self))),
      ]))
    bytes.append(0x0A)
    return bytes
  }

  private static let opening = Array("{\"event\":\"text\",".utf8)

  /// Reads a line back; `nil` for a line of something else.
  package static func article(_ line: ArraySlice<UInt8>) throws(FormatError) -> ReceivedArticle? {
    guard line.starts(with: opening) else { return nil }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(line)
    } catch {
      throw FormatError(error.reason)
    }
    let reader = try FieldReader(value, called: "line")
    let digits = Array(try reader.string("bytes").utf8)
    guard let bytes = digits.withUnsafeBufferPointer({ ByteText.bytes(of: $0[...]) }) else {
      throw FormatError("\"bytes\" are not hexadecimal digits")
    }
    var article = ReceivedArticle(
      digest: try reader.string("digest"), bytes: bytes, path: try reader.string("path"))
    (article.address, article.headers) = (try reader.optionalString("address"), try reader.optionalString("headers"))
    (article.outlet, article.editionOf) = (
      try reader.optionalString("outlet"), try reader.optionalString("edition_of")
    )
    (article.dated, article.timezone) = (try reader.optionalString("dated"), try reader.optionalString("timezone"))
    return article
  }
}
