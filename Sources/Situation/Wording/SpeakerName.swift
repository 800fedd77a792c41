/// What a speaker is called among all who speak of an incident: nobody goes by a name that another has too.
///
/// Every place that puts a speaker in words asks this, so that they agree.
package struct SpeakerName: Hashable, Sendable {
  /// The shortest way to call somebody that is theirs alone.
  package enum Calling: Int, Hashable, Comparable, Sendable {
    /// "Chaudhry".
    case surname
    /// "A. Chaudhry".
    case initial
    /// The whole name.
    case name

    package static func < (a: Calling, b: Calling) -> Bool { a.rawValue < b.rawValue }
  }

  package let speaker: Speaker
  package private(set) var calling: Calling

  package init(_ speaker: Speaker, calling: Calling = .surname) {
    self.speaker = speaker
    self.calling = calling
  }

  /// Tells the speaker apart from another of the same surname: by the initial where that is another's, else by the name.
  mutating func tellApart(from other: Speaker) {
    calling = max(calling, speaker.name?.first == other.name?.first ? .name : .initial)
  }

  /// What the speaker is called by where there is little room; `nil` for one without a name.
  private var called: String? {
    guard let name = speaker.name, let surname = speaker.surname, surname != name else { return speaker.surname }
    switch calling {
    case .surname: return surname
    case .initial: return initialed
    case .name: return name
    }
  }

  /// "A. Chaudhry"; `nil` for a name of one word.
  private var initialed: String? {
    guard let name = speaker.name, let surname = speaker.surname, surname != name, let initial = name.first else {
      return nil
    }
    return "\(initial). \(surname)"
  }

  /// Ways to name the speaker in a column, longest first; take the first that fits.
  package var labels: [String] {
    let suffix = speaker.isAnonymous ? ", anon." : ""
    var labels: [String] = []
    if let name = speaker.name {
      if let office = office(separator: ", ", organisationFirst: false) { labels.append(name + ", " + office) }
      if let organisation = speaker.organisation { labels.append(name + ", " + organisation) }
      if let role = speaker.role { labels.append(name + ", " + role) }
      labels.append(name)
      if calling < .name, let initialed { labels.append(initialed) }
      if calling == .surname, let surname = speaker.surname { labels.append(surname) }
    } else {
      switch (speaker.role, speaker.organisation) {
      case (let role?, let organisation?):
        labels += [(office(separator: " ", organisationFirst: true) ?? role) + suffix, organisation + suffix, role]
      case (let role?, nil): labels += [role + suffix, role]
      case (nil, let organisation?): labels += [organisation + suffix, organisation]
      case (nil, nil): labels.append(speaker.isAnonymous ? "anonymous" : "unnamed")
      }
      if speaker.isAnonymous { labels.append("anon.") }
    }
    // The longest first, the order above kept among equals, and no label twice.
    var ordered: [(label: String, length: Int)] = []
    for label in labels where !ordered.contains(where: { $0.label == label }) {
      let length = label.unicodeScalars.count
      ordered.insert((label, length), at: ordered.firstIndex { $0.length < length } ?? ordered.count)
    }
    return ordered.map(\.label)
  }

  /// Who speaks, as briefly as still tells whose word it is: the body, else the office, else the name.
  package var body: String {
    if let organisation = speaker.organisation {
      return speaker.isAnonymous ? organisation + ", anon." : organisation
    }
    if let called { return speaker.role.map { called + ", " + $0 } ?? speaker.name ?? called }
    return speaker.role ?? "unnamed"
  }

  /// The same in a word or two: the body, else an office that names one ("military spokesman"), else the name.
  package var shortest: String {
    if let briefOffice { return briefOffice }
    if let role = speaker.role, speaker.surname == nil || role.utf8.contains(UInt8(ascii: " ")) {
      // "health minister", and not "Health": that is no body.
      return speaker.organisation.flatMap { role.hasWords(of: $0) ? nil : $0 } ?? role
    }
    return speaker.organisation ?? called ?? "unnamed"
  }

  /// "Health minister", "Aid groups": where "Health" alone would be no body, and the whole is not long. `nil` for a body
  /// that goes by its initials, and for an office of several words, which tells itself.
  private var briefOffice: String? {
    guard let role = speaker.role, let organisation = speaker.organisation, !role.utf8.contains(UInt8(ascii: " ")),
      organisation.utf8.contains(where: { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }),
      !role.hasWords(of: organisation)
    else { return nil }
    let office = organisation + " " + role
    return office.count <= SpeakerName.mostOfBriefOffice ? office : nil
  }

  private static let mostOfBriefOffice = 16

  /// In a word: a body or what they are called by, else the side that an office speaks for.
  package var briefest: String {
    let short = [briefOffice ?? speaker.organisation, called].compactMap { $0 }.min { $0.count < $1.count }
    return short ?? (shortest.count <= 12 ? shortest : speaker.side.word ?? shortest)
  }

  /// Who speaks and for whom, where a name alone or a body alone would not tell: "Musab, Al-Shabaab spokesman",
  /// "Wimhurst, United Nations"; for one without a name the office.
  package var whole: String {
    let office = office(separator: " ", organisationFirst: true)
    return [called, office].compactMap { $0 }.joined(separator: ", ").nonEmpty ?? "unnamed"
  }

  /// Returns true if a reader must be told for whom this person speaks, who is named beside another: both are of one
  /// body, or it is not known what side the person is on.
  package func needsBody(beside other: SpeakerName) -> Bool {
    guard called != nil, speaker.role != nil || speaker.organisation != nil, speaker != other.speaker else {
      return false
    }
    return speaker.side == .unknown || speaker.organisation != nil && speaker.organisation == other.speaker.organisation
  }

  /// Role and organisation together; the organisation only once where the role names it ("railways superintendent").
  private func office(separator: String, organisationFirst: Bool) -> String? {
    guard let role = speaker.role, let organisation = speaker.organisation else {
      return speaker.role ?? speaker.organisation
    }
    if role.hasWords(of: organisation) { return role }
    return organisationFirst ? organisation + separator + role : role + separator + organisation
  }

  /// What stands for a claim that names nobody.
  package static let unattributed = ["unattributed", "unattrib.", "unattr."]
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
