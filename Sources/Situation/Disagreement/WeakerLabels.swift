/// One number under two labels by one speaker: who "left with 214 hostages and executed them" speaks of 214 people, not
/// of 428. The weaker label, *held*, makes no head until a person has looked.
enum WeakerLabels {
  private static let graver: [Count.Status] = [.killed, .rescued, .released, .escaped]

  static func leaveOut(of ladders: inout [FigureKey: Ladder]) {
    let key = FigureKey(.held, .people)
    guard let held = ladders[key] else { return }
    var weaker: [UInt32] = []
    for (place, label) in held.liveIntervals.enumerated() {
      let rung = held.live[place]
      guard rung.figure.low ?? 0 >= Check.leastNumber, !rung.isPinned, let number = rung.number else { continue }
      let isTwice = graver.contains { status in
        guard let other = ladders[FigureKey(status, .people)] else { return false }
        return other.liveIntervals.enumerated().contains { place, graver in
          graver.interval == label.interval && other.live[place].isSaid(by: rung)
        }
      }
      if isTwice { weaker.append(number) }
    }
    if !weaker.isEmpty { ladders[key]?.leaveOut(weaker) }
  }
}
