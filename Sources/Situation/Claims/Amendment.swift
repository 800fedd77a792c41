/// How a person who has looked at a claim takes it. What an amendment leaves out stays as the reader has it, so that an
/// empty one accepts the claim as it was read. A claim with an amendment is sure.
package struct Amendment: Hashable, Sendable {
  /// Of a count alone, as are the class and the scope.
  package var status: Count.Status?
  package var subjectClass: Count.SubjectClass?
  package var scope: Count.Scope?
  package var standing: Claim.Standing?

  package init(
    status: Count.Status? = nil, subjectClass: Count.SubjectClass? = nil, scope: Count.Scope? = nil,
    standing: Claim.Standing? = nil
  ) {
    self.status = status
    self.subjectClass = subjectClass
    self.scope = scope
    self.standing = standing
  }

  package static let accepting = Amendment()

  /// Returns true if it says something that only a count has.
  package var isOfCount: Bool { status != nil || subjectClass != nil || scope != nil }

  /// The amendment with a later one of the same claim over it.
  package func amended(by later: Amendment) -> Amendment {
    Amendment(
      status: later.status ?? status, subjectClass: later.subjectClass ?? subjectClass, scope: later.scope ?? scope,
      standing: later.standing ?? standing)
  }
}

extension Amendment {
  /// What a claim had, as it was read, in place of what this sets to something else.
  package func replaced(of claim: Claim) -> Amendment {
    let count = claim.count
    return Amendment(
      status: status == count?.status ? nil : status.flatMap { _ in count?.status },
      subjectClass: subjectClass == count?.subjectClass ? nil : subjectClass.flatMap { _ in count?.subjectClass },
      scope: scope == count?.scope ? nil : scope.flatMap { _ in count?.scope },
      standing: standing == claim.standing ? nil : standing.map { _ in claim.standing })
  }
}

extension Claim {
  /// The claim as an amendment takes it.
  func amended(by amendment: Amendment) -> Claim {
    var claim = self
    claim.content = content.amended(by: amendment)
    claim.standing = amendment.standing ?? standing
    claim.doubt = nil
    return claim
  }
}

extension Claim.Content {
  func amended(by amendment: Amendment) -> Claim.Content {
    guard case .count(var count) = self else { return self }
    count.status = amendment.status ?? count.status
    count.subjectClass = amendment.subjectClass ?? count.subjectClass
    count.scope = amendment.scope ?? count.scope
    return .count(count)
  }
}
