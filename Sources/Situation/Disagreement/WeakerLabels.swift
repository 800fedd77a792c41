/// One number under two labels by one speaker: who "left with 214 hostages and executed them" speaks of 214 people, not
/// of 428. The weaker label, *held*, makes no head until a person has looked.
enum WeakerLabels {
  private static let graver: [Count.Status] = [.killed, .rescued, .released, .escaped]

  static func leaveOut(of ladders: inout [FigureKey: Ladder]) {
    let key = FigureKey(.held, .people)
    guard let held = ladders[key] else { return }
    let gravers = graver.compactMap { ladders[FigureKey($0, .people)] }.map { ladder in
      (ladder: ladder, places: Dictionary(grouping: ladder.liveIntervals.enumerated(), by: \.element.interval))
    }
    guard !gravers.isEmpty else { return }
    var weaker: [UInt32] = []
    for (place, label) in held.liveIntervals.enumerated() {
      let rung = held.live[place]
      guard rung.figure.low ?? 0 >= Check.leastNumber, !rung.isPinned, let number = rung.number else { continue }
      let isTwice = gravers.contains { graver in
        graver.places[label.interval, default: []].contains { graver.ladder.live[$0.offset].isSaid(by: rung) }
      }
      if isTwice { weaker.append(number) }
    }
    if !weaker.isEmpty { ladders[key]?.leaveOut(weaker) }
  }
}
