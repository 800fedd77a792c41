/// How many utterances stand behind the claims for one figure, however many outlets repeat them.
///
/// One origin are: claims of one speaker; claims whose sentences are nearly the same; claims of articles that are nearly
/// the same, such as a new edition of a dispatch or a wire story that several carry. A claim that names nobody beside
/// others that name somebody repeats the first of them.
package struct Origins: Hashable, Sendable {
  /// The claims of each origin, origins and claims in replay order.
  package let groups: [[EventID]]
  package let outlets: Int

  package var count: Int { groups.count }

  /// - Parameter events: The claims of one rung, in replay order. The cost grows with their number.
  package init(_ events: some Collection<EventID>, in store: EventStore) {
    let events = Array(events)
    var union = UnionFind(events.count)
    Origins.joinSpeakers(events, store, &union)
    Origins.joinSentences(events, store, &union)
    if union.groupCount > 1 { Origins.joinArticles(events, store, &union) }
    groups = union.groups.map { group in group.map { events[$0] } }
    outlets = Set(events.map { Origins.outlet(of: $0, store) }).count
  }

  private static func outlet(of event: EventID, _ store: EventStore) -> String {
    let id = store[event].claim.receipt.article
    return store.article(id)?.outlet?.lowercased() ?? id.digest
  }

  private static func joinSpeakers(_ events: [EventID], _ store: EventStore, _ union: inout UnionFind) {
    // Only those who share a word of their names and offices can be the same; of them few are different people.
    var known: [Substring: [(index: Int, speaker: Speaker, family: String?)]] = [:]
    var unnamed: [Int] = []
    var first: Int?
    for (index, event) in events.enumerated() {
      guard let speaker = store[event].claim.speaker else {
        unnamed.append(index)
        continue
      }
      first = first ?? index
      // Two who are named can be one only with one family name, which costs less to compare than all that is told of them.
      let family = speaker.name.flatMap { Speaker.words(of: $0).last }
      for word in speaker.wordsOfNameAndOffice {
        let same = known[word]?.first { other in
          (family == nil || other.family == nil || family == other.family) && other.speaker.canBe(speaker)
        }
        if let same {
          union.join(same.index, index)
        } else if known[word]?.count ?? 0 < most {
          known[word, default: []].append((index, speaker, family))
        }
      }
    }
    if let first { for index in unnamed { union.join(first, index) } }
  }

  private static func joinSentences(_ events: [EventID], _ store: EventStore, _ union: inout UnionFind) {
    var finder = NearDuplicates()
    for (index, event) in events.enumerated() {
      let receipt = store[event].claim.receipt
      guard let article = store.article(receipt.article) else { continue }
      let sentence = article.sentence(around: receipt.span)
      if let other = finder.add(Shingles(article.text[sentence], words: 2), index) { union.join(other, index) }
    }
  }

  private static func joinArticles(_ events: [EventID], _ store: EventStore, _ union: inout UnionFind) {
    var finder = NearDuplicates()
    var seen: Set<ArticleID> = []
    for (index, event) in events.enumerated() {
      let id = store[event].claim.receipt.article
      // One article may quote two speakers for one figure: those stay two origins.
      guard seen.count < mostArticles, seen.insert(id).inserted, store.isArticle(id), let article = store.article(id)
      else { continue }
      let body = article.body.clamped(to: 0..<article.text.count).prefix(Shingles.longestText)
      if let other = finder.add(Shingles(article.text[body], words: 3), index) { union.join(other, index) }
    }
  }

  /// How many different speakers of one surname or office are told apart.
  private static let most = 64
  /// How many articles are compared whole.
  private static let mostArticles = 512
}

extension Article {
  /// The sentence that a span stands in, as far as stops and line ends tell; at most `Shingles.longestSentence` bytes to
  /// either side.
  func sentence(around span: Range<Int>) -> Range<Int> {
    let span = span.clamped(to: 0..<text.count)
    func ends(_ index: Int) -> Bool {
      text[index] == 0x0A || text[index] == 0x2E && index + 1 < text.count && text[index + 1] <= 0x20
    }
    var (start, end) = (span.lowerBound, span.upperBound)
    while start > max(0, span.lowerBound - Shingles.longestSentence), !ends(start - 1) { start -= 1 }
    while end < min(text.count, span.upperBound + Shingles.longestSentence), !ends(end) { end += 1 }
    return start..<end
  }
}

/// Disjoint sets over 0..<count, by union with path halving.
private struct UnionFind {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  private mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  /// The lower index stays the root, so that groups come in the order of their first members.
  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    parents[max(a, b)] = min(a, b)
  }

  var groupCount: Int { parents.indices.count { parents[$0] == $0 } }

  var groups: [[Int]] {
    mutating get {
      var members: [Int: [Int]] = [:]
      for index in parents.indices { members[root(index), default: []].append(index) }
      return members.keys.sorted().compactMap { members[$0] }
    }
  }
}

extension Origins {
  /// "3 outlets, 1 origin".
  package var words: String {
    "\(outlets) outlet\(outlets == 1 ? "" : "s"), \(count) origin\(count == 1 ? "" : "s")"
  }
}
