/// Gathers the paragraphs of a page with what tells where they stand, and the page's own word of its title and date.
final class PageReader: MarkupReceiver {
  struct Paragraph {
    /// In `bytes`.
    var range: Range<Int>
    var isHeading: Bool
    /// Loose text of a container rather than a paragraph's.
    var isLoose: Bool
    var container: Int
    /// The bytes of it that are links.
    var linked: Int
    /// Whether an element says that a date is in it.
    var isDated: Bool

    var unlinked: Int { range.count - linked }
  }

  struct Container {
    /// A container stands after the one that it is in; the first is in itself.
    var parent: Int
    var part: PageElements.Part?
    var isArticle = false
    var isStoryBody = false
    var isDated = false
    /// By which a link can lead there.
    var id: String?
  }

  private(set) var bytes: [UInt8] = []
  private(set) var paragraphs: [Paragraph] = []
  private(set) var containers = [Container(parent: 0)]
  /// What the page says of itself: names of `meta` in small letters, "canonical", "time", "title", "h1", "json", "live".
  private(set) var sayings: [String: String] = [:]

  /// The dates of `time` elements and the like, with the number of the paragraph that they are before or in.
  private(set) var times: [(date: String, place: Int, container: Int)] = []
  /// The number of the paragraph that the first headline is before.
  private(set) var headline: Int?

  private struct Element {
    var role: PageElements.Role?
    var isSkipped = false
    var container = 0
    /// Inside a paragraph, so that text is not loose.
    var isParagraph = false
    var isHeading = false
    var isLink = false
  }

  private static let sayingNames = Set(["og:title", "og:site_name", "og:url"] + PageDate.names + PageDate.changeNames)
  private static let mostTimes = 1000
  private static let mostNames = 4096
  /// Live blogs have all their posts in it.
  private static let mostJSON = 4 << 20

  private let believesNames: Bool
  private var stack: [Element] = []
  private var top = Element()
  private var runStart = 0
  private var linked = 0
  private var runIsDated = false
  private var knownNames: [String: PageElements.Names] = [:]
  private var capture: (name: String, depth: Int)?
  private var captured: [UInt8] = []

  /// - Parameter believesNames: Whether classes and the like that name what is beside a story are believed.
  init(believesNames: Bool = true) { self.believesNames = believesNames }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    stack.append(top)
    if top.isSkipped { return }
    let role = PageElements.roles[name]
    top.role = role
    switch role {
    case .skipped: top.isSkipped = true
    case .meta: takeMeta(attributes)
    case .time:
      runIsDated = true
      takeTime(attributes["datetime"])
    case .title: begin("title")
    case .script:
      top.isSkipped = true
      if attributes["type"]?.lowercased() == "application/ld+json" { begin("json") }
    case .headline:
      flush()
      begin("h1")
      top.isHeading = true
    case .lineBreak: appendSpace()
    case .link: top.isLink = true
    case .heading, .paragraph:
      flush()
      open(role, name, attributes)
      top.isParagraph = true
      top.isHeading = role == .heading
    case .container, .cell, .article, .main, .masthead, .beside, .apart:
      flush()
      open(role, name, attributes)
      top.isParagraph = role == .cell
    case nil:
      if name == "html" { attributes["lang"].map { say("lang", $0) } }
      takeTime(names(attributes), attributes)
    }
  }

  func end(_ name: String) {
    guard let outer = stack.popLast() else { return }
    if let (name, depth) = capture, depth > stack.count {
      let value = name == "json" ? captured : Self.collapsed(captured)
      say(name, String(decoding: value, as: UTF8.self))
      capture = nil
    }
    switch top.role {
    case .container, .cell, .article, .main, .paragraph, .heading, .headline, .masthead, .beside, .apart, .skipped:
      if !top.isSkipped { flush() }
    default: break
    }
    top = outer
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    if let (name, _) = capture {
      if captured.count + text.count <= (name == "json" ? Self.mostJSON : MarkupAttributes.mostBytes) {
        captured += text
      }
    }
    guard !top.isSkipped, capture?.name != "title" else { return }
    let before = bytes.count
    append(text)
    if top.isLink { linked += bytes.count - before }
  }

  /// The text of a paragraph.
  func line(_ place: Int) -> [UInt8] { Array(bytes[paragraphs[place].range]) }

  /// Ends the last paragraph.
  func finish() { flush() }

  /// Begins a container; a paragraph is one only where it is told what it is.
  private func open(_ role: PageElements.Role?, _ name: String, _ attributes: MarkupAttributes) {
    var container = Container(parent: top.container)
    let names = names(attributes)
    switch role {
    case .masthead: container.part = .masthead
    case .beside: container.part = .beside
    case .apart: container.part = .apart
    default:
      if believesNames, !["body", "article", "main"].contains(name) { container.part = part(names, attributes) }
    }
    container.isArticle = role == .article
    if !attributes.isEmpty {
      container.isStoryBody = attributes["itemprop"]?.lowercased() == "articlebody"
      container.id = attributes["id"]
      if attributes["itemtype"]?.hasSuffix("/LiveBlogPosting") ?? false { say("live", "yes") }
    }
    guard role != .paragraph && role != .heading || container.part != nil || container.isStoryBody else {
      takeTime(names, attributes)
      return
    }
    container.isDated = names.contains(.dated)
    takeTime(names, attributes)
    containers.append(container)
    top.container = containers.count - 1
  }

  /// What the names of an element say of it; nothing where they are not believed.
  private func names(_ attributes: MarkupAttributes) -> PageElements.Names {
    guard believesNames, !attributes.isEmpty else { return [] }
    var names: PageElements.Names = []
    for key in ["class", "id", "itemprop"] {
      guard let value = attributes[key] else { continue }
      names.formUnion(known(value))
    }
    return names
  }

  /// A page has the same names over and over.
  private func known(_ value: String) -> PageElements.Names {
    if let names = knownNames[value] { return names }
    let names = PageElements.names(in: value)
    if knownNames.count < Self.mostNames { knownNames[value] = names }
    return names
  }

  private func part(_ names: PageElements.Names, _ attributes: MarkupAttributes) -> PageElements.Part? {
    if attributes.isEmpty { return nil }
    if names.contains(.comments) { return .apart }
    return names.contains(.beside) || PageElements.isBeside(attributes) ? .beside : nil
  }

  /// The date that an element, other than `time`, gives in an attribute.
  private func takeTime(_ names: PageElements.Names, _ attributes: MarkupAttributes) {
    guard names.contains(.dated) else { return }
    runIsDated = true
    takeTime(attributes["content"] ?? attributes["datetime"] ?? attributes["title"])
  }

  private func takeTime(_ date: String?) {
    guard let date, times.count < Self.mostTimes else { return }
    times.append((date, paragraphs.count, top.container))
  }

  private func takeMeta(_ attributes: MarkupAttributes) {
    if attributes["rel"]?.lowercased() == "canonical", let address = attributes["href"] { say("canonical", address) }
    for key in ["property", "name", "itemprop"] {
      guard let name = attributes[key]?.lowercased(), Self.sayingNames.contains(name),
        let content = attributes["content"]
      else { continue }
      say(name, content)
    }
  }

  /// The first word stands.
  private func say(_ name: String, _ value: String) {
    let plain = name == "json" ? value : String(decoding: Self.collapsed(Array(value.utf8)), as: UTF8.self)
    if name == "json", let before = sayings[name]?.utf8.count, before + plain.utf8.count < Self.mostJSON {
      // Every block tells something; the text grows in place.
      sayings[name, default: ""] += "\n" + plain
    } else if sayings[name] == nil, !plain.isEmpty {
      sayings[name] = plain
    }
  }

  private func begin(_ name: String) {
    guard capture == nil, name == "json" || sayings[name] == nil else { return }
    capture = (name, stack.count)
    captured = []
  }

  private func appendSpace() {
    if bytes.count > runStart, bytes.last != 0x20 { bytes.append(0x20) }
  }

  private func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let (length, isSpace) = Self.blank(text, at: index)
      if length == 0 {
        let end = text[(index + 1)...].firstIndex(where: Self.mayBeBlank) ?? text.count
        bytes.append(contentsOf: text[index..<end])
        index = end
      } else {
        if isSpace { appendSpace() }
        index += length
      }
    }
  }

  private static func mayBeBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
  }

  /// How many bytes here are space, or marks of typesetting that part words nobody parted; zero for any other.
  private static func blank(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, isSpace: Bool) {
    let byte = text[index]
    if byte <= 0x20 || byte == 0x7F { return (1, true) }
    guard byte == 0xC2 || byte == 0xE2 || byte == 0xEF else { return (0, false) }
    let next = index + 1 < text.count ? text[index + 1] : 0
    let third = index + 2 < text.count ? text[index + 2] : 0
    switch (byte, next, third) {
    case (0xC2, 0xA0, _): return (2, true)
    // Soft hyphen, zero width space, byte order mark.
    case (0xC2, 0xAD, _): return (2, false)
    case (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return (3, false)
    // Line and paragraph separators, thin spaces.
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x80, 0x89): return (3, true)
    default: return (0, false)
    }
  }

  /// One line without space around it or runs of space in it.
  static func collapsed(_ text: [UInt8]) -> [UInt8] {
    let reader = PageReader()
    text.withUnsafeBufferPointer { reader.append($0) }
    if reader.bytes.last == 0x20 { reader.bytes.removeLast() }
    return reader.bytes
  }

  private func flush() {
    if bytes.count > runStart, bytes.last == 0x20 { bytes.removeLast() }
    if bytes.count > runStart {
      if top.isHeading, !top.isParagraph {
        // The headline is told by the page's title.
        headline = headline ?? paragraphs.count
        bytes.removeLast(bytes.count - runStart)
      } else {
        paragraphs.append(
          Paragraph(
            range: runStart..<bytes.count, isHeading: top.isHeading, isLoose: !top.isParagraph,
            container: top.container, linked: linked, isDated: runIsDated || containers[top.container].isDated))
      }
    }
    runStart = bytes.count
    linked = 0
    runIsDated = false
  }
}
