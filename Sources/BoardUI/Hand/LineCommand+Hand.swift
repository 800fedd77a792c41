internal import Situation

extension LineCommand {
  /// What the operator does to the board: every one of these is an entry of the journal.
  static let hand: [LineCommand] = [
    LineCommand("pin", "", "the figure of the selected claim is the one to go by", isAboutClaim: true) {
      (model, _) throws(LineError) in try model.pin()
    },
    LineCommand(
      "correct", "FIGURE", "the figure of the selected claim was misread: the text says this", isAboutClaim: true
    ) { (model, text) throws(LineError) in try model.correct(text) },
    LineCommand(
      "take", "[WORDS]",
      "the selected claim is to be taken so, and is sure: killed, security forces, part, background; no words: as read",
      isAboutClaim: true, words: { _ in AmendmentEntry.words.map { $0.word + " " } }
    ) { (model, text) throws(LineError) in try model.take(text) },
    LineCommand(
      "retract", "[WHY]", "the selected claim is none: it is left out of the board, and stays in the store",
      isAboutClaim: true
    ) { (model, text) throws(LineError) in try model.retract(text) },
    LineCommand("note", "TEXT", "your own words on the selected claim", isAboutClaim: true) {
      (model, text) throws(LineError) in try model.note(text)
    },
    LineCommand(
      "add", "WHAT", "a claim of your own: coach 4: 20 held, killed passengers 21, track blown up; at TIME may follow",
      words: { _ in Count.Status.allCases.filter { $0 != .strength }.map { $0.rawValue + " " } + ["coach ", "engine "] }
    ) { (model, text) throws(LineError) in try model.add(text) },
    LineCommand(
      "place", "COACH WHAT", "people or damage on a coach or the engine: 4 20 held, engine derailed",
      words: { $0.vehicleNames.map { $0 + " " } }
    ) { (model, text) throws(LineError) in try model.place(text) },
    LineCommand("marker", "[NAME]", "a marker at the time that the board is as of") {
      (model, text) throws(LineError) in try model.mark(text)
    },
    LineCommand("aside", "WHY", "set the selected conflict aside; it is back when another claim touches it") {
      (model, text) throws(LineError) in try model.setAside(text)
    },
    LineCommand(
      "reliability", "SOURCE A-F", "how far an outlet or a speaker is to be believed: \"Dawn\" B; F is not known",
      words: { $0.sourceNames.map { $0 + " " } }
    ) { (model, text) throws(LineError) in try model.grade(text) },
    LineCommand("undo", "[ENTRY]", "take back your last entry, or that of a number; an undo can be undone") {
      (model, text) throws(LineError) in try model.undo(text)
    },
  ]
}
