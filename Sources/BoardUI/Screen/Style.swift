/// What a cell means; a theme decides what that looks like on a terminal.
package enum Role: UInt8, Hashable, Sendable, CaseIterable {
  case text
  /// The speaker and the time of a claim: as easy to read as the claim.
  case attribution
  /// Labels, and whatever may recede.
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
  /// In one byte: a screen has thousands of cells, and each has a style.
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underlined = Attributes(rawValue: 4)
    package static let reversed = Attributes(rawValue: 8)
  }

  package var role: Role
  package var attributes: Attributes

  package var isBold: Bool { attributes.contains(.bold) }
  package var isDim: Bool { attributes.contains(.dim) }
  package var isUnderlined: Bool { attributes.contains(.underlined) }
  package var isReversed: Bool { attributes.contains(.reversed) }

  package init(
    _ role: Role = .text, bold: Bool = false, dim: Bool = false, underlined: Bool = false, reversed: Bool = false
  ) {
    self.role = role
    attributes = []
    if bold { attributes.insert(.bold) }
    if dim { attributes.insert(.dim) }
    if underlined { attributes.insert(.underlined) }
    if reversed { attributes.insert(.reversed) }
  }

  /// Its place among all styles.
  package var number: Int { Int(role.rawValue) << 4 | Int(attributes.rawValue) }

  package static let all: [Style] = Role.allCases.flatMap { role in
    (UInt8(0)..<16).map { bits in
      var style = Style(role)
      style.attributes = Attributes(rawValue: bits)
      return style
    }
  }
}
