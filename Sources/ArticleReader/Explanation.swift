package import Situation

/// How one sentence was read, as plain values to print.
package struct Explanation: Sendable {
  /// A term of the sentence with what the lexicon says it can be.
  package struct Word: Sendable {
    package var text: String
    package var tags: [String]
  }

  /// A stretch of the sentence by its kind: "group", "verb", "time".
  package struct Part: Sendable {
    package var kind: String
    package var text: String
    /// What is known of it: "30…, militants, attackers", "passive".
    package var detail: String
  }

  /// A rule that fired, with what it stands on.
  package struct Fired: Sendable {
    package var rule: String
    package var text: String
    package var reading: String
    /// The parts that the rule put together, one a line.
    package var tree: [String]
  }

  /// A rule that found its words and refused.
  package struct Refused: Sendable {
    package var rule: String
    package var text: String
    package var reason: String
  }

  /// A decision on a claim that was weighed, with the cues that weighed most.
  package struct Weighed: Sendable {
    package var text: String
    /// "of another incident", "a part", "right".
    package var decision: String
    package var answer: String
    /// In hundredths of a logit; above 0 is for it.
    package var weight: Int
    package var cues: [(name: String, weight: Int)]
  }

  /// The bytes of the sentence in the canonical text.
  package var span: Range<Int>
  /// The lines that it stands on, counted from 1.
  package var lines: ClosedRange<Int>
  package var words: [Word]
  package var quantities: [Part]
  package var chunks: [Part]
  /// Who speaks: the words that say so, and the words that they answer for.
  package var speakers: [Part]
  package var fired: [Fired]
  package var refused: [Refused]
  package var claims: [Claim]
  package var weighed: [Weighed] = []
}
