package import Situation

/// What tells an article's incident from others, in few bytes, for what is kept of what was read.
package enum PackedFingerprint {
  /// The kinds of traits, by what is written before them.
  private enum Kind: CaseIterable {
    case name, kind, thing
  }

  package static func bytes(_ fingerprint: IncidentFingerprint) -> [UInt8] {
    var writer = PackedWriter()
    write(fingerprint, to: &writer)
    return writer.bytes
  }

  /// - Parameter article: Whose fingerprint it is: when it was filed is not written again.
  package static func fingerprint(
    _ bytes: ArraySlice<UInt8>, of article: Article
  ) throws(FormatError) -> IncidentFingerprint {
    var reader = PackedReader(bytes)
    let fingerprint = try read(&reader, of: article)
    guard reader.isAtEnd else { throw FormatError("more bytes than a fingerprint") }
    return fingerprint
  }

  /// What has no order of its own is written in that of its keys: the same fingerprint makes the same bytes.
  static func write(_ fingerprint: IncidentFingerprint, to writer: inout PackedWriter) {
    writer.put(fingerprint.traits.count)
    for evidence in fingerprint.traits {
      put(evidence.trait, to: &writer)
      writer.put(evidence.salience)
    }
    writer.put(fingerprint.phrases.count)
    for phrase in fingerprint.phrases { writer.put(phrase) }
    writer.put(fingerprint.places.count)
    for (place, count) in fingerprint.places.sorted(by: { $0.key < $1.key }) {
      writer.put(place)
      writer.put(count)
    }
    writer.put(fingerprint.claimPlaces.count)
    for place in fingerprint.claimPlaces.sorted() { writer.put(place) }
    writer.put(fingerprint.happened.count)
    for (day, count) in fingerprint.happened.sorted(by: { $0.key < $1.key }) {
      writer.put(day.daysSinceEpoch)
      writer.put(count)
    }
    writer.put(fingerprint.kinds.count)
    for (kind, salience) in fingerprint.kinds.sorted(by: { $0.key < $1.key }) {
      writer.put(kind.name)
      writer.put(salience)
    }
    writer.put(fingerprint.regionShares.count)
    for (family, share) in fingerprint.regionShares.sorted(by: { $0.key < $1.key }) {
      writer.put(family, of: PackedCases.families)
      writer.put(share)
    }
    writer.put(fingerprint.sketch.count)
    for hash in fingerprint.sketch { writer.put(Int(bitPattern: UInt(hash))) }
  }

  static func read(
    _ reader: inout PackedReader, of article: Article
  ) throws(FormatError) -> IncidentFingerprint {
    var traits: [IncidentFingerprint.Evidence] = []
    for _ in 0..<(try reader.count()) {
      traits.append(IncidentFingerprint.Evidence(trait: try trait(&reader), salience: try reader.double()))
    }
    var phrases: [String] = []
    for _ in 0..<(try reader.count()) { phrases.append(try reader.text()) }
    var places: [String: Int] = [:]
    for _ in 0..<(try reader.count()) { places[try reader.text()] = try reader.number() }
    var claimPlaces: Set<String> = []
    for _ in 0..<(try reader.count()) { claimPlaces.insert(try reader.text()) }
    var happened: [CivilDate: Int] = [:]
    for _ in 0..<(try reader.count()) { happened[try reader.day()] = try reader.number() }
    var kinds: [EventKind: Double] = [:]
    for _ in 0..<(try reader.count()) {
      guard let kind = EventKind(named: try reader.text()) else { throw FormatError("a kind that is not known") }
      kinds[kind] = try reader.double()
    }
    var shares: [EventKind.Family: Double] = [:]
    for _ in 0..<(try reader.count()) { shares[try reader.value(of: PackedCases.families)] = try reader.double() }
    var sketch: [UInt64] = []
    for _ in 0..<(try reader.count()) { sketch.append(UInt64(UInt(bitPattern: try reader.number()))) }
    guard
      let fingerprint = IncidentFingerprint(
        of: article, traits: traits, phrases: phrases, places: places, claimPlaces: claimPlaces, happened: happened,
        kinds: kinds, regionShares: shares, sketch: sketch)
    else { throw FormatError("the parts of a fingerprint do not make one") }
    return fingerprint
  }

  private static func put(_ trait: IncidentFingerprint.Trait, to writer: inout PackedWriter) {
    switch trait {
    case .name(let name):
      writer.put(Kind.name, of: Kind.allCases)
      writer.put(name)
    case .kind(let family):
      writer.put(Kind.kind, of: Kind.allCases)
      writer.put(family, of: PackedCases.families)
    case .thing(let thing):
      writer.put(Kind.thing, of: Kind.allCases)
      writer.put(thing)
    }
  }

  private static func trait(_ reader: inout PackedReader) throws(FormatError) -> IncidentFingerprint.Trait {
    switch try reader.value(of: Kind.allCases) {
    case .name: .name(try reader.text())
    case .kind: .kind(try reader.value(of: PackedCases.families))
    case .thing: .thing(try reader.text())
    }
  }
}

extension PackedReader {
  fileprivate mutating func day() throws(FormatError) -> CivilDate {
    let number = try number()
    // What lies outside the calendar would be held to its ends.
    guard (-1_000_000...4_000_000).contains(number), case let day = CivilDate(daysSinceEpoch: number),
      day.daysSinceEpoch == number
    else { throw FormatError("there is no such day") }
    return day
  }
}
