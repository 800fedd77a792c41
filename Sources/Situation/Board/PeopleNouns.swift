/// Which nouns stand for a whole class of people, and which for a part of it.
///
/// "Passengers killed" is the figure of the dead; "the driver was killed" and "three railway staff" are parts of it.
package enum PeopleNouns {
  /// Nouns for everybody caught in the incident.
  private static let everybody: Set<String> = [
    "", "people", "person", "persons", "passenger", "passengers", "hostage", "hostages", "captive", "captives",
    "traveller", "travellers", "traveler", "travelers", "victim", "victims", "body", "bodies", "dead", "survivor",
    "survivors", "casualty", "casualties", "others", "individuals", "injured", "wounded", "rescued", "toll", "deaths",
    "death", "fatalities", "occupants", "detainees", "lives", "injuries",
  ]

  /// Returns true for a noun that stands for everybody caught in the incident.
  package static func isEverybody(_ subject: String) -> Bool { everybody.contains(head(subject)) }

  /// Returns true if a count speaks of all of its class: one attacker, one soldier or one passenger is one of many, and not
  /// the figure of all.
  package static func isWhole(_ count: Count) -> Bool {
    switch count.subjectClass {
    case .attackers: count.figure != .exactly(1)
    case .securityForces: count.figure != .exactly(1) && !isCrew(count.subject)
    case .people, nil: count.figure.high != 1 && everybody.contains(head(count.subject))
    }
  }

  /// Returns true if the subject works on the vehicle.
  package static func isCrew(_ subject: String) -> Bool { ThingKind.isCrew(head(subject)) }

  /// The last word of a noun phrase, in lower case.
  private static func head(_ phrase: String) -> String {
    phrase.lowercased().split(separator: " ").last.map(String.init) ?? ""
  }
}
