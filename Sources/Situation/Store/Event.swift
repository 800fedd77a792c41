/// An event's place in the order of arrival, counted from 0.
package struct EventID: Hashable, Comparable, Sendable {
  package var sequence: Int

  package init(_ sequence: Int) { self.sequence = sequence }

  package static func < (a: EventID, b: EventID) -> Bool { a.sequence < b.sequence }
}

/// An entry of the store. Entries are added and never changed.
package struct Event: Hashable, Sendable {
  package enum Body: Hashable, Sendable {
    /// Read from an article.
    case claim(Claim)
    /// Done by the operator.
    indirect case act(OperatorEntry)
  }

  package let id: EventID
  package let body: Body

  package init(id: EventID, body: Body) {
    self.id = id
    self.body = body
  }

  package init(id: EventID, claim: Claim) { self.init(id: id, body: .claim(claim)) }

  /// What the event says. An act says what it adds, or what the operator wrote.
  package var claim: Claim {
    switch body {
    case .claim(let claim): claim
    case .act(let entry): entry.claim
    }
  }

  /// The operator's entry; `nil` for what an article says.
  package var act: OperatorEntry? {
    if case .act(let entry) = body { entry } else { nil }
  }
}
