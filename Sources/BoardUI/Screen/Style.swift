/// What a cell means; a theme decides what that looks like on a terminal.
package enum Role: UInt8, Hashable, Sendable, CaseIterable {
  case text
  /// Who says so and when; labels; whatever may recede.
  case secondary
  /// What nobody reports.
  case unknown
  case figure
  /// Conflicts, and nothing else.
  case conflict
  case title
  case rule
  case security
  case attackers
  case damaged
  case receipt
  case changed
  case notice
  case key
}

/// The look of a cell. Every distinction survives without colour, by attribute or by glyph.
package struct Style: Hashable, Sendable {
  package var role: Role
  package var isBold: Bool
  package var isDim: Bool
  package var isUnderlined: Bool
  package var isReversed: Bool

  package init(
    _ role: Role = .text, bold: Bool = false, dim: Bool = false, underlined: Bool = false, reversed: Bool = false
  ) {
    self.role = role
    self.isBold = bold
    self.isDim = dim
    self.isUnderlined = underlined
    self.isReversed = reversed
  }
}
