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
    /// What each series had last.
    var latest: [String: UInt64]
    var contents: Set<UInt64>
  }

  private var stories: [Story] = []
  private var taken: Set<ArticleID> = []
  private var byGuid: [String: [Int]] = [:]
  private var byLink: [String: [Int]] = [:]
  private var byRun: [UInt64: [Int]] = [:]

  /// Texts of which so much is the same are near identical.
  private static let nearlySame = 0.9
  /// Less than that, and guid or link alone does not make them one story.
  private static let unlike = 0.1
  /// Stories that are compared for one mark; a mark of more says nothing.
  private static let mostCandidates = 64
  /// Marks of a text by which others like it are found.
  private static let sampled = 8

  package init() {}

  /// Returns true if the article is of a feed or a page, so that the register says what becomes of it.
  package func hasTaken(_ article: ArticleID) -> Bool { taken.contains(article) }

  /// What a text is to those that came before it.
  package mutating func take(_ entry: Intake.Entry) -> Verdict {
    guard let identity = entry.story else { return .new }
    taken.insert(entry.article.id)
    guard let number = story(of: identity) else {
      add(identity, entry.article.id)
      return .new
    }
    note(identity, number)
    let isFirstOfSeries = stories[number].latest[identity.series] == nil
    let isUnchanged = stories[number].latest.updateValue(identity.content, forKey: identity.series) == identity.content
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
    stories[number].contents.insert(identity.content)
    (stories[number].article, stories[number].identity) = (entry.article.id, identity)
    return .edition(of: former)
  }

  private func story(of identity: StoryIdentity) -> Int? {
    var candidates: [Int] = []
    if let guid = identity.guid { candidates += byGuid[identity.publisher + " " + guid] ?? [] }
    if let link = identity.link { candidates += byLink[link] ?? [] }
    for run in StoryRegister.sample(identity) {
      if let found = byRun[run], found.count <= StoryRegister.mostCandidates { candidates += found }
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
      return isTitleSame || likeness >= StoryRegister.unlike
    }
    // One says so and the other not: the text decides.
    if isGuidSame || isLinkSame { return likeness >= (isTitleSame ? 0.3 : 0.5) }
    // Nothing but the words: two reports that differ in one figure are two reports, unless nothing tells them apart.
    if isGuidOther && isLinkOther { return a.content == b.content }
    return isTitleSame ? likeness >= StoryRegister.nearlySame : a.runs == b.runs
  }

  private mutating func add(_ identity: StoryIdentity, _ article: ArticleID) {
    stories.append(
      Story(
        article: article, identity: identity, latest: [identity.series: identity.content],
        contents: [identity.content]))
    note(identity, stories.count - 1)
  }

  /// Has a story found by what an edition of it is called.
  private mutating func note(_ identity: StoryIdentity, _ number: Int) {
    func add(_ number: Int, to numbers: inout [Int]) { if !numbers.contains(number) { numbers.append(number) } }
    if let guid = identity.guid { add(number, to: &byGuid[identity.publisher + " " + guid, default: []]) }
    if let link = identity.link { add(number, to: &byLink[link, default: []]) }
    for run in StoryRegister.sample(identity) where byRun[run, default: []].count <= StoryRegister.mostCandidates {
      add(number, to: &byRun[run, default: []])
    }
  }

  /// The least of its marks: two texts that are nearly the same have most of them in common.
  private static func sample(_ identity: StoryIdentity) -> some Sequence<UInt64> {
    identity.runs.sorted().prefix(sampled)
  }
}
