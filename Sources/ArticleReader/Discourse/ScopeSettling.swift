import Situation

/// Tells the total of a story from its parts once all of it is read: "43 inmates were killed" is the total where nobody
/// is counted with a wider noun, and a part beside "45 dead".
enum ScopeSettling {
  static func settle(_ claims: [Claim]) -> [Claim] {
    var widest: [FigureKey: Bool] = [:]
    for count in claims.lazy.filter({ $0.standing == .current }).compactMap(\.count)
    where count.scope == .total && !count.figure.isUndisclosed && PeopleNouns.isWhole(count) {
      widest[count.key] = true
    }
    return claims.map { claim in
      guard case .count(var count) = claim.content, count.scope == .total, !PeopleNouns.isWhole(count) else {
        return claim
      }
      let isAlone = widest[count.key] == nil && !PeopleNouns.isCrew(count.subject) && count.status != .aboard
      if isAlone, !count.figure.isUndisclosed, count.figure != .exactly(1) { return claim }
      count.scope = .part
      var part = claim
      part.content = .count(count)
      return part
    }
  }
}
