import Situation

/// Reads lexicon files: sections with attributes, and entries with their inflected forms.
struct LexiconParser {
  /// Name and text of a file; the name stands in the errors.
  typealias File = (name: String, text: [UInt8])

  /// How the words of a section are inflected.
  private enum Inflecting { case verb, noun, none }

  private let file: String
  /// Where forms are put together.
  private var buffer: [UInt8] = []

  private init(_ file: String) { self.file = file }

  // MARK: Files

  static func addIrregularVerbs(of file: File, to verbs: inout IrregularVerbs) throws(LexiconError) {
    let parser = LexiconParser(file.name)
    try file.text.withUnsafeBufferPointer { text throws(LexiconError) in
      var isInside = false
      try forEachLine(of: text) { line, number throws(LexiconError) in
        if line[0] == UInt8(ascii: "[") {
          isInside = isIrregularVerbs(line)
        } else if isInside, !verbs.add(line) {
          throw parser.error(
            number, "an irregular verb is its plain form, third person, -ing form, past and participle")
        }
      }
    }
  }

  static func addEntries(of file: File, to lexicon: inout Lexicon) throws(LexiconError) {
    var parser = LexiconParser(file.name)
    try file.text.withUnsafeBufferPointer { text throws(LexiconError) in
      var section: (sense: Sense, inflecting: Inflecting)?
      var isSkipping = false
      try forEachLine(of: text) { line, number throws(LexiconError) in
        if line[0] == UInt8(ascii: "[") {
          isSkipping = isIrregularVerbs(line)
          section = isSkipping ? nil : try parser.section(line, number)
        } else if let section {
          try parser.addEntry(line, section.sense, section.inflecting, number, to: &lexicon)
        } else if !isSkipping {
          throw parser.error(number, "an entry before the first [section]")
        }
      }
    }
  }

  /// The lines that hold something, without comments and outer spaces, with their numbers from 1.
  private static func forEachLine(
    of text: Bytes, _ body: (Bytes, Int) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    var (number, start) = (0, 0)
    while start < text.count {
      number += 1
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let content = text[start..<end].firstIndex(of: UInt8(ascii: "#")) ?? end
      let line = text.piece(start..<content).trimmed
      if !line.isEmpty { try body(line, number) }
      start = end + 1
    }
  }

  private static func isIrregularVerbs(_ line: Bytes) -> Bool { line.isEqual(to: "[irregular verbs]") }

  private func error(_ line: Int, _ message: String) -> LexiconError {
    LexiconError(file: file, line: line, message: message)
  }

  // MARK: Sections

  private func section(_ line: Bytes, _ number: Int) throws(LexiconError) -> (Sense, Inflecting) {
    guard line.last == UInt8(ascii: "]") else { throw error(number, "a section ends in ]") }
    let inside = line.piece(1..<line.count - 1)
    let firstAttribute = inside.firstIndex(of: UInt8(ascii: "="))
    let nameEnd = firstAttribute.map { inside[..<$0].lastIndex(of: UInt8(ascii: " ")) ?? 0 } ?? inside.count
    let title = inside.piece(0..<nameEnd).trimmed.text
    guard let category = Category.named[title] else {
      throw error(
        number,
        "there is no section '\(title)'; the sections are: " + Category.named.keys.sorted().joined(separator: ", "))
    }
    var sense = Sense(category: category)
    try setAttributes(inside.piece(nameEnd..<inside.count), number, of: &sense)
    return (sense, LexiconParser.inflecting(category))
  }

  private static func inflecting(_ category: Category) -> Inflecting {
    switch category {
    case .verb, .statusVerb, .speechVerb, .putVerb, .changeVerb, .takeVerb, .carryVerb, .extractVerb, .conditionVerb,
      .motionVerb,
      .deploymentVerb, .requestVerb, .turn:
      .verb
    case .person, .statusNoun, .speaker, .thing, .incident, .noun, .force, .equipment, .unit, .timeUnit, .region,
      .matter:
      .noun
    default: .none
    }
  }

  private func setAttributes(_ words: Bytes, _ line: Int, of sense: inout Sense) throws(LexiconError) {
    try words.forEachWord { word throws(LexiconError) in
      guard let equals = word.firstIndex(of: UInt8(ascii: "=")) else {
        throw error(line, "'\(word.text)' is not attribute=value")
      }
      try set(word.piece(0..<equals).text, word.piece(equals + 1..<word.count).text, line, in: &sense)
    }
  }

  private func set(_ key: String, _ value: String, _ line: Int, in sense: inout Sense) throws(LexiconError) {
    switch key {
    case "status":
      guard let status = Count.Status(rawValue: value) else { throw error(line, "there is no status '\(value)'") }
      sense.status = status
    case "class":
      guard let known = Count.SubjectClass(rawValue: value) else { throw error(line, "there is no class '\(value)'") }
      sense.subjectClass = known
    case "side":
      guard let side = Speaker.Side(rawValue: value == "railway" ? "railway and medical" : value) else {
        throw error(line, "there is no side '\(value)'; the sides are state, attackers, railway, other")
      }
      sense.side = side
    case "kind":
      guard let kind = Kind(rawValue: value) else { throw error(line, "there is no kind '\(value)'") }
      sense.kind = kind
    case "number", "end":
      guard let amount = Int32(value) else { throw error(line, "'\(value)' is no number up to \(Int32.max)") }
      if key == "end" { sense.end = Int(amount) } else { sense.number = Int(amount) }
    default: throw error(line, "there is no attribute '\(key)'; they are status, class, side, kind, number, end")
    }
  }

  // MARK: Entries

  /// `forms -> plain | attribute=value …`; several forms of a noun are its singular and its plural.
  private mutating func addEntry(
    _ line: Bytes, _ base: Sense, _ inflecting: Inflecting, _ number: Int, to lexicon: inout Lexicon
  ) throws(LexiconError) {
    var sense = base
    var head = line
    if let bar = head.firstIndex(of: UInt8(ascii: "|")) {
      try setAttributes(head.piece(bar + 1..<head.count), number, of: &sense)
      head = head.piece(0..<bar)
    }
    var given: Bytes?
    if let arrow = head.indices.first(where: { LexiconParser.isArrow(head, at: $0) }) {
      given = head.piece(arrow + 2..<head.count).trimmed
      head = head.piece(0..<arrow)
    }
    let comma = head.firstIndex(of: UInt8(ascii: ","))
    let first = head.piece(0..<(comma ?? head.count)).trimmed
    let others = try comma.map { comma throws(LexiconError) in try forms(head.piece(comma + 1..<head.count), number) }
    guard !first.isEmpty else { throw error(number, "an empty word") }
    let plain = given ?? (LexiconParser.isMissing(first) ? others?.last ?? first : first)
    lexicon.begin(sense, plain: plain)
    switch inflecting {
    case .none:
      lexicon.add(.plain, first)
      for form in others ?? [] { lexicon.add(.plain, form) }
    case .verb:
      guard others == nil else {
        throw error(number, "a verb stands alone; its forms go under [irregular verbs]")
      }
      addVerb(first, to: &lexicon)
    case .noun:
      guard others?.count ?? 1 == 1 else {
        throw error(number, "a noun has a singular and a plural; '-' stands for one that is missing")
      }
      addNoun(first, plural: others?[0], to: &lexicon)
    }
  }

  /// The forms after the first.
  private func forms(_ text: Bytes, _ number: Int) throws(LexiconError) -> [Bytes] {
    let forms = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
      Bytes(rebasing: $0).trimmed
    }
    if forms.contains(where: \.isEmpty) { throw error(number, "an empty word") }
    return forms
  }

  /// Whether a form is `-`: there is none.
  private static func isMissing(_ form: Bytes) -> Bool { form.isEqual(to: "-") }

  private static func isArrow(_ bytes: Bytes, at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "-") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: ">")
  }

  private mutating func addNoun(_ singular: Bytes, plural: Bytes?, to lexicon: inout Lexicon) {
    buffer.removeAll(keepingCapacity: true)
    if let plural {
      buffer.append(contentsOf: plural)
    } else {
      // The last word of a phrase is the one that is many.
      let last = singular.lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0
      buffer.append(contentsOf: singular.piece(0..<last))
      Inflection.appendPlural(of: singular.piece(last..<singular.count), to: &buffer)
    }
    buffer.withUnsafeBufferPointer { plural in
      if !LexiconParser.isMissing(singular), !singular.elementsEqual(plural) { lexicon.add(.singular, singular) }
      if !LexiconParser.isMissing(plural) { lexicon.add(.plural, plural) }
    }
  }

  private mutating func addVerb(_ phrase: Bytes, to lexicon: inout Lexicon) {
    for form in [WordForm.plain, .third, .gerund] {
      buffer.removeAll(keepingCapacity: true)
      append(form, of: phrase, lexicon.irregular)
      buffer.withUnsafeBufferPointer { lexicon.add(form, $0) }
    }
    buffer.removeAll(keepingCapacity: true)
    append(.past, of: phrase, lexicon.irregular)
    let end = buffer.count
    append(.participle, of: phrase, lexicon.irregular)
    buffer.withUnsafeBufferPointer { both in
      let (past, participle) = (both.piece(0..<end), both.piece(end..<both.count))
      if past.elementsEqual(participle) { return lexicon.add(.pastOrParticiple, past) }
      lexicon.add(.past, past)
      lexicon.add(.participle, participle)
    }
  }

  /// Writes a form of a verb, and what stands with it, into the buffer.
  private mutating func append(_ form: WordForm, of phrase: Bytes, _ irregular: IrregularVerbs) {
    let end = phrase.firstIndex(of: UInt8(ascii: " ")) ?? phrase.count
    let (verb, rest) = (phrase.piece(0..<end), phrase.piece(end..<phrase.count))
    if let joint = LexiconParser.joint(in: phrase, from: end) {
      // "shoot and kill" is "shot and killed".
      append(form, of: phrase.piece(0..<joint.lowerBound), irregular)
      buffer.append(contentsOf: phrase.piece(joint))
      append(form, of: phrase.piece(joint.upperBound..<phrase.count), irregular)
    } else if verb.ends(in: "ly"), !rest.isEmpty {
      // "fatally shoot": an adverb stays as it is.
      buffer.append(contentsOf: phrase.piece(0..<end + 1))
      append(form, of: phrase.piece(end + 1..<phrase.count), irregular)
    } else {
      irregular.append(form, of: verb, to: &buffer)
      buffer.append(contentsOf: rest)
    }
  }

  /// Where the first " and " of a phrase is.
  private static func joint(in phrase: Bytes, from start: Int) -> Range<Int>? {
    let length = " and ".utf8.count
    guard phrase.count - start > length else { return nil }
    return (start...phrase.count - length).lazy.map { $0..<$0 + length }.first {
      phrase[$0.lowerBound] == UInt8(ascii: " ") && phrase.piece($0).isEqual(to: " and ")
    }
  }
}
