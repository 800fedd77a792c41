internal import Situation

extension Model {
  mutating func move(_ command: Command) -> [Effect] {
    // A pane is asked for by its number: the board comes back.
    if case .focus = command, isBottomLineOpen { screens.removeLast() }
    if var screen = screens.popLast() {
      screen.move(command, in: self)
      screens.append(screen)
      return []
    }
    switch command {
    case .movePane(let places): focusNext(places)
    case .focus(let pane): return focusPane(pane)
    case .moveConflict(let places): return selectConflict(places)
    case .moveReceipt(let places): return showReceipt(places)
    default: moveRow(command)
    }
    return []
  }

  /// How many rows of a pane are on the screen at once.
  func pageHeight(_ pane: Pane) -> Int { max(1, layout.pageHeight(pane)) }

  private mutating func focusNext(_ places: Int) {
    var pane = focus
    repeat {
      pane = pane.moved(by: places)
    } while pane != focus && (!layout.canFocus(pane) || arrangement.hidden.contains(pane))
    _ = focusPane(pane)
  }

  /// Moves to a pane, and brings it back where it was hidden.
  mutating func focusPane(_ pane: Pane) -> [Effect] {
    arrangement.hidden.remove(pane)
    guard layout.canFocus(pane) else {
      status =
        pane == .train && !needs.hasScene
        ? "no claim speaks of a vehicle or site" : "\(title(of: pane).lowercased()): no room for it at this size"
      return [.bell]
    }
    focus = pane
    // The receipt pane shows what another pane has selected: focusing it changes nothing of that.
    if pane == .timeline, attention != .selection(.timeline) {
      select(timelineRow(of: playhead - 1), in: .timeline)
    } else if pane != .receipt {
      attention = .selection(pane)
      receiptIndex = 0
    }
    return []
  }

  private mutating func moveRow(_ command: Command) {
    if focus == .receipt {
      switch command {
      case .moveRow(let rows): _ = showReceipt(rows)
      case .moveToStart: receiptIndex = 0
      case .moveToEnd: receiptIndex = max(0, receipts.events.count - 1)
      case .moveHalfPage(let pages), .movePage(let pages): _ = showReceipt(pages)
      default: break
      }
      return
    }
    guard let index = selectedIndex(in: focus) else { return }
    let page = pageHeight(focus)
    switch command {
    case .moveRow(let rows): select(index + rows, in: focus, direction: rows)
    case .moveHalfPage(let pages): select(index + pages * max(1, page / 2), in: focus, direction: pages)
    case .movePage(let pages): select(index + pages * page, in: focus, direction: pages)
    case .moveToStart: select(0, in: focus)
    case .moveToEnd: select(count(in: focus) - 1, in: focus, direction: -1)
    default: break
    }
  }

  private mutating func selectConflict(_ places: Int) -> [Effect] {
    let count = board.openConflicts.count
    guard count > 0 else {
      status = "no conflict among the figures at this point"
      return [.bell]
    }
    var index = places > 0 ? 0 : count - 1
    if attention == .selection(.conflicts), let selected = selectedIndex(in: .conflicts) {
      index = (selected + places + count) % count
    }
    if layout.canFocus(.conflicts) { focus = .conflicts }
    select(index, in: .conflicts)
    return []
  }

  private mutating func showReceipt(_ places: Int) -> [Effect] {
    let count = receipts.events.count
    guard count > 1 else { return [.bell] }
    receiptIndex = (receipts.shown + places + count * abs(places)) % count
    return []
  }

  mutating func openArticle() -> [Effect] {
    if case .incidents(let screen)? = screens.last {
      guard let number = screen.selectedIncident(in: self) else { return [.bell] }
      screens.removeLast()
      return choose(incident: number)
    }
    if case .review(let screen)? = screens.last, let report = screen.selectedReport(in: self).flatMap({ report($0) }) {
      return open(.article(Reading(report, size: size, options: options)))
    }
    guard let id = selectedClaim, let reading = Reading(store[id].id, store: store, size: size, options: options) else {
      status = "no claim speaks of this: there is no receipt to open"
      return [.bell]
    }
    return open(.article(reading))
  }

  mutating func cancel() -> [Effect] {
    if screens.popLast() == nil {
      attention = .playhead
      receiptIndex = 0
    }
    return []
  }
}

/// The first line to show after a movement, never past the last page.
func scrolled(_ top: Int, by command: Command, page: Int, lines: Int) -> Int {
  let moved =
    switch command {
    case .moveRow(let rows): top + rows
    case .moveHalfPage(let pages): top + pages * max(1, page / 2)
    case .movePage(let pages): top + pages * page
    case .moveToStart: 0
    case .moveToEnd: lines
    default: top
    }
  return min(max(0, moved), max(0, lines - page))
}
