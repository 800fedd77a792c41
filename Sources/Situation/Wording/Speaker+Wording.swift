extension Speaker {
  /// The family name as wires use it: the last word of the name.
  package var surname: String? {
    name.flatMap { $0.utf8.split(separator: UInt8(ascii: " ")).last.map { String(Substring($0)) } }
  }

  /// Ways to name the speaker in a column, longest first; take the first that fits.
  package var labels: [String] {
    let suffix = isAnonymous ? ", anon." : ""
    var labels: [String] = []
    if let name {
      if let office = office(separator: ", ", organisationFirst: false) { labels.append(name + ", " + office) }
      if let organisation { labels.append(name + ", " + organisation) }
      if let role { labels.append(name + ", " + role) }
      labels.append(name)
      if let surname {
        if let initial = name.first, surname != name { labels.append("\(initial). \(surname)") }
        labels.append(surname)
      }
    } else {
      switch (role, organisation) {
      case (let role?, let organisation?):
        labels += [(office(separator: " ", organisationFirst: true) ?? role) + suffix, organisation + suffix, role]
      case (let role?, nil): labels += [role + suffix, role]
      case (nil, let organisation?): labels += [organisation + suffix, organisation]
      case (nil, nil): labels.append(isAnonymous ? "anonymous" : "unnamed")
      }
      if isAnonymous { labels.append("anon.") }
    }
    // The longest first, the order above kept among equals, and no label twice.
    var ordered: [(label: String, length: Int)] = []
    for label in labels where !ordered.contains(where: { $0.label == label }) {
      let length = label.unicodeScalars.count
      ordered.insert((label, length), at: ordered.firstIndex { $0.length < length } ?? ordered.count)
    }
    return ordered.map(\.label)
  }

  /// Returns true if one of the labels has some words in it, whatever their case.
  package func isNamed(with words: String) -> Bool {
    // Mostly they stand in the name, the office or the body itself, and one word stands in no label but for these: then
    // no labels need be put together.
    if [organisation, role, name].contains(where: { $0?.contains(anyCase: words) ?? false }) { return true }
    return words.utf8.contains(UInt8(ascii: " ")) && labels.contains { $0.contains(anyCase: words) }
  }

  /// Role and organisation together; the organisation only once where the role names it ("railways superintendent").
  private func office(separator: String, organisationFirst: Bool) -> String? {
    guard let role, let organisation else { return role ?? organisation }
    if role.hasWords(of: organisation) { return role }
    return organisationFirst ? organisation + separator + role : role + separator + organisation
  }

  /// What stands for a claim that names nobody.
  package static let unattributedLabels = ["unattributed", "unattrib.", "unattr."]
}

extension Claim {
  /// Ways to name who says it, longest first.
  package var speakerLabels: [String] { speaker?.labels ?? Speaker.unattributedLabels }
}

extension Speaker.Side {
  /// The side in a word, for where no speaker has room; `nil` where it is not known.
  package var word: String? {
    switch self {
    case .state, .attackers: rawValue
    case .railwayAndMedical: "railway"
    case .other, .unknown: nil
    }
  }
}
