internal import Formats

extension BriefingSection {
  /// What stands over it where no claim tells of it.
  var heading: String { rawValue.uppercased().replacing("-", with: " ") }
}

extension BriefingForm {
  var title: String {
    switch self {
    case .sitrep: "SITUATION REPORT"
    case .methane: "METHANE REPORT"
    case .fiveW: "FIVE W REPORT"
    }
  }
}
