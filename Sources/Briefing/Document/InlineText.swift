/// A line of a briefing: words, and between them references to the lines of articles and marks of conflicts.
///
/// Both are values from where they are made to where they are written out. Nothing that an article says can become
/// one, whatever brackets and numbers it holds.
struct InlineText: Hashable, Sendable {
  enum Run: Hashable, Sendable {
    /// Harmless words, those of articles among them.
    case text(String)
    /// Numbers of references, rising.
    case citation([Int])
    /// The number of a conflict.
    case conflict(Int)
    /// Words of the briefing's own that look like a reference: where it tells what one looks like.
    case own(String)
  }

  /// No two neighbours are both text, and no text is empty.
  private(set) var runs: [Run] = []

  init() {}

  init(_ text: String) { append(text) }

  /// A reference to the lines of these numbers; nothing where there are none.
  init(citing numbers: [Int]) { if !numbers.isEmpty { runs = [.citation(numbers)] } }

  /// "!1", the mark of a conflict.
  init(markOf conflict: Int) { runs = [.conflict(conflict)] }

  /// Words of the briefing's own, written as they are.
  init(own words: String) { runs = [.own(words)] }

  var isEmpty: Bool { runs.isEmpty }

  /// The numbers of all references in it, in the order of the words.
  var citations: [Int] {
    runs.flatMap { run -> [Int] in
      switch run {
      case .text, .conflict, .own: []
      case .citation(let numbers): numbers
      }
    }
  }

  mutating func append(_ text: String) {
    guard !text.isEmpty else { return }
    if case .text(let before)? = runs.last {
      runs[runs.count - 1] = .text(before + text)
    } else {
      runs.append(.text(text))
    }
  }

  mutating func append(_ other: InlineText) {
    for run in other.runs {
      switch run {
      case .text(let text): append(text)
      case .citation, .conflict, .own: runs.append(run)
      }
    }
  }

  static func + (a: InlineText, b: InlineText) -> InlineText {
    var joined = a
    joined.append(b)
    return joined
  }

  static func += (text: inout InlineText, other: InlineText) { text.append(other) }

  /// The whole of it, each run written as a form of the briefing has it.
  ///
  /// A text run comes with a backslash before each bracket that would read like a reference, and before each
  /// exclamation mark that would read like the mark of a conflict.
  func written(text: (String) -> String, citation: ([Int]) -> String) -> String {
    runs.map { run in
      switch run {
      case .text(let words): text(InlineText.marked(words))
      case .citation(let numbers): citation(numbers)
      case .conflict(let number): text("!\(number)")
      case .own(let words): text(words)
      }
    }.joined()
  }

  /// The whole of it as plain text, references as "[1, 4]".
  var plain: String {
    written {
      $0
    } citation: {
      "[" + $0.map(String.init).joined(separator: "," + Words.tie) + "]"
    }
  }

  /// The mark of a conflict, and those that look like it.
  private static let exclaiming: Set<Unicode.Scalar> = ["!", "\u{FF01}", "\u{FE57}", "\u{01C3}", "\u{2757}"]

  /// Returns true for a number, with or without a space before it.
  private static func beginsWithNumber(_ rest: Substring.UnicodeScalarView) -> Bool {
    rest.prefix(4).first { !$0.properties.isWhitespace }?.properties.numericType != nil
  }

  /// "an act of [2] terrorism" as "an act of \[2] terrorism": a number in brackets that stands in a text is not one of
  /// the briefing's own. Brackets with words in them, such as "[sic]", are as they were.
  private static func marked(_ text: String) -> String {
    // Most texts have neither, which their bytes tell sooner than their characters.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "!") || $0 >= 0x80 }),
      text.unicodeScalars.contains(where: { opening.contains($0) || exclaiming.contains($0) })
    else { return text }
    var marked = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if opening.contains(scalar) && readsAsNumbers(rest) || exclaiming.contains(scalar) && beginsWithNumber(rest) {
        marked.append("\\")
      }
      marked.append(scalar)
    }
    return String(marked)
  }

  /// The bracket of a reference, and those that look like it.
  private static let opening: Set<Unicode.Scalar> = ["[", "［", "【", "〔", "⁅", "⟦"]
  private static let closing: Set<Unicode.Scalar> = ["]", "］", "】", "〕", "⁆", "⟧"]

  /// Returns true unless there are two letters before the bracket that closes: one alone, "[l]", passes for a number.
  ///
  /// It looks no further than a bound, so that a text of brackets alone costs no more than others.
  private static func readsAsNumbers(_ rest: Substring.UnicodeScalarView) -> Bool {
    var (letters, length) = (0, 0)
    for scalar in rest.prefix(80) {
      if closing.contains(scalar) { return length > 0 }
      length += 1
      if scalar.properties.isAlphabetic, scalar.properties.numericType == nil { letters += 1 }
      if letters > 1 { return false }
    }
    return true
  }
}

extension InlineText: ExpressibleByStringInterpolation {
  init(stringLiteral text: String) { self.init(text) }

  init(stringInterpolation: Interpolation) { self = stringInterpolation.text }

  /// Keeps the references of what is put in.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = InlineText()

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { text.append(literal) }
    mutating func appendInterpolation(_ text: String) { self.text.append(text) }
    mutating func appendInterpolation(_ text: InlineText) { self.text.append(text) }
    mutating func appendInterpolation(_ number: Int) { text.append(String(number)) }
  }
}
