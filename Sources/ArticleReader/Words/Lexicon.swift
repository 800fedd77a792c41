import Situation

/// The words the reader knows: plain text files of sections, merged in the order given.
///
/// A section is `[category attribute=value …]`; a line of it is one entry, `forms -> plain word`. See the files for
/// what each section holds. `#` begins a comment.
package struct Lexicon: Sendable {
  /// The senses of one word or phrase.
  struct Entry: Sendable {
    var categories: CategorySet = []
    var senses: [Sense] = []
    /// The forms in which it can be a verb.
    var verbForms: [WordForm] = []
  }

  var words = WordTable()
  /// Entry 0 is that of an unknown word.
  var entries: [Entry] = [Entry()]
  /// The entry of each single word, by its number.
  var single: [Int32] = [0]
  /// Phrases by the number of their first word, the longest first: the words after it, and the entry.
  var phrases: [[(rest: [Int32], entry: Int32)]] = [[]]
  /// What entries are called on the board.
  private var plains: [String] = [""]
  private var irregular: LexiconParser.IrregularVerbs = [:]

  /// - Parameter files: Name and text of each file; a name stands in the error.
  /// - Throws: `LexiconError` for the first line that is not a section, an entry or a comment.
  package init(files: [(name: String, text: [UInt8])]) throws(LexiconError) {
    for file in files { try irregular.merge(LexiconParser.irregularVerbs(in: file)) { $1 } }
    for file in files { try add(file) }
  }

  /// The same words and those of a further file, whose entries stand beside the ones that are there.
  package func merging(_ file: (name: String, text: [UInt8])) throws(LexiconError) -> Lexicon {
    var merged = self
    try merged.irregular.merge(LexiconParser.irregularVerbs(in: file)) { $1 }
    try merged.add(file)
    return merged
  }

  /// What a sense is called on the board.
  func plain(_ sense: Sense) -> String { plains[Int(sense.plainWord)] }

  private mutating func add(_ file: (name: String, text: [UInt8])) throws(LexiconError) {
    for line in try LexiconParser.entries(in: file, irregular: irregular) {
      plains.append(line.plain)
      for (form, text) in line.forms {
        var sense = line.sense
        sense.plainWord = Int32(plains.count - 1)
        sense.form = form
        add(text, sense)
      }
    }
  }

  /// The numbers of the words of a phrase, in lower case.
  private mutating func intern(_ bytes: ArraySlice<UInt8>) -> [Int32] {
    // Most entries are one word of letters, which no tokenizer need look at.
    if bytes.allSatisfy({ (0x61...0x7A).contains($0) }) { return bytes.isEmpty ? [] : [words.intern(bytes)] }
    var tokens: [Token] = []
    let text = Array(bytes)
    text.withUnsafeBufferPointer { Tokenizer.tokenize($0, 0..<text.count, into: &tokens) }
    return tokens.filter { $0.kind != .newline }.map {
      words.intern(text[Int($0.start)..<Int($0.end)].map(WordTable.lower)[...])
    }
  }

  private mutating func add(_ text: ArraySlice<UInt8>, _ sense: Sense) {
    let ids = intern(text)
    while single.count < words.count {
      single.append(0)
      phrases.append([])
    }
    guard let first = ids.first else { return }
    let entry: Int32
    if ids.count == 1 {
      if single[Int(first)] == 0 {
        single[Int(first)] = Int32(entries.count)
        entries.append(Entry())
      }
      entry = single[Int(first)]
    } else {
      let rest = Array(ids.dropFirst())
      if let known = phrases[Int(first)].first(where: { $0.rest == rest }) {
        entry = known.entry
      } else {
        entry = Int32(entries.count)
        entries.append(Entry())
        let place = phrases[Int(first)].firstIndex { $0.rest.count <= rest.count } ?? phrases[Int(first)].count
        phrases[Int(first)].insert((rest, entry), at: place)
      }
    }
    entries[Int(entry)].categories.insert(sense.category.bit)
    entries[Int(entry)].senses.append(sense)
    if GroupReader.verbal.contains(sense.category.bit) { entries[Int(entry)].verbForms.append(sense.form) }
  }
}
