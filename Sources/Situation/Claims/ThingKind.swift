/// A kind of vehicle or site that an incident can be about. To know one more is a line in `table`.
package struct ThingKind: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    /// An engine and coaches, coupled: drawn one by one.
    case coupled
    case vehicle
    case site
    /// What burns, and is contained: when it is out, what happened to the rest is not past.
    case hazard
    /// What goes on, and ends what happened when it is over: a siege, an operation.
    case course
  }

  private struct Traits {
    let name: String
    let form: Form
    let words, ways, crew, parts: Set<String>
    let bow, stern: String

    init(
      _ name: String, _ form: Form, _ words: String, ways: String = "", crew: String = "", parts: String = "",
      _ bow: String, _ stern: String
    ) {
      func set(_ text: String) -> Set<String> { Set(text.split(separator: "|").map(String.init)) }
      (self.name, self.form, self.bow, self.stern) = (name, form, bow, stern)
      (self.words, self.ways, self.crew, self.parts) = (set(words), set(ways), set(crew), set(parts))
    }
  }

  /// The line of the table.
  private let line: Int

  private var traits: Traits { ThingKind.table[line] }

  /// "bus": what the pane is named by.
  package var name: String { traits.name }
  package var form: Form { traits.form }
  /// True for what happens to a vehicle or a site, and is neither.
  var isHappening: Bool { form == .hazard || form == .course }
  /// What its drawing begins and ends with; ASCII, one column a character.
  package var bow: String { traits.bow }
  package var stern: String { traits.stern }

  private static let buildingParts = "roof|wall|ceiling|floor|lobby|basement|cellar|wing|entrance|kitchen|lift"
  private static let shipParts = "deck|decks|bow|stern|hull|engine room|cabin|cabins|hold"

  /// A line each: its name, its form, the words for it (last word of the phrase, one number each), what it runs on, who
  /// works on it, what it is made of, and how it is drawn. Where one word could mean two of them, the first has it.
  private static let table: [Traits] = [
    Traits(
      "train", .coupled, "train", ways: "track|tracks|line|railway line|rails|railway|bridge",
      crew: "driver|drivers|engineer|conductor|conductors|guard|guards", "[", "]"),
    Traits(
      "bus", .vehicle, "bus|minibus", ways: "road", crew: "driver|conductor", parts: "door|doors|tyre|tyres", "[",
      "o-o]"),
    Traits("ferry", .vehicle, "ferry", crew: "captain|crew|mate", parts: shipParts, "\\_", "_/"),
    Traits(
      "ship", .vehicle, "ship|vessel|tanker|freighter|trawler|liner|submarine", crew: "captain|crew|mate",
      parts: shipParts, "\\_", "_/"),
    Traits(
      "boat", .vehicle, "boat|dinghy|raft|canoe|yacht|barge|speedboat|lifeboat|catamaran|schooner",
      crew: "captain|crew|skipper", parts: shipParts, "\\", "/"),
    Traits(
      "aircraft", .vehicle, "aircraft|plane|jet|airliner|flight", ways: "runway", crew: "pilot|co-pilot|captain|crew",
      parts: "wing|wings|tail|fuselage|cabin|cockpit", "<=", "=+"),
    Traits("helicopter", .vehicle, "helicopter", crew: "pilot|crew", parts: "rotor|tail|cabin", "--", "-+"),
    Traits("truck", .vehicle, "tanker truck|truck|lorry", ways: "road", crew: "driver", "[", "o-o]"),
    Traits("tram", .vehicle, "tram", crew: "driver|conductor", "[", "]"),
    Traits("car", .vehicle, "car|van|taxi|ambulance", ways: "road", crew: "driver", "[", "o-o]"),
    Traits("mine", .site, "mine|colliery|pit", crew: "foreman", parts: "shaft|shafts|gallery", "/", "\\"),
    Traits("hotel", .site, "hotel", crew: "staff", parts: buildingParts, "|", "|"),
    Traits("hospital", .site, "hospital|clinic", crew: "staff", parts: buildingParts, "|", "|"),
    Traits(
      "school", .site, "school|college|university|kindergarten|nursery|dormitory", crew: "staff", parts: buildingParts,
      "|", "|"),
    Traits(
      "prison", .site, "prison|jail", crew: "guard|guards|warden", parts: "cellblock|" + buildingParts, "|", "|"),
    Traits(
      "building", .site,
      "building|factory|mosque|church|temple|synagogue|cathedral|barracks|consulate|embassy|restaurant|cafe|theatre|"
        + "cinema|mall|market|supermarket|nightclub|stadium|courthouse|museum|refinery|warehouse|skyscraper|station",
      crew: "staff", parts: buildingParts, "|", "|"),
    Traits("bridge", .site, "bridge|causeway", parts: "pier|span", "/", "\\"),
    Traits("dam", .site, "dam|embankment|levee", parts: "wall|gate|gates", "/", "\\"),
    Traits("tunnel", .site, "tunnel", parts: "entrance|roof|wall", "(", ")"),
    Traits("fire", .hazard, "fire|blaze|wildfire|bushfire", "~", "~"),
    Traits("siege", .course, "siege|standoff|hostage crisis|hostage-taking|hijacking|gunfight", "(", ")"),
    Traits("operation", .course, "operation|rescue operation|rescue effort|evacuation", "(", ")"),
  ]

  package static let all: [ThingKind] = table.indices.map { ThingKind(line: $0) }

  package static let train = all[0]
  static let tunnel = named("tunnel")

  private static let byWord: [String: ThingKind] = {
    var kinds: [String: ThingKind] = [:]
    for kind in all { for word in kind.traits.words where kinds[word] == nil { kinds[word] = kind } }
    return kinds
  }()

  /// The kinds that have a part of a name, or run on a way of it; of "wing" these are several.
  private static let byPart: [String: [ThingKind]] = all.reduce(into: [:]) { kinds, kind in
    for part in kind.traits.parts.union(kind.traits.ways) { kinds[part, default: []].append(kind) }
  }

  private static let crews: Set<String> = table.reduce(into: []) { $0.formUnion($1.crew) }

  /// The kind of a thing as the text names it, by the whole phrase or its last word ("school bus" is a bus); `nil` for
  /// one that no line of the table knows.
  static func named(_ phrase: String) -> ThingKind? {
    byWord[phrase] ?? phrase.split(separator: " ").last.flatMap { byWord[String($0)] }
  }

  /// The only kind that has such a part or runs on such a way: a shaft is of a mine, a wing could be of an aircraft or of a building.
  static func only(with part: Thing) -> ThingKind? {
    guard let kinds = byPart[part.words] ?? byPart[part.noun], kinds.count == 1 else { return nil }
    return kinds.first
  }

  /// True for a part of some kind, or what some kind runs on.
  package static func isPart(_ thing: Thing) -> Bool { byPart[thing.words] != nil || byPart[thing.noun] != nil }

  /// True for a noun of those who work on any of them.
  static func isCrew(_ noun: String) -> Bool { crews.contains(noun) }

  /// True for a part of it, or what it runs on: its wing, deck 3, the road.
  func owns(_ thing: Thing) -> Bool {
    [thing.words, thing.noun].contains { traits.ways.contains($0) || traits.parts.contains($0) }
  }
}
