import ArgumentParser
import Desk
import Formats
import Glibc
import Intake
import Situation

struct DeskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "Set up and look after a desk that many machines share.",
    discussion: """
      A desk is a log on a PostgreSQL server: the texts as they were received, what was read of them, and what operators \
      did. Every command that reads articles takes --desk in place of a PATH. docs/desk.md sets one up in ten lines.
      """,
    subcommands: [
      DeskInit.self, DeskStatus.self, DeskRoles.self, DeskImport.self, DeskRead.self, DeskExport.self, DeskVerify.self,
    ])
}

struct DeskInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a desk, or bring an older one up to date.",
    discussion:
      "It takes an account that may make schemas in the database. A desk that is as it should be is left alone.")

  @OptionGroup var options: DeskOptions

  func run() throws {
    let (address, database) = try options.connected()
    let before = try DeskAccess.attempt { () throws(DeskError) in try DeskSchema.establish(database) }
    var output = Output.standard
    try output.write(lines: ["\(address.label): \(before == 0 ? "made" : "ready, was of version \(before)")"])
    try output.finish()
  }
}

struct DeskRoles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles",
    abstract: "Make the roles of a desk, each with the least it needs.",
    discussion: """
      reader sees everything; operator adds acts in the own name; source adds texts and what is read of them, as feeds \
      and workers do; admin imports what others did. GRANT gives a role to an account.
      """)

  @OptionGroup var options: DeskOptions

  func run() throws {
    let (address, database) = try options.connected()
    try DeskAccess.attempt { () throws(DeskError) in try DeskSchema.makeRoles(database) }
    var output = Output.standard
    try output.write(lines: DeskRole.allCases.map { "GRANT \($0.name(of: address.name)) TO account;" })
    try output.finish()
  }
}

struct DeskStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell what is on a desk, what waits to be read, and who may do what.")

  @OptionGroup var options: DeskOptions

  func run() throws {
    let (address, database) = try options.connected()
    let status = try DeskAccess.attempt { () throws(DeskError) in try DeskSchema.status(database) }
    var output = Output.standard
    try output.write(lines: [
      address.label, "version \(status.version)",
      "texts \(status.articles), waiting to be read \(status.waiting), set aside \(status.setAside.count)",
      "events \(status.events), the last at position \(status.position)",
    ])
    try output.write(lines: status.setAside.map { "set aside: \($0.path): \($0.trouble)" })
    try output.write(
      lines: status.members.map { "\($0.role): \($0.names.isEmpty ? "nobody" : $0.names.joined(separator: ", "))" })
    try output.finish()
  }
}

struct DeskImport: TakesPaths {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Put texts and event files on a desk.",
    discussion: """
      Texts are kept as they are, byte for byte, and workers read them. What 'sitboard desk export' or 'sitboard events' \
      wrote is put there with its claims; what others did can be brought in by an admin only. What is there already is \
      left out.
      """)

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String]

  @Option(
    help: ArgumentHelp("The date of articles whose header gives none, such as 2025-03-12.", valueName: "date"))
  var date: DateArgument?

  @Option(help: ArgumentHelp("The time zone of dates that name none, such as +05:00.", valueName: "offset"))
  var timezone: OffsetArgument?

  @OptionGroup var options: DeskOptions

  func run() throws {
    let log = try options.log()
    let (files, problems) = Intake.files(paths)
    var importer = DeskImporter(log, dated: date?.text, timezone: timezone?.offset.text)
    for file in files {
      try DeskAccess.attempt { () throws(DeskError) in
        if Intake.isEvents(file.bytes, path: file.path) {
          try importer.addEvents(file.bytes, path: file.path)
        } else {
          try importer.addText(file.bytes, path: file.path)
        }
      }
    }
    try DeskAccess.attempt { () throws(DeskError) in try importer.send() }
    var output = Output.standard
    try output.write(lines: [importer.summary])
    try output.finish()
    let all = problems + importer.problems
    for problem in all { Diagnostics.say(problem.message) }
    if let first = all.first { throw Failure.silent(SystemExit(first.category)) }
  }
}

struct DeskRead: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read the texts of a desk as they come, beside other workers.",
    discussion: """
      Runs until it is ended, which loses and doubles nothing. A worker keeps one processor busy; run as many as there are \
      processors, on any number of machines. A new version of the reader reads everything again.
      """)

  @Flag(help: "End when nothing is left to read.")
  var once = false

  @Option(
    help: ArgumentHelp("A file of words that the reader is to know beside its own.", valueName: "file"))
  var lexicon: String?

  @OptionGroup var options: DeskOptions

  func run() throws {
    let address = try options.address()
    let worker = try DeskWorker(lexicon: lexicon)
    var backoff = Backoff()
    while true {
      do throws(DeskError) {
        let log = try DeskLog(address)
        // Who waits for the end of the reading relies on it; who reads on and on reads again what is lost.
        let queue = try ReadingQueue(
          log, reader: worker.identity, worker: "process \(getpid())", waitsForDisk: once)
        backoff.reset()
        let count = try work(queue, worker)
        var output = Output.standard
        try? output.write(lines: [count == 1 ? "1 text read" : "\(count) texts read"])
        try? output.finish()
        return
      } catch {
        guard !once, error.isOfConnection else { throw Failure(error) }
        Diagnostics.say("\(error.message); trying again in \(backoff.seconds) s")
        backoff.pass()
      }
    }
  }

  /// - Returns: How many texts were read, once all are.
  private func work(_ queue: ReadingQueue, _ worker: DeskWorker) throws(DeskError) -> Int {
    var done = 0
    while true {
      let count = try queue.work { $0.map(worker.read) }
      done += count
      guard count == 0 else { continue }
      if once, try !queue.isUnfinished() { return done }
      try queue.wait()
    }
  }
}

/// How long to wait before something is tried again: longer each time it fails.
struct Backoff {
  private(set) var seconds: Int32 = 1

  mutating func reset() { seconds = 1 }

  /// Waits, and makes the next wait longer.
  mutating func pass() {
    _ = poll(nil, 0, seconds * 1000)
    lengthen()
  }

  mutating func lengthen() { seconds = min(30, seconds * 2) }
}

struct DeskExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a whole desk as JSON lines.",
    discussion: """
      Every text with its bytes, what was read of it, and what operators did, each in the name of who did it. Every command \
      opens the file as it opens a desk, and 'sitboard desk import' makes a desk of it again.
      """)

  @OptionGroup var options: DeskOptions

  func run() throws {
    let log = try options.log()
    let loading = try DeskLoading(log)
    for notice in loading.notices { Diagnostics.say(notice) }
    var output = Output.standard
    try output.write(exactly: EventLines.firstLine)
    for entry in loading.result.reliabilities.entries { try output.write(exactly: EventLines.line(entry)) }
    // Texts and what was read of them, in the order of both.
    var readings = loading.texts[...]
    var failure: Failure?
    func put(_ bytes: [UInt8]) {
      do throws(Failure) { try output.write(exactly: bytes) } catch { failure = failure ?? error }
    }
    func writeReadings(through place: Int64) {
      while let first = readings.first, first.place <= place {
        put(DeskExport.lines(first.entries))
        readings.removeFirst()
      }
    }
    try DeskAccess.attempt { () throws(DeskError) in
      try ArticleShelf(log).read { number, text in
        writeReadings(through: number - 1)
        put(TextLine.line(text))
        writeReadings(through: number)
      }
    }
    writeReadings(through: .max)
    if let failure { throw failure }
    for entry in loading.result.acts { try output.write(exactly: EventLines.line(entry)) }
    try output.finish()
  }

  private static func lines(_ entries: [EventLines.Entry]) -> [UInt8] {
    Array(DeskLines.text(entries.map { ($0.article, $0.claims, $0.story) }).utf8)
  }
}

struct DeskVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove that texts are as they were received, and receipts as they were read.",
    discussion: """
      Each text's bytes must have their SHA-256, each article must be what is in those bytes, and each claim must quote \
      the very bytes that its receipt names.
      """)

  @OptionGroup var options: DeskOptions

  func run() throws {
    let log = try options.log()
    let loading = try DeskLoading(log)
    var wrong = loading.notices
    var readings: [String: [EventLines.Entry]] = [:]
    for text in loading.texts { readings[text.digest] = text.entries }
    var (texts, claims) = (0, 0)
    try DeskAccess.attempt { () throws(DeskError) in
      try ArticleShelf(log).read { _, text in
        texts += 1
        guard sha256(text.bytes) == text.digest else {
          wrong.append("\(text.path): its bytes do not have the digest \(text.digest)")
          return
        }
        let entries = readings[text.digest] ?? []
        // Receipts were held against the text of the article; that text must be what the bytes hold.
        claims += entries.reduce(0) { $0 + $1.claims.count }
        guard !entries.isEmpty else { return }
        let held = Dictionary(text.intake.entries.map { ($0.article.id, $0.article.text) }) { $1 }
        for entry in entries where held[entry.article.id] != entry.article.text {
          wrong.append("\(text.path): article \(entry.article.id.story) is not what its bytes hold")
        }
      }
    }
    for line in wrong { Diagnostics.say(line) }
    var output = Output.standard
    try output.write(lines: ["\(texts) texts, \(claims) claims: " + (wrong.isEmpty ? "whole" : "\(wrong.count) wrong")])
    try output.finish()
    if !wrong.isEmpty { throw Failure.silent(.data) }
  }
}
