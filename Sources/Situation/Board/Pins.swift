/// The figures that operators pinned: of each operator the last on each figure.
///
/// Where all who pinned a figure mean the same rung, that is the one to go by. Where they do not, none is, whoever came
/// last: it is told who pinned what.
enum Pins {
  /// Pins rungs of ladders.
  ///
  /// - Returns: What was pinned where operators do not agree.
  static func lay(
    _ pins: [OperatorOverrides.Pin], on ladders: inout [FigureKey: Ladder], _ topics: BoardTopics
  ) -> [FigureKey: [RivalPin]] {
    var held: [FigureKey: [(author: String, number: UInt32)]] = [:]
    for pin in pins {
      guard case .count(let count) = topics.content(pin.claim) else { continue }
      let key = count.key
      let place = topics.place(of: pin.claim, in: key)
      guard let number = ladders[key]?.rungNumber(at: place, UInt32(pin.claim.sequence)) else { continue }
      held[key, default: []].removeAll { $0.author == pin.author }
      held[key, default: []].append((pin.author, number))
    }
    var rivals: [FigureKey: [RivalPin]] = [:]
    for (key, pins) in held {
      if Set(pins.map(\.number)).count == 1 {
        ladders[key]?.pin(pins[0].number)
      } else if let ladder = ladders[key] {
        rivals[key] = pins.map { RivalPin(author: $0.author, figure: ladder.rung($0.number).figure, rung: $0.number) }
      }
    }
    return rivals
  }
}

/// A figure that one operator pinned where another pinned another.
package struct RivalPin: Hashable, Sendable {
  package let author: String
  package let figure: Figure
  /// The number of the rung on its ladder.
  let rung: UInt32
}
