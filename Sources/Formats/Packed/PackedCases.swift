import Situation

/// The cases that are written by their place among all. They change only with the program: what another build packed
/// is never read, and `stamp` tells it.
enum PackedCases {
  /// Names every case in its place, so that a file of a build that had others is refused.
  static let stamp: String = {
    let lists: [[Any]] = [
      precisions, weekdays, sides, standings, doubts, statuses, subjects, scopes, forms, deploymentSides, acts,
      families,
    ]
    return lists.map { $0.map { "\($0)" }.joined(separator: " ") }.joined(separator: "\n")
  }()

  static let precisions = Moment.Precision.allCases
  static let weekdays = Weekday.allCases
  static let sides = Speaker.Side.allCases
  static let standings = Claim.Standing.allCases
  static let doubts = Claim.Doubt.allCases
  static let statuses = Count.Status.allCases
  static let subjects = Count.SubjectClass.allCases
  static let scopes = Count.Scope.allCases
  static let forms = Figure.Form.allCases
  static let deploymentSides = Deployment.Side.allCases
  static let acts = Statement.Act.allCases
  static let families = EventKind.Family.allCases
}
