import Situation

/// The cases that are written by their place among all. They change only with the program: what another build packed
/// is never read, and `stamp` tells it.
enum PackedCases {
  /// Names every case in its place, so that a file of a build that had others is refused. By what each is written as:
  /// asking the runtime what a case is called takes a tenth of the start.
  static let stamp: String = {
    let lists = [
      names(precisions), names(sides), names(standings), names(doubts), names(statuses), names(subjects),
      names(scopes), names(forms), names(deploymentSides), names(acts),
      weekdays.map { String($0.rawValue) }, families.map { String($0.rawValue) },
    ]
    return lists.map { $0.joined(separator: " ") }.joined(separator: "\n")
  }()

  private static func names<Case: RawRepresentable<String>>(_ cases: [Case]) -> [String] { cases.map(\.rawValue) }

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
