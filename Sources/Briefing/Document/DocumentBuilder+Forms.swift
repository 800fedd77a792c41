import Formats
import Situation

/// The forms that others expect. Each asks the same questions of every incident; what no claim answers is said to be
/// unanswered, because an empty field reads as a no.
extension DocumentBuilder {
  mutating func document(as form: BriefingForm) -> Document {
    assembled(form.title) { builder in
      switch form {
      case .sitrep: builder.situationReport()
      case .methane: builder.methane()
      case .fiveW: builder.fiveW()
      }
    }
  }

  // MARK: - OCHA situation report

  private mutating func situationReport() -> [Document.Section] {
    var highlights = bottomLine()
    highlights.heading = "HIGHLIGHTS"
    let overview = (course()?.items ?? []) + said([.responsibility, .demand, .deadline, .offer, .answer])
    let response = rows(of: [Side("security forces ", board.forces.security.figures)]) + services()
    let gaps = (contradictions()?.items ?? []) + notReported().items + said([.threat, .warning])
    return [
      highlights, field("SITUATION OVERVIEW", overview), field("PEOPLE AFFECTED AND NEEDS", rows(of: [affected])),
      field("RESPONSE", response), field("GAPS AND CONSTRAINTS", gaps),
      field("COORDINATION", [], unanswered: "No claim tells who coordinates the response."),
    ]
  }

  // MARK: - METHANE

  private mutating func methane() -> [Document.Section] {
    let forces = board.forces
    let hazards =
      board.train.track.map { stated($0) } + forces.attackers.equipment.map { stated($0) }
      + rows(of: [Side("attackers ", forces.attackers.figures)]) { $0.key?.status == .strength }
      + said([.threat, .deadline, .warning])
    let casualties: Set<Count.Status> = [.killed, .injured, .critical, .missing, .held, .ill]
    return [
      field("MAJOR INCIDENT", [], unanswered: "No claim says that a major incident was declared."),
      field("EXACT LOCATION", location() + [.paragraph("No claim gives coordinates.")]),
      field("TYPE", kind() + said([.responsibility, .label])),
      field("HAZARDS", hazards, unanswered: "No claim tells of a hazard that is left."),
      field("ACCESS", [], unanswered: "No claim tells which ways in and out are safe."),
      field(
        "NUMBER OF CASUALTIES",
        rows(of: [
          affected, Side("security forces ", forces.security.figures), Side("attackers ", forces.attackers.figures),
        ]) {
          $0.key.map { casualties.contains($0.status) } ?? false
        } + silent(casualties)),
      field("EMERGENCY SERVICES", services(), unanswered: "No claim tells who is there or on the way."),
    ]
  }

  // MARK: - Five W

  private mutating func fiveW() -> [Document.Section] {
    let forces = board.forces
    let who =
      said([.responsibility]) + rows(of: [Side("attackers ", forces.attackers.figures)]) { $0.key?.status == .strength }
      + services()
    return [
      field("WHO", who), field("WHAT", kind() + rows(of: [affected])), field("WHERE", location()),
      field("WHEN", times()), field("WHY", said([.demand, .label])),
    ]
  }

  // MARK: - Fields

  private var affected: Side { Side("", board.people) }

  private func field(
    _ heading: String, _ items: [Document.Item], unanswered: String = "No claim answers this."
  ) -> Document.Section {
    Document.Section(heading: heading, items: items.isEmpty ? [.paragraph("\(unanswered)")] : items)
  }

  /// What happened to what, by the claim that tells most of it.
  private mutating func kind() -> [Document.Item] { board.incident.what.map { [stated($0)] } ?? [] }

  /// Where it is, as far as claims name it.
  private mutating func location() -> [Document.Item] {
    var items: [Document.Item] = []
    if let place = board.place { items.append(.paragraph("\(words.clean(place))")) }
    if let route = board.train.route {
      let ends = [route.from.map { "from \(words.clean($0))" }, route.to.map { "to \(words.clean($0))" }]
      let attribution = attribution(route.events)
      items.append(.entry(tag: "route", text: "\(ends.compactMap { $0 }.joined(separator: " ")) (\(attribution))"))
    }
    return items + board.train.tunnel.map { stated($0) }
  }

  /// Who is there for those in need, and who and what is on the way.
  ///
  /// Help that comes is told first, then the hurt and the dead who are moved, then others; of each the newest first. What
  /// is left is counted.
  private mutating func services() -> [Document.Item] {
    let actions = board.forces.security.actions
    let movements = board.train.movements
    func weight(_ row: BoardRow, _ kind: Int) -> (Int, Int) {
      (kind, -(row.newest.map { store.position(of: $0, on: board.clock) } ?? -1))
    }
    let weighed =
      actions.map { ($0, weight($0, 0)) }
      + movements.map { ($0, weight($0, $0.errand == .help ? 0 : $0.errand == .casualties ? 1 : 2)) }
    let told = weighed.sorted { $0.1 < $1.1 }.prefix(DocumentBuilder.mostServices).map(\.0)
    let left = weighed.count - told.count
    let more = left == 0 ? [] : [Document.Item.paragraph("\(left) more in the full briefing.")]
    return told.map { stated($0) } + more
  }

  private static let mostServices = 6

  /// What is said by kinds of statement, in the order in which it was said.
  private mutating func said(_ acts: Set<Statement.Act>) -> [Document.Item] {
    board.forces.statements.filter { acts.contains($0.statement.act) }.map { said in
      let claim = claim(said.event)
      return .paragraph(
        "\(words.statement(said.statement, of: claim, in: article(claim))) (\(attribution([said.event])))")
    }
  }

  /// The statuses that are always asked for and of which no claim gives a number.
  private func silent(_ statuses: Set<Count.Status>) -> [Document.Item] {
    board.people.filter { row in
      row.newest == nil && !row.isPart && row.key.map { statuses.contains($0.status) } ?? false
    }.map { .paragraph("\(words.plain($0.label)): no claim gives a number") }
  }

  /// When it began and how it stands, by the claims of the first pane; and what runs out.
  private mutating func times() -> [Document.Item] {
    var items: [Document.Item] = []
    if let first = TurningPoints(board, store).events.first { items.append(point(store[first])) }
    if let last = BottomLine(board, store).lastReport {
      items.append(.entry(tag: "\(words.column(last))", text: "last report filed"))
    }
    return items + said([.deadline])
  }
}
