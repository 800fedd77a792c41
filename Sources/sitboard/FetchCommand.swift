import ArgumentParser
import Desk
import Fetching
import Glibc
import Intake
import Situation

struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch feeds and pages into a folder or onto a desk, once.",
    discussion: """
      For cron and systemd: asks each address for what is new since the last time, and puts what came into the folder as \
      a file whose name begins with the time, so that a board on the folder reads the oldest first. Below .sitboard in \
      the folder every body is kept under its SHA-256, with the headers it came with. An address that fails is told, \
      and the others are asked all the same.
      """)

  @Argument(help: "Addresses of feeds and pages, and files of sources (.toml).")
  var addresses: [String]

  @Option(help: ArgumentHelp("The folder that what comes is put into. It must be there.", valueName: "folder"))
  var to: String?

  @Option(help: DeskOptions.help)
  var desk: String?

  func validate() throws {
    guard (to == nil) != (desk == nil) else {
      throw ValidationError("Say where what comes is put: --to FOLDER or --desk ADDRESS.")
    }
  }

  func run() throws {
    let paths = try ReadingPaths(addresses, list: nil)
    if let other = paths.local.first {
      throw Failure(
        .usage, "\(other): not an address; give one such as https://example.org/feed, or a file of sources (.toml)")
    }
    if let desk { return try FetchCommand.fetch(paths.sources, DeskAccess.address(desk)) }
    guard let to else { return }
    var status = stat()
    guard stat(to, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(.noInput, "\(to): not a folder; make it first")
    }
    let evidence = EvidenceFolder(to + "/" + EvidenceFolder.nameInFolder)
    var problems: [Problem] = []
    try FetchedOnce.ask(paths.sources, evidence: evidence) { (arrival, isNew) throws(Failure) in
      if isNew { try FetchCommand.put(arrival, from: evidence, in: to) }
    } failed: { problem in
      problems.append(problem)
    }
    try FetchCommand.conclude(problems)
  }

  private static func conclude(_ problems: [Problem]) throws(Failure) {
    for problem in problems { Diagnostics.say(problem.message) }
    if let first = problems.first { throw Failure.silent(SystemExit(first.category)) }
  }

  /// Puts what comes on a desk, and what came before and is not there.
  private static func fetch(_ sources: [LiveSource], _ address: DeskAddress) throws(Failure) {
    // Before anything is asked: what comes has to have a place.
    let shelf = ArticleShelf(try DeskAccess.log(address))
    var problems: [Problem] = []
    try FetchedOnce.ask(sources, evidence: .standard) { (arrival, isNew) throws(Failure) in
      try DeskAccess.attempt { () throws(DeskError) in
        if !isNew, try shelf.number(of: arrival.entry.digest) != nil { return }
        try shelf.add(arrival.received)
      }
    } failed: { problem in
      problems.append(problem)
    }
    try conclude(problems)
  }

  /// Gives a body that is kept a name in the folder, once.
  private static func put(
    _ arrival: SourceWatch.Arrival, from evidence: EvidenceFolder, in folder: String
  ) throws(Failure) {
    let place = folder + "/" + name(of: arrival)
    let body = evidence.bodyPath(arrival.entry.digest)
    guard link(body, place) == 0 || errno == EEXIST else {
      throw Failure(.inputOutput, "\(place): \(String(cString: strerror(errno)).lowercased()); give another folder")
    }
  }

  /// "20250312T100500Z-example.org-3f5a….xml"
  private static func name(of arrival: SourceWatch.Arrival) -> String {
    let time = CivilTime(arrival.entry.at, at: .zero).text.filter { $0.isNumber || $0 == "T" }
    let host = (arrival.page ?? WebAddress(arrival.entry.address))?.host ?? "source"
    let plain = host.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    let ending = Intake.isFeed(arrival.body) ? "xml" : "html"
    return "\(time)-\(plain)-\(arrival.entry.digest.prefix(12)).\(ending)"
  }
}
