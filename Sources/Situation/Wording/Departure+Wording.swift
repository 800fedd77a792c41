extension Departure {
  /// After what it befell: "replaced by its speaker", "retracted by ann".
  package var words: String {
    switch self {
    case .replaced: "replaced by its speaker"
    case .replacedByOutlet: "replaced by the same outlet"
    case .overtaken: "overtaken by another speaker"
    case .retracted(let name): "retracted by \(name)"
    case .corrected(let name): "corrected by \(name)"
    case .takenBack: "taken back"
    case .old: "out of date"
    case .notRepeated: "not repeated since"
    case .notYetSaid: "not yet said"
    }
  }
}
