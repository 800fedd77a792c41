/// What somebody is on the way for, as far as the subject of a movement tells.
package enum Errand: Hashable, Sendable {
  /// Those who come to help, or their vehicles.
  case help
  /// People who are hurt or dead.
  case casualties

  /// Singular nouns and adjectives of each; what none of them is told of has no errand.
  private static let words: [String: Errand] = {
    var words: [String: Errand] = [:]
    for word in [
      "relief", "rescue", "rescuer", "ambulance", "helicopter", "medic", "paramedic", "doctor", "nurse", "fire engine",
      "firefighter",
    ] { words[word] = .help }
    for word in ["injured", "wounded", "killed", "dead", "body", "casualty"] { words[word] = .casualties }
    return words
  }()

  /// - Parameter subject: As a claim gives it: "relief train", "bodies of 12 soldiers".
  init?(subject: String) {
    let words = subject.lowercased().split { !$0.isLetter && $0 != "-" }.map { Errand.singular(String($0)) }
    let pairs = zip(words, words.dropFirst()).map { $0 + " " + $1 }
    let errands = (words + pairs).compactMap { Errand.words[$0] }
    guard let first = errands.contains(.help) ? .help : errands.first else { return nil }
    self = first
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }
}
