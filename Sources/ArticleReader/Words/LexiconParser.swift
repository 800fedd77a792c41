import Situation

/// Reads lexicon files: sections with attributes, and entries with their inflected forms.
enum LexiconParser {
  struct Line {
    var sense: Sense
    /// What the entry is called on the board.
    var plain: String
    /// In UTF-8.
    var forms: [(WordForm, ArraySlice<UInt8>)]
  }

  /// The irregular verbs by their plain forms, each with all of its forms.
  typealias IrregularVerbs = [ArraySlice<UInt8>: [ArraySlice<UInt8>]]

  /// How the words of a section are inflected.
  private enum Inflecting { case verb, noun, none }

  static func irregularVerbs(in file: (name: String, text: [UInt8])) throws(LexiconError) -> IrregularVerbs {
    var verbs: IrregularVerbs = [:]
    var inside = false
    for (number, line) in lines(of: file.text) {
      if line.first == UInt8(ascii: "[") {
        inside = isIrregularVerbs(line)
      } else if inside {
        let forms = line.split(separator: UInt8(ascii: " "))
        guard (2...5).contains(forms.count) else {
          throw LexiconError(
            file: file.name, line: number,
            message: "an irregular verb is its plain form, third person, -ing form, past and participle")
        }
        verbs[forms[0]] = forms
      }
    }
    return verbs
  }

  static func entries(
    in file: (name: String, text: [UInt8]), irregular: IrregularVerbs
  ) throws(LexiconError) -> [Line] {
    var result: [Line] = []
    var section: (sense: Sense, inflecting: Inflecting)?
    var skipping = false
    for (number, line) in lines(of: file.text) {
      if line.first == UInt8(ascii: "[") {
        skipping = isIrregularVerbs(line)
        section = skipping ? nil : try parseSection(String(decoding: line, as: UTF8.self), file.name, number)
        continue
      }
      if skipping { continue }
      guard let section else {
        throw LexiconError(file: file.name, line: number, message: "an entry before the first [section]")
      }
      try result.append(parseEntry(line, section.sense, section.inflecting, irregular, file.name, number))
    }
    return result
  }

  /// The lines that hold something, without comments and outer spaces, with their numbers.
  private static func lines(of text: [UInt8]) -> [(Int, ArraySlice<UInt8>)] {
    var lines: [(Int, ArraySlice<UInt8>)] = []
    var (number, start) = (0, 0)
    while start < text.count {
      number += 1
      let rest = text[start...]
      let end = rest.firstIndex(of: 0x0A) ?? text.count
      let line = rest[..<end]
      let content = line[..<(line.firstIndex(of: UInt8(ascii: "#")) ?? end)].trimmed
      if !content.isEmpty { lines.append((number, content)) }
      start = end + 1
    }
    return lines
  }

  private static func isIrregularVerbs(_ line: ArraySlice<UInt8>) -> Bool {
    line.elementsEqual("[irregular verbs]".utf8)
  }

  private static func parseSection(
    _ line: String, _ file: String, _ number: Int
  ) throws(LexiconError) -> (Sense, Inflecting) {
    func fail(_ message: String) -> LexiconError { LexiconError(file: file, line: number, message: message) }
    guard line.hasSuffix("]") else { throw fail("a section ends in ]") }
    var name: [String] = []
    var attributes: [(String, String)] = []
    for word in line.dropFirst().dropLast().split(separator: " ") {
      if let equals = word.firstIndex(of: "=") {
        attributes.append((String(word[..<equals]), String(word[word.index(after: equals)...])))
      } else if attributes.isEmpty {
        name.append(String(word))
      } else {
        throw fail("'\(word)' is not attribute=value")
      }
    }
    let title = name.joined(separator: " ")
    guard let category = Category.named[title] else {
      throw fail(
        "there is no section '\(title)'; the sections are: " + Category.named.keys.sorted().joined(separator: ", "))
    }
    var sense = Sense(category: category)
    for (key, value) in attributes { try set(key, value, in: &sense, fail) }
    return (sense, inflecting(category))
  }

  private static func inflecting(_ category: Category) -> Inflecting {
    switch category {
    case .verb, .statusVerb, .speechVerb, .putVerb, .changeVerb, .takeVerb, .carryVerb, .conditionVerb, .motionVerb,
      .deploymentVerb:
      .verb
    case .person, .statusNoun, .speaker, .thing, .incident, .noun, .force, .equipment, .unit, .timeUnit, .region: .noun
    default: .none
    }
  }

  private static func set(
    _ key: String, _ value: String, in sense: inout Sense, _ fail: (String) -> LexiconError
  ) throws(LexiconError) {
    switch key {
    case "status":
      guard let status = Count.Status(rawValue: value) else { throw fail("there is no status '\(value)'") }
      sense.status = status
    case "class":
      guard let known = Count.SubjectClass(rawValue: value) else { throw fail("there is no class '\(value)'") }
      sense.subjectClass = known
    case "side":
      guard let side = Speaker.Side(rawValue: value == "railway" ? "railway and medical" : value) else {
        throw fail("there is no side '\(value)'; the sides are state, attackers, railway, other")
      }
      sense.side = side
    case "kind":
      guard let kind = Kind(rawValue: value) else { throw fail("there is no kind '\(value)'") }
      sense.kind = kind
    case "number":
      guard let amount = Int(value) else { throw fail("'\(value)' is not a number") }
      sense.number = amount
    case "end":
      guard let amount = Int(value) else { throw fail("'\(value)' is not a number") }
      sense.end = amount
    default: throw fail("there is no attribute '\(key)'; they are status, class, side, kind, number, end")
    }
  }

  /// `forms -> plain | attribute=value …`; several forms of a noun are its singular and its plural.
  private static func parseEntry(
    _ line: ArraySlice<UInt8>, _ base: Sense, _ inflecting: Inflecting, _ irregular: IrregularVerbs, _ file: String,
    _ number: Int
  ) throws(LexiconError) -> Line {
    func fail(_ message: String) -> LexiconError { LexiconError(file: file, line: number, message: message) }
    var sense = base
    var head = line
    if let bar = head.firstIndex(of: UInt8(ascii: "|")) {
      for pair in head[(bar + 1)...].split(separator: UInt8(ascii: " ")) {
        let parts = pair.split(separator: UInt8(ascii: "=")).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 2 else { throw fail("'\(String(decoding: pair, as: UTF8.self))' is not attribute=value") }
        try set(parts[0], parts[1], in: &sense, fail)
      }
      head = head[..<bar]
    }
    var given: ArraySlice<UInt8>?
    if let arrow = head.indices.first(where: { isArrow(head, at: $0) }) {
      given = head[(arrow + 2)...].trimmed
      head = head[..<arrow]
    }
    let forms = head.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(\.trimmed)
    guard let first = forms.first, forms.allSatisfy({ !$0.isEmpty }) else { throw fail("an empty word") }
    let plain = String(decoding: given ?? (isMissing(first) ? forms[forms.count - 1] : first), as: UTF8.self)
    switch inflecting {
    case .none: return Line(sense: sense, plain: plain, forms: forms.map { (.plain, $0) })
    case .verb:
      guard forms.count == 1 else { throw fail("a verb stands alone; its forms go under [irregular verbs]") }
      return Line(sense: sense, plain: plain, forms: verbForms(first, irregular))
    case .noun:
      if forms.count > 2 { throw fail("a noun has a singular and a plural; '-' stands for one that is missing") }
      let plural = forms.count == 2 ? forms[1] : pluralPhrase(first)
      var result: [(WordForm, ArraySlice<UInt8>)] = []
      if !isMissing(first), !first.elementsEqual(plural) { result.append((.singular, first)) }
      if !isMissing(plural) { result.append((.plural, plural)) }
      return Line(sense: sense, plain: plain, forms: result)
    }
  }

  /// Whether a form is `-`: there is none.
  private static func isMissing(_ form: ArraySlice<UInt8>) -> Bool { form.elementsEqual("-".utf8) }

  private static func pluralPhrase(_ phrase: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let space = phrase.lastIndex(of: 0x20) else { return Inflection.plural(phrase) }
    return phrase[...space] + Inflection.plural(phrase[(space + 1)...])
  }

  private static func verbForms(
    _ phrase: ArraySlice<UInt8>, _ irregular: IrregularVerbs
  ) -> [(WordForm, ArraySlice<UInt8>)] {
    let end = phrase.firstIndex(of: 0x20) ?? phrase.endIndex
    let verb = phrase[..<end]
    let rest = phrase[end...]
    // "shoot and kill" is "shot and killed".
    if let joint = jointStart(rest) {
      let left = verbForms(phrase[..<joint], irregular)
      let right = verbForms(phrase[(joint + jointLength)...], irregular)
      return zip(left, right).map { ($0.0, $0.1 + phrase[joint..<joint + jointLength] + $1.1) }
    }
    // "fatally shoot": an adverb stays as it is.
    if verb.ends(in: "ly"), end < phrase.endIndex {
      return verbForms(phrase[(end + 1)...], irregular).map { ($0.0, phrase[...end] + $0.1) }
    }
    let known = irregular[verb] ?? [verb]
    func form(_ index: Int, _ regular: (ArraySlice<UInt8>) -> ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      known.count > index && !isMissing(known[index]) ? known[index] + rest : regular(verb) + rest
    }
    let past = known.count > 3 ? known[3] + rest : Inflection.past(verb) + rest
    let participle = known.count > 4 ? known[4] + rest : past
    let present: [(WordForm, ArraySlice<UInt8>)] = [
      (.plain, phrase), (.third, form(1, Inflection.third)), (.gerund, form(2, Inflection.gerund)),
    ]
    return present
      + (past == participle ? [(.pastOrParticiple, past)] : [(.past, past), (.participle, participle)])
  }

  private static let jointLength = " and ".utf8.count

  /// Where " and " begins.
  private static func jointStart(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count > jointLength else { return nil }
    return (bytes.startIndex...bytes.endIndex - jointLength).first {
      bytes[$0] == 0x20 && bytes[$0..<$0 + jointLength].ends(in: " and ")
    }
  }

  private static func isArrow(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "-") && index + 1 < bytes.endIndex && bytes[index + 1] == UInt8(ascii: ">")
  }
}
