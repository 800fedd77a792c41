internal import Situation

/// What fills the screen in place of the board. Screens are opened over one another; each is a file with a small model
/// of its own, what moves in it, and how it is drawn.
enum Screen: Hashable, Sendable {
  case article(Reading)
  case help(HelpScreen)
  case ladder(LadderScreen)
  case conflicts(ConflictsScreen)
  case changes(ChangesScreen)
  case bottomLine(BottomLineScreen)
  case incidents(IncidentsScreen)
  case review(ReviewScreen)
  case sources(SourcesScreen)
  case alerts(AlertsScreen)

  /// Where keys are looked up.
  var place: KeyBinding.Context {
    switch self {
    case .article: .article
    case .help: .help
    case .ladder: .ladder
    case .conflicts: .conflicts
    case .changes: .changes
    case .bottomLine: .bottomLine
    case .incidents: .incidents
    case .review: .review
    case .sources: .sources
    case .alerts: .alerts
    }
  }

  /// After a new size, an article is wrapped again and the passage stays in sight.
  mutating func resize(_ size: Size, options: Options) {
    if case .article(var reading) = self {
      reading.wrap(size: size, options: options)
      self = .article(reading)
    }
  }

  /// Moves in the screen.
  mutating func move(_ command: Command, in model: Model) {
    switch self {
    case .article(var reading):
      reading.move(command, height: Reading.height(model.size))
      self = .article(reading)
    case .help(var help):
      help.move(command, in: model)
      self = .help(help)
    case .ladder(var ladder):
      ladder.move(command, in: model)
      self = .ladder(ladder)
    case .conflicts(var conflicts):
      conflicts.move(command, in: model)
      self = .conflicts(conflicts)
    case .changes(var changes):
      changes.move(command, in: model)
      self = .changes(changes)
    case .bottomLine(var bottomLine):
      bottomLine.move(command, in: model)
      self = .bottomLine(bottomLine)
    case .incidents(var incidents):
      incidents.move(command, in: model)
      self = .incidents(incidents)
    case .review(var review):
      review.move(command, in: model)
      self = .review(review)
    case .sources(var sources):
      sources.move(command, in: model)
      self = .sources(sources)
    case .alerts(var alerts):
      alerts.move(command, in: model)
      self = .alerts(alerts)
    }
  }

  func draw(_ model: Model, _ canvas: inout Canvas) {
    switch self {
    case .article(let reading): ArticleScreen.draw(model, reading, &canvas)
    case .help(let help): help.draw(model, &canvas)
    case .ladder(let ladder): ladder.draw(model, &canvas)
    case .conflicts(let conflicts): conflicts.draw(model, &canvas)
    case .changes(let changes): changes.draw(model, &canvas)
    case .bottomLine(let bottomLine): bottomLine.draw(model, &canvas)
    case .incidents(let incidents): incidents.draw(model, &canvas)
    case .review(let review): review.draw(model, &canvas)
    case .sources(let sources): sources.draw(model, &canvas)
    case .alerts(let alerts): alerts.draw(model, &canvas)
    }
  }

  /// The claim that is selected in it.
  func selectedClaim(in model: Model) -> EventID? {
    switch self {
    case .article(let reading): reading.event
    case .help, .incidents, .sources, .alerts, .bottomLine: nil
    case .ladder(let ladder): ladder.selectedClaim(in: model)
    case .conflicts(let conflicts): conflicts.selectedClaim(in: model)
    case .changes(let changes): changes.selectedClaim(in: model)
    case .review(let review): review.selectedClaim(in: model)
    }
  }
}

extension Model {
  mutating func open(_ screen: Screen) -> [Effect] {
    screens.append(screen)
    return []
  }

  /// The claim that keys and commands are about.
  var selectedClaim: EventID? {
    guard let screen = screens.last else { return shownReceipt }
    return screen.selectedClaim(in: self)
  }

  /// The conflict that keys and commands are about.
  var selectedConflict: Conflict? {
    if case .conflicts(let screen)? = screens.last { return screen.selectedConflict(in: self) }
    guard screens.isEmpty, attention == .selection(.conflicts), let index = selectedIndex(in: .conflicts) else {
      return nil
    }
    return board.conflicts[index]
  }
}
