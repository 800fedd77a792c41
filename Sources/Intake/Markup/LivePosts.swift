import Situation

/// The posts of a live blog as they stand on its page: parts that follow one another, each with its own time.
struct LivePosts {
  struct Post {
    var time: Time
    /// What the page calls it.
    var id: String?
    /// The line above it.
    var heading: Int?
    /// Its paragraphs in the order of the page.
    var places: [Int] = []
  }

  enum Time: Hashable {
    /// As a header has it, with the time of day.
    case instant(String)
    /// A time of day alone, as it is written.
    case clock(String)
  }

  private(set) var posts: [Post] = []
  /// The paragraphs that are no more than a time.
  let timeLines: Set<Int>

  /// Fewer parts with a time are no live blog, unless the page says that it is one.
  private static let least = 3
  private static let leastDeclared = 2
  /// So much of the story's prose is in the posts of a live blog.
  private static let leastShare = 0.5
  /// In one of so many posts the next may be out of order, such as one that stays at the top.
  private static let outOfOrder = 5
  /// A line that is a time of day has no more bytes; a line that is a date with one, no more than this.
  private static let longestClock = 20
  private static let longestDate = 60

  private struct Mark {
    var time: Time
    var place: Int
    var container: Int
  }

  private let reader: PageReader
  private let marks: [Mark]
  /// The paragraphs of the story.
  private let story: [Int]

  /// - Parameter isDeclared: True if the page says of itself that it is a live blog.
  init(_ reader: PageReader, _ story: PageStory, isDeclared: Bool) {
    self.reader = reader
    (marks, timeLines) = LivePosts.marks(reader, story, isDeclared)
    let timeLines = timeLines
    self.story = story.places.filter { !timeLines.contains($0) }
    let least = isDeclared ? LivePosts.leastDeclared : LivePosts.least
    guard marks.count >= least else { return }
    for found in [wrapped(), flat()] where found.count >= least && isMostOfStory(found) {
      guard isDeclared || isInOrder(found) else { continue }
      posts = found
      return
    }
  }

  // MARK: - Times

  private static func marks(_ reader: PageReader, _ story: PageStory, _ isDeclared: Bool) -> (
    [Mark], timeLines: Set<Int>
  ) {
    var timeLines: Set<Int> = []
    var marks: [Mark] = reader.times.compactMap { time in
      guard !story.isApart(time.container), let date = PublishedDate.recognised(time.date), hasClock(date) else {
        return nil
      }
      return Mark(time: .instant(date), place: time.place, container: time.container)
    }
    for (place, paragraph) in reader.paragraphs.enumerated()
    where paragraph.range.count <= longestDate && !story.isApart(paragraph.container) {
      guard let time = time(reader.bytes[paragraph.range], isClock: isDeclared && paragraph.isDated) else { continue }
      marks.append(Mark(time: time, place: place, container: paragraph.container))
      timeLines.insert(place)
    }
    // What an element says comes before the text in it.
    let order = marks.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
    return (order.map(\.element), timeLines)
  }

  /// The time that a line is, and nothing beside it.
  ///
  /// - Parameter isClock: True if it may be a time of day alone, which lists of other things have too.
  private static func time(_ line: ArraySlice<UInt8>, isClock: Bool) -> Time? {
    guard line.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    if let date = PublishedDate.recognised(text) { return hasClock(date) ? .instant(date) : nil }
    guard isClock, line.count <= longestClock, instant(clock: text, day: anyDay) != nil else { return nil }
    return .clock(text)
  }

  /// For times of day of which only the order matters.
  private static let anyDay = "2025-01-01"

  private static func hasClock(_ date: String) -> Bool { date.utf8.count > 10 }

  /// A time of day on a day, in the form of a header; `nil` for what is none.
  static func instant(clock: String, day: String) -> String? {
    // "10.15am" and "10.15" are times on a page of times.
    let written = clock.contains(":") ? clock : clock.split(separator: ".", maxSplits: 1).joined(separator: ":")
    return PublishedDate.recognised("\(day) \(written)").flatMap { hasClock($0) ? $0 : nil }
  }

  // MARK: - Posts

  /// The parts of the container that has the most parts with a time, and of those beside it, such as one for each day.
  private func wrapped() -> [Post] {
    var first = [Int?](repeating: nil, count: reader.containers.count)
    for (number, mark) in marks.enumerated() {
      var container = mark.container
      while first[container] == nil {
        first[container] = number
        container = reader.containers[container].parent
      }
    }
    let prose = proseByContainer()
    var parts = [Int](repeating: 0, count: reader.containers.count)
    for index in parts.indices.dropFirst() where first[index] != nil && prose[index] > 0 {
      parts[reader.containers[index].parent] += 1
    }
    guard let stream = parts.indices.max(by: { (parts[$0], $0) < (parts[$1], $1) }), parts[stream] > 1 else {
      return []
    }
    let outer = reader.containers[stream].parent
    let isStream = parts.indices.map {
      $0 == stream || $0 != 0 && reader.containers[$0].parent == outer && parts[$0] > 1
    }
    // For each container the post that it is, or is in.
    var posts: [Post] = []
    var owner = [Int?](repeating: nil, count: reader.containers.count)
    for index in owner.indices.dropFirst() {
      let parent = reader.containers[index].parent
      owner[index] = owner[parent]
      guard owner[index] == nil, isStream[parent], prose[index] > 0, let number = first[index] else { continue }
      owner[index] = posts.count
      posts.append(Post(time: marks[number].time, id: reader.containers[index].id))
    }
    for place in story {
      if let number = owner[reader.paragraphs[place].container] { posts[number].places.append(place) }
    }
    // A heading may stand in a head of the post, which is no part of a story.
    for (place, paragraph) in reader.paragraphs.enumerated() where paragraph.isHeading {
      guard let number = owner[paragraph.container], posts[number].heading == nil,
        posts[number].places.first.map({ place <= $0 }) ?? false
      else { continue }
      posts[number].heading = place
    }
    return posts.filter { !$0.places.isEmpty }.map(LivePosts.withoutHeading)
  }

  /// What follows each time in the container that has the most times of its own.
  private func flat() -> [Post] {
    var counts = [Int](repeating: 0, count: reader.containers.count)
    for mark in marks { counts[mark.container] += 1 }
    guard let stream = counts.indices.max(by: { (counts[$0], $0) < (counts[$1], $1) }) else { return [] }
    var isInside = [Bool](repeating: false, count: reader.containers.count)
    isInside[stream] = true
    for index in isInside.indices.dropFirst() where isInside[reader.containers[index].parent] { isInside[index] = true }
    let own = marks.filter { $0.container == stream }
    var posts = own.map { Post(time: $0.time) }
    var next = 0
    for place in story where isInside[reader.paragraphs[place].container] {
      while next < own.count, own[next].place <= place { next += 1 }
      if next > 0 { posts[next - 1].places.append(place) }
    }
    for (number, post) in posts.enumerated() {
      if let first = post.places.first, reader.paragraphs[first].isHeading { posts[number].heading = first }
    }
    return posts.filter { !$0.places.isEmpty }.map(LivePosts.withoutHeading)
  }

  private static func withoutHeading(_ post: Post) -> Post {
    var post = post
    post.places.removeAll { $0 == post.heading }
    return post
  }

  private func proseByContainer() -> [Int] {
    var prose = [Int](repeating: 0, count: reader.containers.count)
    for place in story { prose[reader.paragraphs[place].container] += reader.paragraphs[place].unlinked }
    for index in prose.indices.dropFirst().reversed() { prose[reader.containers[index].parent] += prose[index] }
    return prose
  }

  private func isMostOfStory(_ posts: [Post]) -> Bool {
    func prose(_ places: [Int]) -> Int { places.reduce(0) { $0 + reader.paragraphs[$1].unlinked } }
    return Double(prose(posts.flatMap(\.places))) >= LivePosts.leastShare * Double(prose(story))
  }

  /// Posts stand in the order of their times, one way or the other, and most have one of their own.
  private func isInOrder(_ posts: [Post]) -> Bool {
    let times = posts.compactMap { LivePosts.seconds($0.time) }
    guard times.count == posts.count, Set(times).count * 4 >= times.count * 3 else { return false }
    let rising = zip(times, times.dropFirst()).count { $0 <= $1 }
    let falling = zip(times, times.dropFirst()).count { $0 >= $1 }
    return times.count - 1 - max(rising, falling) <= times.count / LivePosts.outOfOrder
  }

  static func seconds(_ time: Time) -> Int64? {
    let written: String? =
      switch time {
      case .instant(let date): date
      case .clock(let text): instant(clock: text, day: anyDay)
      }
    return written.flatMap { Moment.parse($0, defaultOffset: .zero)?.from?.seconds }
  }
}
