@testable import Situation

extension Rung {
  /// A figure with its claims, on no ladder.
  init(figure: Figure, speaker: Speaker?, outlet: String, events: [EventID]) {
    var figures = FigureTable()
    var words = InternTable<String>()
    let numbers = Numbers(figure: figures.intern(figure), speaker: speaker == nil ? StoredEvent.none : 0, outlet: 0)
    let speakers = [speaker].compactMap { $0 }
    let tables = RungTables(
      figures: figures, names: speakers.map { SpeakerName($0) },
      identities: speakers.map { SpeakerIdentity($0, words: &words) },
      outlets: [outlet])
    self.init(numbers, in: tables, first: events[0], claims: .listed(events))
  }
}
