internal import Situation

extension Command {
  /// What each command is called where keys are changed.
  private static let named: [(name: String, command: Command)] =
    [
      ("play", .playOrPause), ("step-back", .step(-1)), ("step", .step(1)), ("step-all", .stepAll),
      ("former", .goToFormer), ("time-back", .stepTime(-1)),
      ("time", .stepTime(1)), ("tenth-back", .stepTenth(-1)), ("tenth", .stepTenth(1)),
      ("marker-back", .goToMarker(-1)), ("marker-next", .goToMarker(1)), ("change-back", .goToChange(-1)),
      ("change-next", .goToChange(1)), ("first", .goToFirst), ("last", .goToLast), ("live", .goLive),
      ("slower", .slower), ("faster", .faster), ("normal-speed", .normalSpeed), ("squeeze", .squeeze),
      ("clock", .swapClock), ("conflict-next", .moveConflict(1)), ("conflict-back", .moveConflict(-1)),
      ("receipt", .openArticle), ("ladder", .ladder), ("conflicts", .conflicts), ("changes", .changes(.baseline)),
      ("changes-hour", .changes(.hour)), ("bottom-line", .bottomLine), ("incidents", .incidents),
      ("sources", .sources), ("alerts", .alerts), ("seen", .seeAlerts(all: false)),
      ("all-seen", .seeAlerts(all: true)), ("review", .review), ("reject", .reject),
      ("reassign", .reassign), ("receipt-back", .moveReceipt(-1)),
      ("receipt-next", .moveReceipt(1)), ("search", .search), ("match-next", .moveMatch(1)),
      ("match-back", .moveMatch(-1)), ("filter", .filter), ("read", .toggleRead), ("copy", .copy), ("help", .help),
      ("lead", .leaveOrRejoin), ("cue-next", .stepCue(1)), ("cue-back", .stepCue(-1)),
      ("pane-next", .movePane(1)), ("pane-back", .movePane(-1)),
    ] + Pane.allCases.map { ("pane-\($0.rawValue)", .focus($0)) } + [
      ("zoom", .zoom), ("hide", .hidePane), ("mouse", .toggleMouse), ("down", .moveRow(1)), ("up", .moveRow(-1)),
      ("half-page-down", .moveHalfPage(1)), ("half-page-up", .moveHalfPage(-1)), ("page-down", .movePage(1)),
      ("page-up", .movePage(-1)), ("start", .moveToStart), ("end", .moveToEnd), ("pin", .pin), ("retract", .retract),
      ("note", .commandLine("note ")), ("retract", .commandLine("retract ")), ("aside", .commandLine("aside ")),
      ("marker", .commandLine("marker ")), ("undo", .undo), ("command", .commandLine("")), ("enter", .enterLine),
      ("complete", .completeLine(1)), ("complete-back", .completeLine(-1)), ("earlier", .moveInHistory(1)),
      ("later", .moveInHistory(-1)), ("search-history", .searchHistory), ("left", .editLine(.left)),
      ("right", .editLine(.right)),
      ("line-start", .editLine(.start)), ("line-end", .editLine(.end)), ("delete-back", .editLine(.deleteBack)),
      ("delete", .editLine(.deleteForward)), ("delete-word", .editLine(.deleteWord)),
      ("delete-to-start", .editLine(.deleteToStart)), ("delete-to-end", .editLine(.deleteToEnd)), ("cancel", .cancel),
      ("accept", .amend(.accepting)), ("take-total", .amend(Amendment(scope: .total))),
      ("take-part", .amend(Amendment(scope: .part))), ("take-addition", .amend(Amendment(scope: .increment))),
      ("take-other", .amend(Amendment(scope: .other))),
      ("take-background", .amend(Amendment(standing: .background))),
      ("take-forecast", .amend(Amendment(standing: .forecast))),
      ("take-denied", .amend(Amendment(standing: .denied))), ("take", .commandLine("take ")),
      ("redraw", .redraw), ("suspend", .suspend), ("back", .back), ("quit", .quit),
    ]

  /// Its name in a config; `nil` for one that no key asks for.
  package var name: String? { Command.named.first { $0.command == self }?.name }

  package init?(named name: String) {
    guard let known = Command.named.first(where: { $0.name == name }) else { return nil }
    self = known.command
  }
}
