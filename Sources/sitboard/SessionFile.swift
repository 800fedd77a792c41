import BoardUI
import Formats
import Glibc
import Journal
import Sharing
import Situation

/// Where the operator left the board of these paths, kept beside their journal.
///
/// Keeping a place is a convenience: a folder that cannot be written keeps nobody from the board, and is not told of.
struct SessionFile {
  private let folder: BookmarkFolder?
  private let name: String
  /// What the file holds, as far as is known.
  private var kept: Session?

  /// A place has a handful of rows and references, and up to ninety lines of four hundred bytes.
  static let mostBytes = 64 << 10

  /// - Parameter paths: Absolute where they are files; none for the built-in incident.
  init(for paths: [String]) {
    let file = SessionFile.path(for: paths).flatMap { try? KeptFile($0) }
    (folder, name) = (file?.folder, file?.name ?? "")
  }

  /// Where the place of these paths is kept: the journal's name without its ending tells what is open.
  static func path(for paths: [String]) -> String? {
    guard let journal = try? JournalPath.standard(OperatorOptions.environment, for: paths) else { return nil }
    let slash = journal.lastIndex(of: "/") ?? journal.startIndex
    return journal[..<slash] + "/places/" + journal[slash...].dropFirst().prefix { $0 != "." }
  }

  /// The place that was kept; `nil` where there is none, or none that this sitboard can read.
  mutating func place() -> Session? {
    guard let folder, let bytes = try? folder.bytes(of: name, most: SessionFile.mostBytes),
      let value = try? JSONParser.parse(bytes), let place = try? Session(reading: value)
    else { return nil }
    kept = place
    return place
  }

  func isKept(_ place: Session) -> Bool { folder == nil || kept == place }

  /// Replaces the file whole, so that whatever ends the process leaves the one place or the other.
  mutating func keep(_ place: Session) {
    guard let folder, !isKept(place) else { return }
    try? folder.keep(SessionFile.line(of: place), of: name)
    kept = place
  }

  /// A place that is longer than what is read again goes without what was typed, the only part that can be so long.
  static func line(of place: Session) -> [UInt8] {
    let line = JSONWriter.bytes(place.value) + [0x0A]
    guard line.count > mostBytes else { return line }
    var shorter = place
    (shorter.commands, shorter.searches, shorter.filters) = ([], [], [])
    return JSONWriter.bytes(shorter.value) + [0x0A]
  }

  /// Adds a line to what was copied on terminals that take none.
  ///
  /// - Returns: The file, or why it could not be written.
  static func addCopied(_ text: String) -> String {
    guard let journal = try? JournalPath.standard(OperatorOptions.environment) else {
      return "not copied: set HOME or XDG_STATE_HOME"
    }
    let slash = journal.lastIndex(of: "/") ?? journal.startIndex
    let folder = String(journal[..<slash])
    let path = folder + "/copied.txt"
    guard (try? BookmarkFolder(folder)) != nil else { return "not copied: \(folder) cannot be made" }
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return "not copied: \(path): \(String(cString: strerror(errno)).lowercased())" }
    defer { close(file) }
    let bytes = Array((text + "\n").utf8)
    return write(file, bytes, bytes.count) == bytes.count ? "copied to \(path)" : "not copied: \(path) is full"
  }
}

extension Session {
  private static let version = 1

  fileprivate var value: JSONValue {
    .object([
      .init("sitboard", .string("place")), .init("version", .integer(Session.version)),
      .init("incident", incident.map(ArticleLine.identity) ?? .null), .init("clock", .string(clock.rawValue)),
      .init("event", event.map(ActLine.reference) ?? .null),
      .init("at_end", .boolean(isAtEnd)), .init("focus", .integer(focus.rawValue)),
      .init("hidden", .array(hidden.map { .integer($0.rawValue) })), .init("zoomed", .boolean(isZoomed)),
      .init(
        "rows",
        .array(
          rows.map {
            .object([
              .init("pane", .integer($0.pane.rawValue)), .init("id", .string($0.id)),
              .init("index", .integer($0.index)),
            ])
          })),
      .init("attention", attention.map { .integer($0.rawValue) } ?? .null), .init("receipt", .integer(receipt)),
      .init("mouse", .boolean(isMouseOn)), .init("filter", JSONValue(filter)),
      .init("commands", .array(commands.map { .string($0) })), .init("searches", .array(searches.map { .string($0) })),
      .init("filters", .array(filters.map { .string($0) })),
      .init(
        "article",
        article.map { .object([.init("claim", ActLine.reference($0.claim)), .init("top", .integer($0.top))]) } ?? .null),
    ])
  }

  fileprivate init(reading value: JSONValue) throws(FormatError) {
    self.init()
    let reader = try FieldReader(value, called: "place")
    guard try reader.string("sitboard") == "place", try reader.integer("version") == Session.version else {
      throw FormatError("no place of a version that this sitboard knows")
    }
    func pane(_ number: Int?) -> Pane? { number.flatMap(Pane.init(rawValue:)) }
    if reader.has("incident"), try reader.optionalObject("incident") != nil {
      incident = try ArticleLine.identity(reader, "incident")
    }
    clock = try reader.word("clock", Clock.self)
    if let event = try reader.optionalObject("event") { self.event = try ActLine.reference(event) }
    isAtEnd = try reader.boolean("at_end")
    focus = pane(try reader.integer("focus")) ?? .people
    hidden = try reader.integers("hidden").compactMap(pane)
    isZoomed = try reader.boolean("zoomed")
    for row in try reader.objects("rows") {
      guard let pane = pane(try row.integer("pane")) else { continue }
      rows.append(Row(pane: pane, id: try row.string("id"), index: try row.integer("index")))
    }
    attention = pane(try reader.optionalInteger("attention"))
    receipt = try reader.integer("receipt")
    isMouseOn = try reader.boolean("mouse")
    filter = try reader.optionalString("filter")
    if reader.has("commands") {
      commands = try reader.strings("commands")
      searches = try reader.strings("searches")
      filters = try reader.strings("filters")
    }
    if let article = try reader.optionalObject("article") {
      self.article = OpenArticle(claim: try ActLine.reference(article.object("claim")), top: try article.integer("top"))
    }
  }
}
