package import Situation

/// A stretch of a sentence and who says it, whether it holds a claim or not: how attribution is measured on texts whose
/// speakers people have marked.
package struct Attribution: Sendable {
  /// Bytes of the canonical text.
  package let span: Range<Int>
  /// `nil` where the text names nobody.
  package internal(set) var speaker: Speaker?
  /// The bytes of the words for the speaker, where they stand in the same sentence.
  package let phrase: Range<Int>?
}

extension ArticleReader {
  /// Returns each stretch of an article with its speaker, in the order of the text.
  package func attributions(_ article: Article) -> [Attribution] {
    var session = ReadingSession(article: article, reader: self)
    session.keepsAttributions = true
    _ = session.read()
    return session.attributions
  }
}

extension ReadingSession {
  /// Keeps who says the terms of a sentence, a stretch for each speaker. The words for the speaker and the verb are
  /// nobody's.
  mutating func attribute(_ sentence: Sentence, _ frames: [SpeechFrame], _ quoted: QuotedSpeech) {
    guard keepsAttributions, !sentence.terms.isEmpty else { return }
    var start = 0
    var current = whose(0, sentence, frames, quoted)
    for term in sentence.terms.indices.dropFirst() {
      let next = whose(term, sentence, frames, quoted)
      if next != current {
        keep(start..<term, current, sentence)
        (start, current) = (term, next)
      }
    }
    keep(start..<sentence.terms.count, current, sentence)
  }

  private struct Whose: Equatable {
    var speaker: Speaker?
    var phrase: Range<Int>?
    var isSource = false
  }

  private func whose(_ term: Int, _ sentence: Sentence, _ frames: [SpeechFrame], _ quoted: QuotedSpeech) -> Whose {
    if frames.contains(where: { $0.terms.contains(term) || $0.phrase.contains(term) }) { return Whose(isSource: true) }
    if let frame = frame(for: term, frames) { return Whose(speaker: frame.speaker, phrase: frame.phrase) }
    return Whose(speaker: frames.isEmpty ? quoted.speaker(of: term, in: sentence) : nil)
  }

  private mutating func keep(_ terms: Range<Int>, _ whose: Whose, _ sentence: Sentence) {
    guard !whose.isSource else { return }
    attributions.append(
      Attribution(span: sentence.bytes(terms), speaker: whose.speaker, phrase: whose.phrase.map(sentence.bytes)))
  }

  /// Sets the speaker of what was said before it was told by whom.
  mutating func tell(_ untold: Untold, by speaker: Speaker) {
    for index in untold.claims { claims[index].speaker = speaker }
    for index in untold.attributions { attributions[index].speaker = speaker }
  }
}
