/// Regular English inflection of the first word of an entry, for lexicon lines that give only the plain form.
///
/// Words are their UTF-8 bytes: thousands are inflected before anything can be read.
enum Inflection {
  static func plural(_ word: String) -> String {
    String(decoding: plural(Array(word.utf8)[...]), as: UTF8.self)
  }

  static func plural(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if word.ends(in: "man") { return word.dropLast(3) + "men".utf8 }
    if endsInSibilant(word) { return word + "es".utf8 }
    if endsInConsonantAndY(word) { return word.dropLast() + "ies".utf8 }
    return word + "s".utf8
  }

  static func third(_ verb: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if verb.last == UInt8(ascii: "o") || endsInSibilant(verb) { return verb + "es".utf8 }
    return endsInConsonantAndY(verb) ? verb.dropLast() + "ies".utf8 : verb + "s".utf8
  }

  static func gerund(_ verb: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if verb.ends(in: "ie") { return verb.dropLast(2) + "ying".utf8 }
    if verb.last == UInt8(ascii: "e"), !verb.ends(in: "ee") { return verb.dropLast() + "ing".utf8 }
    return verb + "ing".utf8
  }

  static func past(_ verb: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if verb.last == UInt8(ascii: "e") { return verb + "d".utf8 }
    if endsInConsonantAndY(verb) { return verb.dropLast() + "ied".utf8 }
    return verb + "ed".utf8
  }

  private static func endsInSibilant(_ word: ArraySlice<UInt8>) -> Bool {
    switch word.last {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): true
    case UInt8(ascii: "h"): word.ends(in: "ch") || word.ends(in: "sh")
    default: false
    }
  }

  private static func endsInConsonantAndY(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.last == UInt8(ascii: "y") else { return false }
    guard let letter = word.dropLast().last else { return true }
    return !"aeiou".utf8.contains(letter)
  }
}

extension ArraySlice<UInt8> {
  func ends(in ending: StaticString) -> Bool {
    ending.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }

  /// Without the spaces, tabs and carriage returns at both ends.
  var trimmed: ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    return drop(while: isSpace).withoutLast(where: isSpace)
  }

  private func withoutLast(where isDropped: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, isDropped(self[end - 1]) { end -= 1 }
    return self[startIndex..<end]
  }
}
