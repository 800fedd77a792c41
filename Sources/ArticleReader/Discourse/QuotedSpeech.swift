import Situation

/// The claims and the stretches of text, by their place in the session's lists, of which nobody has told yet who says them.
struct Untold {
  var claims: [Int] = []
  var attributions: [Int] = []
  var isEmpty: Bool { claims.isEmpty && attributions.isEmpty }
}

/// Whose words a quotation is where the sentence itself does not tell.
struct QuotedSpeech {
  private var speaker: Speaker?
  private var isOpen = false
  /// The claims and stretches of a quotation whose speaker has not been named yet.
  private(set) var waiting = Untold()
  /// The speaker of the last quotation in the paragraph before.
  private var former: Speaker?
  private var hasQuotation = false
  /// The speaker of a quotation that ended in the last sentence and names nobody itself.
  private var carriedOn: Speaker?

  /// True if a quotation is open where the next sentence begins, and if somebody says it.
  var state: (isOpen: Bool, isTold: Bool) { (isOpen, speaker != nil) }

  /// A quotation that the paragraph before left open goes on if this one begins with a mark.
  mutating func beginParagraph() {
    former = hasQuotation ? speaker : nil
    hasQuotation = false
    if !isOpen { speaker = nil }
    isOpen = false
    waiting = Untold()
  }

  /// Who says a term of a sentence that names no speaker: whoever was named right before, as in "…," the minister said.
  /// "We freed four of them." `nil` outside quotations.
  func speaker(of term: Int, in sentence: Sentence) -> Speaker? {
    guard let speaker else { return nil }
    return sentence.isQuoted(term, whereOpen: isOpen) ? speaker : nil
  }

  /// Who says the sentences before in the same quotation, once it ends in a sentence that tells: "Four are dead. Two are
  /// hurt," the doctor said.
  func speakerBelow(_ frames: [SpeechFrame], in sentence: Sentence) -> Speaker? {
    guard isOpen, !waiting.isEmpty, let frame = frames.first,
      let mark = sentence.terms.indices.first(where: { sentence.kind($0) == .quote }), mark < frame.terms.lowerBound
    else { return nil }
    return frame.speaker
  }

  mutating func pass(_ sentence: Sentence, _ frames: [SpeechFrame]) {
    let isQuoted = isOpen || sentence.kind(0) == .quote
    hasQuotation = hasQuotation || isQuoted || sentence.terms.indices.contains { sentence.kind($0) == .quote }
    if let last = frames.last { speaker = last.speaker } else if !isQuoted { speaker = nil }
    isOpen = sentence.isQuoted(sentence.terms.count, whereOpen: isOpen)
    carriedOn = isQuoted && !isOpen && frames.isEmpty && speaker == nil ? former : nil
    if !frames.isEmpty { former = nil }
    if !isOpen && carriedOn == nil || !frames.isEmpty { waiting = Untold() }
  }

  /// Claims of the sentence that passed, which nobody says yet.
  mutating func wait(for untold: Untold) {
    guard isOpen || carriedOn != nil, speaker == nil else { return }
    waiting.claims += untold.claims
    waiting.attributions += untold.attributions
  }

  /// "…," the chief said. And as the next paragraph: "We counted nine bodies. Another died." The claims of a quotation
  /// that is told by nobody, and who was quoted right before it.
  mutating func takeCarriedOn() -> (speaker: Speaker, untold: Untold)? {
    defer { if carriedOn != nil { waiting = Untold() } }
    return carriedOn.map { ($0, waiting) }
  }
}
