extension Count {
  /// What befell the people that a count speaks of. The order of the cases is the order of the board's rows
  /// (those in danger and the dead, who is out, how many there were); what the board does with each stands in `traits`.
  package enum Status: String, Hashable, Sendable, CaseIterable {
    case held, killed, missing, rescued, released, escaped, safe, evacuated, critical, injured, ill, displaced,
      sheltered, arrested, aboard
    /// How many fight on a side; it befalls nobody.
    case strength
  }
}

extension Count.Status {
  /// How a figure may change while an incident runs.
  package enum Course: Hashable, Sendable {
    /// It only grows: a later figure that is not lower is an update.
    case grows
    /// It goes up and down: a later figure of another speaker is an update.
    case moves
    /// It does not change: two different figures are rivals.
    case fixed
  }

  /// The place of a status in the sum of those who were aboard.
  package enum LedgerRole: Hashable, Sendable {
    /// The total that the others must come to.
    case whole
    /// Those who are out. The statuses overlap in the telling, so that the first that has a figure stands for all.
    case out
    case held, dead, missing
  }

  /// What the board needs to know of a status, one row a status.
  package struct Traits: Hashable, Sendable {
    package let course: Course
    /// After how many hours a figure no longer speaks for the present; `nil` is never.
    package let staleAfterHours: Int64?
    /// True for a row that is drawn even where no claim speaks of it.
    package var isAlwaysShown = false
    package var ledger: LedgerRole?
    /// How grave the status is, for the order in which conflicts are told: lower is graver.
    package var gravity = 3
  }

  /// Every status that befalls people, in the order of the board's rows.
  package static let ofPeople: [Count.Status] = allCases.filter { $0 != .strength }

  package var traits: Traits { Count.Status.table[number] }

  private static let table: [Traits] = allCases.map { status in
    switch status {
    case .held: Traits(course: .moves, staleAfterHours: 12, isAlwaysShown: true, ledger: .held, gravity: 0)
    case .rescued: Traits(course: .grows, staleAfterHours: 72, isAlwaysShown: true, ledger: .out, gravity: 2)
    case .released, .escaped: Traits(course: .grows, staleAfterHours: 72, ledger: .out, gravity: 2)
    case .safe: Traits(course: .grows, staleAfterHours: 24)
    case .aboard: Traits(course: .fixed, staleAfterHours: nil, isAlwaysShown: true, ledger: .whole, gravity: 2)
    case .killed: Traits(course: .grows, staleAfterHours: 72, isAlwaysShown: true, ledger: .dead, gravity: 0)
    case .injured: Traits(course: .grows, staleAfterHours: 72, isAlwaysShown: true, gravity: 1)
    case .critical: Traits(course: .grows, staleAfterHours: 24, gravity: 1)
    case .missing: Traits(course: .moves, staleAfterHours: 24, ledger: .missing, gravity: 1)
    case .arrested: Traits(course: .grows, staleAfterHours: 72)
    case .evacuated: Traits(course: .grows, staleAfterHours: 72)
    case .displaced, .sheltered: Traits(course: .moves, staleAfterHours: 72)
    case .ill: Traits(course: .grows, staleAfterHours: 72, gravity: 1)
    case .strength: Traits(course: .fixed, staleAfterHours: 24)
    }
  }

  /// The place among all cases: board rows and topics are kept by it.
  var number: Int {
    switch self {
    case .held: 0
    case .killed: 1
    case .missing: 2
    case .rescued: 3
    case .released: 4
    case .escaped: 5
    case .safe: 6
    case .evacuated: 7
    case .critical: 8
    case .injured: 9
    case .ill: 10
    case .displaced: 11
    case .sheltered: 12
    case .arrested: 13
    case .aboard: 14
    case .strength: 15
    }
  }
}
