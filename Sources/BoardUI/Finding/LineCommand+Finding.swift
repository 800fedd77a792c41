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
  ]
}
