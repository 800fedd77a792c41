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

  /// The group by age, sex, nation or service that a count names among its class, in one word for all nouns of the same
  /// people ("children"); `nil` where it names everybody. Any other noun is no part of a class: fifteen miners are the
  /// dead of a mine. Those who attack are one group, whatever they are called, and so is a mixed one.
  package static func group(of count: Count) -> String? {
    guard let subjectClass = count.subjectClass, subjectClass != .attackers, count.figure.high != 0 else {
      return nil
    }
    let words = count.subject.lowercased().split(separator: " ").map(String.init)
    return words.lazy.compactMap { groups[$0] }.first
  }

  private static let groups: [String: String] = {
    let nouns: [[String]] = [
      ["child", "children", "kid", "kids", "minor", "minors", "boy", "boys", "girl", "girls"],
      ["civilian", "civilians"], ["man", "men", "male", "males"], ["woman", "women", "female", "females"],
      ["soldier", "soldiers", "serviceman", "servicemen", "troops"],
      ["police", "policeman", "policemen", "constable", "constables"],
      ["firefighter", "firefighters", "rescuer", "rescuers", "medics", "paramedics"],
      ["foreigner", "foreigners", "tourist", "tourists"], ["citizen", "citizens", "national", "nationals"],
    ]
    let nations = [
      "afghans", "africans", "americans", "arabs", "australians", "belgians", "britons", "canadians", "colombians",
      "cubans", "czechs", "danes", "egyptians", "europeans", "filipinos", "germans", "greeks", "haitians", "hungarians",
      "indians", "indonesians", "iranians", "iraqis", "israelis", "italians", "jordanians", "kenyans", "koreans",
      "kurds", "mexicans", "nigerians", "norwegians", "pakistanis", "palestinians", "poles", "russians", "saudis",
      "somalis", "spaniards", "swedes", "syrians", "thais", "turks", "ukrainians", "venezuelans", "yemenis",
    ]
    var table = Dictionary(uniqueKeysWithValues: nations.map { ($0, $0) })
    for group in nouns {
      for noun in group { table[noun] = group[0] }
    }
    return table
  }()

  /// Returns true if the subject works on the vehicle.
  package static func isCrew(_ subject: String) -> Bool { ThingKind.isCrew(head(subject)) }

  /// The last word of a noun phrase, in lower case.
  private static func head(_ phrase: String) -> String {
    phrase.lowercased().split(separator: " ").last.map(String.init) ?? ""
  }
}
