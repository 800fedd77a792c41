/// Changes the model by what happened.
///
/// - Returns: What the loop is to do. Show `view(model, size:)` afterwards in any case.
package func update(_ model: inout Model, _ message: Message) -> [Effect] {
  switch message {
  case .key(let key):
    model.status = nil
    guard let command = model.keymap.command(for: key, in: model.place) else { return [] }
    return model.perform(command)
  case .resized(let size):
    model.size = size
    model.rewrapReading()
    return []
  case .tick: return model.tick()
  case .loaded(let articles):
    model.append(articles)
    return model.replay.isPlaying ? [.wake(after: model.nextWait)] : []
  case .problem(let text):
    model.problems.append(text)
    return []
  case .status(let text):
    model.status = text
    return []
  case .resumed: return [.redraw]
  }
}

extension Model {
  /// Where keys are looked up.
  var place: KeyBinding.Place {
    switch screen {
    case .board: .board
    case .article: .article
    case .help: .help
    }
  }

  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .playOrPause: return playOrPause()
    case .step(let places): return go(to: playhead + places)
    case .stepTime(let direction):
      return go(to: ReplayClock(store: store, clock: clock).step(direction, from: playhead))
    case .stepTenth(let direction): return go(to: playhead + direction * max(1, (store.events.count + 9) / 10))
    case .goToFirst: return go(to: 0)
    case .goToLast, .goLive: return go(to: store.events.count)
    case .faster, .slower, .normalSpeed: return changeSpeed(command)
    case .swapClock:
      let position = ReplayClock(store: store, clock: clock).position(playhead, swappedTo: clock.other)
      return go(to: position, on: clock.other)
    case .movePane, .focus, .moveRow, .moveHalfPage, .movePage, .moveToStart, .moveToEnd, .moveConflict, .moveReceipt:
      return move(command)
    case .openArticle: return openArticle()
    case .help:
      if case .article(let reading) = screen {
        screen = .help(top: 0, over: reading)
      } else {
        screen = .help(top: 0, over: nil)
      }
      return []
    case .cancel: return cancel()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .back:
      if case .board = screen { return [.quit] }
      return cancel()
    case .quit: return [.quit]
    }
  }
}
