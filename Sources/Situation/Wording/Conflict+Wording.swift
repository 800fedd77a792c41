extension Conflict {
  /// What is wrong, in capitals: "OVER BY ~40", "SAFE OR HELD", "AT ODDS".
  package func headline(_ marks: GlyphSet = .unicode) -> String {
    switch kind {
    case .over:
      let about = isSumApproximate || against.rung.figure.isApproximate ? "~" : ""
      return excess.map { "OVER BY \(about)\($0)" } ?? "OVER"
    case .safeOrHeld: return "SAFE OR " + (terms.last?.label ?? HeldWord.held.rawValue).uppercased()
    case .rival: return severity == .contradiction ? "CONTRADICTION" : "AT ODDS"
    case .part: return severity == .unexplained ? "UNEXPLAINED" : severity.word.uppercased()
    case .verb: return terms[0].verb.uppercased() + " OR " + against.verb.uppercased()
    case .unexplainedGap: return "UNEXPLAINED"
    }
  }

  /// The headline with how grave it is, where that is not the headline itself: "OVER BY ~40, at odds".
  package func title(_ marks: GlyphSet = .unicode) -> String {
    switch kind {
    case .over, .safeOrHeld: headline(marks) + ", " + severity.word
    case .rival, .part, .verb, .unexplainedGap: headline(marks)
    }
  }

  /// The figures that are put together: "rescued 190 + held ~300 = ~490"; one figure stands alone, and under two verbs
  /// there may be none: "women and children rescued".
  ///
  /// - Parameter naming: What to add to a term in brackets, such as its speaker; `nil` adds nothing.
  package func claimed(_ marks: GlyphSet = .unicode, naming: (Ledger.Term) -> String? = { _ in nil }) -> String {
    Conflict.text(claimedPieces(marks), naming)
  }

  private func claimedPieces(_ marks: GlyphSet) -> [SentencePiece] {
    if kind == .verb { return [.words(subject + " ")] + Conflict.told(terms[0], terms[0].verb, marks) }
    if kind == .part {
      return [.words("\(terms[0].label) \(terms[0].rung.figure.short(marks)) \(subject)"), .source(terms[0])]
    }
    let parts = terms.map { term in
      // Those who cannot leave are called as the term calls them.
      Conflict.told(term, kind == .rival && terms.count == 1 && term.rung.ladder != .held ? subject : term.label, marks)
    }
    let joined = Array(parts.joined(separator: [.words(" + ")]))
    guard terms.count > 1 else { return joined }
    return joined + [.words(" = " + (isSumApproximate ? "~" : "") + sum.short(marks))]
  }

  /// "held ~300", and then who says so; a figure that nobody gave is not written.
  private static func told(_ term: Ledger.Term, _ label: String, _ marks: GlyphSet) -> [SentencePiece] {
    let figure = term.rung.figure.isUndisclosed ? nil : term.rung.figure.short(marks)
    return [.words(figure.map { label.isEmpty ? $0 : label + " " + $0 } ?? label), .source(term)]
  }

  private static func text(_ pieces: [SentencePiece], _ naming: (Ledger.Term) -> String?) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .source(let term): naming(term).map { " (" + $0 + ")" } ?? ""
      }
    }.joined()
  }

  /// A stretch of the sentence that tells a conflict.
  package enum SentencePiece: Hashable, Sendable {
    case words(String)
    /// Where who gives a term may stand, in brackets.
    case source(Ledger.Term)
  }

  /// The sentence in pieces, for those who tell more of a source than its name.
  package func sentencePieces(_ marks: GlyphSet = .unicode) -> [SentencePiece] {
    claimedPieces(marks) + [.words(", ")] + opposedPieces(marks)
  }

  /// The whole of it in one sentence, as board, briefing and screens tell it: "safe ~350 (Dilawar, police) + held ~300
  /// (officials) = ~650, but aboard ~450 (unattributed)".
  package func sentence(_ marks: GlyphSet = .unicode, naming: (Ledger.Term) -> String? = { _ in nil }) -> String {
    claimed(marks, naming: naming) + ", " + opposed(marks, naming: naming)
  }

  /// The shortest ways to put it: "190 + ~300 = ~490 but aboard ~450", "~490 but aboard ~450".
  package func brief(_ marks: GlyphSet = .unicode, hasTerms: Bool = false) -> String {
    let parts = hasTerms ? terms.map { $0.rung.figure.short(marks) }.joined(separator: " + ") + " = " : ""
    let total = parts + (isSumApproximate ? "~" : "") + sum.short(marks)
    return (terms.count > 1 ? total : claimed(marks)) + " " + opposed(marks)
  }

  /// What they are held against: "but aboard ~450".
  package func opposed(_ marks: GlyphSet = .unicode, naming: (Ledger.Term) -> String? = { _ in nil }) -> String {
    Conflict.text(opposedPieces(marks), naming)
  }

  private func opposedPieces(_ marks: GlyphSet) -> [SentencePiece] {
    let link = severity == .unexplained ? "above " : "but "
    if kind == .part { return [.words(link + against.rung.figure.short(marks) + " in all"), .source(against)] }
    let label = kind == .rival ? "" : kind == .verb ? against.verb : against.label
    return [.words(link)] + Conflict.told(against, label, marks)
  }
}

extension Conflict.Severity {
  package var word: String {
    switch self {
    case .unexplained: "unexplained"
    case .wording: "two words for it"
    case .atOdds: "at odds"
    case .contradiction: "contradiction"
    }
  }
}

extension Ledger.Term {
  /// What was done to the people, as one says it: "rescued", "let go", "escaped".
  package var verb: String { label == Count.Status.released.rawValue ? "let go" : label }
}

extension Ledger {
  /// What is left of those aboard and why, in one sentence: "over by ~40: 190 rescued (unattributed) + ~300 held
  /// (officials) against ~450 aboard (unattributed); with about at ±10%: from 115 over to 35 unaccounted".
  ///
  /// - Parameter naming: Who gives a term; `nil` adds nothing.
  package func sentence(_ marks: GlyphSet = .unicode, naming: (Ledger.Term) -> String? = { _ in nil }) -> String {
    func told(_ term: Ledger.Term) -> String {
      term.rung.figure.short(marks) + " " + term.label + (naming(term).map { " (\($0))" } ?? "")
    }
    let sentence = remainder(marks) + ": " + terms.map(told).joined(separator: " + ") + " against " + told(aboard)
    let about = marks == .unicode ? "±10%" : "+-10%"
    return sentence + (widenedRemainder(marks).map { "; with about at \(about): \($0)" } ?? "")
  }

  /// "190 rescued + ~300 held = ~490 of ~450", or without the words.
  package func equation(_ marks: GlyphSet = .unicode, hasLabels: Bool = true) -> String {
    let parts = terms.map { $0.rung.figure.short(marks) + (hasLabels ? " " + $0.label : "") }.joined(separator: " + ")
    let about = terms.contains { $0.rung.figure.isApproximate } ? "~" : ""
    let total = terms.count > 1 ? " = " + about + sum.short(marks) : ""
    return parts + total + " of " + aboard.rung.figure.short(marks)
  }

  /// "190 + ~300 of ~450".
  package func briefly(_ marks: GlyphSet = .unicode) -> String {
    terms.map { $0.rung.figure.short(marks) }.joined(separator: " + ") + " of " + aboard.rung.figure.short(marks)
  }

  /// The remainder in words: "over by ~40", "~70 unaccounted", "adds up".
  package func remainder(_ marks: GlyphSet = .unicode) -> String {
    Ledger.words(residual, about: isApproximate ? "~" : "")
  }

  /// Whose figures are added and which are missing, longest way first: "by state and unattributed; held not given".
  package var whose: [String] {
    let by = "by " + accounts.map(\.rawValue).joined(separator: " and ")
    guard let silent = missingWords else { return [by] }
    return [by + "; " + silent, silent]
  }

  /// What the sum is called, with whose figures it adds, longest way first: "LEDGER by state", "BY STATE".
  package var titles: [String] {
    let by = "by " + accounts.map(\.rawValue).joined(separator: " and ")
    let mixed = accounts.count > 1 ? ["OF \(accounts.count) ACCOUNTS"] : []
    return ["LEDGER " + by, by.uppercased()] + mixed
  }

  /// "held, rescued not given"; `nil` where every figure of the sum is given.
  package var missingWords: String? {
    missing.isEmpty ? nil : missing.map(\.rawValue).joined(separator: ", ") + " not given"
  }

  /// The remainder with every *about* at ±10 %; `nil` where no figure is about.
  package func widenedRemainder(_ marks: GlyphSet = .unicode) -> String? {
    isApproximate ? Ledger.words(widenedResidual, about: "") : nil
  }

  private static func words(_ residual: Interval, about: String) -> String {
    switch (residual.low, residual.high) {
    case (0?, 0?): "adds up"
    case (let low?, let high?) where low == high:
      low < 0 ? "over by \(about)\(-low)" : "\(about)\(low) unaccounted"
    case (let low?, let high?) where high <= 0: "over by \(about)\(-high) to \(about)\(-low)"
    case (let low?, let high?) where low >= 0: "\(about)\(low) to \(about)\(high) unaccounted"
    case (let low?, let high?): "from \(-low) over to \(high) unaccounted"
    case (nil, let high?) where high < 0: "over by at least \(about)\(-high)"
    case (nil, let high?): "at most \(about)\(high) unaccounted"
    case (let low?, nil) where low > 0: "at least \(about)\(low) unaccounted"
    case (let low?, nil): "over by at most \(about)\(-low)"
    case (nil, nil): "the remainder is open"
    }
  }
}
