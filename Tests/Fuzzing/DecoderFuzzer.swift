import BoardUI
import Briefing
import Formats
import Foundation
import Sharing
import Situation

@testable import Intake
@testable import Journal

/// What the first byte of an input chooses: one of the decoders that take what others wrote.
private enum Decoder: UInt8, CaseIterable {
  case wire, journal, act, gate, events, feed, page, text, settings, lines, kept, mail, data, news
}

/// Gives any bytes to a decoder. None may fall, hang, or give what it could not have written itself.
@_cdecl("LLVMFuzzerTestOneInput")
public func decodeAnyBytes(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  guard let first = input.first else { return 0 }
  let bytes = Array(input.dropFirst())
  switch Decoder.allCases[Int(first) % Decoder.allCases.count] {
  case .wire: for isPresenter in [true, false] { decodeFrames(bytes, fromPresenter: isPresenter) }
  case .journal:
    if let reading = try? JournalContent(bytes).read("fuzz") { precondition(reading.entries.count <= bytes.count) }
  case .act:
    guard let value = try? JSONParser.parse(bytes), let entry = try? ActLine.entry(value) else { break }
    let again = JSONValue.object(ActLine.members(entry))
    precondition((try? ActLine.entry(again)) == entry, "an entry that is not written as it was read")
  case .gate:
    if (try? GateRequest(bytes)) != nil {
      let allowed = bytes.allSatisfy { (0x20...0x7E).contains($0) }
      precondition(allowed && !bytes.contains(UInt8(ascii: ";")) && !bytes.contains(UInt8(ascii: "$")))
    }
  case .events: load(bytes, "fuzz.jsonl")
  case .feed: load(bytes, "fuzz.rss")
  case .page: load(bytes, "fuzz.html")
  case .text: load(bytes, "fuzz.md")
  case .settings: _ = try? TOMLFile(String(decoding: bytes, as: UTF8.self))
  case .lines: tell(bytes)
  case .kept: recall(bytes)
  case .mail: load(bytes, "fuzz.eml")
  case .data: load(bytes, "fuzz.json")
  case .news: load(bytes, "fuzz.newsml")
  }
  return 0
}

/// In one piece and byte by byte, the same frames come or the same side is refused.
private func decodeFrames(_ bytes: [UInt8], fromPresenter isFromPresenter: Bool) {
  var (whole, pieces) = (WireDecoder(fromPresenter: isFromPresenter), WireDecoder(fromPresenter: isFromPresenter))
  let frames = try? whole.take(bytes)
  var taken: [WireFrame]? = []
  for byte in bytes {
    guard let next = try? pieces.take([byte]) else {
      taken = nil
      break
    }
    taken? += next
  }
  precondition((frames == nil) == (taken == nil))
  if let frames, let taken { precondition(frames.map(\.payload) == taken.map(\.payload)) }
}

private func load(_ bytes: [UInt8], _ name: String) {
  let result = Intake.load([(name: name, bytes: bytes)], options: IntakeOptions())
  for entry in result.entries {
    let article = entry.article
    precondition(article.body == article.body.clamped(to: 0..<article.text.count), "a body outside the text")
    precondition(String(validating: article.text, as: UTF8.self) != nil, "a text that is not UTF-8")
    for claim in entry.claims ?? [] {
      precondition(claim.receipt.span.upperBound <= article.text.count, "a receipt outside the text")
    }
  }
}

/// What is kept of articles: claims that are read are of the text, and are written as they were read.
private func recall(_ bytes: [UInt8]) {
  let shard = CacheShard(bytes, build: Array(bytes.prefix(CacheShard.digestSize)))
  for key in shard.keys { precondition((shard.payload(key)?.count ?? 0) <= bytes.count) }
  let text = Array("Zwölf were freed, and 30 to 40 are held.".utf8)
  let article = Article(id: ArticleID(digest: "fuzz"), path: "fuzz.txt", text: text)
  if let fingerprint = try? PackedFingerprint.fingerprint(bytes[...], of: article) {
    precondition(
      (try? PackedFingerprint.fingerprint(PackedFingerprint.bytes(fingerprint)[...], of: article)) == fingerprint)
    var desk = IncidentDesk()
    desk.add([IncidentDesk.Card(article, fingerprint)])
    desk.sort()
  }
  guard let claims = try? PackedClaims.claims(bytes[...], of: article) else { return }
  for claim in claims {
    precondition(claim.receipt.span.upperBound <= text.count && !claim.receipt.span.isEmpty, "a receipt of nothing")
  }
  precondition((try? PackedClaims.claims(PackedClaims.bytes(claims)[...], of: article)) == claims)
}

/// Event lines, told as lines: the replay, the briefing, the table. A terminal obeys nothing in them.
private func tell(_ bytes: [UInt8]) {
  let read = EventLines.read(bytes)
  guard read.entries.count < 50, read.entries.allSatisfy({ $0.claims.count < 50 }) else { return }
  var store = EventStore()
  store.append(contentsOf: read.entries.map { ($0.article, $0.claims) })
  store.append(read.acts)
  var replay = LinearReplay(store)
  var lines = [replay.heading]
  while let next = replay.next() { lines += next }
  lines += replay.conclusion
  let texts =
    lines.map { SafeText.line($0) } + [
      Briefing.text(store, BriefingOptions()), ClaimTable.text(store, marks: .ascii),
      Briefing.changes(store, BriefingOptions(since: .beginning), as: .markdown),
    ]
  for text in texts {
    precondition(
      text.unicodeScalars.allSatisfy { $0 == "\n" || SafeText.replacement(for: $0) == nil }, "a line that is obeyed")
  }
}
