internal import Situation

extension Model {
  var leading: Leading? { if case .leading(let leading)? = lead { leading } else { nil } }

  var following: Following? { if case .following(let following)? = lead { following } else { nil } }

  /// True if the playhead is another's to move.
  var isLed: Bool { following.map { !$0.isAway } ?? false }

  mutating func hear(_ event: LeadEvent) -> [Effect] {
    switch event {
    case .audience(let followers, let inStep):
      guard var leading else { return [] }
      (leading.followers, leading.inStep) = (followers, inStep)
      lead = .leading(leading)
    case .began(let presenter, let loaded, let entries):
      guard var following else { return [] }
      following.presenter = presenter
      following.link = .connected
      following.place = nil
      lead = .following(following)
      replaceStore(loaded, entries)
    case .place(let place):
      guard var following else { return [] }
      following.link = .connected
      let isPointerNew = place.pointer != nil && place.pointer != following.place?.pointer
      following.place = place
      lead = .following(following)
      if !following.isAway { stepInto(place, isPointerNew: isPointerNew) }
    case .gone(let why):
      guard var following else { return [] }
      following.link = .gone(why)
      lead = .following(following)
    }
    return []
  }

  private mutating func stepInto(_ place: LeadPosition, isPointerNew: Bool) {
    movePlayhead(to: place.playhead, on: place.clock, isLead: true)
    if let pointer = place.pointer {
      guard isPointerNew, let index = items(in: pointer.pane).firstIndex(where: { $0.id == pointer.row }) else {
        return
      }
      if layout.canFocus(pointer.pane) { focus = pointer.pane }
      select(index, in: pointer.pane)
    } else {
      attention = .playhead
    }
  }

  /// Leaves the lead to look around, or comes back to it.
  mutating func leaveOrRejoin() -> [Effect] {
    guard var following else {
      tell("nobody leads here")
      return [.bell]
    }
    following.isAway.toggle()
    lead = .following(following)
    replay.isPlaying = false
    if following.isAway {
      tell("on your own: o rejoins")
    } else if let place = following.place {
      stepInto(place, isPointerNew: true)
    }
    return [.cancelWake]
  }

  // MARK: - Leading

  private func presenting() throws(LineError) -> Leading {
    guard let leading else { throw LineError("nobody follows this board; sitboard present opens one that leads") }
    return leading
  }

  mutating func point() throws(LineError) -> [Effect] {
    var leading = try presenting()
    if let item = selectedItem(in: focus), leading.pointer != RowPointer(pane: focus, row: item.id) {
      leading.pointer = RowPointer(pane: focus, row: item.id)
      tell("pointing at \(item.label); :point again takes it away")
    } else {
      leading.pointer = nil
      tell("pointing at nothing")
    }
    lead = .leading(leading)
    return []
  }

  mutating func say(_ text: String) throws(LineError) -> [Effect] {
    var leading = try presenting()
    leading.words = text.isEmpty ? nil : text
    lead = .leading(leading)
    if text.isEmpty { tell("nothing is said on their screens now") }
    return []
  }

  /// Goes to a cue, counted from 0, with its note on every screen.
  mutating func go(toCue index: Int) throws(LineError) -> [Effect] {
    var leading = try presenting()
    guard !leading.cues.isEmpty else {
      throw LineError("there are no cues: give --cues FILE, or set markers with :marker NAME")
    }
    guard leading.cues.indices.contains(index) else {
      throw LineError("there are cues 1 to \(leading.cues.count)")
    }
    let cue = leading.cues[index]
    leading.cue = index
    leading.words = cue.note.isEmpty ? nil : cue.note
    lead = .leading(leading)
    return go(to: store.asOf(cue.instant, on: clock).included)
  }

  mutating func stepCue(_ places: Int) -> [Effect] {
    let next = leading.map { leading in leading.cue.map { $0 + places } ?? (places > 0 ? 0 : leading.cues.count - 1) }
    do throws(LineError) {
      return try go(toCue: next ?? 0)
    } catch {
      tell(error.message)
      return [.bell]
    }
  }
}

extension LineCommand {
  /// What a presenter does beside moving the playhead.
  static let leading: [LineCommand] = [
    LineCommand("point", "", "point at the selected row on every screen, or take the pointer away") {
      (model, _) throws(LineError) in try model.point()
    },
    LineCommand("say", "[TEXT]", "a line of text on every screen; without one, it is taken away") {
      (model, text) throws(LineError) in try model.say(text)
    },
    LineCommand("cue", "[NUMBER]", "the cue of a number, or the next one") { (model, text) throws(LineError) in
      if text.isEmpty { return model.stepCue(1) }
      guard let number = Int(text) else { throw LineError("write the number of a cue, such as :cue 2") }
      return try model.go(toCue: number - 1)
    },
  ]
}
