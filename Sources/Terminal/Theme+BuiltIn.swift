import BoardUI

// Colours of the indexed depth are from 16 on: those have one shade everywhere. Ratios are WCAG 2 contrast ratios.
extension Theme {
  /// Legible on a black and on a white background alike: every foreground has at least 4.5:1 on both, which only six
  /// of the 240 shades have. A conflict brings its own background.
  package static let standard = Theme(
    name: "standard",
    indexed: [
      .secondary: Look(243), .unknown: Look(243), .rule: Look(243),
      .figure: Look(.bold), .title: Look(.bold), .key: Look(.bold), .damaged: Look(.bold), .notice: Look(63, .bold),
      .conflict: Look(231, on: 160, .bold),
      .security: Look(29, .bold), .attackers: Look(163, .bold),
      .receipt: Look(63, .underlined), .changed: Look(29, .underlined),
    ],
    eight: [
      .secondary: Look(.dim), .unknown: Look(.dim), .rule: Look(.dim),
      .figure: Look(.bold), .title: Look(.bold), .key: Look(.bold), .damaged: Look(.bold), .notice: Look(.bold),
      .conflict: Look(7, on: 1, .bold),
      .security: Look(.bold), .attackers: Look(5, .bold),
      .receipt: Look(.underlined), .changed: Look(.underlined),
    ])

  /// For a dark background: lighter shades, at least 6:1 on black.
  package static let dark = Theme(
    name: "dark",
    indexed: [
      .secondary: Look(246), .unknown: Look(246), .rule: Look(246),
      .figure: Look(.bold), .title: Look(.bold), .key: Look(.bold), .damaged: Look(214, .bold), .notice: Look(222),
      .conflict: Look(231, on: 160, .bold),
      .security: Look(75, .bold), .attackers: Look(169, .bold),
      .receipt: Look(80, .underlined), .changed: Look(114, .underlined),
    ],
    eight: [
      .secondary: Look(.dim), .unknown: Look(.dim), .rule: Look(.dim),
      .figure: Look(.bold), .title: Look(.bold), .key: Look(.bold), .damaged: Look(3, .bold), .notice: Look(3),
      .conflict: Look(7, on: 1, .bold),
      .security: Look(6, .bold), .attackers: Look(5, .bold),
      .receipt: Look(6, .underlined), .changed: Look(2, .underlined),
    ])

  /// For a light background: darker shades, at least 6:1 on white.
  package static let light = Theme(
    name: "light",
    indexed: [
      .secondary: Look(241), .unknown: Look(241), .rule: Look(241),
      .figure: Look(.bold), .title: Look(.bold), .key: Look(.bold), .damaged: Look(58, .bold), .notice: Look(24),
      .conflict: Look(231, on: 160, .bold),
      .security: Look(25, .bold), .attackers: Look(89, .bold),
      .receipt: Look(19, .underlined), .changed: Look(22, .underlined),
    ],
    eight: [
      .secondary: Look(.dim), .unknown: Look(.dim), .rule: Look(.dim),
      .figure: Look(.bold), .title: Look(.bold), .key: Look(.bold), .damaged: Look(.bold), .notice: Look(4),
      .conflict: Look(7, on: 1, .bold),
      .security: Look(4, .bold), .attackers: Look(5, .bold),
      .receipt: Look(4, .underlined), .changed: Look(.underlined),
    ])

  /// Nothing recedes and nothing is tinted: the terminal's own two colours, and a conflict white on red.
  package static let highContrast = Theme(
    name: "high-contrast", indexed: strong.merging([.conflict: Look(231, on: 160, .bold)]) { $1 }, eight: strong)

  private static let strong: [Role: Look] = [
    .figure: Look(.bold), .title: Look(.bold), .key: Look(.bold), .damaged: Look([.bold, .underlined]),
    .notice: Look(.bold), .conflict: Look(7, on: 1, .bold), .security: Look(.bold),
    .attackers: Look([.bold, .underlined]), .receipt: Look([.bold, .underlined]), .changed: Look([.bold, .underlined]),
  ]

  /// Attributes alone, as on a terminal without colours.
  package static let mono = Theme(name: "mono", indexed: withoutColors, eight: withoutColors)

  /// Attributes alone, for vt100 and for NO_COLOR; what they cannot tell apart, words and marks on the board do.
  static let withoutColors: [Role: Look] = [
    .secondary: Look(.dim), .unknown: Look(.dim), .rule: Look(.dim),
    .figure: Look(.bold), .title: Look(.bold), .key: Look(.bold), .damaged: Look(.bold), .notice: Look(.bold),
    .conflict: Look([.bold, .reversed]),
    .security: Look(.bold), .attackers: Look([.bold, .underlined]),
    .receipt: Look(.underlined), .changed: Look(.underlined),
  ]
}
