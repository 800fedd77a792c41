/// An event's place in the order of arrival, counted from 0.
package struct EventID: Hashable, Comparable, Sendable {
  package var sequence: Int

  package init(_ sequence: Int) { self.sequence = sequence }

  package static func < (a: EventID, b: EventID) -> Bool { a.sequence < b.sequence }
}

/// An entry of the store. Entries are added and never changed.
package struct Event: Hashable, Sendable {
  package let id: EventID
  package let claim: Claim

  package init(id: EventID, claim: Claim) {
    self.id = id
    self.claim = claim
  }
}
