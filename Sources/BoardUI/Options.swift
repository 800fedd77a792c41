/// What the operator chose once, for the whole run.
package struct Options: Hashable, Sendable {
  package var tier: GlyphTier
  /// Columns of an ambiguous character: 1, or 2 on East Asian terminals.
  package var ambiguousWidth: Int
  /// True if the board is somebody else's: nothing that would change it is taken.
  package var isReadOnly: Bool
  /// Ways to say that the incident is an example, longest first; none for one that is not.
  package var example: [String]
  /// True if the bell rings for whatever comes while the board is open.
  package var ringsForNews: Bool

  package init(
    tier: GlyphTier = .unicode, ambiguousWidth: Int = 1, isReadOnly: Bool = false, ringsForNews: Bool = false,
    example: [String] = []
  ) {
    self.example = example
    self.tier = tier
    self.ambiguousWidth = ambiguousWidth
    self.isReadOnly = isReadOnly
    self.ringsForNews = ringsForNews
  }
}
