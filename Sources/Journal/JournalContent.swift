import Formats
import Situation

/// The bytes of a journal, read line by line.
struct JournalContent {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  struct Reading {
    var identity: String
    var entries: [OperatorEntry] = []
    var notices: [Journal.Notice] = []
    /// Up to the end of the last whole line, with its line feed if it has one.
    var length: Int
    /// The highest number that an entry has or may have had.
    var lastNumber = 0
    /// True if the last line that stays has no line feed.
    var lacksLineFeed = false
  }

  /// True if nothing was ever written: an empty file, or one whose first line was not written to its end, before which
  /// there can be no entry.
  var isUnwritten: Bool {
    guard !bytes.contains(0x0A), (try? JournalLine.identity(bytes[...])) == nil else { return false }
    return JournalLine.openings.contains { $0.starts(with: bytes) } || isTornHeader
  }

  private var isTornHeader: Bool {
    let whole = JournalLine.header(identity: String(repeating: "0", count: 64))
    return JournalLine.openings.contains { bytes.starts(with: $0) } && bytes.count < whole.count
  }

  func read(_ path: String) throws(JournalError) -> Reading {
    guard let version = JournalLine.version(bytes) else { throw JournalError(path: path, reason: unnamed) }
    guard version <= JournalLine.version else { throw JournalError(path: path, reason: .newerVersion(version)) }
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
    guard let identity = try? JournalLine.identity(bytes[..<end]) else {
      throw JournalError(path: path, reason: .damagedFirstLine)
    }
    var reading = Reading(identity: identity, length: min(end + 1, bytes.count), lacksLineFeed: end == bytes.count)
    var number = 1
    while reading.length < bytes.count {
      number += 1
      let start = reading.length
      guard let end = bytes[start...].firstIndex(of: 0x0A) else {
        finish(bytes[start...], number, &reading)
        break
      }
      take(bytes[start..<end], number, &reading)
      reading.length = end + 1
    }
    return reading
  }

  /// What a file without the beginning of a journal is: a journal whose beginning is damaged, if its lines are sealed.
  private var unnamed: JournalError.Reason {
    let marks = [Array("\"checksum\":\"".utf8), Array("{\"sequence\":".utf8)]
    return marks.contains { bytes.firstRange(of: $0) != nil } ? .damagedFirstLine : .notAJournal
  }

  private func take(_ line: ArraySlice<UInt8>, _ number: Int, _ reading: inout Reading) {
    do throws(FormatError) {
      try take(try JournalLine.entry(line, identity: reading.identity), &reading)
    } catch {
      let whole = takeWholeEntries(of: line, &reading)
      if whole.count > 0 {
        reading.notices.append(.mended(line: number, entries: whole.count))
      } else {
        reading.notices.append(.damaged(line: number, reason: error.reason))
        // It had a number, which no other entry may have.
        reading.lastNumber += 1
      }
    }
  }

  private func take(_ entry: OperatorEntry, _ reading: inout Reading) throws(FormatError) {
    let sequence = entry.id.story
    guard sequence > (reading.entries.last?.id.story ?? 0) else {
      throw FormatError("its number \(sequence) does not follow the one before")
    }
    if sequence > reading.lastNumber + 1 { reading.notices.append(.missing(reading.lastNumber + 1...sequence - 1)) }
    reading.entries.append(entry)
    reading.lastNumber = max(sequence, reading.lastNumber)
  }

  /// What of a line was proved whole by checksums.
  private struct WholeEntries {
    var count = 0
    /// How many bytes they have.
    var bytes = 0
    /// Where the last of them ends.
    var end: Int
  }

  /// Takes the entries of a line that their checksums prove whole, whatever stands around them.
  private func takeWholeEntries(of line: ArraySlice<UInt8>, _ reading: inout Reading) -> WholeEntries {
    var whole = WholeEntries(end: line.startIndex)
    for sealed in JournalLine.sealedParts(of: line) {
      guard let entry = try? JournalLine.entry(line[sealed], identity: reading.identity),
        (try? take(entry, &reading)) != nil
      else { continue }
      whole.count += 1
      whole.bytes += sealed.count
      whole.end = sealed.upperBound
    }
    return whole
  }

  /// The bytes after the last line feed: a line that was not written to its end, one that lacks nothing else, or one
  /// whose end is damaged. What is whole of it stays.
  private func finish(_ line: ArraySlice<UInt8>, _ number: Int, _ reading: inout Reading) {
    let whole = takeWholeEntries(of: line, &reading)
    if whole.count > 0 {
      (reading.length, reading.lacksLineFeed) = (whole.end, true)
      if whole.bytes < whole.end - line.startIndex {
        reading.notices.append(.mended(line: number, entries: whole.count))
      }
    }
    if whole.end < line.endIndex {
      reading.notices.append(.torn(line: number, bytes: line.endIndex - whole.end))
    }
  }
}
