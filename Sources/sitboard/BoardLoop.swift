import BoardUI
import Glibc
import Situation
import Terminal

/// Runs the board on a terminal: events become messages, effects are carried out, and what changed is drawn.
enum BoardLoop {
  /// Milliseconds after a change in which the place is kept: keys that come fast are kept once.
  private static let placeDelay = 400

  /// Returns when the operator quits. A signal that ends the process ends it here, the terminal given back first.
  ///
  /// - Parameter place: Where the operator was, and where to keep where he is.
  static func run(
    _ loading: Loading, _ hand: OperatorHandle, _ options: CommonOptions, _ screen: ScreenOptions, _ place: PlaceFile
  ) throws(TerminalError) {
    var place = place
    let former = place.place()
    var terminal = try Terminal(
      Terminal.Options(color: options.color, theme: screen.theme.theme, hasMouse: former?.isMouseOn ?? true))
    var loop = EventLoop(terminal)
    let tier: GlyphTier =
      options.ascii || !terminal.isUTF8 ? .ascii : terminal.isLinuxConsole ? .console : .unicode
    var model = Model(
      store: loading.store, problems: loading.problems.map(\.message) + loading.notices,
      journal: hand.access, size: terminal.size,
      options: BoardUI.Options(tier: tier, ambiguousWidth: screen.ambiguousWidth.rawValue))
    if let former { model.restore(former) }
    var deadline: MonotonicInstant?
    /// When what has changed of the place is to be kept; `nil` while nothing has.
    var keepPlaceBy: MonotonicInstant?
    var isOver = false
    var signalled: Int32?

    while !isOver {
      terminal.draw(view(model, size: model.size))
      if keepPlaceBy == nil, !place.isKept(model.savedPlace) {
        keepPlaceBy = MonotonicInstant.now.advanced(milliseconds: placeDelay)
      }
      for event in loop.wait(until: [deadline, keepPlaceBy].compactMap { $0 }.min()) {
        var messages: [Message] = []
        switch event {
        case .terminate(let signal): signalled = signal
        case .hangup: signalled = SIGHUP
        case .suspend: messages = [.key(.control("z"))]
        case .resumed:
          terminal.resume()
          messages = [.resized(terminal.size), .resumed]
        case .resized(let size): messages = [.resized(size)]
        case .keys(let keys): messages = keys.map { .key($0) }
        case .timer:
          let now = MonotonicInstant.now
          if let due = keepPlaceBy, due <= now {
            place.keep(model.savedPlace)
            keepPlaceBy = nil
          }
          if let due = deadline, due <= now {
            deadline = nil
            messages = [.tick]
          }
        case .readable: break
        }
        var effects = messages.flatMap { update(&model, $0) }[...]
        while let effect = effects.popFirst() {
          switch effect {
          case .quit: isOver = true
          case .suspend: terminal.suspend()
          case .redraw: terminal.forget()
          case .bell: terminal.ringBell()
          case .wake(let duration): deadline = MonotonicInstant.now.advanced(milliseconds: duration.milliseconds)
          case .cancelWake: deadline = nil
          case .copy(let text):
            let told =
              terminal.copy(text) ? "copied; a terminal that takes no clipboard drops it" : PlaceFile.addCopied(text)
            effects += update(&model, .status(told))
          case .reportMouse(let isOn): terminal.reportMouse(isOn)
          case .journal(let act, let text):
            // What the screen says of it is true: it is said when the entry is on the disk.
            effects += update(&model, hand.enter(act, text: text))
          case .recallLastLook: effects += update(&model, hand.recallLastLook(model.store))
          }
        }
        isOver = isOver || signalled != nil
      }
    }
    place.keep(model.savedPlace)
    terminal.stop()
    hand.rememberLook(model.store)
    if let signalled { die(of: signalled) }
  }

  /// Lets a signal do what it does to a process that does not handle it.
  private static func die(of number: Int32) {
    signal(number, SIG_DFL)
    raise(number)
  }
}

extension Duration {
  /// Rounded up: a timer that comes early would come twice.
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
