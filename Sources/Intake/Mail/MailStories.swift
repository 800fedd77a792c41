/// The stories of mails: the text of each, and what is attached to it.
///
/// Of alternatives one is read, the last that can be: senders put the fullest there. A page that was saved as MHTML is a
/// page, and says itself when it was published; the date of such a file is that of saving it.
struct MailStories {
  private var writer = StoryWriter()
  private var count = 0
  private let isBox: Bool
  private let limit: Int64
  private let depth: Int

  /// - Parameter depth: How many files this one is inside of.
  static func read(
    _ bytes: [UInt8], path: String, isBox: Bool, limit: Int64, depth: Int
  ) throws(Problem) -> StoryList {
    let (mails, damage) = try MailReader.read(bytes, isBox: isBox, path: path)
    var stories = MailStories(isBox: isBox, limit: limit, depth: depth)
    if let damage { stories.writer.note(damage) }
    for mail in mails { stories.take(mail) }
    guard !stories.writer.list.stories.isEmpty else {
      let notices = stories.writer.list.notices
      throw Problem(
        path, .noStory("a mail without a text" + (notices.isEmpty ? "" : " (\(notices.joined(separator: "; ")))")))
    }
    stories.writer.tell(count: stories.count)
    return stories.writer.list
  }

  private init(isBox: Bool, limit: Int64, depth: Int) {
    (self.isBox, self.limit, self.depth) = (isBox, limit, depth)
  }

  /// What of a mail is read, in its order.
  private struct Chosen {
    var bodies: [Mail.Part] = []
    var attachments: [Mail.Part] = []
    var mails: [Mail] = []
  }

  private mutating func take(_ mail: Mail) {
    var chosen = Chosen()
    for node in mail.content { MailStories.choose(node, &chosen) }
    if let page = MailStories.page(mail, chosen) {
      takePage(page, mail)
    } else {
      takeText(chosen.bodies, mail)
    }
    takeAttachments(chosen.attachments, mail)
    for enclosed in chosen.mails { take(enclosed) }
  }

  private static func choose(_ node: Mail.Node, _ chosen: inout Chosen) {
    switch node {
    case .part(let part): if part.isBody { chosen.bodies.append(part) } else { chosen.attachments.append(part) }
    case .message(let mail): chosen.mails.append(mail)
    case .group("alternative", let nodes):
      // Where none can be read, none is lost without a word.
      if let best = nodes.last(where: holdsText) ?? nodes.last { choose(best, &chosen) }
    case .group("related", let nodes), .group("signed", let nodes):
      // The first that can be read is what the others are pictures, styles or the signature of.
      if let first = nodes.first(where: holdsText) ?? nodes.first { choose(first, &chosen) }
    case .group(_, let nodes): for node in nodes { choose(node, &chosen) }
    }
  }

  private static func holdsText(_ node: Mail.Node) -> Bool {
    switch node {
    case .part(let part): part.isBody
    case .group(_, let nodes): nodes.contains(where: holdsText)
    case .message: false
    }
  }

  // MARK: - Pages

  private static func page(_ mail: Mail, _ chosen: Chosen) -> Mail.Part? {
    guard let first = chosen.bodies.first, first.type == "text/html" else { return nil }
    let isSaved = mail.sender?.lowercased().hasPrefix("<saved by") ?? false
    let location = mail.location ?? first.location
    return isSaved || mail.sender == nil || location?.hasPrefix("http") ?? false ? first : nil
  }

  private mutating func takePage(_ part: Mail.Part, _ mail: Mail) {
    let written = InlinedData.removed(part.bytes)
    guard Int64(written.count) <= limit else { return pass(["a page of more than \(limit) bytes of text"]) }
    guard let decoded = DecodedText(written, declared: part.charset) else { return pass(["a page that is not text"]) }
    let page = Page(decoded.text)
    let location = (mail.location ?? part.location).flatMap { $0.hasPrefix("http") ? MailStories.line($0) : nil }
    let parts = page.parts(title: mail.subject.map(MailStories.line), address: location)
    guard !parts.isEmpty else { return pass(["a web page without a story"] + page.notices) }
    for (index, part) in parts.enumerated() {
      append(part.fields, part.paragraphs, index == 0 ? decoded.notices + page.notices : [], part.origin)
    }
  }

  // MARK: - Mails

  private mutating func takeText(_ bodies: [Mail.Part], _ mail: Mail) {
    var paragraphs: [[UInt8]] = []
    var notices: [String] = []
    for body in bodies {
      let written = InlinedData.removed(body.bytes)
      guard Int64(written.count) <= limit else {
        notices.append("a text of more than \(limit) bytes was passed over")
        continue
      }
      guard let decoded = DecodedText(written, declared: body.charset) else {
        notices.append("a text that holds NUL characters was passed over")
        continue
      }
      notices += decoded.notices.filter { $0.hasPrefix("not ") }
      if !paragraphs.isEmpty { paragraphs.append([]) }
      if body.type == "text/html" {
        paragraphs += Page.paragraphs(ofPiece: decoded.text).paragraphs
      } else {
        let lines = MailStories.lines(decoded.text)
        paragraphs += isBox ? lines.map(MailStories.unquoted) : lines
      }
    }
    guard paragraphs.contains(where: { !$0.isEmpty }) || mail.subject != nil && !bodies.isEmpty else {
      return pass(notices)
    }
    if !paragraphs.contains(where: { !$0.isEmpty }) { paragraphs = [] }
    append(MailStories.fields(mail), paragraphs, notices, .feed(mail.identity, nil))
  }

  private static func fields(_ mail: Mail) -> [ArticleHeader.Field: String] {
    var fields: [ArticleHeader.Field: String] = [:]
    fields[.title] = mail.subject.map(line)
    fields[.outlet] = mail.sender.map(line)
    fields[.date] = mail.date.map { PublishedDate.written(line($0)) }
    return fields
  }

  private static func line(_ text: String) -> String {
    String(decoding: PageReader.collapsed(Array(text.utf8)), as: UTF8.self)
  }

  /// Lines as they stand, without what ends them; a form feed would end the story.
  private static func lines(_ text: [UInt8]) -> [[UInt8]] {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var line = line.map { $0 == 0x0C ? 0x20 : $0 }
      while let last = line.last, ArticleText.isSpace(last) { line.removeLast() }
      return line
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return Array(lines.drop(while: \.isEmpty))
  }

  /// A mailbox parts mails at lines that begin with "From ": in a mail such a line gets a mark, and one that has marks
  /// gets another.
  private static func unquoted(_ line: [UInt8]) -> [UInt8] {
    line.first == 0x3E && line.drop { $0 == 0x3E }.starts(with: "From ".utf8) ? Array(line.dropFirst()) : line
  }

  // MARK: - What is attached

  private mutating func takeAttachments(_ parts: [Mail.Part], _ mail: Mail) {
    var unread: [String] = []
    for (index, part) in parts.enumerated() {
      let name = part.fileName.map(MailStories.line) ?? part.type
      do throws(Problem) {
        let list = try StoryReader.read(part.bytes, path: name, charset: part.charset, limit: limit, depth: depth + 1)
        let identity = mail.identity.map { "\($0) \(index)" }
        for story in list.stories { append(story, of: list, from: mail, "attachment \(name)", identity) }
      } catch {
        unread.append("\(name): \(error.wrong)")
      }
    }
    if !unread.isEmpty {
      let told = unread.prefix(MailStories.mostTold).joined(separator: "; ")
      let count = unread.count == 1 ? "1 attachment" : "\(unread.count) attachments"
      pass(["\(count) not read: \(told)" + (unread.count > MailStories.mostTold ? "; and more" : "")])
    }
  }

  /// Attachments that are named where they are not read.
  private static let mostTold = 4

  /// A story of what is attached is as old as the mail, and whose that is, unless it says other.
  private mutating func append(
    _ story: Story, of list: StoryList, from mail: Mail, _ name: String, _ identity: String?
  ) {
    var fields: [ArticleHeader.Field: String] = [:]
    for field in ArticleHeader.Field.allCases { fields[field] = story.header.value(field, in: list.text) }
    let own = MailStories.fields(mail)
    fields[.outlet] = fields[.outlet] ?? own[.outlet]
    fields[.date] = fields[.date] ?? own[.date]
    // A headline that is part of the text stays there.
    if story.header.spans[.title]?.overlaps(story.body) ?? false { fields[.title] = nil }
    append(
      fields, MailStories.lines(Array(list.text[story.body])), [name] + list.notices + story.header.notices,
      .feed(identity.map { "\($0) \(story.number)" }, nil))
  }

  // MARK: - Writing

  private mutating func append(
    _ fields: [ArticleHeader.Field: String], _ paragraphs: [[UInt8]], _ notices: [String],
    _ origin: StoryIdentity.Origin
  ) {
    count += 1
    guard count <= StoryDivision.mostStories else { return }
    writer.append(number: count, fields: fields, paragraphs: paragraphs, notices: notices, origin: origin)
  }

  private mutating func pass(_ notices: [String]) { for notice in notices { writer.note(notice) } }
}
