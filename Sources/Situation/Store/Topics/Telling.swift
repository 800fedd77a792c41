/// What the numbers of claims and rungs stand for while claims are told apart, held once for all of them.
final class Telling: Sendable {
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

  /// Whether the speaker of an event gives a rung; where nobody is named, its outlet.
  func isSaid(by speaker: UInt32, _ event: UInt32, _ rung: FigureTimeline.Rung) -> Bool {
    guard speaker != StoredEvent.none, rung.speaker != StoredEvent.none else {
      return speaker == rung.speaker && outlet(event) == rung.outlet
    }
    return speaker == rung.speaker || identities[Int(speaker)].isSame(as: identities[Int(rung.speaker)])
  }
}
