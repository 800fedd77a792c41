/// Changes the model by what happened.
///
/// - Returns: What the loop is to do. Show `view(model, size:)` afterwards in any case.
package func update(_ model: inout Model, _ message: Message) -> [Effect] {
  switch message {
  case .key(let key): return model.press(key)
  case .resized(let size): model.resize(size)
  case .tick: return model.tick()
  case .loaded(let articles): return model.take(articles)
  case .acted(let entries):
    model.append(entries)
    return model.checkAlerts()
  case .graded(let reliabilities): model.grade(reliabilities)
  case .superseded(let former): model.supersede(former)
  case .marked(let marks, let restored): model.mark(marks, restored: restored)
  case .troubles(let troubles): model.live.troubles = troubles
  case .places(let places): model.live.places = places
  case .progress(let progress): return model.follow(progress)
  case .sources(let sources, let now):
    (model.live.sources, model.live.now) = (sources, now)
    return model.checkAlerts()
  case .desk(let state): model.hear(state)
  case .restarted: model.restart()
  case .arrived(let now): (model.live.lastArrival, model.live.now) = (now, now)
  case .time(let now):
    model.live.now = max(model.live.now, now)
    return model.checkAlerts()
  case .lead(let event): return model.hear(event)
  case .problem(let text): model.problems.append(text)
  case .notice(let text): model.notices.append(text)
  case .status(let text): model.tell(text)
  case .saved(let entry): return model.saved(entry)
  case .notSaved(let why): return model.notSaved(why)
  case .lastLook(let store): return model.recalled(store)
  case .opened(let lastLook): model.beginsWith(lastLook)
  case .resumed: return [.redraw]
  }
  return []
}

extension Model {
  fileprivate mutating func press(_ key: Key) -> [Effect] {
    status = nil
    if let question, !key.isPointer { return answer(key, to: question) }
    if case .pointer(let pointer) = key { return point(pointer) }
    if commandLine != nil { return typeKey(key) }
    guard let command = keymap.command(for: key, in: place) else { return unknown(key) }
    return perform(command)
  }

  fileprivate mutating func resize(_ size: Size) {
    self.size = size
    for index in screens.indices { screens[index].resize(size, options: options) }
  }

  fileprivate mutating func take(_ articles: [LoadedArticle]) -> [Effect] {
    let count = store.events.count
    append(articles)
    let isNews = live.isCaughtUp
    if isNews { announce(articles, claims: store.events.count - count) }
    let told = checkAlerts() + (isNews && options.ringsForNews ? [.bell] : [])
    return told + (replay.isPlaying ? [.wake(after: nextWait)] : [])
  }

  /// The reports that were there when the board opened are sorted once all are read.
  fileprivate mutating func follow(_ progress: Progress?) -> [Effect] {
    live.progress = progress
    guard progress == nil else { return [] }
    if !live.isCaughtUp {
      live.isCaughtUp = true
      sortByIncident()
    }
    return checkAlerts()
  }
}

extension Model {
  /// Where keys are looked up.
  var place: KeyBinding.Context { screens.last?.place ?? .board }

  /// Says something until the next key.
  ///
  /// - Parameter isNews: Whether it was not a key that led to it: the keys stay in sight then.
  mutating func tell(_ words: String, isNews: Bool = false) { (status, statusIsNews) = (words, isNews) }

  /// Says that a key does nothing here, and which does what it may have been meant for.
  mutating func unknown(_ key: Key) -> [Effect] {
    guard key.isTyped else { return [] }
    let help = keymap.bindings(in: place).flatMap(\.bindings).flatMap(\.keys).first { $0.command == .help }?.key.name
    let elsewhere = KeyBinding.Context.allCases.filter { keymap.command(for: key, in: $0) != nil && $0 != .line }
    let works = elsewhere.isEmpty ? "" : "; it works in: " + elsewhere.map(\.rawValue).joined(separator: ", ")
    tell("\(key.name) does nothing here\(works)" + (help.map { "; \($0) lists the keys" } ?? ""))
    return [.bell]
  }

  mutating func perform(_ command: Command) -> [Effect] {
    if isLed, command.movesPlayhead {
      tell("the presenter moves this board; o leaves the lead to look around")
      return [.bell]
    }
    switch command {
    case .playOrPause: return playOrPause()
    case .step(let direction): return go(to: steppedVisibly(direction))
    case .stepAll:
      toggleAllSteps()
      return []
    case .goToFormer: return goToFormer()
    case .changes(let span): return openChanges(span)
    case .bottomLine: return toggleBottomLine()
    case .goToMarker(let direction): return goToMarker(direction)
    case .goToChange(let direction): return goToChange(direction)
    case .search: return openSearch()
    case .moveMatch(let places): return moveMatch(places)
    case .filter: return openLine(.filter, text: filter?.text ?? "")
    case .squeeze: return squeeze()
    case .stepTime(let direction):
      return go(to: ReplayClock(store: store, clock: clock).step(direction, from: playhead))
    case .stepTenth(let direction): return go(to: playhead + direction * max(1, (store.replayCount + 9) / 10))
    case .goToFirst: return go(to: 0)
    case .goToLast: return go(to: store.replayCount)
    case .goLive: return goLive()
    case .faster, .slower, .normalSpeed: return changeSpeed(command)
    case .swapClock:
      let position = ReplayClock(store: store, clock: clock).position(playhead, swappedTo: clock.other)
      return go(to: position, on: clock.other)
    case .movePane, .focus, .moveRow, .moveHalfPage, .movePage, .moveToStart, .moveToEnd, .moveConflict, .moveReceipt:
      return move(command)
    case .zoom: return toggleZoom()
    case .hidePane: return hideFocusedPane()
    case .openArticle: return openArticle()
    case .toggleRead: return toggleRead()
    case .copy: return copy()
    case .toggleMouse: return toggleMouse()
    case .ladder: return openLadder()
    case .incidents: return open(.incidents(IncidentsScreen()))
    case .sources: return open(.sources(SourcesScreen()))
    case .alerts: return open(.alerts(AlertsScreen()))
    case .seeAlerts(let all): return seeAlerts(all: all)
    case .review: return open(.review(ReviewScreen()))
    case .conflicts: return open(.conflicts(ConflictsScreen(at: selectedConflict)))
    case .help: return open(.help(HelpScreen(place, pane: screens.isEmpty ? focus : nil)))
    case .commandLine(let text): return openLine(.command, text: text)
    case .amend, .reject, .reassign, .pin, .undo: return act { (model) throws(LineError) in try model.enact(command) }
    case .editLine, .moveInHistory, .searchHistory, .completeLine, .enterLine: return []
    case .cancel: return cancel()
    case .leaveOrRejoin: return leaveOrRejoin()
    case .stepCue(let places): return stepCue(places)
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .back: return screens.isEmpty ? quit() : cancel()
    case .quit: return quit()
    case .retract: return askToRetract()
    }
  }

  private mutating func toggleRead() -> [Effect] {
    guard case .article(var reading)? = screens.last else { return [.bell] }
    reading.toggleRead()
    screens[screens.count - 1] = .article(reading)
    return []
  }

  /// What the operator does by a key: it goes to the journal first.
  private func enact(_ command: Command) throws(LineError) -> [Effect] {
    switch command {
    case .amend(let amendment): try amend(amendment)
    case .reject: try reject()
    case .reassign: try reassign()
    case .pin: try pin()
    case .undo: try undo("")
    default: []
    }
  }
}
