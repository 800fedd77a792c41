import Situation

/// Who has spoken in a story so far.
struct SpeakerMemory: Sendable {
  private var known: [Known] = []

  /// A speaker with what he is found by, taken out of his names once.
  private struct Known: Sendable {
    let speaker: Speaker
    let surname: String?
    /// The surname in small letters: wires set it in capitals.
    let plainSurname: String?
    /// "minister" of "minister of state".
    let office: String?

    init(_ speaker: Speaker) {
      self.speaker = speaker
      surname = speaker.name.map(SpeakerMemory.lastWord)
      plainSurname = surname?.lowercased()
      office = speaker.role.map(SpeakerMemory.headWord)
    }
  }

  /// Where people stand who were called by several names, by the hash of the last of them.
  private var met: [UInt64: Range<Int>] = [:]
  /// The same by the first of two names, which is the surname in a part of the world.
  private var metFirst: [UInt64: Range<Int>] = [:]

  /// Bodies that were named in full, by the hash of what they are called for short.
  private var bodies: [UInt64: String] = [:]

  /// Keeps the names of a sentence: who is named in full once is known by the surname afterwards, and a body by its
  /// initials.
  mutating func meet(_ sentence: Sentence) {
    guard met.count < 512, !sentence.isAllCapitals else { return }
    let end = min(sentence.terms.count, 200)
    meetBodies(sentence, end)
    meetHolders(sentence, end)
    var index = 0
    while index < end {
      guard sentence.terms[index].entry == 0, sentence.isName(index) else {
        index += 1
        continue
      }
      var last = index
      while last + 1 < end, sentence.isName(last + 1) || sentence.kind(last + 1) == .hyphen { last += 1 }
      if (1...3).contains(last - index), sentence.kind(last + 1) != .clitic, sentence.terms[last].entry == 0 {
        let whole = sentence.bytes(index..<last + 1)
        met[Self.hash(sentence.text[sentence.terms[last].bytes])] = whole
        if last <= index + 2 { metFirst[Self.hash(sentence.text[sentence.terms[index].bytes])] = whole }
      }
      index = last + 1
    }
  }

  /// "the Lorva Rescue Agency (LRA)": a body by its name, and the same where nothing stands in brackets.
  private mutating func meetBodies(_ sentence: Sentence, _ end: Int) {
    guard bodies.count < Self.mostBodies else { return }
    var index = 0
    while index < end {
      guard sentence.isPartOfBody(index) else {
        index += 1
        continue
      }
      var last = index
      while last + 1 < end, last - index < Self.longestBody,
        sentence.isPartOfBody(last + 1) || sentence.isPartOfBody(last + 2) && sentence.joinsWords(last + 1)
      { last += 1 }
      let name = index..<last + 1
      index = last + 1
      let initials = Array(name.compactMap { sentence.isPartOfBody($0) ? sentence.initials(of: $0) : nil }.joined())
      guard initials.count > 1 else { continue }
      let isBracketed = sentence.kind(last + 1) == .open && sentence.kind(last + 3) == .close
      let short = isBracketed ? Array(sentence.text[sentence.terms[last + 2].bytes]) : []
      if short.count > 1, initials.suffix(short.count).elementsEqual(short) {
        // "In Lorva Magen David Adom (MDA)": the last words that the letters stand for.
        let own = name.suffix(sentence.count(of: short.count, initialsBefore: last + 1, from: name.lowerBound))
        keep(own, as: short, of: sentence)
      } else if initials.count > 2, sentence.isMarked(last, .body) {
        keep(name, as: initials, of: sentence)
      }
    }
  }

  private mutating func keep(_ name: Range<Int>, as short: [UInt8], of sentence: Sentence) {
    let isKnown = short.withUnsafeBufferPointer {
      sentence.lexicon.categories(sentence.lexicon.entry(sentence.lexicon.word($0))).contains(Category.organisation.bit)
    }
    let key = Self.hash(short)
    if !isKnown, bodies[key] == nil { bodies[key] = sentence.words(name) }
  }

  private static let (mostBodies, longestBody) = (128, 12)

  /// "Officer J. Orin", "President Abdel-Fattah al-Orin's": who holds an office has a name, whatever its words are.
  private mutating func meetHolders(_ sentence: Sentence, _ end: Int) {
    for office in 0..<max(0, end - 1)
    where sentence.has(office, CategorySet(.speaker, .title)) && sentence.terms[office + 1].isCapitalised
      && sentence.sense(office, .speaker)?.form != .plural
    {
      var last = office
      while last + 1 < end, last - office < Self.longestName, sentence.isPartOfName(last + 1) { last += 1 }
      guard last > office, sentence.terms[last].entry == 0, sentence.isName(last) else { continue }
      met[Self.hash(sentence.text[sentence.terms[last].bytes])] = sentence.bytes(office + 1..<last + 1)
    }
  }

  private static let longestName = 7

  /// The full name of somebody whose surname stands alone.
  func fullName(_ surname: String, in sentence: Sentence) -> String? {
    let key = Self.hash(surname.utf8)
    guard !knows(surname), let place = met[key] ?? metFirst[key] else { return nil }
    return String(decoding: sentence.text[place].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(WordTable.lower(byte))) &* 0x100_0000_01b3 }
    return hash
  }

  /// Whether somebody of this surname has spoken.
  func knows(_ surname: String) -> Bool { known.contains { $0.surname == surname } }

  private var armedGroup: Speaker?

  /// Forgets who spoke: another story begins.
  mutating func beginStory() {
    known = []
    met = [:]
    metFirst = [:]
    bodies = [:]
  }

  /// An armed group that was named; "the group" is it until another is.
  mutating func name(armedGroup name: String) {
    armedGroup = Speaker(organisation: name, side: .attackers)
  }

  /// The full speaker that a phrase names: a surname or a role that was introduced before.
  mutating func note(_ speaker: Speaker, isDefinite: Bool) -> Speaker {
    var speaker = speaker
    if let short = speaker.organisation, let body = bodies[Self.hash(short.utf8)] { speaker.organisation = body }
    var result = speaker
    if let name = speaker.name {
      if let known = sameName(speaker) {
        result = known
        if known.role == nil { result.role = speaker.role }
        if known.organisation == nil { result.organisation = speaker.organisation }
        if name.utf8.count > (known.name ?? "").utf8.count { result.name = name }
        if result.side == .unknown { result.side = speaker.side }
      } else if speaker.side == .unknown {
        result.side = speaker.role == nil ? .unknown : .other
      }
    } else if isDefinite, let role = speaker.role {
      let head = Self.headWord(role)
      if head == "group" || head == "outfit", let group = armedGroup ?? lastAttackers {
        result = group
      } else if speaker.organisation == nil,
        let last = known.last(where: {
          $0.office.map { Self.sameRole($0, head) } ?? false && Self.holds($0.speaker.role ?? "", wordsOf: role)
        })
      {
        result = last.speaker
      } else if speaker.organisation == nil, let body = body(calledBy: role) {
        result = body
      } else if speaker.organisation == nil, Self.references.contains(role),
        let last = known.last(where: { $0.speaker.organisation != nil && $0.speaker.name == nil })
      {
        // "the agency said": the one that has just spoken.
        result = last.speaker
      }
    } else if let role = speaker.role, Self.headWord(role) == "group", let group = lastAttackers {
      result = group
    }
    // A name withheld later in the story is withheld of the same speaker.
    if speaker.isAnonymous, result.name == nil { result.isAnonymous = true }
    let before = known.first { $0.speaker.name == result.name && $0.speaker == result }
    known.removeAll { $0.speaker.name == result.name && (result.name != nil || $0.speaker == result) }
    known.append(before ?? Known(result))
    if known.count > 64 { known.removeFirst() }
    return result
  }

  /// Nouns that refer again to a body that has spoken, or to the medium in which it spoke.
  private static let references: Set<String> = [
    "agency", "news agency", "release", "statement", "report", "bulletin", "broadcaster", "station", "newspaper",
    "paper",
  ]

  /// "the Observatory", "the fire department": the last body that spoke, or for which somebody did, whose name has these
  /// words.
  private func body(calledBy role: String) -> Speaker? {
    let words = Speaker.words(of: role)
    let last = known.last { known in
      guard let organisation = known.speaker.organisation else { return false }
      let own = Speaker.words(of: organisation)
      return own.count > words.count && words.allSatisfy(own.contains)
    }
    return last.map { Speaker(organisation: $0.speaker.organisation, side: $0.speaker.side) }
  }

  private var lastAttackers: Speaker? { known.last { $0.speaker.side == .attackers }?.speaker }

  /// The speaker known by a name. A bare surname that several share is the last of them whose role it can be.
  private func sameName(_ speaker: Speaker) -> Speaker? {
    let surname = speaker.name.map { Self.lastWord($0).lowercased() }
    let same = known.filter { $0.plainSurname == surname && $0.speaker.isSame(as: speaker) }
    guard let last = same.last, same.contains(where: { !$0.speaker.isSame(as: last.speaker) }) else {
      return same.last?.speaker
    }
    guard let role = speaker.role else { return last.speaker }
    let head = Self.headWord(role)
    return same.last { $0.office.map { Self.sameRole($0, head) } ?? false }?.speaker
  }

  mutating func resolve(_ pronoun: Kind) -> Speaker? {
    let meant: Known?
    switch pronoun {
    case .he, .she: meant = known.last { $0.speaker.name != nil || $0.speaker.role.map { !Self.isPlural($0) } ?? false }
    case .they:
      meant =
        known.last { $0.speaker.name == nil && ($0.speaker.role.map { Self.isPlural($0) } ?? true) } ?? known.last
    default: meant = known.last { $0.speaker.name == nil } ?? armedGroup.map(Known.init)
    }
    if let meant {
      known.removeAll { $0.speaker == meant.speaker }
      known.append(meant)
    }
    return meant?.speaker
  }

  /// "minister" of "minister of state".
  private static func headWord(_ role: String) -> String {
    let bytes = role.utf8
    var end = bytes.startIndex
    // Up to the first " of ", which stands between whole characters.
    while end < bytes.endIndex, !bytes[end...].starts(with: " of ".utf8) { end = bytes.index(after: end) }
    return lastWord(String(role[..<end]))
  }

  static func lastWord(_ text: String) -> String {
    let bytes = text.utf8[...]
    let space = UInt8(ascii: " ")
    guard let last = bytes.lastIndex(where: { $0 != space }) else { return text }
    let start = bytes[...last].lastIndex(of: space).map(bytes.index(after:)) ?? bytes.startIndex
    return String(text[start...last])
  }

  private static func isPlural(_ role: String) -> Bool {
    let word = lastWord(role)
    return word.hasSuffix("s") && word != "witness" || word == "police" || word == "troops"
  }

  /// Returns true if a role has every word of another: "the spokesman" is the "army spokesman", and "the health ministry" is not
  /// the "interior ministry".
  private static func holds(_ role: String, wordsOf other: String) -> Bool {
    let words = role.utf8.split(separator: UInt8(ascii: " ")).dropLast()
    return other.utf8.split(separator: UInt8(ascii: " ")).dropLast().allSatisfy { word in
      words.contains { $0.elementsEqual(word) }
    }
  }

  private static func sameRole(_ a: String, _ b: String) -> Bool {
    a == b || a.hasPrefix("spokes") && b.hasPrefix("spokes")
  }
}

extension Sentence {
  /// A word in capitals that a body's name may have.
  fileprivate func isPartOfBody(_ term: Int) -> Bool {
    kind(term) == .word && terms[term].isCapitalised && !has(term, CategorySet(.article, .pronoun, .title))
  }

  /// "of" in "Bureau of Rivers".
  fileprivate func joinsWords(_ term: Int) -> Bool {
    senses(term).contains { $0.kind == .joins } || has(term, .conjunction)
  }

  /// The capitals that the words of a term begin with.
  fileprivate func initials(of term: Int) -> [UInt8] {
    terms[term].tokens.compactMap { token in
      let first = text[Int(tokens[token].start)]
      return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) ? first : nil
    }
  }

  /// How many terms before one have so many capitals, small words between them not counted.
  fileprivate func count(of capitals: Int, initialsBefore end: Int, from start: Int) -> Int {
    var (term, found) = (end, 0)
    while term > start, found < capitals {
      term -= 1
      if isPartOfBody(term) { found += initials(of: term).count }
    }
    return end - term
  }

  /// Returns true for a term that can belong to a person's name after the title of the office.
  fileprivate func isPartOfName(_ term: Int) -> Bool {
    switch kind(term) {
    case .hyphen: return true
    case .stop: return isInitial(term - 1)
    case .word:
      return terms[term].isCapitalised && !has(term, CategorySet(.speaker, .organisation, .title, .preposition))
        || senses(term).contains { $0.kind == .particle } || isMarked(term, .particle)
    default: return false
    }
  }
}
