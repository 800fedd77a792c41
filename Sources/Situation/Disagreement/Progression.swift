extension Ladder {
  /// How the figure rose to the newest, newest first: each is later than the one after it and not lower, and no
  /// belligerent's count is mixed with their enemy's. Empty where the newest followed on nothing.
  package var progression: [Rung] {
    guard let newest else { return [] }
    var steps = [newest]
    for rung in rungs.drop(while: { $0 != newest }).dropFirst() {
      guard let last = steps.last, Disagreement(last, after: rung, on: key.status) == .progression else { continue }
      steps.append(rung)
    }
    return steps.count > 1 ? steps : []
  }

  /// "16, 27, 30, 33: rising, no conflict"; `nil` where nothing rose.
  package func progressionSentence(_ marks: GlyphSet = .unicode) -> String? {
    let steps = progression
    guard !steps.isEmpty else { return nil }
    return steps.reversed().map { $0.figure.short(marks) }.joined(separator: ", ") + ": rising, no conflict"
  }
}
