package import BoardUI

/// How many colours a terminal shows.
package enum ColorDepth: Hashable, Sendable {
  case none
  /// The eight of ECMA-48, whose shades the user's terminal decides.
  case eight
  /// The 240 fixed shades of xterm after the sixteen that a user may change.
  case indexed
  /// Any shade, for a terminal whose description announces it; the shades of `indexed` are drawn exactly.
  case direct
}

/// True if colours are wanted.
package enum ColorChoice: String, Hashable, Sendable, CaseIterable {
  /// Unless NO_COLOR is set or the terminal has none.
  case auto
  /// Whatever NO_COLOR says; a terminal without colours still shows none.
  case always
  case never
}

/// What a role looks like at one depth. A colour that is `nil` is the terminal's own.
package struct Look: Hashable, Sendable {
  package typealias Attributes = Style.Attributes

  package var foreground: UInt8?
  package var background: UInt8?
  package var attributes: Attributes

  package init(_ foreground: UInt8? = nil, on background: UInt8? = nil, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  package init(_ attributes: Attributes) { self.init(nil, attributes) }
}

/// What roles look like. The terminal's own background stays, so that a theme is legible or not by its foregrounds.
package struct Theme: Hashable, Sendable {
  package let name: String
  let indexed: [Role: Look]
  let eight: [Role: Look]

  package func look(of role: Role, depth: ColorDepth) -> Look {
    switch depth {
    case .indexed, .direct: indexed[role] ?? Look()
    case .eight: eight[role] ?? Look()
    case .none: Theme.withoutColors[role] ?? Look()
    }
  }

  /// A theme by the name a user gives; `nil` if there is none.
  package init?(named name: String) {
    guard let theme = Theme.all.first(where: { $0.name == name }) else { return nil }
    self = theme
  }

  init(name: String, indexed: [Role: Look], eight: [Role: Look]) {
    self.name = name
    self.indexed = indexed
    self.eight = eight
  }

  /// The shade that xterm gives an index from 16 on, as 0xRRGGBB: a cube of six levels a channel, then 24 greys.
  static func shade(_ index: UInt8) -> Int32 {
    if index >= 232 { return Int32(8 + 10 * (Int(index) - 232)) * 0x010101 }
    let cube = Int(index) - 16
    let levels: [Int32] = [0, 95, 135, 175, 215, 255]
    guard cube >= 0 else { return 0 }
    return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6]
  }

  package static var all: [Theme] { [.standard, .dark, .light, .highContrast, .mono] }
}
