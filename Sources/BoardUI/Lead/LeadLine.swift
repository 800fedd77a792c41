/// The line that says who leads, and whether this board is in step.
enum LeadLine {
  static func draw(_ model: Model, row: Int, limit: Int, _ canvas: inout Canvas) {
    guard let line = model.leadWords else { return }
    let at = canvas.put(line.lead, column: 1, row: row, style: Style(.title, bold: true), limit: limit)
    canvas.put(
      "  " + line.rest, column: at, row: row, style: Style(line.isTrouble ? .notice : .secondary), limit: limit)
  }
}

extension Model {
  /// Who leads, and the rest of the line.
  var leadWords: (lead: String, rest: String, isTrouble: Bool)? {
    switch lead {
    case nil: return nil
    case .leading(let leading):
      var parts = [
        leading.followers == 0
          ? "nobody follows: sitboard follow \(leading.name)"
          : "\(leading.followers) follow, \(leading.inStep) in step"
      ]
      if let cue = leading.cue { parts.append("cue \(cue + 1) of \(leading.cues.count)") }
      if leading.cue == nil, !leading.cues.isEmpty { parts.append("\(leading.cues.count) cues, w takes the first") }
      if leading.pointer != nil { parts.append("pointing") }
      if let words = leading.words { parts.append("saying: \(words)") }
      return ("LEADING \(leading.name)", parts.joined(separator: ", "), false)
    case .following(let following):
      let name = following.presenter.map { "LED BY \($0)" } ?? "FOLLOWING \(following.name)"
      switch following.link {
      case .connecting: return (name, "waiting for the presenter", false)
      case .gone(let why): return (name, "\(why); the board stands as it was left, and rejoins by itself", true)
      case .connected where following.isAway: return (name, "ON YOUR OWN: o rejoins", true)
      case .connected: return (name, "in step, o looks around", false)
      }
    }
  }

  /// What the presenter says on every screen.
  var leadSays: String? {
    guard let following, !following.isAway, let words = following.place?.words else { return nil }
    return (following.presenter.map { $0 + ": " } ?? "") + words
  }
}
