/// A kind of event that reports are about: a line of the table below.
package struct EventKind: Hashable, Comparable, Sendable {
  /// How far one event of a kind reaches.
  package enum Reach: Hashable, Sendable {
    /// One place and hours, such as a shooting: two of them in one country are two events.
    case site
    /// A country or a region and weeks, such as a flood: what the country is named for in these days is it.
    case region
  }

  /// Kinds that pass into one another, or that one event is told as: protests become fighting, a crash a derailment.
  package enum Family: Int, Hashable, Comparable, Sendable, CaseIterable {
    case captivity, violence, crash, fire, murder, theft, ground, water, heat, disease, spill, unrest

    package static func < (a: Family, b: Family) -> Bool { a.rawValue < b.rawValue }
  }

  private let index: Int

  package var name: String { EventKind.table[index].name }
  package var reach: Reach { EventKind.table[index].reach }
  var family: Family { EventKind.table[index].family }
  /// Returns true if the kind is called by what it befell: "train hijacking", "plane crash".
  var takesThing: Bool { EventKind.table[index].takesThing }
  /// How much the kind says: an attack may be a bombing, and a bombing is called so.
  var precision: Double { EventKind.table[index].precision }

  package static func < (a: EventKind, b: EventKind) -> Bool { a.index < b.index }

  /// The kind of a name in the table.
  package init?(named name: String) {
    guard let index = EventKind.table.firstIndex(where: { $0.name == name }) else { return nil }
    self.index = index
  }

  private init(index: Int) { self.index = index }

  /// The kinds that a word in small letters speaks of.
  static func kinds(of word: String) -> [EventKind] { byWord[word] ?? [] }

  /// Returns true if a noun in small letters is what happened, and nothing that it befell.
  static func isEvent(_ noun: String) -> Bool { byWord[noun] != nil || table.contains { $0.name == noun } }

  private static let byWord: [String: [EventKind]] = {
    var kinds: [String: [EventKind]] = [:]
    for (index, row) in table.enumerated() {
      for word in row.words.split(separator: " ") { kinds[String(word), default: []].append(EventKind(index: index)) }
    }
    return kinds
  }()

  private struct Row: Sendable {
    let name: String
    let family: Family
    let reach: Reach
    let words: String
    let takesThing: Bool
    let precision: Double

    init(
      _ name: String, _ family: Family, _ reach: Reach, _ words: String, takesThing: Bool = false, precision: Double = 1
    ) {
      (self.name, self.family, self.reach, self.words) = (name, family, reach, words)
      (self.takesThing, self.precision) = (takesThing, precision)
    }
  }

  private static let table: [Row] = [
    Row(
      "hijacking", .captivity, .site,
      "hijack hijacked hijacker hijackers hijacking hijackings", takesThing: true, precision: 2),
    Row("hostage-taking", .captivity, .site, "hostage hostages captor captors"),
    Row(
      "abduction", .captivity, .site,
      "abducted abduct abductors abduction abductions kidnap kidnapped kidnapper kidnappers kidnapping kidnappings"),
    Row(
      "shooting", .violence, .site,
      "shooting shootings shooter shooters gunfire gunshot gunshots shot", takesThing: true),
    Row(
      "bombing", .violence, .site,
      "bomb bombs bomber bombers bombing bombings blast blasts explosives detonated", takesThing: true),
    Row(
      "attack", .violence, .site,
      "attack attacks attacked attacker attackers gunman gunmen massacre rampage ambush ambushed", takesThing: true,
      precision: 0.5),
    Row("stabbing", .violence, .site, "stabbing stabbings stabbed knife knifed knifeman"),
    Row("siege", .violence, .site, "siege besieged standoff stand-off barricaded"),
    Row(
      "earthquake", .ground, .region,
      "earthquake earthquakes quake quakes aftershock aftershocks epicentre epicenter seismic magnitude"),
    Row("tsunami", .ground, .region, "tsunami tsunamis"),
    Row("flood", .water, .region, "flood floods flooding flooded floodwater floodwaters inundated"),
    Row("storm", .water, .region, "hurricane typhoon cyclone storm storms tornado tornadoes twister blizzard"),
    Row("landslide", .water, .site, "landslide landslides mudslide mudslides avalanche avalanches rockfall"),
    Row("eruption", .ground, .region, "volcano volcanic eruption erupted lava"),
    Row("heat wave", .heat, .region, "heatwave heatwaves"),
    Row("drought", .heat, .region, "drought famine"),
    Row(
      "fire", .fire, .site,
      "blaze blazes fires firefighter firefighters flames arson ablaze inferno", takesThing: true),
    Row("wildfire", .fire, .region, "wildfire wildfires bushfire bushfires"),
    Row("explosion", .violence, .site, "explosion explosions exploded", takesThing: true),
    Row(
      "derailment", .crash, .site,
      "derail derailed derailment derailments overturned", takesThing: true, precision: 2),
    Row("crash", .crash, .site, "crash crashed crashes collision collided collide wreck wreckage", takesThing: true),
    Row(
      "sinking", .crash, .site,
      "sank sunk sinking capsize capsized capsizing shipwreck", takesThing: true, precision: 2),
    Row("collapse", .crash, .site, "collapse collapsed collapses", takesThing: true),
    Row("stampede", .crash, .site, "stampede stampedes stampeded"),
    Row("accident", .crash, .site, "accident accidents mishap", takesThing: true, precision: 0.5),
    Row("rescue", .crash, .site, "trapped rescuers rescued", takesThing: true, precision: 0.4),
    Row("oil spill", .spill, .region, "spill spills slick slicks leak leaking"),
    Row(
      "outbreak", .disease, .region,
      "outbreak epidemic pandemic virus flu cholera ebola infected infections vaccine"),
    Row(
      "protest", .unrest, .region,
      "protest protests protested protester protesters protestors "
        + "demonstrators demonstrations riot riots rioting rioters unrest"),
    Row("uprising", .unrest, .region, "uprising uprisings revolution revolt rebellion"),
    Row(
      "fighting", .unrest, .region,
      "rebel rebels fighting war troops offensive airstrike airstrikes "
        + "air-strike battle battles clashes ceasefire insurgents militia militants shelling"),
    Row("coup", .unrest, .region, "coup junta putsch"),
    Row("murder", .murder, .site, "murder murdered murders homicide slaying slain killer"),
    Row("robbery", .theft, .site, "robbery robberies heist robbers thieves robbed"),
    Row("piracy", .theft, .site, "pirates pirate piracy"),
  ]
}

/// The things that an event is named for: "train hijacking", "school shooting".
enum EventThing {
  /// The thing that a word in small letters means; `nil` for a word that means none.
  static func named(by word: String) -> String? { byWord[word] }

  private static let byWord: [String: String] = {
    var things: [String: String] = [:]
    for line in table {
      let words = line.split(separator: " ").map(String.init)
      for word in words { things[word] = words[0] }
    }
    return things
  }()

  /// A line each: what it is called, and the other words for it.
  private static let table = [
    "train trains locomotive carriages railway", "tram trams", "metro subway underground", "bus buses",
    "ferry ferries", "ship ships vessel vessels tanker freighter", "boat boats", "plane planes aircraft airliner jet",
    "helicopter helicopters chopper", "truck trucks lorry lorries", "mine mines miners colliery pit", "bridge bridges",
    "school schools classroom", "church churches", "mosque mosques", "hotel hotels", "factory factories",
    "market markets", "nightclub club", "consulate", "embassy", "prison prisons", "dam dams", "tunnel tunnels",
    "well wells", "cinema theatre theater", "concert", "stadium",
  ]
}
