import Situation

/// The cases that are written by their place among all. They change only with the program, and what another build
/// packed is never read.
enum PackedCases {
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
