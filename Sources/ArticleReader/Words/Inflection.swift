/// Regular English inflection of the first word of an entry, for lexicon lines that give only the plain form.
enum Inflection {
  static func plural(_ word: String) -> String {
    if word.hasSuffix("man") { return word.dropLast(3) + "men" }
    if endsInSibilant(word) { return word + "es" }
    if word.hasSuffix("y"), !hasVowel(beforeLastOf: word) { return word.dropLast() + "ies" }
    return word + "s"
  }

  static func third(_ verb: String) -> String {
    verb.hasSuffix("o") || endsInSibilant(verb)
      ? verb + "es" : verb.hasSuffix("y") && !hasVowel(beforeLastOf: verb) ? verb.dropLast() + "ies" : verb + "s"
  }

  static func gerund(_ verb: String) -> String {
    if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
    if verb.hasSuffix("e"), !verb.hasSuffix("ee") { return verb.dropLast() + "ing" }
    return verb + "ing"
  }

  static func past(_ verb: String) -> String {
    if verb.hasSuffix("e") { return verb + "d" }
    if verb.hasSuffix("y"), !hasVowel(beforeLastOf: verb) { return verb.dropLast() + "ied" }
    return verb + "ed"
  }

  private static func endsInSibilant(_ word: String) -> Bool {
    ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
  }

  private static func hasVowel(beforeLastOf word: String) -> Bool {
    guard let letter = word.dropLast().last else { return false }
    return "aeiou".contains(letter)
  }
}
