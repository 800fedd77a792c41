import BoardUI
import Glibc
import Situation
import Terminal

/// Runs the board on a terminal: events become messages, effects are carried out, and what changed is drawn.
enum BoardLoop {
  /// Milliseconds after a change in which the place is kept: keys that come fast are kept once.
  private static let placeDelay = 400

  /// Returns when the operator quits. A signal that ends the process ends it here, the terminal given back first.
  static func run(_ setup: BoardSetup, _ options: CommonOptions, _ screen: ScreenOptions) throws(TerminalError) {
    var place = setup.place
    var former = place?.place()
    var terminal = try Terminal(
      Terminal.Options(
        color: options.color ?? setup.settings.color, theme: screen.theme?.theme ?? setup.settings.theme,
        hasMouse: former?.isMouseOn ?? true,
        announcedColor: getenv("COLORTERM").map { String(cString: $0) }))
    var loop = EventLoop(terminal)
    var model = model(setup, terminal, options, screen)
    var deadline: MonotonicInstant?
    /// When what has changed of the place is to be kept; `nil` while nothing has.
    var keepPlaceBy: MonotonicInstant?
    var hasBegun = false
    var hasRecalled = false
    var isOver = false
    var signalled: Int32?

    /// Gives messages to the model and carries out what it asks for.
    func take(_ messages: [Message]) {
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
            terminal.copy(text) ? "copied; a terminal that takes no clipboard drops it" : setup.keep(copied: text)
          effects += update(&model, .status(told))
        case .reportMouse(let isOn): terminal.reportMouse(isOn)
        case .journal(let act, let text):
          // What the screen says of it is true: it is said when the entry is on the disk.
          effects += update(&model, setup.hand?.enter(act, text: text) ?? .notSaved("nothing is saved here"))
        case .recallLastLook: effects += setup.hand.map { update(&model, $0.recallLastLook(model.store)) } ?? []
        case .alert(let words, _): if let way = setup.terminalNotice { terminal.notify(words, way) }
        }
        for partner in setup.partners {
          for message in partner.carryOut(effect) { effects += update(&model, message) }
        }
      }
    }

    take(setup.messages)
    while !isOver, signalled == nil {
      // What was left can be found only in what has been read.
      if let left = former, model.live.isCaughtUp {
        model.reopen(left)
        former = nil
      }
      if !hasBegun, model.live.isCaughtUp {
        hasBegun = true
        model.begin()
      }
      terminal.draw(view(model, size: model.size))
      for partner in setup.partners { partner.see(model) }
      // What was seen last is compared with when the newest is on the screen.
      if !hasRecalled, model.live.isCaughtUp {
        hasRecalled = true
        switch setup.hand?.recallLastLook(model.store) {
        case .lastLook(let seen): take([.opened(lastLook: seen)])
        case nil: take([.opened(lastLook: nil)])
        // What was seen last is there and cannot be read: this is no first look.
        default: break
        }
        continue
      }
      if keepPlaceBy == nil, model.live.isCaughtUp, let place, !place.isKept(model.savedPlace) {
        keepPlaceBy = MonotonicInstant.now.advanced(milliseconds: placeDelay)
      }
      let wakes = [deadline, keepPlaceBy] + setup.partners.map(\.deadline)
      let descriptors = setup.partners.flatMap(\.descriptors)
      for event in loop.wait(until: wakes.compactMap { $0 }.min(), also: descriptors) {
        switch event {
        case .terminate(let signal): signalled = signal
        case .hangup: signalled = SIGHUP
        case .suspend: take([.key(.control("z"))])
        case .resumed:
          terminal.resume()
          take([.resized(terminal.size), .resumed])
        case .resized(let size): take([.resized(size)])
        case .keys(let keys): take(keys.map { .key($0) })
        case .timer:
          let now = MonotonicInstant.now
          if let due = keepPlaceBy, due <= now {
            place?.keep(model.savedPlace)
            keepPlaceBy = nil
          }
          if let due = deadline, due <= now {
            deadline = nil
            take([.tick])
          }
          for partner in setup.partners {
            if let due = partner.deadline, due <= now { take(partner.hear()) }
          }
        case .readable(let descriptor):
          for partner in setup.partners where partner.descriptors.contains(descriptor) { take(partner.hear()) }
        }
      }
    }
    if model.live.isCaughtUp { place?.keep(model.savedPlace) }
    terminal.stop()
    if setup.leavesBottomLine, signalled == nil {
      var output = Output.standard
      try? output.write(lines: [model.bottomLine.inOneLine(options.marks)])
      try? output.finish()
    }
    if model.live.isCaughtUp { setup.hand?.rememberLook(model.store) }
    if let signalled { die(of: signalled) }
  }

  private static func model(
    _ setup: BoardSetup, _ terminal: borrowing Terminal, _ options: CommonOptions, _ screen: ScreenOptions
  ) -> Model {
    let tier: GlyphTier =
      options.ascii || !terminal.isUTF8 ? .ascii : terminal.isLinuxConsole ? .console : .unicode
    var model = Model(
      store: setup.store, clock: setup.settings.clock, problems: setup.problems, journal: setup.hand?.access ?? .closed,
      size: terminal.size,
      options: BoardUI.Options(
        tier: tier, ambiguousWidth: screen.ambiguousWidth.rawValue, isReadOnly: setup.isReadOnly,
        ringsForNews: setup.ringsForNews, example: setup.example),
      keymap: setup.keymap)
    model.lead = setup.lead
    model.notices = setup.notices
    (model.desk, model.wantedIncident) = (setup.desk, options.incident)
    model.alerts = AlertWatch(setup.alerts)
    return model
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
