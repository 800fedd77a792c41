/// What the numbers of rungs stand for, shared by all rungs of a board, so that handing one on copies no words.
final class RungTables: Sendable {
  let figures: FigureTable
  let names: [SpeakerName]
  let identities: [SpeakerIdentity]
  let outlets: [String]

  init(figures: FigureTable, names: [SpeakerName], identities: [SpeakerIdentity], outlets: [String]) {
    self.figures = figures
    self.names = names
    self.identities = identities
    self.outlets = outlets
  }
}
