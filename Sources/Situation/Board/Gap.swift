/// A category that the claims mention and for which nobody gives a figure.
package struct Gap: Hashable, Sendable {
  /// "security personnel killed".
  package var label: String
  /// Who mentioned it, newest first.
  package var events: [EventID]
}

extension Gap {
  /// Claims in replay order; a later figure for the same status and the same people closes a gap.
  static func find(_ events: [Event], train: Train) -> [Gap] {
    struct Key: Hashable {
      let status: Count.Status
      let subject: String
    }
    var order: [Key] = []
    var mentions: [Key: [EventID]] = [:]
    var given: Set<Key> = []
    var coachesPlaced = false
    for event in events where event.claim.standing == .current {
      guard let count = event.claim.count else { continue }
      if event.claim.coach != nil { coachesPlaced = true }
      let whole = PeopleNouns.isWhole(count)
      let key = Key(status: count.status, subject: whole ? count.subjectClass?.rawValue ?? "" : count.subject)
      if !count.figure.isUndisclosed {
        given.insert(key)
      } else {
        if mentions[key] == nil { order.append(key) }
        mentions[key, default: []].insert(event.id, at: 0)
      }
    }
    var gaps = order.filter { !given.contains($0) }.map { key in
      Gap(label: label(key.subject, key.status), events: mentions[key] ?? [])
    }
    if !coachesPlaced, let coaches = train.coachCount {
      gaps.append(Gap(label: "people by coach", events: coaches.events))
    }
    return gaps
  }

  private static func label(_ subject: String, _ status: Count.Status) -> String {
    switch subject {
    case "people", "": status == .injured ? "injured" : "people \(status.rawValue)"
    case "security-forces": "security personnel \(status.rawValue)"
    default: "\(subject) \(status.rawValue)"
    }
  }
}
