package import Situation

/// Which texts are editions of one story: so that a feed that is fetched again adds only what is new, and an edited story
/// counts once.
package struct StoryRegister: Sendable {
  package enum Verdict: Hashable, Sendable {
    case new
    /// The text is there already.
    case known
    /// The text takes the place of another.
    case edition(of: ArticleID)
  }

  private struct Story: Sendable {
    /// The edition that counts.
    var article: ArticleID
    var identity: StoryIdentity
    /// The newest content of each series; few stories are in more than one.
    var latest: [(series: String, content: UInt64)]
    var contents: [UInt64]
  }

  private var stories: [Story] = []
  /// By their bytes: what a feed answers is other bytes each time, and holds every story anew.
  private var taken: Set<String> = []
  /// By the hash of publisher and guid, and of the link: whoever is found by one is compared by the thing itself.
  private var byGuid = StoryIndex<Int>()
  private var byLink = StoryIndex<Int>()
  private var byRun = StoryIndex<UInt32>()

  /// Texts of which so much is the same are near identical.
  private static let nearlySame = 0.9
  /// Less than that, and guid or link alone does not make them one story.
  private static let unlike = 0.1
  /// A text with fewer runs of words is too short to tell by them that it is something else.
  private static let fewRuns = 20
  /// Stories that are compared for one mark; a mark of more says nothing.
  private static let mostCandidates = 64
  /// Marks of a text by which others like it are found.
  private static let sampled = 8

  package init() {}

  /// Returns true if the article is of a feed or a page, so that the register says what becomes of it.
  package func hasTaken(_ article: ArticleID) -> Bool { taken.contains(article.digest) }

  /// What a text is to those that came before it.
  package mutating func take(_ entry: Intake.Entry) -> Verdict {
    guard let identity = entry.story else { return .new }
    taken.insert(entry.article.id.digest)
    guard let number = story(of: identity) else {
      add(identity, entry.article.id)
      return .new
    }
    note(identity, number)
    let place = stories[number].latest.firstIndex { $0.series == identity.series }
    let isFirstOfSeries = place == nil
    let isUnchanged = place.map { stories[number].latest[$0].content == identity.content } ?? false
    stories[number].latest.append((identity.series, identity.content))
    if let place { stories[number].latest.remove(at: place) }
    if isUnchanged || stories[number].identity.content == identity.content { return .known }
    // Another feed of the publisher has it shorter, or as it was.
    if isFirstOfSeries,
      stories[number].contents.contains(identity.content) || identity.length <= stories[number].identity.length
    {
      return .known
    }
    // A feed's summary does not take the place of the whole page.
    if stories[number].identity.series != identity.series, identity.length * 2 < stories[number].identity.length {
      return .known
    }
    let former = stories[number].article
    if !stories[number].contents.contains(identity.content) { stories[number].contents.append(identity.content) }
    (stories[number].article, stories[number].identity) = (entry.article.id, identity)
    return .edition(of: former)
  }

  private func story(of identity: StoryIdentity) -> Int? {
    var candidates: [Int] = []
    if let guid = identity.guid { candidates += byGuid[StoryRegister.hash(identity.publisher, guid)] }
    if let link = identity.link { candidates += byLink[link.hashValue] }
    for run in StoryRegister.sample(identity) {
      let found = byRun[run]
      if found.count <= StoryRegister.mostCandidates { candidates += found }
    }
    // The newest story first: a reused guid means that one.
    return Set(candidates).sorted(by: >).first { isSame(identity, stories[$0].identity) }
  }

  private func isSame(_ a: StoryIdentity, _ b: StoryIdentity) -> Bool {
    guard a.publisher == b.publisher else { return false }
    let likeness = a.likeness(to: b)
    let isTitleSame = a.title == b.title
    let isGuidSame = a.guid != nil && a.guid == b.guid
    let isLinkSame = a.link != nil && a.link == b.link
    let isGuidOther = a.guid != nil && b.guid != nil && !isGuidSame
    let isLinkOther = a.link != nil && b.link != nil && !isLinkSame
    if isGuidSame && isLinkSame { return true }
    // A guid or a link that is used again for something else entirely means nothing.
    if isGuidSame && !isLinkOther || isLinkSame && !isGuidOther {
      return isTitleSame || likeness >= StoryRegister.unlike || isBriefPage(a) && isBriefPage(b)
    }
    // One says so and the other not: the text decides.
    if isGuidSame || isLinkSame { return likeness >= (isTitleSame ? 0.3 : 0.5) }
    // Nothing but the words: two reports that differ in one figure are two reports, unless nothing tells them apart.
    if isGuidOther && isLinkOther { return a.content == b.content }
    return isTitleSame ? likeness >= StoryRegister.nearlySame : a.runs == b.runs
  }

  /// Returns true if the text is of a page and so short that one other figure changes most of its runs: then the address
  /// alone says which story it is.
  private func isBriefPage(_ identity: StoryIdentity) -> Bool {
    identity.isPage && identity.runs.count < StoryRegister.fewRuns
  }

  private mutating func add(_ identity: StoryIdentity, _ article: ArticleID) {
    stories.append(
      Story(
        article: article, identity: identity, latest: [(identity.series, identity.content)],
        contents: [identity.content]))
    note(identity, stories.count - 1)
  }

  /// Has a story found by what an edition of it is called.
  private mutating func note(_ identity: StoryIdentity, _ number: Int) {
    if let guid = identity.guid { byGuid.add(number, at: StoryRegister.hash(identity.publisher, guid)) }
    if let link = identity.link { byLink.add(number, at: link.hashValue) }
    for run in StoryRegister.sample(identity) where byRun[run].count <= StoryRegister.mostCandidates {
      byRun.add(number, at: run)
    }
  }

  private static func hash(_ publisher: String, _ guid: String) -> Int {
    var hasher = Hasher()
    hasher.combine(publisher)
    hasher.combine(guid)
    return hasher.finalize()
  }

  /// The least of its marks: two texts that are nearly the same have most of them in common.
  private static func sample(_ identity: StoryIdentity) -> some Sequence<UInt32> {
    identity.runs.prefix(sampled)
  }
}

/// The numbers of the stories that have a mark. Nearly every mark has one, which takes no room of its own.
private struct StoryIndex<Mark: Hashable & Sendable>: Sendable {
  private var first: [Mark: Int32] = [:]
  private var more: [Mark: [Int32]] = [:]

  subscript(_ mark: Mark) -> [Int] { ((first[mark].map { [$0] } ?? []) + (more[mark] ?? [])).map(Int.init) }

  /// Adds a story, once.
  mutating func add(_ story: Int, at mark: Mark) {
    let number = Int32(story)
    guard let one = first[mark] else { return first[mark] = number }
    if one != number, more[mark]?.contains(number) != true { more[mark, default: []].append(number) }
  }
}
