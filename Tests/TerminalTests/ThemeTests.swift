import BoardUI
import Foundation
import Testing

@testable import Terminal

struct ThemeTests {
  private typealias Color = (red: Double, green: Double, blue: Double)
  private let black: Color = (0, 0, 0)
  private let white: Color = (1, 1, 1)

  /// The shade of an index of xterm's palette from 16 on: a cube of six levels a channel, then 24 greys.
  private func color(_ index: UInt8) throws -> Color {
    try #require(index >= 16, "the first sixteen have no fixed shade")
    if index >= 232 {
      let level = Double(8 + 10 * (Int(index) - 232)) / 255
      return (level, level, level)
    }
    let cube = Int(index) - 16
    let levels: [Double] = [0, 95, 135, 175, 215, 255]
    return (levels[cube / 36] / 255, levels[cube / 6 % 6] / 255, levels[cube % 6] / 255)
  }

  /// The contrast ratio of WCAG 2, from 1 to 21.
  private func contrast(_ one: Color, _ other: Color) -> Double {
    func luminance(_ color: Color) -> Double {
      let linear = [color.red, color.green, color.blue].map {
        $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func `the contrast of black and white is 21, of the grey 777777 and white 4.48`() throws {
    #expect(abs(contrast(black, white) - 21) < 0.001)
    let grey = Double(0x77) / 255
    #expect(abs(contrast((grey, grey, grey), white) - 4.48) < 0.01)
  }

  @Test func `every role is legible on the backgrounds that its theme is for`() throws {
    let backgrounds: [(Theme, [Color])] = [
      (.standard, [black, white]), (.dark, [black]), (.light, [white]), (.highContrast, [black, white]),
      (.mono, [black, white]),
    ]
    #expect(backgrounds.map(\.0) == Theme.all)
    for (theme, behind) in backgrounds {
      for role in Role.allCases {
        let look = theme.look(of: role, depth: .indexed)
        guard let foreground = look.foreground else {
          #expect(look.background == nil, "\(theme.name) \(role): the terminal's own text on a colour of ours")
          continue
        }
        for background in try look.background.map({ [try color($0)] }) ?? behind {
          #expect(try contrast(color(foreground), background) >= 4.5, "\(theme.name) \(role)")
        }
      }
    }
  }

  @Test func `what is said, by whom and when is at least seven to one, or in the terminal's own colour`() throws {
    let said: [Role] = [.text, .attribution, .figure, .title, .key, .damaged, .receipt, .conflict]
    let backgrounds: [(Theme, [Color], [Role])] = [
      (.standard, [black, white], said), (.dark, [black], said),
      // On a background that is known there is a shade for everything.
      (.light, [white], Role.allCases),
    ]
    for (theme, behind, roles) in backgrounds {
      for role in roles {
        let look = theme.look(of: role, depth: .indexed)
        #expect(!look.attributes.contains(.dim), "\(theme.name) \(role)")
        guard let foreground = look.foreground else { continue }
        for background in try look.background.map({ [try color($0)] }) ?? behind {
          #expect(try contrast(color(foreground), background) >= 7, "\(theme.name) \(role)")
        }
      }
    }
  }

  @Test func `a conflict is the only red`() throws {
    func isRed(_ color: Color) -> Bool {
      color.red > 0.5 && color.green < 0.5 * color.red && color.blue < 0.5 * color.red
    }
    for theme in Theme.all where theme != .mono {
      for role in Role.allCases {
        let look = theme.look(of: role, depth: .indexed)
        let hasRed = try [look.foreground, look.background].compactMap { $0 }.contains { isRed(try color($0)) }
        #expect(hasRed == (role == .conflict), "\(theme.name) \(role)")
        let eight = theme.look(of: role, depth: .eight)
        #expect([eight.foreground, eight.background].contains(1) == (role == .conflict), "\(theme.name) \(role)")
      }
    }
  }

  /// What a shade looks like to somebody without one kind of cone, after Viénot, Brettel and Mollon, "Digital video
  /// colourmaps for checking the legibility of displays by dichromats" (1999), for the red and the green cone.
  private func seen(_ color: Color, withoutRed: Bool) -> Color {
    func linear(_ value: Double) -> Double { pow(value, 2.2) }
    let (red, green, blue) = (linear(color.red), linear(color.green), linear(color.blue))
    let yellow = withoutRed ? 0.11238 * red + 0.88762 * green : 0.29275 * red + 0.70725 * green
    let rest =
      withoutRed ? 0.00401 * red - 0.00401 * green + blue : -0.02234 * red + 0.02234 * green + blue
    func back(_ value: Double) -> Double { pow(min(max(value, 0), 1), 1 / 2.2) }
    return (back(yellow), back(yellow), back(rest))
  }

  @Test(arguments: [true, false])
  func `the two sides are told apart without red or green cones`(withoutRed: Bool) throws {
    for theme in [Theme.standard, .dark, .light] {
      let sides = try [Role.security, .attackers].map { role in
        seen(try color(#require(theme.look(of: role, depth: .indexed).foreground)), withoutRed: withoutRed)
      }
      let distance = pow(
        pow(sides[0].red - sides[1].red, 2) + pow(sides[0].green - sides[1].green, 2)
          + pow(sides[0].blue - sides[1].blue, 2), 0.5)
      #expect(distance > 0.2, "\(theme.name): \(sides)")
    }
  }

  @Test func `a shade of the fixed palette is drawn exactly where any can be`() throws {
    for index in UInt8(16)...255 {
      let wanted = try color(index)
      let shade = Theme.shade(index)
      #expect(shade >> 16 == Int32((wanted.red * 255).rounded()))
      #expect(shade >> 8 & 0xFF == Int32((wanted.green * 255).rounded()))
      #expect(shade & 0xFF == Int32((wanted.blue * 255).rounded()))
    }
    #expect(Terminal.depth(choice: .auto, noColor: nil, colors: 0x1000000, isDirect: true) == .direct)
    #expect(Terminal.depth(choice: .auto, noColor: "1", colors: 0x1000000, isDirect: true) == .none)
  }

  @Test func `mono shows attributes alone on any terminal`() {
    for depth in [ColorDepth.none, .eight, .indexed, .direct] {
      for role in Role.allCases {
        #expect(Theme.mono.look(of: role, depth: depth) == Theme.standard.look(of: role, depth: .none))
      }
    }
    let painter = CellPainter(theme: .mono, depth: .indexed, hasDim: true, isUTF8: true)
    #expect(painter.look(of: Style(dim: true)).0 == Look(.dim))
  }

  @Test func `what is copied is base64 as RFC 4648 has it`() {
    let examples = ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE="]
    for (text, encoded) in examples { #expect(Base64.encoded(Array(text.utf8)) == encoded) }
  }

  @Test func `without colours nothing is said by colour, and what matters is not dim`() {
    for theme in Theme.all {
      for role in Role.allCases {
        let look = theme.look(of: role, depth: .none)
        #expect(look.foreground == nil && look.background == nil)
        if ![.secondary, .unknown, .rule].contains(role) { #expect(!look.attributes.contains(.dim), "\(role)") }
      }
      let conflict = theme.look(of: .conflict, depth: .none)
      for role in Role.allCases where role != .conflict { #expect(theme.look(of: role, depth: .none) != conflict) }
    }
  }

  @Test func `a selected conflict looks other than a conflict`() {
    for depth in [ColorDepth.none, .eight, .indexed] {
      let painter = CellPainter(theme: .standard, depth: depth, hasDim: true, isUTF8: true)
      let plain = painter.look(of: Style(.conflict)).0
      #expect(painter.look(of: Style(.conflict, reversed: true)).0 != plain)
    }
  }

  @Test func `dim is a shade where there are shades, and nothing where a terminal has no dim`() {
    let shades = CellPainter(theme: .standard, depth: .indexed, hasDim: true, isUTF8: true)
    #expect(shades.look(of: Style(dim: true)).0 == Look(243))
    let attributes = CellPainter(theme: .standard, depth: .none, hasDim: true, isUTF8: true)
    #expect(attributes.look(of: Style(dim: true)).0 == Look(.dim))
    #expect(attributes.look(of: Style(.conflict, dim: true)).0 == Look([.bold, .reversed]))
    let plain = CellPainter(theme: .standard, depth: .none, hasDim: false, isUTF8: true)
    #expect(plain.look(of: Style(.secondary)).0 == Look())
  }

  @Test func `NO_COLOR counts unless it is empty, and a wish outranks it`() {
    #expect(Terminal.depth(choice: .auto, noColor: nil, colors: 256) == .indexed)
    #expect(Terminal.depth(choice: .auto, noColor: "", colors: 8) == .eight)
    #expect(Terminal.depth(choice: .auto, noColor: "1", colors: 256) == .none)
    #expect(Terminal.depth(choice: .always, noColor: "1", colors: 88) == .eight)
    #expect(Terminal.depth(choice: .always, noColor: nil, colors: 0) == .none)
    #expect(Terminal.depth(choice: .never, noColor: nil, colors: 256) == .none)
  }

  @Test func `a theme is found by its name`() {
    #expect(Theme(named: "light") == .light)
    #expect(Theme(named: "mauve") == nil)
    #expect(Set(Theme.all.map(\.name)).count == Theme.all.count)
  }

  @Test func `plain characters read the same or are a question mark`() {
    #expect(PlainCharacters.substitute(for: "\u{2019}") == "'")
    #expect(PlainCharacters.substitute(for: "\u{A0}") == " ")
    #expect(PlainCharacters.substitute(for: "≤") == "?")
    #expect(PlainCharacters.substitute(for: "…") == "?")
    #expect(PlainCharacters.substitute(for: "\u{1B}") == "?")
    #expect(PlainCharacters.substitute(for: "字") == "?")
  }
}
