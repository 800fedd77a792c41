import BoardUI
import Briefing
import Formats
import Intake
import Sharing
import Situation
import Terminal

/// Gives a reader what they asked for.
struct GateService {
  let root: GateRoot
  let reader: String?
  let timezone: UTCOffset?
  /// The desk that is served in place of the folder; `nil` for the folder.
  let desk: String?

  /// The folder as the process stands in it.
  private static let here = "."

  func serve(_ request: GateRequest) throws {
    // Nothing is kept for strangers, nor believed that a stranger's account may have written.
    var options = try CommonOptions.parse(["--no-cache"] + (request.isASCII ? ["--ascii"] : []))
    options.desk = desk
    switch request.action {
    case .board where Output.isTerminal: try board(request, options)
    case .board, .brief: try brief(request, options)
    case .diff: try diff(request, options)
    case .claims: try claims(request, options)
    case .follow: try follow(request, options)
    }
  }

  private var intake: IntakeOptions { IntakeOptions(timezone: timezone, isBeneath: true) }

  /// The board; on a terminal that cannot show one, or that this machine does not know, the briefing.
  private func board(_ request: GateRequest, _ options: CommonOptions) throws(Failure) {
    var setup = BoardSetup()
    if let desk {
      let feed = try DeskFeed(DeskAccess.address(desk), options, hand: nil)
      setup.messages = feed.begin()
      setup.follow(feed)
    } else {
      let feed = try ArticleFeed(ReadingPaths([GateService.here], list: nil), options, intake: intake)
      setup.messages = feed.begin()
      setup.follow(feed)
    }
    setup.isReadOnly = true
    setup.leavesBottomLine = true
    do throws(TerminalError) {
      try open(setup, options)
    } catch {
      guard error.isOfType else { throw Failure(.unavailable, error.description) }
      Diagnostics.say(error.description(remedy: "the briefing follows; for the board: \(GateService.knownType)"))
      try brief(request, options)
    }
  }

  /// What a reader may do whose terminal this machine does not know: nearly all draw what xterm draws.
  private static let knownType = "TERM=xterm-256color ssh -t …"

  private func follow(_ request: GateRequest, _ options: CommonOptions) throws(Failure) {
    guard Output.isTerminal else {
      throw Failure(.usage, "to follow takes a terminal: ssh -t … follow \(request.name)")
    }
    let (root, name) = (root, request.name)
    let link = FollowerLink { () throws(SharingError) in try root.follow(name) }
    var setup = BoardSetup()
    setup.partners = [link]
    setup.lead = .following(Following(name: name))
    setup.isReadOnly = true
    setup.messages = link.begin()
    do throws(TerminalError) {
      try open(setup, options)
    } catch {
      let remedy = "what is led cannot be told in lines; to follow: \(GateService.knownType) follow \(request.name)"
      throw Failure(.unavailable, error.isOfType ? error.description(remedy: remedy) : error.description)
    }
  }

  private func open(_ setup: BoardSetup, _ options: CommonOptions) throws(TerminalError) {
    try BoardLoop.run(setup, options, .standard)
  }

  private func load(_ options: CommonOptions, _ scope: Loading.Scope = .oneIncident) throws(Failure) -> Loading {
    let loading = try Loading(desk == nil ? [GateService.here] : [], options, intake: intake, scope: scope)
    loading.report()
    if !loading.hasArticles { try loading.conclude() }
    return loading
  }

  private func brief(_ request: GateRequest, _ options: CommonOptions) throws(Failure) {
    var memory: ReaderMemory?
    if request.since == .last {
      guard let reader else { throw Failure(.usage, "this desk does not know its readers apart: --since takes a time") }
      do throws(SharingError) {
        memory = ReaderMemory(try root.bookmarks(), reader: reader)
      } catch {
        throw Failure(.unavailable, error.message)
      }
    }
    let loading = try load(options)
    var briefing = BriefingOptions(
      asOf: request.asOf, clock: request.clock, width: request.width, marks: options.marks,
      extent: request.extent
    ).about(loading.desk)
    (briefing.sections, briefing.form) = (request.sections, request.form)
    switch request.since {
    case .time(let moment)?: briefing.since = .moment(moment)
    case .ago(let seconds)?:
      briefing.since = loading.store.latestTold(on: request.clock).map {
        .moment(.instant($0.advanced(by: -seconds), at: .zero, text: ""))
      }
    case .last?, nil: break
    }
    try BriefingOutput.write(
      loading.store, briefing, as: request.format, memory: memory,
      keepsLast: request.keepsLast)
    try loading.conclude()
  }

  private func diff(_ request: GateRequest, _ options: CommonOptions) throws(Failure) {
    let loading = try load(options)
    let briefing = BriefingOptions(
      asOf: request.to, clock: request.clock, width: request.width, marks: options.marks,
      since: request.from.map { .moment($0) } ?? .beginning
    ).about(loading.desk)
    var output = Output.standard
    try output.write(Briefing.changes(loading.store, briefing, as: request.format))
    try output.finish()
    try loading.conclude()
  }

  private func claims(_ request: GateRequest, _ options: CommonOptions) throws(Failure) {
    let loading = try load(options, .everything)
    var output = Output.standard
    try ClaimsCommand.write(loading.store, as: request.claimFormat, marks: options.marks, to: &output)
    try output.finish()
    try loading.conclude()
  }
}
