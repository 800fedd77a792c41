/// A category that the claims mention and for which nobody gives a figure.
package struct Gap: Hashable, Sendable {
  /// "security personnel killed".
  package var label: String
  /// Who mentioned it, newest first.
  package var events: Evidence
}

extension Gap {
  /// A figure for the same status and the same people closes a gap.
  static func find(_ topics: BoardTopics, train: Train, held: HeldWord) -> [Gap] {
    var open: [(first: ReplayKey, gap: Gap)] = []
    /// The same people of a class that nobody is sure of are one gap.
    var places: [String: Int] = [:]
    func add(_ topic: ActiveTopic, _ label: String) {
      if let place = places[label] {
        open[place].gap.events = Evidence(joining: [open[place].gap.events, topic.evidence])
      } else {
        places[label] = open.count
        open.append((topic.first, Gap(label: label, events: topic.evidence)))
      }
    }
    for key in FigureKey.all {
      if let mention = topics.activeTopic(.mention(key)), !topics.hasFigure(key), !topics.hasBegun(.unnamedPart(key)) {
        add(mention, label(key.subjectClass.rawValue, key == .held ? held.rawValue : key.status.rawValue))
      }
      for part in topics.parts(of: key) {
        guard case .part(_, let share, isKnown: false) = part.topic, !isGiven(share, key.status, topics) else {
          continue
        }
        add(part, label(share.label, key == .held ? held.rawValue : key.status.rawValue))
      }
    }
    var gaps = open.sorted { topics.precedes($0.first, $1.first) }.map(\.gap)
    if let coaches = train.coachCount, !train.hasPeopleByCoach {
      gaps.append(Gap(label: "people by coach", events: coaches.events))
    }
    return gaps
  }

  /// Returns true if somebody gives a figure for people called so, of whatever class.
  private static func isGiven(_ share: Share, _ status: Count.Status, _ topics: BoardTopics) -> Bool {
    Count.SubjectClass.allCases.contains { subjectClass in
      let key = FigureKey(status, subjectClass)
      return topics.hasBegun(.part(key, share, isKnown: true))
        || topics.hasBegun(.breakdown(key, subject: share.label))
    }
  }

  private static func label(_ subject: String, _ status: String) -> String {
    switch subject {
    case "people", "": status == Count.Status.injured.rawValue ? status : "people \(status)"
    case "security-forces": "security personnel \(status)"
    default: "\(subject) \(status)"
    }
  }
}
