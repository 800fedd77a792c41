extension Rule {
  /// Every rule, in the order in which they are asked: what is said outright before what leans on it.
  static let all: [Rule] = [
    .labels, .toll, .statusVerb, .taking, .lifted, .hospital, .wounds, .predicate, .fate, .among, .nominal, .statusNoun,
    .aboard, .passengers,
    .strength, .elided,
    .breakdown,
    .composition, .shares, .multiple, .mention,
    .condition, .happening,
    .matter, .cause, .event, .nature, .weather, .tollAhead,
    .parts, .entering, .movement, .route, .deployment, .forces, .statement, .request, .reply, .unknown, .history,
  ]
}
