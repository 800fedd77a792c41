import Foundation
import LineExamples
import Situation
import Testing

/// Holds the reader to its accuracy on the development sets beside the package, with their own scorer.
struct AccuracyTests {
  static let folder = ReaderFixture.root.deletingLastPathComponent().appending(path: "shared/eval")
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "score.py").path) }

  @Test(.enabled(if: isThere, "the development sets lie outside the repository, in shared/eval beside the package"))
  func `articles keep their accuracy`() throws {
    let articles = Self.folder.appending(path: "dev/articles")
    let claims = try write(try files(in: articles))
    try score(
      ["articles", "dev/gold.jsonl", claims, "--articles-dir", articles.path] + [
        "--min-f1", "0.97", "--min-precision", "0.98", "--max-bad-receipts", "0",
      ])
  }

  @Test(.enabled(if: isThere, "the development sets lie outside the repository, in shared/eval beside the package"))
  func `all traps pass`() throws {
    try score(["traps", "traps.jsonl", try write(try export("traps.jsonl")), "--min-pass", "1"])
  }

  @Test(.enabled(if: isThere, "the development sets lie outside the repository, in shared/eval beside the package"))
  func `old wire reports keep their recall`() throws {
    try score(["muc", "muc-dev.jsonl", try write(try export("muc-dev.jsonl")), "--min-recall", "0.66"])
  }

  @Test(.enabled(if: isThere, "the development sets lie outside the repository, in shared/eval beside the package"))
  func `local news of shootings keeps its recall`() throws {
    try score(["gva", "gva-dev.jsonl", try write(try export("gva-dev.jsonl")), "--min-recall", "0.78"])
  }

  /// The articles of a set, one file each, in a folder for this run.
  private func export(_ set: String) throws -> [URL] {
    let target = try scratch()
    try run(["export_texts.py", set, target.path])
    return try files(in: target)
  }

  private func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }

  private func scratch() throws -> URL {
    URL(filePath: try TemporaryFolder().path)
  }

  /// The count claims of articles in the lines that the scorer reads.
  private func write(_ files: [URL]) throws -> String {
    let reader = try ReaderFixture.reader.get()
    var lines = Data()
    for file in files {
      let article = try ReaderFixture.article(file)
      for claim in reader.read(article) {
        guard let count = claim.count else { continue }
        let line: [String: Any] = [
          "article": file.path, "kind": "count", "status": count.status.rawValue, "subject": count.subject,
          "subject_class": count.subjectClass?.rawValue as Any? ?? NSNull(),
          "low": count.figure.low as Any? ?? NSNull(), "high": count.figure.high as Any? ?? NSNull(),
          "standing": claim.standing.rawValue, "speaker": speaker(claim.speaker),
          "span": ["start": claim.receipt.span.lowerBound, "end": claim.receipt.span.upperBound],
          "quote": article.quote(claim.receipt.span),
        ]
        lines += try JSONSerialization.data(withJSONObject: line)
        lines.append(0x0A)
      }
    }
    let target = try scratch().appending(path: "claims.jsonl")
    try lines.write(to: target)
    return target.path
  }

  private func speaker(_ speaker: Speaker?) -> Any {
    guard let speaker else { return NSNull() }
    return [
      "name": speaker.name as Any? ?? NSNull(), "role": speaker.role as Any? ?? NSNull(),
      "organisation": speaker.organisation as Any? ?? NSNull(), "anonymous": speaker.isAnonymous,
    ]
  }

  private func score(_ arguments: [String]) throws {
    let (status, output) = try run(["score.py"] + arguments)
    #expect(status == 0, "\(output)")
  }

  @discardableResult
  private func run(_ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.currentDirectoryURL = Self.folder
    // The scorer's folder is read only for this run: no compiled files are left in it.
    process.environment = ProcessInfo.processInfo.environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
