import Situation

/// Who has spoken in a story so far.
struct SpeakerMemory: Sendable {
  private(set) var speakers: [Speaker] = []

  /// Whether somebody of this surname has spoken.
  func knows(_ surname: String) -> Bool {
    speakers.contains { $0.name.map { Self.lastWord($0) == surname } ?? false }
  }

  private var armedGroup: Speaker?

  /// Forgets who spoke: another story begins.
  mutating func beginStory() { speakers = [] }

  /// An armed group that was named; "the group" is it until another is.
  mutating func name(armedGroup name: String) {
    armedGroup = Speaker(organisation: name, side: .attackers)
  }

  /// The full speaker that a phrase names: a surname or a role that was introduced before.
  mutating func note(_ speaker: Speaker, isDefinite: Bool) -> Speaker {
    var result = speaker
    if let name = speaker.name {
      if let known = named(speaker) {
        result = known
        if known.role == nil { result.role = speaker.role }
        if known.organisation == nil { result.organisation = speaker.organisation }
        if name.utf8.count > (known.name ?? "").utf8.count { result.name = name }
        if result.side == .unknown { result.side = speaker.side }
      } else if speaker.side == .unknown {
        result.side = speaker.role == nil ? .unknown : .other
      }
    } else if isDefinite, let role = speaker.role {
      let head = Self.headWord(role)
      if head == "group" || head == "outfit", let known = armedGroup ?? speakers.last(where: { $0.side == .attackers })
      {
        result = known
      } else if let known = speakers.last(where: { $0.role.map { Self.sameRole(Self.headWord($0), head) } ?? false }) {
        result = known
      }
    } else if let role = speaker.role, Self.headWord(role) == "group",
      let known = speakers.last(where: { $0.side == .attackers })
    {
      result = known
    }
    // A name withheld later in the story is withheld of the same speaker.
    if speaker.isAnonymous, result.name == nil { result.isAnonymous = true }
    speakers.removeAll { $0 == result || $0.name != nil && $0.name == result.name }
    speakers.append(result)
    if speakers.count > 64 { speakers.removeFirst() }
    return result
  }

  /// The speaker known by a name. A bare surname that several share is the last of them whose role it can be.
  private func named(_ speaker: Speaker) -> Speaker? {
    let known = speakers.filter { $0.isSame(as: speaker) }
    guard let last = known.last, known.contains(where: { !$0.isSame(as: last) }) else { return known.last }
    guard let role = speaker.role else { return last }
    return known.last { $0.role.map { Self.sameRole(Self.headWord($0), Self.headWord(role)) } ?? false }
  }

  mutating func resolve(_ pronoun: Kind) -> Speaker? {
    let found: Speaker?
    switch pronoun {
    case .he, .she: found = speakers.last { $0.name != nil || $0.role.map { !Self.isPlural($0) } ?? false }
    case .they: found = speakers.last { $0.name == nil && ($0.role.map { Self.isPlural($0) } ?? true) } ?? speakers.last
    default: found = speakers.last { $0.name == nil } ?? armedGroup
    }
    if let found {
      speakers.removeAll { $0 == found }
      speakers.append(found)
    }
    return found
  }

  /// "minister" of "minister of state".
  private static func headWord(_ role: String) -> String {
    lastWord(role.firstRange(of: " of ").map { String(role[..<$0.lowerBound]) } ?? role)
  }

  static func lastWord(_ text: String) -> String {
    text.split(separator: " ").last.map(String.init) ?? text
  }

  private static func isPlural(_ role: String) -> Bool {
    let word = lastWord(role)
    return word.hasSuffix("s") && word != "witness" || word == "police" || word == "troops"
  }

  private static func sameRole(_ a: String, _ b: String) -> Bool {
    a == b || a.hasPrefix("spokes") && b.hasPrefix("spokes")
  }
}
