extension Claim {
  /// Why a reader is not sure of a claim. A claim with a doubt makes no head figure, no ledger and no conflict until a
  /// person has looked at it.
  package enum Doubt: String, Hashable, Sendable, CaseIterable {
    /// A noun stands for the status, since the verb was not understood ("three hostages were handed over").
    case verb
    /// Another reading of the same words was nearly as good.
    case reading
    /// It may be of another incident.
    case incident
    /// It may be a part of a figure, or a total.
    case scope
    /// The cues that this kind of claim rests on are few or speak against one another.
    case cues
  }
}
