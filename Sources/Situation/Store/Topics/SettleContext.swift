/// What the numbers of claims and rungs stand for while claims are told apart, held once for all of them.
final class SettleContext: Sendable {
  let table: EventTable
  let identities: [SpeakerIdentity]
  let bounds: [FigureTable.Bounds]

  /// - Parameter figures: Those of the table, or with what the operator corrected one to beside them.
  init(_ table: EventTable, _ figures: FigureTable) {
    self.table = table
    identities = table.identities
    bounds = figures.bounds
  }

  func outlet(_ event: UInt32) -> UInt32 { table.sources[Int(table.rows[Int(event)].source)].outlet }

  /// Returns true if the speaker of an event gives a rung; where nobody is named, if its outlet does.
  func isSaid(by speaker: UInt32, _ event: UInt32, _ rung: FigureTimeline.Rung, entered: Int) -> Bool {
    let voice = rung.voice(entered: entered)
    guard speaker != StoredEvent.none, voice != StoredEvent.none else {
      return speaker == voice && outlet(event) == rung.outlet
    }
    return speaker == voice || identities[Int(speaker)].isSame(as: identities[Int(voice)])
  }

  /// Which of two claims of one voice is the newer word.
  func outranks(_ a: UInt32, _ b: UInt32, on status: Count.Status) -> Bool {
    let precedence = Precedence(table)
    return precedence.outranks(
      precedence.word(a), precedence.word(b), on: status,
      isOfOneVoice: table.rows[Int(a)].speaker != StoredEvent.none)
  }
}
