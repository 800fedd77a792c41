/// Who says a thing, as far as the text tells. A claim that names nobody has no `Speaker` at all.
package struct Speaker: Hashable, Sendable {
  /// On whose side a speaker stands, for telling rivals from colleagues.
  package enum Side: String, Hashable, Sendable, CaseIterable {
    case state
    case attackers
    case railwayAndMedical = "railway and medical"
    case other
    case unknown

    /// Whether the two are opponents in the fighting, each with a reason to count against the other.
    package func opposes(_ other: Side) -> Bool {
      (self == .attackers && other == .state) || (self == .state && other == .attackers)
    }
  }

  package var name: String?
  /// "district police officer", "officials", "spokesman".
  package var role: String?
  package var organisation: String?
  /// Whether the text says that the name is withheld.
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
