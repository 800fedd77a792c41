/// A count of people as a text gives it: bounds, and the qualifier as it was written.
///
/// A bound that the text leaves open is `nil`, never zero. Both open is a figure that was mentioned and not given
/// ("an undisclosed number").
package struct Figure: Hashable, Sendable {
  /// The way the number was put, which decides how it is drawn and whether it is widened.
  package enum Form: String, Hashable, Sendable, CaseIterable {
    case exact
    /// "about 300": the bounds are 300…300, and ±10 % where a computation allows for the word.
    case about
    /// "at least 30", "more than 30": the high bound is open.
    case atLeast
    /// "up to 90", "nearly 90": the low bound is open.
    case atMost
    /// "25 to 30".
    case range
    /// "dozens", "several": the word is the figure, with a low bound by convention.
    case vague
    /// Mentioned, and no number given.
    case undisclosed
  }

  // In an order that leaves few gaps between them, as in all that a claim is made of: a text has a hundred thousand.
  package let low: Int?
  package let form: Form
  package let high: Int?
  /// The words that qualify the number, as written: "at least", "dozens". `nil` for a bare number.
  package let qualifier: String?

  /// Takes bounds as they are; a range given backwards ("30 to 25") is put in order.
  package init(low: Int?, high: Int?, form: Form, qualifier: String? = nil) {
    if let low, let high, low > high {
      self.low = high
      self.high = low
    } else {
      self.low = low
      self.high = high
    }
    self.form = form
    self.qualifier = qualifier
  }

  package static func exactly(_ count: Int) -> Figure { Figure(low: count, high: count, form: .exact) }
  package static func about(_ count: Int, _ qualifier: String = "about") -> Figure {
    Figure(low: count, high: count, form: .about, qualifier: qualifier)
  }
  package static func atLeast(_ count: Int, _ qualifier: String = "at least") -> Figure {
    Figure(low: count, high: nil, form: .atLeast, qualifier: qualifier)
  }
  package static func atMost(_ count: Int, _ qualifier: String = "up to") -> Figure {
    Figure(low: nil, high: count, form: .atMost, qualifier: qualifier)
  }
  package static func between(_ low: Int, _ high: Int) -> Figure { Figure(low: low, high: high, form: .range) }
  package static func undisclosed(_ qualifier: String? = nil) -> Figure {
    Figure(low: nil, high: nil, form: .undisclosed, qualifier: qualifier)
  }

  package var isUndisclosed: Bool { low == nil && high == nil }
  package var isApproximate: Bool { form == .about }

  /// The number to plot or to sort by: the bound that was said. `nil` when no number was given.
  package var point: Int? {
    switch (low, high) {
    case (let low?, let high?): low + (high - low) / 2
    case (let low?, nil): low
    case (nil, let high?): high
    case (nil, nil): nil
    }
  }

  /// True if no bound is a number other than a multiple of fifty: such totals are rounded by habit.
  package var isRounded: Bool {
    !isUndisclosed && [low, high].allSatisfy { bound in bound.map { $0 % 50 == 0 } ?? true }
  }
}

extension Figure {
  /// The same count as an interval of whole people.
  package var interval: Interval { Interval(low: low, high: high) }

  /// The interval with *about* read as ±10 %; every other form is as it stands.
  package var widened: Interval { isApproximate ? interval.widenedByTenth() : interval }
}
