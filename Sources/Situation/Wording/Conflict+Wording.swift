extension Conflict {
  /// What is wrong, in capitals: "OVER BY ~40", "SAFE OR HELD", "AT ODDS".
  package func headline(_ marks: MarkSet = .unicode) -> String {
    switch kind {
    case .over:
      let about = isSumApproximate || against.rung.figure.isApproximate ? "~" : ""
      return excess.map { "OVER BY \(about)\($0)" } ?? "OVER"
    case .safeOrHeld: return "SAFE OR HELD"
    case .rival: return severity == .contradiction ? "CONTRADICTION" : "AT ODDS"
    case .unexplainedGap: return "UNEXPLAINED"
    }
  }

  /// The figures that are put together: "rescued 190 + held ~300 = ~490"; one figure stands alone.
  ///
  /// - Parameter naming: What to add to a term in brackets, such as its speaker; `nil` adds nothing.
  package func claimed(_ marks: MarkSet = .unicode, naming: (Ledger.Term) -> String? = { _ in nil }) -> String {
    let parts = terms.map { term in
      let label = kind == .rival ? subject : term.label
      return "\(label) \(term.rung.figure.short(marks))" + (naming(term).map { " (\($0))" } ?? "")
    }
    let joined = parts.joined(separator: " + ")
    guard terms.count > 1 else { return joined }
    return joined + " = " + (isSumApproximate ? "~" : "") + sum.short(marks)
  }

  /// The shortest ways to put it: "190 + ~300 = ~490 but aboard ~450", "~490 but aboard ~450".
  package func brief(_ marks: MarkSet = .unicode, hasTerms: Bool = false) -> String {
    let parts = hasTerms ? terms.map { $0.rung.figure.short(marks) }.joined(separator: " + ") + " = " : ""
    let total = parts + (isSumApproximate ? "~" : "") + sum.short(marks)
    return (terms.count > 1 ? total : claimed(marks)) + " " + opposed(marks)
  }

  /// What they are held against: "but aboard ~450".
  package func opposed(_ marks: MarkSet = .unicode, naming: (Ledger.Term) -> String? = { _ in nil }) -> String {
    let label = kind == .rival ? "" : against.label + " "
    return "but \(label)\(against.rung.figure.short(marks))" + (naming(against).map { " (\($0))" } ?? "")
  }
}

extension Ledger {
  /// "190 rescued + ~300 held = ~490 of ~450", or without the words.
  package func equation(_ marks: MarkSet = .unicode, hasLabels: Bool = true) -> String {
    let parts = terms.map { $0.rung.figure.short(marks) + (hasLabels ? " " + $0.label : "") }.joined(separator: " + ")
    let about = terms.contains { $0.rung.figure.isApproximate } ? "~" : ""
    let total = terms.count > 1 ? " = " + about + sum.short(marks) : ""
    return parts + total + " of " + aboard.rung.figure.short(marks)
  }

  /// The remainder in words: "over by ~40", "~70 unaccounted", "adds up".
  package func remainder(_ marks: MarkSet = .unicode) -> String {
    Ledger.words(residual, about: isApproximate ? "~" : "")
  }

  /// The remainder with every *about* at ±10 %; `nil` where no figure is about.
  package func widenedRemainder(_ marks: MarkSet = .unicode) -> String? {
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
