/// Who says a thing, as far as the text tells. A claim that names nobody has no `Speaker` at all.
package struct Speaker: Hashable, Sendable {
  /// On whose side a speaker stands, for telling rivals from colleagues.
  package enum Side: String, Hashable, Sendable, CaseIterable {
    case state
    case attackers
    case railwayAndMedical = "railway and medical"
    case other
    case unknown

    /// Returns true if one fights and the other is fought: each has a reason to count against the other. Those whose train,
    /// staff and wounded they are stand with the state in this.
    package func opposes(_ other: Side) -> Bool {
      func isAttacked(_ side: Side) -> Bool { side == .state || side == .railwayAndMedical }
      return (self == .attackers && isAttacked(other)) || (isAttacked(self) && other == .attackers)
    }
  }

  package var name: String?
  /// "district police officer", "officials", "spokesman".
  package var role: String?
  package var organisation: String?
  /// True if the text says that the name is withheld.
  package var isAnonymous: Bool
  package var side: Side

  package init(
    name: String? = nil, role: String? = nil, organisation: String? = nil, isAnonymous: Bool = false,
    side: Side = .unknown
  ) {
    self.name = name
    self.role = role
    self.organisation = organisation
    self.isAnonymous = isAnonymous
    self.side = side
  }
}

extension Speaker {
  /// Returns true if two mentions can be of one speaker: the same family name with no other given name, or, where neither is
  /// named, the same organisation and role as far as both tell them.
  package func isSame(as other: Speaker) -> Bool {
    switch (name, other.name) {
    case (let name?, let otherName?):
      if name == otherName { return true }
      if Speaker.endDifferently(name, otherName) { return false }
      let (words, others) = (Speaker.words(of: name), Speaker.words(of: otherName))
      guard words.last == others.last else { return false }
      return words.count == 1 || others.count == 1 || words.first == others.first
    case (nil, nil):
      guard Speaker.agree(organisation, other.organisation), Speaker.agree(role, other.role) else { return false }
      return (organisation != nil && other.organisation != nil) || (role != nil && other.role != nil)
    default: return false
    }
  }

  /// The words of a name as they are compared. Names that look the same have the same words: whatever space parts
  /// them, in capitals or not, and with or without characters that nobody sees.
  package static func words(of name: String) -> [String] {
    let plain = name.utf8.allSatisfy { $0 < 0x80 }
    let seen = plain ? name : String(String.UnicodeScalarView(name.unicodeScalars.filter { !SafeText.isInvisible($0) }))
    return seen.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Returns true if two names end with different letters of ASCII, so that their last words differ: most pairs are told apart
  /// without a look at their words.
  private static func endDifferently(_ a: String, _ b: String) -> Bool {
    guard let last = a.utf8.last.map({ $0 | 0x20 }), let other = b.utf8.last.map({ $0 | 0x20 }) else { return false }
    let letters: ClosedRange<UInt8> = 0x61...0x7A
    return letters.contains(last) && letters.contains(other) && last != other
  }

  private static func agree(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return true }
    return words(of: a) == words(of: b)
  }
}
