extension Rule {
  /// Every rule, in the order in which they are asked: what is said outright before what leans on it.
  static let all: [Rule] = [
    .toll, .statusVerb, .predicate, .nominal, .statusNoun, .aboard, .elided, .breakdown,
  ]
}
