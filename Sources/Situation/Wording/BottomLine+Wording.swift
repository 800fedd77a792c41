/// A line of the bottom line: a topic in a word, and what there is to say of it.
package struct BottomLineText: Hashable, Sendable {
  package enum Topic: String, Hashable, Sendable, CaseIterable {
    case incident
    case people
    case disputed
    case changed
    case unknown = "not known"
    case next
  }

  package enum Piece: Hashable, Sendable {
    case words(String)
    /// Where who says it stands.
    case source(BottomLine.Source)
  }

  package var topic: Topic
  package var pieces: [Piece]

  /// The line as plain text.
  ///
  /// - Parameter naming: What to say of a source, in brackets; `nil` leaves it out.
  package func text(naming: (BottomLine.Source) -> String?) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .source(let source): naming(source).map { " (" + $0 + ")" } ?? ""
      }
    }.joined()
  }
}

extension BottomLine {
  /// The lines in their order; a topic of which there is nothing to say is left out, but for *disputed* and *not known*.
  ///
  /// - Parameter changed: What to say of changes; `nil` where nothing is compared.
  package func lines(_ marks: GlyphSet = .unicode, changed: [BottomLineText.Piece]? = nil) -> [BottomLineText] {
    var lines: [BottomLineText] = []
    func add(_ topic: BottomLineText.Topic, _ pieces: [BottomLineText.Piece]) {
      if !pieces.isEmpty { lines.append(BottomLineText(topic: topic, pieces: pieces)) }
    }
    add(.incident, incidentPieces + sincePieces(marks))
    add(.people, Array(people.map { pieces(of: $0, marks) }.joined(separator: [.words("; ")])))
    add(.disputed, disputedPieces(marks))
    add(.changed, changed ?? [])
    add(.unknown, [.words(unknownWords)])
    add(.next, nextPieces(marks))
    return lines
  }

  private var incidentPieces: [BottomLineText.Piece] {
    var pieces: [BottomLineText.Piece] = []
    if let state { pieces += [.words("\(state.thing) \(state.state)"), .source(state.source)] }
    if let place { pieces.append(.words((pieces.isEmpty ? "" : ", ") + place)) }
    return pieces
  }

  private func sincePieces(_ marks: GlyphSet) -> [BottomLineText.Piece] {
    guard state != nil, let since, let day = since.lastTime?.date.short ?? since.labels(marks).first else { return [] }
    return [.words(", since \(day)")]
  }

  private func pieces(of people: People, _ marks: GlyphSet) -> [BottomLineText.Piece] {
    let status = people.name
    func told(_ told: SourcedFigure) -> [BottomLineText.Piece] {
      [.words(told.figure.short(marks)), .source(told.source)]
    }
    switch people.known {
    case .totals(let figures):
      var beyond: [BottomLineText.Piece] = []
      if let part = people.beyond { beyond = [.words(", \(part.part.words(marks)) alone"), .source(part.source)] }
      return [.words(status + " ")] + figures.map(told).joined(separator: [.words(" against ")]) + beyond
    case .past(let figures):
      return [.words(status + " ?, last ")] + figures.map(told).joined(separator: [.words(" against ")])
    case .parts(let parts):
      if let only = parts.first, parts.count == 1 {
        return [.words("\(status) \(only.part.words(marks)) only, no total"), .source(only.source)]
      }
      let told = parts.map { [BottomLineText.Piece.words($0.part.words(marks)), .source($0.source)] }
      return [.words(status + " ")] + told.joined(separator: [.words(" + ")]) + [.words(", no total")]
    case .unnumbered(let last, let by):
      return [.words("\(status) ?, no number")]
        + (last.map { [.words(", last ")] + told($0) } ?? (by.speaker == nil ? [] : [.source(by)]))
        + (people.below.map { [.words(", above \($0.figure.short(marks)) aboard")] } ?? [])
    }
  }

  private func disputedPieces(_ marks: GlyphSet) -> [BottomLineText.Piece] {
    guard let disputed else { return people.isEmpty ? [] : [.words("no two figures contradict one another")] }
    let pieces = disputed.sentencePieces(marks).map { piece -> BottomLineText.Piece in
      switch piece {
      case .words(let words): .words(words)
      case .source(let term): .words(" (\(disputed.shortName(of: term)))")
      }
    }
    let more = furtherConflicts == 0 ? [] : [BottomLineText.Piece.words("; \(furtherConflicts) more")]
    return pieces + more
  }

  private var unknownWords: String {
    var parts: [String] = []
    parts += untoldWords
    if !unnumbered.isEmpty { parts.append("no figure for " + unnumbered.prefix(2).joined(separator: ", ")) }
    if unnumbered.count > 2 { parts.append("\(unnumbered.count - 2) more") }
    return parts.isEmpty ? "nothing that the reports mention" : parts.joined(separator: "; ")
  }

  /// "how many people were killed, injured"; where the dead of those who fight are told, "how many people were killed
  /// besides attackers".
  var untoldWords: [String] {
    let groups = Dictionary(grouping: untold, by: \.besides)
    return untold.map(\.besides).reduce(into: [[Count.SubjectClass]]()) { known, each in
      if !known.contains(each) { known.append(each) }
    }.map { besides in
      let statuses = (groups[besides] ?? []).map(\.status.rawValue).joined(separator: ", ")
      let others = besides.map(\.words).joined(separator: " and ")
      return "how many people were " + statuses + (others.isEmpty ? "" : " besides " + others)
    }
  }

  private func nextPieces(_ marks: GlyphSet) -> [BottomLineText.Piece] {
    var pieces: [BottomLineText.Piece] = []
    if let deadline {
      let left = deadline.note?.words(at: asOf, marks).map { " " + $0 } ?? ""
      var source = deadline.source
      // The time that is left tells when it was set.
      if !left.isEmpty { source.when = .unknown }
      pieces += [.words("deadline " + deadline.statement.content), .source(source), .words(left + "; ")]
    }
    if let lastReport, let label = lastReport.labels(marks).first { pieces.append(.words("last report \(label)")) }
    return pieces
  }
}

extension BottomLine {
  /// The longest that `inOneLine` comes to, in characters.
  package static let mostCharacters = 200

  /// All of it in one line of at most `mostCharacters`: what and where, the people from the gravest on with who says so,
  /// how many figures contradict one another, and when the last report was filed. What has no room is counted.
  package func inOneLine(_ marks: GlyphSet = .unicode) -> String {
    func text(_ pieces: [BottomLineText.Piece]) -> String {
      BottomLineText(topic: .people, pieces: pieces).text { $0.speaker?.shortest ?? "unattributed" }
    }
    var head = BottomLineText(topic: .incident, pieces: incidentPieces).text { _ in nil }
    if head.isEmpty { head = "no incident is told of" }
    var ends: [String] = []
    if disputed != nil {
      let count = furtherConflicts + 1
      ends.append("\(count) contradiction\(count == 1 ? "" : "s")")
    }
    if let label = lastReport?.labels(marks).first { ends.append("last report \(label)") }
    let told = people.map { people in
      // The shortest line has no room for what the ladder and the page tell.
      var people = people
      people.below = nil
      return text(pieces(of: people, marks))
    }
    for kept in stride(from: told.count, through: 0, by: -1) {
      let left = told.count - kept
      let more = left == 0 ? [] : ["\(left) more"]
      let line = ([head] + told.prefix(kept) + more + ends).joined(separator: "; ")
      if line.count <= BottomLine.mostCharacters { return line }
    }
    return String(head.prefix(BottomLine.mostCharacters - 1)) + (marks == .ascii ? "." : "…")
  }
}
