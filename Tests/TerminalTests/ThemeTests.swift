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
    let backgrounds: [(Theme, [Color])] = [(.standard, [black, white]), (.dark, [black]), (.light, [white])]
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

  @Test func `a conflict is the only red`() throws {
    func isRed(_ color: Color) -> Bool {
      color.red > 0.5 && color.green < 0.5 * color.red && color.blue < 0.5 * color.red
    }
    for theme in Theme.all {
      for role in Role.allCases {
        let look = theme.look(of: role, depth: .indexed)
        let hasRed = try [look.foreground, look.background].compactMap { $0 }.contains { isRed(try color($0)) }
        #expect(hasRed == (role == .conflict), "\(theme.name) \(role)")
        let eight = theme.look(of: role, depth: .eight)
        #expect([eight.foreground, eight.background].contains(1) == (role == .conflict), "\(theme.name) \(role)")
      }
    }
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
