/// Which paragraphs of a page are its story.
///
/// Nothing of a page is thrown away while it is read: what looks like navigation or a sidebar may turn out to hold all
/// the prose that there is.
struct PageStory {
  /// The paragraphs of the story, by their numbers on the page.
  private(set) var places: [Int] = []

  /// What the page marks as its story is believed if it has so much of the prose.
  private static let leastShare = 0.3
  /// An article that has less of the prose of the densest part, which it is in, is one piece of several.
  private static let wholeShare = 0.8
  /// What is called a thing beside the story is the story all the same if it has so much of the prose.
  private static let bulk = 0.4
  /// A paragraph counts for so many of the containers around it, for each less than for the one within.
  private static let levels = 6
  private static let decay = 0.85
  /// A paragraph of the story may be links by so much; one that is more links than text says nothing of where it is.
  private static let mostLinked = 0.65

  private let reader: PageReader
  /// For each container what keeps the story out of it.
  private var parts: [PageElements.Part?]

  init(_ reader: PageReader) {
    self.reader = reader
    parts = reader.containers.map(\.part)
    let prose = reader.paragraphs.filter { isProse($0) }
    for part in [PageElements.Part.apart, .beside, .masthead] { spread(part, prose) }
    var inside = prose.filter { parts[$0.container] == nil }
    let isInPlace = !inside.isEmpty
    if inside.isEmpty { inside = prose.filter { parts[$0.container] != .apart } }
    if inside.isEmpty { inside = prose }
    let isStory = containers(in: storyContainers(inside))
    places = reader.paragraphs.indices.filter { place in
      let paragraph = reader.paragraphs[place]
      return isStory[paragraph.container] && (!isInPlace || parts[paragraph.container] == nil || isLede(paragraph))
        && isKept(paragraph)
    }
    // A heading with nothing under it announces what is not in the story.
    while let last = places.last, reader.paragraphs[last].isHeading { places.removeLast() }
    let kept = places.count { isProse(reader.paragraphs[$0]) }
    leftOut = max(0, prose.count { parts[$0.container] != .apart } - kept)
    let all = reader.paragraphs.indices.filter { isStory[reader.paragraphs[$0].container] }
    if let first = all.first, let last = all.last { range = first...last }
  }

  /// How many paragraphs of prose are not of the story.
  private(set) var leftOut = 0
  /// The paragraphs of the page from the first that is of the story to the last.
  private(set) var range: ClosedRange<Int>?

  /// Whether a container holds the words of readers or what leads elsewhere.
  func isApart(_ container: Int) -> Bool { parts[container] == .apart }

  /// The paragraphs of a text that is all story, but for what elements say is none.
  static func all(_ reader: PageReader) -> [Int] {
    var isOut = reader.containers.map { $0.part != nil }
    for index in isOut.indices.dropFirst() where isOut[reader.containers[index].parent] { isOut[index] = true }
    return reader.paragraphs.indices.filter { place in
      let paragraph = reader.paragraphs[place]
      return !isOut[paragraph.container] && paragraph.linked * 2 <= paragraph.range.count
    }
  }

  /// Has what is told of a container count for those within, unless it has too much of the prose to be true.
  private mutating func spread(_ part: PageElements.Part, _ prose: [PageReader.Paragraph]) {
    guard parts.contains(part) else { return }
    let sums = sums(prose.filter { parts[$0.container] != .apart })
    for index in parts.indices.dropFirst() {
      let outer = parts[reader.containers[index].parent]
      if outer == part {
        parts[index] = outer
      } else if parts[index] == part, part != .apart, Double(sums[index]) >= Self.bulk * Double(sums[0]) {
        parts[index] = nil
      }
    }
  }

  /// The bytes of prose in each container and all that is in it.
  private func sums(_ prose: [PageReader.Paragraph]) -> [Int] {
    var sums = [Int](repeating: 0, count: reader.containers.count)
    for paragraph in prose { sums[paragraph.container] += paragraph.unlinked }
    for index in sums.indices.dropFirst().reversed() { sums[reader.containers[index].parent] += sums[index] }
    return sums
  }

  // MARK: Containers

  /// What the page marks as the body of its story; else its longest article; else the part with the most prose.
  private func storyContainers(_ prose: [PageReader.Paragraph]) -> [Int] {
    let sums = sums(prose)
    let least = max(1, Int(Self.leastShare * Double(sums[0])))
    let bodies = reader.containers.indices.filter { reader.containers[$0].isStoryBody }
    if bodies.reduce(0, { $0 + sums[$1] }) >= least { return bodies }
    guard let densest = densest(prose) else { return [] }
    let articles = reader.containers.indices.filter { reader.containers[$0].isArticle && sums[$0] >= least }
    guard let article = articles.max(by: { (sums[$0], $1) < (sums[$1], $0) }) else { return [densest] }
    let isPiece = Double(sums[article]) < Self.wholeShare * Double(sums[densest])
    return isPiece && containers(in: [densest])[article] ? [densest] : [article]
  }

  private func densest(_ prose: [PageReader.Paragraph]) -> Int? {
    var scores = [Double](repeating: 0, count: reader.containers.count)
    for paragraph in prose {
      var (container, weight) = (paragraph.container, Double(paragraph.unlinked))
      for _ in 0..<Self.levels {
        scores[container] += weight
        guard container != 0 else { break }
        container = reader.containers[container].parent
        weight *= Self.decay
      }
    }
    let best = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) }
    return best.flatMap { scores[$0] > 0 ? $0 : nil }
  }

  /// Which containers are some of these, or inside one of them.
  private func containers(in outer: [Int]) -> [Bool] {
    var isInside = [Bool](repeating: false, count: reader.containers.count)
    for index in outer { isInside[index] = true }
    for index in isInside.indices.dropFirst() where isInside[reader.containers[index].parent] { isInside[index] = true }
    return isInside
  }

  // MARK: Paragraphs

  /// Tells where the story is.
  private func isProse(_ paragraph: PageReader.Paragraph) -> Bool {
    !paragraph.isHeading && paragraph.linked * 2 <= paragraph.range.count
      && (!paragraph.isLoose || isSentences(paragraph))
  }

  private func isKept(_ paragraph: PageReader.Paragraph) -> Bool {
    Double(paragraph.linked) <= Self.mostLinked * Double(paragraph.range.count)
      && (!paragraph.isLoose || isSentences(paragraph))
  }

  private func isLede(_ paragraph: PageReader.Paragraph) -> Bool {
    parts[paragraph.container] == .masthead && isSentences(paragraph)
  }

  /// Loose text is of the story only if it is sentences.
  private func isSentences(_ paragraph: PageReader.Paragraph) -> Bool {
    let text = reader.bytes[paragraph.range]
    guard text.count >= 40, let last = text.last else { return false }
    let endsInside = zip(text, text.dropFirst()).contains { PageStory.isStop($0) && $1 == 0x20 }
    // What may stand after a full stop: ASCII marks, or the last byte of a curved quotation mark.
    return endsInside || PageStory.isStop(last) || [0x22, 0x29, 0x9D, 0x99].contains(last)
  }

  private static func isStop(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x21 || byte == 0x3F }
}
