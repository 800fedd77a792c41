/// Nouns in the number that a figure asks for: "1 person", "2 people".
enum Nouns {
  /// The words for those whom a figure counts, the last of them in the singular where the figure is one.
  static func counted(_ words: String, by figure: Figure) -> String {
    guard figure.low == 1, figure.high == 1 else { return words }
    let parts = words.split(separator: " ", omittingEmptySubsequences: false)
    // "Women and children" are not one.
    guard let last = parts.last, !parts.contains("and") else { return words }
    return (parts.dropLast().map(String.init) + [singular(String(last))]).joined(separator: " ")
  }

  /// Words for several, the last of them in the plural if it is not: "passenger trains".
  static func plural(_ words: String) -> String {
    var parts = words.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.popLast() else { return words }
    return (parts + [pluralOf(last)]).joined(separator: " ")
  }

  private static func pluralOf(_ noun: String) -> String {
    let small = noun.lowercased()
    if let irregular = irregular.first(where: { $0.value == small })?.key { return irregular }
    if invariable.contains(small) || irregular[small] != nil { return noun }
    if small.hasSuffix("man") { return String(noun.dropLast(3)) + "men" }
    if small.hasSuffix("s"), !["ss", "us", "is"].contains(where: small.hasSuffix) { return noun }
    if ["s", "x", "ch", "sh"].contains(where: small.hasSuffix) { return noun + "es" }
    if small.hasSuffix("y"), let before = small.dropLast().last, !"aeiou".contains(before) {
      return String(noun.dropLast()) + "ies"
    }
    return noun.last?.isLetter ?? false ? noun + "s" : noun
  }

  private static let invariable: Set<String> = ["aircraft", "police", "personnel", "staff", "women", "men"]

  private static func singular(_ noun: String) -> String {
    let small = noun.lowercased()
    if let irregular = irregular[small] { return irregular }
    if small.hasSuffix("men") { return String(noun.dropLast(3)) + "man" }
    if small.hasSuffix("ies") { return String(noun.dropLast(3)) + "y" }
    if ["sses", "xes", "ches", "shes"].contains(where: small.hasSuffix) { return String(noun.dropLast(2)) }
    if small.hasSuffix("s"), !["ss", "us", "is"].contains(where: small.hasSuffix) { return String(noun.dropLast()) }
    return noun
  }

  private static let irregular = [
    "people": "person", "persons": "person", "children": "child", "wives": "wife", "forces": "forces",
    "buses": "bus",
  ]
}
