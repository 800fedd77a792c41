extension Ledger.Term {
  /// The same, with those who cannot leave called by their word.
  fileprivate func called(_ word: HeldWord) -> Ledger.Term {
    guard rung.ladder == .held else { return self }
    return Ledger.Term(label: word.rawValue, rung: rung)
  }
}

extension Ledger {
  func called(_ word: HeldWord) -> Ledger {
    var ledger = self
    if word != .held { ledger.terms = terms.map { $0.called(word) } }
    return ledger
  }
}

extension Conflict {
  func called(_ word: HeldWord) -> Conflict {
    var conflict = self
    if word != .held { (conflict.terms, conflict.against) = (terms.map { $0.called(word) }, against.called(word)) }
    return conflict
  }
}
