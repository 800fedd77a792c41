/// How far a source is to be believed whatever it says, by the Admiralty code (NATO AJP-2.1): set by the operator, and F
/// for everybody else.
package enum Reliability: String, Hashable, Sendable, CaseIterable {
  case completely = "A"
  case usually = "B"
  case fairly = "C"
  case notUsually = "D"
  case unreliable = "E"
  case unknown = "F"
}

/// What is set of sources, each an outlet or a speaker by a name that reports give it: "Dawn", "Shahid Rind", "BLA".
package struct Reliabilities: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// As it was written.
    package var source: String
    package var reliability: Reliability

    package init(source: String, reliability: Reliability) {
      self.source = source
      self.reliability = reliability
    }
  }

  private var grades: [String: Entry] = [:]

  package init() {}

  package var isEmpty: Bool { grades.isEmpty }

  /// In the order of their names.
  package var entries: [Entry] { grades.sorted { $0.key < $1.key }.map(\.value) }

  /// Sets what a source is; the last setting stands. Capital and small letters are the same.
  package mutating func set(_ source: String, _ reliability: Reliability) {
    grades[source.lowercased()] = Entry(source: source, reliability: reliability)
  }

  /// The same with what the operator set laid over it.
  package func overlaid(by other: Reliabilities) -> Reliabilities {
    var overlaid = self
    overlaid.grades.merge(other.grades) { _, later in later }
    return overlaid
  }

  package subscript(source: String) -> Reliability? { grades[source.lowercased()]?.reliability }

  /// What is set of who says a thing: of the speaker by name, surname, organisation or role, in that order, and else of
  /// the outlet.
  package func reliability(of speaker: Speaker?, outlet: String?) -> Reliability? {
    guard !grades.isEmpty else { return nil }
    return [speaker?.name, speaker?.surname, speaker?.organisation, speaker?.role, outlet].lazy
      .compactMap { $0.flatMap { self[$0] } }.first
  }
}
