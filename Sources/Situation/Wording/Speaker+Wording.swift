extension Speaker {
  /// The family name as wires use it: the last word of the name.
  package var surname: String? {
    name.flatMap { $0.utf8.split(separator: UInt8(ascii: " ")).last.map { String(Substring($0)) } }
  }

  /// Returns true if one of the labels has some words in it, whatever their case.
  package func isNamed(with words: String) -> Bool {
    // Mostly they stand in the name, the office or the body itself, and one word stands in no label but for these: then
    // no labels need be put together.
    if [organisation, role, name].contains(where: { $0?.contains(anyCase: words) ?? false }) { return true }
    return words.utf8.contains(UInt8(ascii: " ")) && SpeakerName(self).labels.contains { $0.contains(anyCase: words) }
  }
}

extension Speaker.Side {
  /// The side in a word, for where no speaker has room; `nil` where it is not known.
  package var word: String? {
    switch self {
    case .state, .attackers: rawValue
    case .railwayAndMedical: "railway"
    case .other, .unknown: nil
    }
  }
}
