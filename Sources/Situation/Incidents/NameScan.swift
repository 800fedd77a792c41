/// Finds names and words in a text, in one pass over its bytes.
struct NameScan {
  /// Words with capitals that stand together: "Governor Adel Rahmani".
  struct Run {
    let words: [String]
    let isInLead: Bool
    /// It follows a word that places follow: "near the Selim Tunnel".
    let isPlace: Bool
  }

  private(set) var runs: [Run] = []
  /// How often each word stands without a capital within a sentence.
  private(set) var inSmallLetters: [String: Int] = [:]
  /// Words that begin a sentence, in small letters: names where they are names elsewhere.
  private(set) var starts: [(word: String, isInLead: Bool)] = []
  /// Every word of the title and the lead, in small letters.
  private(set) var lead: Set<String> = []
  /// Every word of the title, in small letters.
  private(set) var titleWords: Set<String> = []
  private(set) var capitalCount = 0
  private(set) var smallCount = 0

  private var run: [String] = []
  private var isRunPlace = false
  private var isRunCredit = false
  private var isInLead = true
  /// The last word without a capital since the sentence began.
  private var former = ""
  /// "Image copyright", "Reporting by", and "By" at the beginning: who made it follows.
  private var isAfterCredit = false

  /// What tells the names of a report stands in its first sentences.
  private static let leadBytes = 400
  /// A run of more words is a heading in capitals.
  private static let longestRun = 6
  private static let placeWords: Set<String> = ["in", "at", "near", "outside", "off", "around", "across"]

  /// Reads a title. In one with a capital on every word only the words count.
  mutating func read(title: String) {
    let words = title.split { !($0.isLetter || $0.isNumber || $0 == "-") }
    titleWords = Set(words.map { $0.lowercased() })
    lead.formUnion(titleWords)
    let long = words.filter { $0.utf8.count > 3 }
    guard long.count(where: { $0.first?.isLowercase ?? false }) * 2 >= long.count else { return }
    read(Array(title.utf8), 0..<title.utf8.count)
  }

  mutating func read(_ text: [UInt8], _ body: Range<Int>) {
    var at = body.lowerBound
    let leadEnd = body.lowerBound + NameScan.leadBytes
    var isSentenceStart = true
    isInLead = true
    former = ""
    while at < body.upperBound {
      let start = at
      while at < body.upperBound, NameScan.isWordByte(text[at]) { at += 1 }
      if at > start {
        if start >= leadEnd { isInLead = false }
        take(text[start..<at], isSentenceStart)
        isSentenceStart = false
        continue
      }
      switch text[at] {
      case UInt8(ascii: " "): break
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""), 0x0A:
        isSentenceStart = true
        endRun()
        former = ""
      case UInt8(ascii: "'"):
        // "Railways' police" and "Sharif's": what belongs to a name ends it.
        endRun()
        if at + 1 < body.upperBound, text[at + 1] == UInt8(ascii: "s") { at += 1 }
      case 0xE2 where at + 3 < body.upperBound && text[at + 1] == 0x80 && text[at + 2] == 0x99:
        endRun()
        at += text[at + 3] == UInt8(ascii: "s") ? 3 : 2
      default: endRun()
      }
      at += 1
    }
    endRun()
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    // Letters beyond ASCII, but for the quotation marks and dashes of U+2000 to U+207F.
    default: byte >= 0x80 && byte != 0xE2
    }
  }

  private mutating func take(_ word: ArraySlice<UInt8>, _ isSentenceStart: Bool) {
    let text = String(decoding: word, as: UTF8.self)
    let hasCapital = word.first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
    guard hasCapital else {
      endRun()
      inSmallLetters[text, default: 0] += 1
      smallCount += 1
      if isInLead { lead.insert(text) }
      // "Near the Selim Tunnel".
      if text != "the" { former = text }
      isAfterCredit = CommonNames.credits.contains(text) || text == "by" && isAfterCredit
      return
    }
    capitalCount += 1
    let small = text.lowercased()
    if isInLead { lead.insert(small) }
    guard !isSentenceStart else {
      endRun()
      starts.append((small, isInLead))
      former = ""
      isAfterCredit = small == "by" || CommonNames.credits.contains(small)
      return
    }
    if CommonNames.credits.contains(small) {
      endRun()
      isAfterCredit = true
      return
    }
    guard word.count > 1, !CommonNames.calendar.contains(small) else { return endRun() }
    if run.isEmpty {
      isRunPlace = NameScan.placeWords.contains(former)
      isRunCredit = isAfterCredit
    }
    run.append(text)
  }

  private mutating func endRun() {
    guard !run.isEmpty else { return }
    if !isRunCredit, run.count <= NameScan.longestRun {
      runs.append(Run(words: run, isInLead: isInLead, isPlace: isRunPlace))
    }
    run = []
  }
}
