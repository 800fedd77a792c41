internal import Situation

/// How the desk that a board is opened on is doing.
package struct DeskState: Hashable, Sendable {
  /// Its name.
  package var name: String
  /// Since when it cannot be reached, as a clock shows it; `nil` while it can.
  package var lostAt: String?
  /// Why it cannot be reached, or does not take what is sent.
  package var trouble: String?
  /// How many minutes the clock of this machine is ahead of the desk's, where it is far off.
  package var clockLead: Int?
  /// Acts that are kept on this machine and not at the desk yet.
  package var unsent: Int

  /// Acts of this board that were read back from the desk.
  package var confirmed: Int
  /// The others who look at the desk and want it known, each with the instant where that is not the newest: "ben 10:00".
  package var onlookers: [String] = []

  package init(
    name: String, lostAt: String? = nil, trouble: String? = nil, unsent: Int = 0, confirmed: Int = 0
  ) {
    (self.name, self.lostAt, self.trouble) = (name, lostAt, trouble)
    (self.unsent, self.confirmed) = (unsent, confirmed)
  }

  /// "OFFLINE 14:05", for the title.
  var offline: String? { lostAt.map { "OFFLINE \($0)" } }

  /// "with ann, ben 10:00", for the title.
  var company: String? {
    onlookers.isEmpty ? nil : "with " + SafeText.line(onlookers.joined(separator: ", "))
  }

  /// The trouble in full.
  var problem: String? {
    let acts = unsent == 0 ? "" : unsent == 1 ? "; 1 act waits to be sent" : "; \(unsent) acts wait to be sent"
    if let lostAt { return "anything new at the desk \(name) since \(lostAt)\(acts): \(trouble ?? "no connection")" }
    if let trouble { return "desk \(name): \(trouble)\(acts)" }
    return clockLead.map { lead in
      let way = lead > 0 ? "ahead of" : "behind"
      return
        "the clock of this machine is \(abs(lead)) min \(way) that of the desk \(name): set it; the times of acts are wrong"
    }
  }
}

extension Model {
  /// Says what became of acts that were kept here.
  mutating func hear(_ state: DeskState) {
    let before = live.desk
    live.desk = state
    if let lostAt = state.lostAt, before?.lostAt == nil, before != nil {
      tell("the desk cannot be reached since \(lostAt); what you do is kept here and sent when it can")
    }
    guard let before, state.confirmed > before.confirmed else { return }
    let count = state.confirmed - before.confirmed
    tell(count == 1 ? "saved at the desk" : "\(count) acts saved at the desk")
  }

  /// Begins again with nothing: what was read of the desk is not there any more.
  mutating func restart() {
    desk = IncidentDesk()
    (asides, formerEditions, supersededLast) = ([:], [:], [])
    replaceStore([], [])
    tell("the desk was set back to an earlier time; the board is read anew")
  }
}
