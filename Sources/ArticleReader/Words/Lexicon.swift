import Situation

/// The words the reader knows: plain text files of sections, merged in the order given.
///
/// A section is `[category attribute=value …]`; a line of it is one entry, `forms -> plain word`. See the files for
/// what each section holds. `#` begins a comment.
///
/// All of it lies in a few flat tables, so that it is there soon after the program has begun.
package struct Lexicon: Sendable {
  /// A phrase of several words.
  struct Phrase: Sendable {
    fileprivate var rest: Range<Int32>
    var entry: Int32
    fileprivate var next: Int32
  }

  /// A sense of a word or phrase on its way into the table.
  private struct Added: Sendable {
    var entry: Int32
    var sense: Sense
  }

  private(set) var words = WordTable(slots: 1 << 14)
  private(set) var irregular = IrregularVerbs()
  /// What each entry can be. Entry 0 is that of an unknown word.
  private var categories: [CategorySet] = [[]]
  /// The senses of the entries, one entry after another, and where each begins.
  private var senses: [Sense] = []
  private var senseStarts: [Int32] = [0, 0]
  /// The forms in which the entries can be verbs, likewise.
  private var verbForms: [WordForm] = []
  private var verbFormStarts: [Int32] = [0, 0]
  /// The entry of each single word, by its number.
  private var single: [Int32] = [0]
  /// The longest phrase that begins with a word, by its number, from where the others follow; -1 for none.
  private var firstPhrase: [Int32] = [-1]
  private var phrases: [Phrase] = []
  /// The words of phrases after their first.
  private var phraseWords: [Int32] = []
  /// What entries are called on the board, one after another, and where each ends.
  private var plains: [UInt8] = []
  private var plainEnds: [Int32] = [0]

  // Only while files are taken in.
  private var added: [Added] = []
  private var current = Sense(category: .noun)
  private var phrase: [Int32] = []

  /// - Parameter files: Name and text of each file; a name stands in the error.
  /// - Throws: `LexiconError` for the first line that is not a section, an entry or a comment.
  package init(files: [(name: String, text: [UInt8])]) throws(LexiconError) { try take(files) }

  /// The same words and those of a further file, whose entries stand beside the ones that are there.
  package func merging(_ file: (name: String, text: [UInt8])) throws(LexiconError) -> Lexicon {
    var merged = self
    try merged.take([file])
    return merged
  }

  private mutating func take(_ files: [LexiconParser.File]) throws(LexiconError) {
    added.reserveCapacity(files.reduce(0) { $0 + $1.text.count } / 4)
    for entry in categories.indices { added += senses(entry).map { Added(entry: Int32(entry), sense: $0) } }
    for file in files { try LexiconParser.addIrregularVerbs(of: file, to: &irregular) }
    for file in files { try LexiconParser.addEntries(of: file, to: &self) }
    settle()
  }

  // MARK: Reading

  /// The number of a word of a text; 0 where it is not known. What nobody sees within it does not count.
  func word(_ text: Bytes) -> Int32 {
    let number = words.number(of: text)
    guard number == 0, text.contains(where: { $0 >= 0xC2 }), let visible = Invisible.removed(from: text) else {
      return number
    }
    return visible.withUnsafeBufferPointer { words.number(of: $0) }
  }

  @inline(__always)
  func entry(_ word: Int32) -> Int { Int(single[Int(word)]) }

  /// The entry of words that stand together, as a word or as a phrase; 0 where there is none.
  func entry(_ words: [Int32]) -> Int {
    guard let first = words.first, first != 0 else { return 0 }
    guard words.count > 1 else { return entry(first) }
    var phrase = phrase(beginning: first)
    while let candidate = phrase {
      if rest(of: candidate) == words[1...] { return Int(candidate.entry) }
      phrase = self.phrase(after: candidate)
    }
    return 0
  }

  @inline(__always)
  func categories(_ entry: Int) -> CategorySet { categories[entry] }

  /// What an entry can be, in the order of the lines that say so.
  @inline(__always)
  func senses(_ entry: Int) -> ArraySlice<Sense> { senses[Int(senseStarts[entry])..<Int(senseStarts[entry + 1])] }

  /// The forms in which an entry can be a verb.
  @inline(__always)
  func verbForms(_ entry: Int) -> ArraySlice<WordForm> {
    verbForms[Int(verbFormStarts[entry])..<Int(verbFormStarts[entry + 1])]
  }

  /// What a sense is called on the board.
  func plain(_ sense: Sense) -> String {
    let number = Int(sense.plainWord)
    return String(decoding: plains[Int(plainEnds[number])..<Int(plainEnds[number + 1])], as: UTF8.self)
  }

  /// The longest phrase that begins with a word.
  @inline(__always)
  func phrase(beginning word: Int32) -> Phrase? { phrase(at: firstPhrase[Int(word)]) }

  /// The next one that begins with the same word.
  @inline(__always)
  func phrase(after phrase: Phrase) -> Phrase? { self.phrase(at: phrase.next) }

  /// The words of a phrase after its first.
  @inline(__always)
  func rest(of phrase: Phrase) -> ArraySlice<Int32> {
    phraseWords[Int(phrase.rest.lowerBound)..<Int(phrase.rest.upperBound)]
  }

  @inline(__always)
  private func phrase(at number: Int32) -> Phrase? { number < 0 ? nil : phrases[Int(number)] }

  // MARK: Adding

  /// Begins an entry, whose forms are added next.
  mutating func begin(_ sense: Sense, plain: Bytes) {
    current = sense
    current.plainWord = Int32(plainEnds.count - 1)
    plains.append(contentsOf: plain)
    plainEnds.append(Int32(plains.count))
  }

  /// Adds a form of the entry that was begun.
  mutating func add(_ form: WordForm, _ text: Bytes) {
    phrase.removeAll(keepingCapacity: true)
    intern(text)
    while single.count < words.count {
      single.append(0)
      firstPhrase.append(-1)
    }
    guard let first = phrase.first else { return }
    let entry = phrase.count == 1 ? entryOfWord(first) : entryOfPhrase()
    current.form = form
    categories[Int(entry)].insert(current.category.bit)
    added.append(Added(entry: entry, sense: current))
  }

  /// Puts the numbers of the words of a form, in lower case, into the phrase.
  private mutating func intern(_ text: Bytes) {
    // Most are words of letters, which no tokenizer need look at.
    if text.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x20 }) {
      text.forEachWord { phrase.append(words.intern($0)) }
      return
    }
    var tokens: [Token] = []
    Tokenizer.tokenize(text, 0..<text.count, into: &tokens)
    for token in tokens where token.kind != .newline {
      let word = text[token.range].map(WordTable.lower)
      phrase.append(word.withUnsafeBufferPointer { words.intern($0) })
    }
  }

  private mutating func newEntry() -> Int32 {
    categories.append([])
    return Int32(categories.count - 1)
  }

  private mutating func entryOfWord(_ word: Int32) -> Int32 {
    if single[Int(word)] == 0 { single[Int(word)] = newEntry() }
    return single[Int(word)]
  }

  /// Of the phrase, which is put among those that begin with the same word, longer ones first.
  private mutating func entryOfPhrase() -> Int32 {
    let rest = phrase[1...]
    var (before, next) = (Int32(-1), firstPhrase[Int(phrase[0])])
    while next >= 0, phrases[Int(next)].rest.count > rest.count { (before, next) = (next, phrases[Int(next)].next) }
    var other = phrase(at: next)
    while let same = other, same.rest.count == rest.count {
      if self.rest(of: same) == rest { return same.entry }
      other = phrase(after: same)
    }
    let (number, start) = (Int32(phrases.count), Int32(phraseWords.count))
    phraseWords += rest
    phrases.append(Phrase(rest: start..<Int32(phraseWords.count), entry: newEntry(), next: next))
    if before < 0 { firstPhrase[Int(phrase[0])] = number } else { phrases[Int(before)].next = number }
    return phrases[Int(number)].entry
  }

  /// Sorts what was added into the tables of the entries.
  private mutating func settle() {
    senseStarts = Array(repeating: 0, count: categories.count + 1)
    verbFormStarts = senseStarts
    for each in added {
      senseStarts[Int(each.entry) + 1] += 1
      if each.sense.isVerb { verbFormStarts[Int(each.entry) + 1] += 1 }
    }
    for entry in categories.indices {
      senseStarts[entry + 1] += senseStarts[entry]
      verbFormStarts[entry + 1] += verbFormStarts[entry]
    }
    senses = Array(repeating: Sense(category: .noun), count: added.count)
    verbForms = Array(repeating: .plain, count: Int(verbFormStarts[categories.count]))
    var (nextSense, nextForm) = (senseStarts, verbFormStarts)
    for each in added {
      let entry = Int(each.entry)
      senses[Int(nextSense[entry])] = each.sense
      nextSense[entry] += 1
      guard each.sense.isVerb else { continue }
      verbForms[Int(nextForm[entry])] = each.sense.form
      nextForm[entry] += 1
    }
    added = []
  }
}

extension Sense {
  fileprivate var isVerb: Bool { GroupReader.verbal.contains(category.bit) }
}
