internal import Situation

/// A figure as an operator types it: "300", "~300", "about 300", ">=30", "at least 30", "up to 90", "25-30", "dozens",
/// "?".
enum FigureEntry {
  /// Ways to put it, for an error.
  static let examples = "190, ~300, >=30, <=90, 25-30, about 300, at least 30, up to 90, dozens, or ? for no number"

  /// Reads a text that is a figure and nothing else.
  static func parse(_ text: String) -> Figure? {
    let words = EnteredWords(text)
    guard let (figure, used) = figure(in: words.all[...]), used == words.all.count else { return nil }
    return figure
  }

  /// Reads the figure at the beginning of some words.
  ///
  /// - Returns: The figure, and how many words it takes.
  static func figure(in words: ArraySlice<String>) -> (figure: Figure, words: Int)? {
    guard let first = words.first else { return nil }
    if let single = single(first) {
      // "25 to 30".
      if words.count > 2, words[words.startIndex + 1] == "to", let low = number(first),
        let high = number(words[words.startIndex + 2])
      {
        return (.between(low, high), 3)
      }
      return (single, 1)
    }
    for (phrase, form) in qualifiers where words.starts(with: phrase) {
      guard let next = words.dropFirst(phrase.count).first, let count = number(next) else { continue }
      return (figure(form, count, phrase.joined(separator: " ")), phrase.count + 1)
    }
    return nil
  }

  /// The largest count taken: more people than there are would be a slip.
  static let most = 10_000_000_000

  private static let qualifiers: [([String], Figure.Form)] = [
    (["at", "least"], .atLeast), (["more", "than"], .atLeast), (["over"], .atLeast), (["above"], .atLeast),
    (["up", "to"], .atMost), (["at", "most"], .atMost), (["fewer", "than"], .atMost), (["less", "than"], .atMost),
    (["nearly"], .atMost), (["almost"], .atMost), (["under"], .atMost),
    (["about"], .about), (["around"], .about), (["approximately"], .about), (["roughly"], .about), (["some"], .about),
  ]

  private static let signs: [(String, Figure.Form, String)] = [
    (">=", .atLeast, "at least"), ("\u{2265}", .atLeast, "at least"), ("<=", .atMost, "up to"),
    ("\u{2264}", .atMost, "up to"), ("~", .about, "about"),
  ]

  /// The low bounds of words that stand for a number, by convention.
  private static let vague: [String: Int] = ["several": 3, "dozens": 24, "scores": 40, "hundreds": 200]

  private static func single(_ word: String) -> Figure? {
    if ["?", "undisclosed", "unknown"].contains(word) { return .undisclosed() }
    if let low = vague[word] { return Figure(low: low, high: nil, form: .vague, qualifier: word) }
    for (sign, form, qualifier) in signs where word.hasPrefix(sign) {
      return number(String(word.dropFirst(sign.count))).map { figure(form, $0, qualifier) }
    }
    if word.hasSuffix("+") { return number(String(word.dropLast())).map { .atLeast($0) } }
    if let count = number(word) { return .exactly(count) }
    let ends = word.split(whereSeparator: { $0 == "-" || $0 == "\u{2013}" }).map { number(String($0)) }
    guard ends.count == 2, let low = ends[0], let high = ends[1] else { return nil }
    return .between(low, high)
  }

  private static func figure(_ form: Figure.Form, _ count: Int, _ qualifier: String) -> Figure {
    switch form {
    case .atLeast: .atLeast(count, qualifier)
    case .atMost: .atMost(count, qualifier)
    default: .about(count, qualifier)
    }
  }

  /// "190", "1,000".
  private static func number(_ word: String) -> Int? {
    guard word.first?.isNumber ?? false, word.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ",") }) else {
      return nil
    }
    guard let count = Int(word.filter { $0 != "," }), count <= most else { return nil }
    return count
  }
}

/// What was typed, in small words.
struct EnteredWords {
  let all: [String]

  init(_ text: String) { all = text.lowercased().split(separator: " ").map(String.init) }
}
