/// Changes the model by what happened.
///
/// - Returns: What the loop is to do. Show `view(model, size:)` afterwards in any case.
package func update(_ model: inout Model, _ message: Message) -> [Effect] {
  switch message {
  case .key(let key):
    model.status = nil
    if let question = model.question, !key.isPointer { return model.answer(key, to: question) }
    if case .pointer(let pointer) = key { return model.point(pointer) }
    if model.commandLine != nil { return model.typeKey(key) }
    guard let command = model.keymap.command(for: key, in: model.place) else { return model.unknown(key) }
    return model.perform(command)
  case .resized(let size):
    model.size = size
    for index in model.screens.indices { model.screens[index].resize(size, options: model.options) }
    return []
  case .tick: return model.tick()
  case .loaded(let articles):
    let count = model.store.events.count
    model.append(articles)
    let isNews = model.live.isCaughtUp
    if isNews { model.announce(articles, claims: model.store.events.count - count) }
    let told = model.checkAlerts() + (isNews && model.options.ringsForNews ? [.bell] : [])
    return told + (model.replay.isPlaying ? [.wake(after: model.nextWait)] : [])
  case .acted(let entries):
    model.append(entries)
    return model.checkAlerts()
  case .graded(let reliabilities):
    model.grade(reliabilities)
    return []
  case .superseded(let former):
    model.supersede(former)
    return []
  case .marked(let marks, let restored):
    model.mark(marks, restored: restored)
    return []
  case .troubles(let troubles):
    model.live.troubles = troubles
    return []
  case .progress(let progress):
    model.live.progress = progress
    if progress == nil, !model.live.isCaughtUp {
      model.live.isCaughtUp = true
      model.sortByIncident()
    }
    return progress == nil ? model.checkAlerts() : []
  case .sources(let sources, let now):
    (model.live.sources, model.live.now) = (sources, now)
    return []
  case .desk(let state):
    model.hear(state)
    return []
  case .restarted:
    model.restart()
    return []
  case .arrived(let now):
    (model.live.lastArrival, model.live.now) = (now, now)
    return []
  case .lead(let event): return model.hear(event)
  case .problem(let text):
    model.problems.append(text)
    return []
  case .notice(let text):
    model.notices.append(text)
    return []
  case .status(let text):
    model.tell(text)
    return []
  case .saved(let entry): return model.saved(entry)
  case .notSaved(let why): return model.notSaved(why)
  case .lastLook(let store): return model.recalled(store)
  case .opened(let lastLook):
    model.beginsWith(lastLook)
    return []
  case .resumed: return [.redraw]
  }
}

extension Model {
  /// Where keys are looked up.
  var place: KeyBinding.Place { screens.last?.place ?? .board }

  /// Says something until the next key.
  mutating func tell(_ words: String) { status = words }

  /// Says that a key does nothing here, and which does what it may have been meant for.
  mutating func unknown(_ key: Key) -> [Effect] {
    guard key.isTyped else { return [] }
    let help = keymap.bindings(in: place).flatMap(\.bindings).flatMap(\.keys).first { $0.command == .help }?.key.name
    let elsewhere = KeyBinding.Place.allCases.filter { keymap.command(for: key, in: $0) != nil && $0 != .line }
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
    case .toggleRead:
      guard case .article(var reading)? = screens.last else { return [.bell] }
      reading.toggleRead()
      screens[screens.count - 1] = .article(reading)
      return []
    case .copy: return copy()
    case .toggleMouse: return toggleMouse()
    case .ladder: return openLadder()
    case .incidents: return open(.incidents(IncidentsScreen()))
    case .sources: return open(.sources(SourcesScreen()))
    case .review: return open(.review(ReviewScreen()))
    case .amend(let amendment): return act { (model) throws(LineError) in try model.amend(amendment) }
    case .reject: return act { (model) throws(LineError) in try model.reject() }
    case .reassign: return act { (model) throws(LineError) in try model.reassign() }
    case .conflicts: return open(.conflicts(ConflictsScreen(at: selectedConflict)))
    case .help: return open(.help(HelpScreen(place, pane: screens.isEmpty ? focus : nil)))
    case .commandLine(let text): return openLine(.command, text: text)
    case .pin: return act { (model) throws(LineError) in try model.pin() }
    case .undo: return act { (model) throws(LineError) in try model.undo("") }
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
}
