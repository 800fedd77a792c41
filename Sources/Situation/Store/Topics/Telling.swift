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

  /// Whether two numbers stand for the same speaker, or both for nobody in particular.
  func isSame(_ a: UInt32, _ b: UInt32) -> Bool {
    if a == b { return true }
    guard a != StoredEvent.none, b != StoredEvent.none else { return false }
    return identities[Int(a)].isSame(as: identities[Int(b)])
  }

  /// Whether the same speaker gives both; where nobody is named, the same outlet.
  func isBySame(_ a: FigureTimeline.Rung, _ b: FigureTimeline.Rung) -> Bool {
    guard isSame(a.speaker, b.speaker) else { return false }
    return a.speaker != StoredEvent.none || a.outlet == b.outlet
  }
}
