import BoardUI
import Formats
import Situation
import Terminal

/// A setting of the config, beside the keys. An option of the same name outranks it.
enum Setting: String, CaseIterable {
  case theme, color, clock, width, desk

  /// The value where nobody sets it; `nil` where there is none.
  var standard: String? {
    switch self {
    case .theme: Theme.standard.name
    case .color: ColorChoice.auto.rawValue
    case .clock: Clock.happened.rawValue
    case .width: "\(BriefingWidth.standard)"
    case .desk: nil
    }
  }

  /// The values that may be given, in words.
  var allowed: String {
    switch self {
    case .theme: Setting.words(Theme.all.map(\.name))
    case .color: Setting.words(ColorChoice.allCases.map(\.rawValue))
    case .clock: Setting.words(Clock.allCases.map(\.rawValue))
    case .desk: "where the commands of 'sitboard desk' find it, such as service=desk"
    case .width: "a number \(BriefingWidth.words)"
    }
  }

  func takes(_ text: String) -> Bool {
    switch self {
    case .theme: Theme(named: text) != nil
    case .color: ColorChoice(rawValue: text) != nil
    case .clock: Clock(rawValue: text) != nil
    case .desk: !text.isEmpty
    case .width: Int(text).map(BriefingWidth.range.contains) ?? false
    }
  }

  private static func words(_ names: [String]) -> String { "one of " + names.joined(separator: ", ") }
}

/// The operator's settings, and in which line of the config each is.
struct Settings {
  struct Value: Hashable {
    var text: String
    var line: Int
  }

  var keymap = Keymap.standard
  var values: [Setting: Value] = [:]
  /// The keys that are given to commands, in the order of the file.
  var keys: [(name: String, command: Value)] = []

  var theme: Theme { Theme(named: text(.theme)) ?? .standard }
  var color: ColorChoice { ColorChoice(rawValue: text(.color)) ?? .auto }
  var clock: Clock { Clock(rawValue: text(.clock)) ?? .happened }
  var width: Int { Int(text(.width)) ?? BriefingWidth.standard }
  /// The desk that the commands of 'sitboard desk' are about where none is given.
  var desk: String? { values[.desk]?.text }

  private func text(_ setting: Setting) -> String { values[setting]?.text ?? setting.standard ?? "" }
}
