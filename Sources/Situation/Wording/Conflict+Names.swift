extension Conflict {
  /// Who gives a term, so that no two of them go by one name: "UN officials" and "Wimhurst, United Nations", and not the
  /// body twice.
  package func shortName(of term: Ledger.Term) -> String {
    guard let name = term.rung.speakerName else { return SpeakerName.unattributed[0] }
    let names = (terms + [against]).compactMap(\.rung.speakerName)
    let isAlone = names.allSatisfy { $0.speaker == name.speaker || $0.shortest != name.shortest }
    return isAlone && kind != .part ? name.shortest : name.whole
  }
}
