extension Speaker {
  /// Returns true if two speak with one voice: the same speaker, or somebody and the body whose name their office bears.
  package func isOneVoice(with other: Speaker) -> Bool {
    if isSame(as: other) { return true }
    guard side == other.side, !isAnonymous, !other.isAnonymous else { return false }
    return isBody(spokenForBy: other) || other.isBody(spokenForBy: self)
  }

  /// "military" and "military spokesman": the body whose name stands in the other's office.
  private func isBody(spokenForBy other: Speaker) -> Bool {
    guard name == nil, let body = organisation ?? role else { return false }
    let office = Speaker.lowercasedWords([other.role, other.organisation])
    let words = Speaker.lowercasedWords([body])
    return words.isSubset(of: office) && office.contains { $0.hasPrefix("spokes") }
  }

  /// Returns true if two mentions are of one speaker as far as they tell: one voice, or somebody who is named in one place and
  /// called by their office alone in another ("a senior railway official"). Of two such it cannot be shown that they are
  /// two.
  package func canBe(_ other: Speaker) -> Bool {
    if isOneVoice(with: other) { return true }
    guard side == other.side, (name == nil) != (other.name == nil) else { return false }
    let (named, unnamed) = name == nil ? (other, self) : (self, other)
    let office = Speaker.lowercasedWords([unnamed.role, unnamed.organisation])
    return !office.isEmpty && office.isSubset(of: Speaker.lowercasedWords([named.role, named.organisation]))
  }

  /// In small letters: the surname, and the words of role and organisation.
  var wordsOfNameAndOffice: Set<Substring> { Speaker.lowercasedWords([surname, role, organisation]) }

  private static func lowercasedWords(_ texts: [String?]) -> Set<Substring> {
    Set(texts.compactMap { $0?.lowercased() }.flatMap { $0.split(separator: " ") })
  }
}
