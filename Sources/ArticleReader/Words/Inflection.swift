/// Regular English inflection of the first word of an entry, for lexicon lines that give only the plain form.
///
/// Words are their UTF-8 bytes, and what they become is written after what a buffer holds: thousands are inflected
/// before anything can be read.
enum Inflection {
  static func plural(_ word: String) -> String {
    var plural: [UInt8] = []
    var word = word
    word.withUTF8 { appendPlural(of: $0, to: &plural) }
    return String(decoding: plural, as: UTF8.self)
  }

  static func appendPlural(of word: Bytes, to buffer: inout [UInt8]) {
    if word.ends(in: "man") { return append(word, without: 3, "men", to: &buffer) }
    if endsInSibilant(word) { return append(word, "es", to: &buffer) }
    if endsInConsonantAndY(word) { return append(word, without: 1, "ies", to: &buffer) }
    append(word, "s", to: &buffer)
  }

  static func appendThird(of verb: Bytes, to buffer: inout [UInt8]) {
    if verb.last == UInt8(ascii: "o") || endsInSibilant(verb) { return append(verb, "es", to: &buffer) }
    if endsInConsonantAndY(verb) { return append(verb, without: 1, "ies", to: &buffer) }
    append(verb, "s", to: &buffer)
  }

  static func appendGerund(of verb: Bytes, to buffer: inout [UInt8]) {
    if verb.ends(in: "ie") { return append(verb, without: 2, "ying", to: &buffer) }
    if verb.last == UInt8(ascii: "e"), !verb.ends(in: "ee") { return append(verb, without: 1, "ing", to: &buffer) }
    append(verb, "ing", to: &buffer)
  }

  static func appendPast(of verb: Bytes, to buffer: inout [UInt8]) {
    if verb.last == UInt8(ascii: "e") { return append(verb, "d", to: &buffer) }
    if endsInConsonantAndY(verb) { return append(verb, without: 1, "ied", to: &buffer) }
    append(verb, "ed", to: &buffer)
  }

  private static func append(_ word: Bytes, without count: Int = 0, _ ending: StaticString, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: word.piece(0..<word.count - count))
    ending.withUTF8Buffer { buffer.append(contentsOf: $0) }
  }

  private static func endsInSibilant(_ word: Bytes) -> Bool {
    switch word.last {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): true
    case UInt8(ascii: "h"): word.ends(in: "ch") || word.ends(in: "sh")
    default: false
    }
  }

  private static func endsInConsonantAndY(_ word: Bytes) -> Bool {
    guard word.last == UInt8(ascii: "y") else { return false }
    return word.count < 2 || !"aeiou".utf8.contains(word[word.count - 2])
  }
}
