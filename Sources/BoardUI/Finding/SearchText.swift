internal import Situation

/// Every event as text that can be searched: what it says, who says it, where it was published, its passage. Grows with
/// the store and is never made anew.
struct SearchText: Hashable, Sendable {
  /// One after another, in small letters, each ended by a line feed.
  private var bytes: [UInt8] = []
  /// Where each event begins, by its sequence.
  private var starts: [Int] = []

  /// Takes in the events that came since.
  mutating func extend(to store: EventStore) {
    for sequence in starts.count..<max(starts.count, store.events.count) {
      starts.append(bytes.count)
      let event = store[EventID(sequence)]
      let claim = event.claim
      let article = store.article(claim.receipt.article)
      let parts: [String?] = [
        claim.summary(.ascii), store.speakerLabels(of: event.id).first, claim.place?.name, article?.outlet,
        article?.quote(claim.receipt.span), event.act?.text,
      ]
      for part in parts.compactMap({ $0 }) {
        bytes.append(contentsOf: part.lowercased().utf8.map { $0 == 0x0A ? 0x20 : $0 })
        bytes.append(0x20)
      }
      bytes.append(0x0A)
    }
  }

  /// The events that hold some text, whatever the case of its letters, in the order they came.
  func events(holding text: String) -> [EventID] {
    let needle = Array(text.lowercased().utf8)
    guard !needle.isEmpty else { return [] }
    var found: [EventID] = []
    var event = 0
    var at = 0
    while let hit = bytes.place(of: needle, from: at) {
      while event + 1 < starts.count, starts[event + 1] <= hit { event += 1 }
      found.append(EventID(event))
      // On with the next event.
      guard event + 1 < starts.count else { break }
      at = starts[event + 1]
    }
    return found
  }

  /// Returns true if an event holds some text, given in small letters.
  func holds(_ needle: [UInt8], event: EventID) -> Bool {
    let end = event.sequence + 1 < starts.count ? starts[event.sequence + 1] : bytes.count
    return bytes.place(of: needle, from: starts[event.sequence]).map { $0 < end } ?? false
  }
}

extension [UInt8] {
  /// Where some bytes stand first, at or after a place.
  func place(of needle: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first, start <= count - needle.count else { return nil }
    return withUnsafeBufferPointer { bytes in
      var at = start
      let last = bytes.count - needle.count
      while at <= last {
        if bytes[at] == first {
          var length = 1
          while length < needle.count, bytes[at + length] == needle[length] { length += 1 }
          if length == needle.count { return at }
        }
        at += 1
      }
      return nil
    }
  }

  /// Where some text stands, whatever the case of its ASCII letters.
  func ranges(of text: String) -> [Range<Int>] {
    let needle = Array(text.utf8).map(\.lowered)
    guard !needle.isEmpty, count >= needle.count else { return [] }
    var found: [Range<Int>] = []
    var at = 0
    while at <= count - needle.count {
      var length = 0
      while length < needle.count, self[at + length].lowered == needle[length] { length += 1 }
      if length == needle.count {
        found.append(at..<at + length)
        at += length
      } else {
        at += 1
      }
    }
    return found
  }
}

extension UInt8 {
  /// The small letter of a capital of ASCII.
  fileprivate var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
