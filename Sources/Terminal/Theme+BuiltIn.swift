import BoardUI

// Colours of the indexed depth are from 16 on: those have one shade everywhere. Ratios are WCAG 2 contrast ratios.
extension Theme {
  /// Legible on a black and on a white background alike: what is said and who says it in the terminal's own colour; of the
  /// rest every foreground has at least 4.5:1 on both, which only six of the 240 shades have. A conflict brings its own
  /// background, at 7:1.
  package static let standard = Theme(
    name: "standard",
    indexed: [
      .secondary: Look(243), .unknown: Look(243), .rule: Look(243),
      .figure: Look(.bold), .title: Look(.bold), .key: Look(.bold), .damaged: Look(.bold), .notice: Look(63, .bold),
      .conflict: Look(231, on: 124, .bold),
      .security: Look(29, .bold), .attackers: Look(163, .bold),
      .receipt: Look(.underlined), .changed: Look(29, .underlined),
    ],
    eight: [
      .secondary: Look(.dim), .unknown: Look(.dim), .rule: Look(.dim),
      .figure: Look(.bold), .title: Look(.bold), .key: Look(.bold), .damaged: Look(.bold), .notice: Look(.bold),
      .conflict: Look(7, on: 1, .bold),
      .security: Look(.bold), .attackers: Look(5, .bold),
      .receipt: Look(.underlined), .changed: Look(.underlined),
    ])

  /// For a dark background: lighter shades, at least 7:1 on black for all that is said.
  package static let dark = Theme(
    name: "dark",
    indexed: [
      .attribution: Look(252), .secondary: Look(248), .unknown: Look(248), .rule: Look(246),
      .figure: Look(.bold), .title: Look(.bold), .key: Look(.bold), .damaged: Look(214, .bold), .notice: Look(222),
      .conflict: Look(231, on: 124, .bold),
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

  /// For a light background: darker shades, at least 7:1 on white.
  package static let light = Theme(
    name: "light",
    indexed: [
      .attribution: Look(236), .secondary: Look(240), .unknown: Look(240), .rule: Look(240),
      .figure: Look(.bold), .title: Look(.bold), .key: Look(.bold), .damaged: Look(52, .bold), .notice: Look(18),
      .conflict: Look(231, on: 124, .bold),
      .security: Look(20, .bold), .attackers: Look(89, .bold),
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
    name: "high-contrast", indexed: strong.merging([.conflict: Look(231, on: 124, .bold)]) { $1 }, eight: strong)

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
