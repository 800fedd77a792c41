package import Situation

extension EventLines {
  /// An article of an event file with the claims that were read from it.
  package struct Entry: Hashable, Sendable {
    package var article: Article
    package var claims: [Claim]
    /// Which story it is, where the lines say so.
    package var story: StoryKey?
  }

  /// A line that could not be taken; the lines around it were.
  package struct Damage: Error, Hashable, Sendable {
    /// Counted from 1.
    package var line: Int
    package var reason: String

    package init(line: Int, reason: String) {
      self.line = line
      self.reason = reason
    }
  }

  /// Reads event lines; a damaged line is reported, and loses nothing but itself and the claims that hang on it.
  package static func read(_ bytes: [UInt8]) -> (
    entries: [Entry], acts: [OperatorEntry], damage: [Damage], reliabilities: Reliabilities
  ) {
    var reading = EventReading()
    var start = 0
    var number = 0
    while start < bytes.count, !reading.isOver {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      reading.take(bytes[start..<end], number: number)
      start = end + 1
    }
    reading.close()
    return (reading.entries, reading.acts, reading.damage.sorted { $0.line < $1.line }, reading.reliabilities)
  }
}

/// Takes event lines one after another.
struct EventReading {
  private(set) var entries: [EventLines.Entry] = []
  private(set) var acts: [OperatorEntry] = []
  private(set) var reliabilities = Reliabilities()
  private(set) var damage: [EventLines.Damage] = []
  /// Set by a version that cannot be read: what follows is not ours to guess.
  private(set) var isOver = false
  var isVersionKnown = false
  private var article: Article?
  private var story: StoryKey?
  /// The article of the last line of one, whose text the next may have in common.
  private var before: Article?
  private var pending: [(index: Int, line: Int, claim: Claim)] = []
  private var indices: Set<Int> = []

  /// What was completed since it was asked for last.
  mutating func drain() -> EventLineStream.Taken {
    defer { (entries, acts, damage, reliabilities) = ([], [], [], Reliabilities()) }
    return (entries, acts, damage, reliabilities)
  }

  mutating func take(_ bytes: ArraySlice<UInt8>, number: Int) {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
    do throws(FormatError) {
      try take(parsed(bytes), number: number)
    } catch {
      damage.append(EventLines.Damage(line: number, reason: error.reason))
    }
    // Said once, at the line that should have been it.
    if !isVersionKnown {
      isVersionKnown = true
      if !damage.contains(where: { $0.line == number }) {
        damage.append(
          EventLines.Damage(
            line: number, reason: "the version line {\"sitboard\":\"events\",\"version\":1} does not come first"))
      }
    }
  }

  mutating func lose(_ number: Int, _ reason: String) {
    damage.append(EventLines.Damage(line: number, reason: reason))
  }

  private func parsed(_ bytes: ArraySlice<UInt8>) throws(FormatError) -> FieldReader {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(bytes)
    } catch {
      throw FormatError("\(error.reason) at byte \(error.offset) of the line")
    }
    guard case .object = value else { throw FormatError("the line is \(value.kindName); an object is expected") }
    return try FieldReader(value, called: "line")
  }

  private mutating func take(_ reader: FieldReader, number: Int) throws(FormatError) {
    if reader.has("sitboard") {
      let version = try reader.integer("version")
      guard try reader.string("sitboard") == "events", version == EventLines.version else {
        isOver = true
        isVersionKnown = true
        throw FormatError("version \(version) of the event lines is not known here; this program reads version 1")
      }
      isVersionKnown = true
      return
    }
    switch try reader.string("event") {
    case "article":
      close()
      article = try ArticleLine.article(reader, after: before)
      before = article
    case "claim":
      let id = try ArticleLine.identity(reader)
      guard let article, article.id == id else {
        throw FormatError("the claim's article does not stand before it")
      }
      let index = try reader.integer("index")
      guard !indices.contains(index) else { throw FormatError("a second claim with the index \(index)") }
      pending.append((index, number, try ClaimLine.claim(reader, in: article)))
      indices.insert(index)
    case "story":
      guard let article, try article.id == ArticleLine.identity(reader) else {
        throw FormatError("the story's article does not stand before it")
      }
      story = try StoryLine.mark(reader)
    // The bytes that a desk received: who reads events has the text of the articles.
    case "text": close()
    case "source":
      let entry = try ReliabilityLine.entry(reader)
      reliabilities.set(entry.source, entry.reliability)
    case "act": acts.append(try ActLine.entry(reader))
    case let other: throw FormatError("the event \"\(other)\" is not known")
    }
  }

  /// Ends the present article: links parts to their wholes, whose places move up where a line between was lost.
  mutating func close() {
    guard let article else { return }
    dropOrphans()
    var places: [Int: Int] = [:]
    for (place, entry) in pending.enumerated() { places[entry.index] = place }
    let claims = pending.map { entry in
      var claim = entry.claim
      claim.partOf = claim.partOf.flatMap { places[$0] }
      return claim
    }
    entries.append(EventLines.Entry(article: article, claims: claims, story: story))
    (self.article, story) = (nil, nil)
    pending = []
    indices = []
  }

  /// A part whose whole was lost would pass for a whole itself: it goes too, and so do its own parts.
  private mutating func dropOrphans() {
    var parts: [Int: [Int]] = [:]
    var lost: [Int] = []
    for entry in pending {
      guard let whole = entry.claim.partOf else { continue }
      parts[whole, default: []].append(entry.index)
      if whole == entry.index || !indices.contains(whole) { lost.append(entry.index) }
    }
    guard !lost.isEmpty else { return }
    var gone: Set<Int> = []
    while let index = lost.popLast() {
      if gone.insert(index).inserted { lost += parts[index, default: []] }
    }
    for entry in pending where gone.contains(entry.index) {
      damage.append(EventLines.Damage(line: entry.line, reason: "the claim is part of one that is not there"))
    }
    pending.removeAll { gone.contains($0.index) }
  }
}
