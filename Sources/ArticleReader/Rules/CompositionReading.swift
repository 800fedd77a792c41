import Situation

/// A count of an earlier sentence that a later one may take apart.
struct EarlierCount: Sendable {
  var low: Int?
  var high: Int?
  var status: Count.Status
  var subject: String
  var subjectClass: Count.SubjectClass?
  /// Among the claims of the article; none where it is not known which one it is.
  var claim: Int?
  /// Itself a part of another count.
  var isPart = false
}

extension Clauses {
  /// The earlier count that a definite number points back to: "the 104".
  func earlier(_ group: NounGroup) -> EarlierCount? {
    guard let quantity = group.quantity, !quantity.isSingleton, let number = quantity.low ?? quantity.high else {
      return nil
    }
    return context.counts.last { $0.low == number || $0.high == number }
  }
}

extension Findings {
  /// "27 were off-duty soldiers": the complement of a bare number says who they are.
  mutating func relabel(_ group: Int, _ clauses: Clauses, complementAfter chunk: Int) {
    guard let index = list.firstIndex(where: { $0.group == group && $0.content.isCount }),
      clauses.groups[group].isHeadless,
      case .count(var count) = list[index].content
    else { return }
    guard clauses.chunks.indices.contains(chunk + 1), clauses.chunks[chunk + 1].kind == .verb,
      clauses.sentence.verbs[clauses.chunks[chunk + 1].index].isCopula, let complement = clauses.group(at: chunk + 2),
      complement.isPeople
    else { return }
    (count.subject, count.subjectClass) = clauses.subject(of: complement)
    list[index].content = .count(count)
    list[index].terms = list[index].terms.lowerBound..<max(list[index].terms.upperBound, complement.terms.upperBound)
  }
}
