internal import Situation

/// How a claim is to be taken, as an operator types it: "killed", "part", "wounded, security forces", "background".
enum AmendmentEntry {
  /// Every word that sets something, with what it sets.
  static let words: [(word: String, amendment: Amendment)] =
    Count.Status.allCases.map { ($0.rawValue, Amendment(status: $0)) }
    + Count.SubjectClass.allCases.map { ($0.words, Amendment(subjectClass: $0)) }
    + Count.Scope.allCases.map { ($0.words, Amendment(scope: $0)) }
    + Claim.Standing.allCases.map { ($0.rawValue, Amendment(standing: $0)) }

  /// Reads words in any order, with commas or without. Nothing at all accepts the claim as it was read.
  static func parse(_ text: String) throws(LineError) -> Amendment {
    var rest = text.lowercased().split { $0 == " " || $0 == "," }.map(String.init)[...]
    var amendment = Amendment.accepting
    while let first = rest.first {
      let found = words.filter { rest.starts(with: $0.word.split(separator: " ").map(String.init)) }
        .max { $0.word.count < $1.word.count }
      guard let found else {
        throw LineError("\"\(first)\" is not a status, group, scope or standing; tab lists them")
      }
      rest = rest.dropFirst(found.word.split(separator: " ").count)
      amendment = amendment.amended(by: found.amendment)
    }
    return amendment
  }
}
