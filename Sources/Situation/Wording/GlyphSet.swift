/// Which characters the board's short marks are made of.
package enum GlyphSet: Hashable, Sendable, CaseIterable {
  /// "≥30", "≤Wed", "25–30".
  case unicode
  /// ">=30", "<=Wed", "25-30".
  case ascii

  package var atLeast: String { self == .unicode ? "≥" : ">=" }
  package var atMost: String { self == .unicode ? "≤" : "<=" }
  package var dash: String { self == .unicode ? "–" : "-" }
}

extension Figure {
  /// The figure as the board writes it: "~300", "≥30", "≤90", "25–30", "190", "hundreds", "?".
  package func short(_ marks: GlyphSet = .unicode) -> String {
    switch (form, low, high) {
    case (.vague, _, _): vagueWord ?? "?"
    case (_, nil, nil): "?"
    case (_, let low?, nil): marks.atLeast + String(low)
    case (_, nil, let high?): marks.atMost + String(high)
    case (_, let low?, let high?):
      (isApproximate ? "~" : "") + (low == high ? String(low) : String(low) + marks.dash + String(high))
    }
  }
}

extension Figure {
  /// The word that stands for a vague number: "hundreds", where the text says "hundreds of".
  var vagueWord: String? {
    qualifier.map { $0.hasSuffix(" of") ? String($0.dropLast(3)) : $0 }
  }
}

extension Interval {
  /// The interval written as a figure: "490", "≥30", "460–520", "?".
  package func short(_ marks: GlyphSet = .unicode) -> String {
    switch (low, high) {
    case (nil, nil): "?"
    case (let low?, nil): marks.atLeast + String(low)
    case (nil, let high?): marks.atMost + String(high)
    case (let low?, let high?): low == high ? String(low) : String(low) + marks.dash + String(high)
    }
  }
}
