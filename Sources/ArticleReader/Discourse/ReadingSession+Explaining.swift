import Situation

extension ReadingSession {
  /// Explains a sentence to those who asked.
  mutating func explain(_ sentence: Sentence, _ findings: Findings, _ frames: [SpeechFrame]) {
    guard let telling, !telling.isOver else { return }
    let span = sentence.bytes(0..<sentence.terms.count)
    guard let lines = telling.lines(of: span) else { return }
    let chunks = sentence.chunks.map { chunk in
      Explanation.Part(
        kind: "\(chunk.kind)", text: sentence.words(chunk.terms), detail: detail(chunk, sentence))
    }
    let quantities = sentence.groups.compactMap { group in
      group.quantity.map { quantity in
        Explanation.Part(
          kind: quantity.isAdditional ? "increment" : "quantity", text: sentence.words(group.terms),
          detail: Self.bounds(quantity.low, quantity.high))
      }
    }
    let fired = findings.list.map { finding in
      Explanation.Fired(
        rule: finding.rule, text: sentence.words(finding.terms), reading: finding.content.summary(),
        tree: tree(of: finding, sentence))
    }
    let refused = findings.rejected.map { rule, terms, reason in
      Explanation.Refused(rule: rule, text: sentence.words(terms), reason: reason)
    }
    let claims = telling.claims(in: span)
    self.telling?.tell(
      Explanation(
        span: span, lines: lines,
        words: sentence.terms.indices.map { index in
          Explanation.Word(
            text: sentence.words(index..<index + 1), tags: sentence.senses(index).map(\.category.sectionName))
        },
        quantities: quantities, chunks: chunks,
        speakers: frames.map {
          Explanation.Part(kind: "speaker", text: sentence.words($0.terms), detail: sentence.words($0.scope))
        }, fired: fired, refused: refused, claims: claims.map(\.claim),
        weighed: claims.flatMap(\.weighed)))
  }

  /// The parts that a finding is made of, with what is known of each.
  private func tree(of finding: Finding, _ sentence: Sentence) -> [String] {
    sentence.chunks.filter { $0.terms.overlaps(finding.terms) }.map { chunk in
      let known = detail(chunk, sentence)
      return "\(chunk.kind) “\(sentence.words(chunk.terms))”" + (known.isEmpty ? "" : " (\(known))")
    }
  }

  static func bounds(_ low: Int?, _ high: Int?) -> String {
    switch (low, high) {
    case (let low?, let high?): low == high ? "\(low)" : "\(low)…\(high)"
    case (let low?, nil): "\(low)…"
    case (nil, let high?): "…\(high)"
    case (nil, nil): "undisclosed"
    }
  }

  private func detail(_ chunk: Chunk, _ sentence: Sentence) -> String {
    switch chunk.kind {
    case .group:
      let group = sentence.groups[chunk.index]
      var words: [String] = []
      if let quantity = group.quantity { words.append(Self.bounds(quantity.low, quantity.high)) }
      if group.isPeople { words.append(group.subjectClass.map { "\($0)" } ?? "mixed") }
      if let status = group.status { words.append("\(status)") }
      if group.isHeadless { words.append("bare number") }
      return words.joined(separator: ", ")
    case .verb:
      let verb = sentence.verbs[chunk.index]
      return "\(verb.voice)" + (verb.isNegated ? ", negated" : "") + (verb.isModal ? ", modal" : "")
    default: return ""
    }
  }
}
