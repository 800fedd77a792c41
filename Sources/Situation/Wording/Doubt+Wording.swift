extension Claim.Doubt {
  /// Why a reader is not sure, in a few words.
  package var words: String {
    switch self {
    case .verb: "the verb was not understood, a noun stands for the status"
    case .reading: "another reading of the same words was nearly as good"
    case .incident: "it may be of another incident or another day"
    case .scope: "it may be a part of a figure, or all of it"
    case .cues: "few signs speak for it, or they speak against one another"
    }
  }

  /// What a claim with it could be other than what was read.
  ///
  /// - Parameter scope: What it covers as it was read; `nil` for a claim that counts nobody.
  package func otherReading(of scope: Count.Scope?) -> String {
    switch self {
    case .verb: "another status"
    case .reading: "another figure, status or group in the same words"
    case .incident: "a figure of another incident, or of before"
    case .scope: scope == .total ? "a part or an addition" : "all of them"
    case .cues: "no figure of this at all"
    }
  }
}

extension Amendment {
  /// What it sets, in the words that set it: "killed, part"; `nil` where it accepts a claim as it was read.
  package var words: String? {
    let words = [status?.rawValue, subjectClass?.words, scope?.words, standing?.rawValue].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension Count.SubjectClass {
  package var words: String {
    switch self {
    case .people: "people"
    case .attackers: "attackers"
    case .securityForces: "security forces"
    }
  }
}

extension Count.Scope {
  package var words: String {
    switch self {
    case .total: "total"
    case .part: "part"
    case .increment: "addition"
    case .other: "another incident"
    }
  }
}
