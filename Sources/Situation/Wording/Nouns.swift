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
