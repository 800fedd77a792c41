/// The forms of verbs that do not follow the rules, by their plain forms.
struct IrregularVerbs: Sendable {
  /// Plain form, third person, -ing form, past and participle.
  static let formCount = 5

  private var verbs = WordTable(slots: 1 << 10)
  private var letters: [UInt8] = []
  /// Five to a verb, in the order of the verbs' numbers; an empty one is regular, or for a participle the past.
  private var forms: [Range<Int32>] = Array(repeating: 0..<0, count: formCount)

  /// Takes a line of up to five forms in, `-` for one that is regular; the last line of a verb counts.
  ///
  /// - Returns: Whether it has no fewer than two forms and no more than five.
  mutating func add(_ line: Bytes) -> Bool {
    var given: [Range<Int32>] = []
    line.forEachWord { word in
      let start = Int32(letters.count)
      if !word.isEqual(to: "-") { letters.append(contentsOf: word) }
      given.append(start..<Int32(letters.count))
    }
    guard (2...Self.formCount).contains(given.count) else { return false }
    let plain = Array(letters[Int(given[0].lowerBound)..<Int(given[0].upperBound)])
    let verb = Int(plain.withUnsafeBufferPointer { verbs.intern($0) })
    given += Array(repeating: 0..<0, count: Self.formCount - given.count)
    if forms.count == verb * Self.formCount { forms += given }
    forms.replaceSubrange(verb * Self.formCount..<(verb + 1) * Self.formCount, with: given)
    return true
  }

  /// Writes a form of a verb after what a buffer holds.
  ///
  /// - Parameter form: A verb's, told apart as past and participle.
  func append(_ form: WordForm, of verb: Bytes, to buffer: inout [UInt8]) {
    let number = Int(verbs.find(verb)) * Self.formCount
    func given(_ place: Int) -> Bool {
      let range = forms[number + place]
      buffer.append(contentsOf: letters[Int(range.lowerBound)..<Int(range.upperBound)])
      return !range.isEmpty
    }
    switch form {
    case .third: if !given(1) { Inflection.appendThird(of: verb, to: &buffer) }
    case .gerund: if !given(2) { Inflection.appendGerund(of: verb, to: &buffer) }
    case .past: if !given(3) { Inflection.appendPast(of: verb, to: &buffer) }
    case .participle: if !given(4) { append(.past, of: verb, to: &buffer) }
    case .plain, .pastOrParticiple, .singular, .plural: buffer.append(contentsOf: verb)
    }
  }
}
