import ArticleReader
import Foundation
import Situation

/// The reader with the lexicon of the folder that `SITBOARD_LEXICON` names.
private let reader: ArticleReader = {
  let folder = URL(filePath: ProcessInfo.processInfo.environment["SITBOARD_LEXICON"] ?? "Sources/ArticleReader/Lexicon")
  do {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
      .sorted { $0.path < $1.path }
      .map { (name: $0.lastPathComponent, text: [UInt8](try Data(contentsOf: $0))) }
    let weights = folder.deletingLastPathComponent().appending(path: "Decisions/weights.txt")
    return ArticleReader(
      lexicon: try Lexicon(files: files),
      weights: try Weights(file: (weights.lastPathComponent, [UInt8](try Data(contentsOf: weights)))))
  } catch {
    fatalError("\(folder.path): \(error)")
  }
}()

private let dated = Moment.parse("2025-03-12T14:10+05:00", defaultOffset: .zero) ?? .unknown

/// Reads any bytes as an article and holds the claims to what the store takes for granted.
@_cdecl("LLVMFuzzerTestOneInput")
public func readAnyBytes(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = Array(UnsafeBufferPointer(start: bytes, count: count))
  let seed = text.reduce(into: UInt8(0)) { $0 = $0 &* 31 &+ $1 }
  let article = Article(
    id: ArticleID(digest: "fuzz"), path: "fuzz", date: seed & 1 == 0 ? dated : .unknown, text: text)
  let claims = reader.read(article)
  for (index, claim) in claims.enumerated() {
    let span = claim.receipt.span
    precondition(!span.isEmpty && span.lowerBound >= 0 && span.upperBound <= text.count, "a receipt outside the text")
    precondition(claim.partOf.map { claims.indices.contains($0) && $0 != index } ?? true, "a part of nothing")
    if case .count(let count) = claim.content, let low = count.figure.low, let high = count.figure.high {
      precondition(0 <= low && low <= high, "bounds the wrong way round")
    }
  }
  if seed & 0x3E == 0 { reader.explain(article) { _ in true } }
  return 0
}
