internal import Situation

extension LineCommand {
  /// Where to look, and what to look at.
  static let finding: [LineCommand] = [
    LineCommand(
      "goto", "WHERE", "to a time (12 Mar 14:30, +2h, -30m), a marker, an event (#12), start or end",
      words: { model in model.markers.map(\.name).filter { !$0.isEmpty } + ["start", "end"] }
    ) { (model, text) throws(LineError) in try model.goTo(text) },
    LineCommand(
      "filter", "[WORDS]", "list and step through what fits: speaker:BLA status:killed outlet:Dawn after:12Mar",
      words: { _ in Filter.keys.map { $0.key + ":" } }
    ) { (model, text) throws(LineError) in try model.setFilter(text) },
    LineCommand(
      "baseline", "SINCE",
      "count changes from 1h before the board, last (your last look), here, a time or a marker; off",
      words: { model in ["last", "here", "off"] + model.markers.map(\.name).filter { !$0.isEmpty } }
    ) { (model, text) throws(LineError) in try model.setBaseline(text) },
    LineCommand("changes", "", "list what changed since the baseline") { (model, _) throws(LineError) in
      guard model.baseline != nil else {
        throw LineError("no baseline is set: :baseline 1h, last, here, a time or a marker")
      }
      return model.open(.changes(ChangesScreen()))
    },
    LineCommand(
      "incident", "NAME", "put another incident on the board: by words of its name, or its number in the list (i)",
      words: { $0.desk.incidents.compactMap(\.name) }
    ) { (model, text) throws(LineError) in try model.choose(incidentCalled: text) },
  ]
}
