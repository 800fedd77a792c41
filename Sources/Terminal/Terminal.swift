package import BoardUI
import CNcurses
import Glibc

/// The terminal that the board is drawn on, taken over from `init` until `stop` or the end of the value.
///
/// Whatever ends the process, the terminal is given back as it was found: this value's end, `exit`, and the signals
/// that end a process. Only SIGKILL leaves it. While it is taken over, standard error is held and shown afterwards if
/// it would be drawn across the screen. There is one at a time.
package struct Terminal: ~Copyable {
  package struct Options: Hashable, Sendable {
    package var color: ColorChoice
    package var theme: Theme
    /// True if the terminal reports the mouse, where it can.
    package var hasMouse: Bool
    /// What the terminal announces of its colours beside its description, as COLORTERM does; `nil` is nothing.
    package var announcedColor: String?

    package init(
      color: ColorChoice = .auto, theme: Theme = .standard, hasMouse: Bool = true, announcedColor: String? = nil
    ) {
      self.color = color
      self.theme = theme
      self.hasMouse = hasMouse
      self.announcedColor = announcedColor
    }
  }

  /// True if the terminal is told characters as UTF-8. Where it is not, what is not ASCII is drawn as `?`.
  package let isUTF8: Bool
  /// True if it is the console of the kernel, whose font has no more than code page 437.
  package let isLinuxConsole: Bool
  package let colorDepth: ColorDepth
  /// Where keys are read: standard input, or /dev/tty where that is a pipe.
  let input: Int32
  /// Readable when a signal has come.
  let signals: Int32
  private let ownedDescriptors: [Int32]
  private var painter: CellPainter
  private var shown: Frame?
  private var isSuspended = false

  /// Takes over the terminal that standard input and output are, or /dev/tty for the one that is not.
  package init(_ options: Options = Options()) throws(TerminalError) {
    let input = isatty(STDIN_FILENO) == 1 ? STDIN_FILENO : open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY)
    let output = isatty(STDOUT_FILENO) == 1 ? STDOUT_FILENO : open("/dev/tty", O_WRONLY | O_CLOEXEC | O_NOCTTY)
    let owned = [input, output].filter { $0 > STDERR_FILENO }
    do throws(TerminalError) {
      guard input >= 0, output >= 0 else { throw .noTerminal }
      try self.init(input: input, output: output, term: environmentValue("TERM"), owning: owned, options)
    } catch {
      for descriptor in owned { close(descriptor) }
      throw error
    }
  }

  /// Takes over the terminal that two descriptors are, and closes the owned ones in the end.
  package init(
    input: Int32, output: Int32, term: String?, owning owned: [Int32] = [], _ options: Options
  ) throws(TerminalError) {
    guard let term, !term.isEmpty else { throw .termUnset }
    let isUTF8 = screen_take_locale()
    var colors: Int32 = 0
    switch screen_describe(term, output, &colors) {
    case screen_description_good: break
    case screen_description_cannot_move: throw .cannotMoveCursor(term)
    default: throw Terminal.lacksDescriptors ? .noDescriptor : .unknownTerminal(term)
    }
    // Before ncurses starts: it leaves alone the signals that somebody handles.
    let signals = signals_open()
    guard signals >= 0 else { throw .noDescriptor }
    let description = Terminal.richest(term, colors: colors, announced: options.announcedColor, output)
    guard screen_start(description, input, output) else {
      let error = Terminal.lacksDescriptors ? TerminalError.noDescriptor : .refused(term)
      signals_close()
      throw error
    }

    let depth = Terminal.depth(
      choice: options.color, noColor: environmentValue("NO_COLOR"), colors: Int(screen_colors()),
      isDirect: screen_has_direct_color())
    self.isUTF8 = isUTF8
    self.isLinuxConsole = isUTF8 && (term == "linux" || term.hasPrefix("linux-"))
    if options.hasMouse { screen_report_mouse(true) }
    self.colorDepth = depth
    self.input = input
    self.signals = signals
    self.ownedDescriptors = owned
    self.painter = CellPainter(theme: options.theme, depth: depth, hasDim: screen_has_dim(), isUTF8: isUTF8)
  }

  deinit {
    screen_stop()
    signals_close()
    for descriptor in ownedDescriptors { close(descriptor) }
  }

  /// True if too few descriptors are left for a terminal. What failed for want of one does not say so: the library goes
  /// on to look elsewhere.
  private static var lacksDescriptors: Bool {
    let copies = (0..<8).map { _ in dup(STDIN_FILENO) }
    let isOutOfThem = errno == EMFILE || errno == ENFILE
    for copy in copies where copy >= 0 { close(copy) }
    return copies.contains(-1) && isOutOfThem
  }

  /// The description to go by. A terminal that announces any shade, and whose description has only a few, knows the
  /// sequences of its namesake with 256: the board's shades are among those.
  private static func richest(_ term: String, colors: Int32, announced: String?, _ output: Int32) -> String {
    guard announced == "truecolor" || announced == "24bit", (8..<256).contains(colors) else { return term }
    let (namesake, good) = (term + "-256color", screen_description_good)
    var colors: Int32 = 0
    return screen_describe(namesake, output, &colors) == good && colors >= 256 ? namesake : term
  }

  /// - Parameters:
  ///   - noColor: The value of NO_COLOR, which counts unless it is empty.
  ///   - colors: How many the terminal has.
  ///   - isDirect: Whether its description announces that any shade can be had.
  static func depth(choice: ColorChoice, noColor: String?, colors: Int, isDirect: Bool = false) -> ColorDepth {
    let isUnwanted =
      switch choice {
      case .never: true
      case .always: false
      case .auto: !(noColor ?? "").isEmpty
      }
    if isUnwanted || colors < 8 { return .none }
    if isDirect { return .direct }
    return colors >= 256 ? .indexed : .eight
  }

  /// True if a terminal is told characters as UTF-8, by the locale.
  package static var takesUTF8: Bool { screen_take_locale() }

  /// Columns and rows as of now; where the terminal does not tell, what its description says.
  package var size: Size { Terminal.currentSize() }

  static func currentSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    if !screen_ask_size(&columns, &rows) { screen_size(&columns, &rows) }
    return Size(columns: max(1, Int(columns)), rows: max(1, Int(rows)))
  }

  // MARK: - Drawing

  /// Makes the terminal show a frame and sends only what has changed. What does not fit is left out; what the frame
  /// does not reach is blank.
  package mutating func draw(_ frame: Frame) {
    if isSuspended { return }
    if fitScreen() { shown = nil }
    let frame = painter.evened(frame)
    painter.paint(frame, over: shown)
    if let cursor = frame.cursor {
      screen_place_cursor(Int32(cursor.column), Int32(cursor.row), true)
    } else {
      screen_place_cursor(0, 0, false)
    }
    screen_refresh()
    shown = frame
  }

  /// Makes the next `draw` send everything, for a screen that something else has written on.
  package mutating func forget() {
    screen_forget()
    shown = nil
  }

  package mutating func ringBell() {
    if !isSuspended { screen_bell() }
  }

  /// Has the terminal tell of something outside of itself, where it knows the way.
  ///
  /// - Parameter words: One line, without anything that a terminal obeys.
  package mutating func notify(_ words: String, _ way: TerminalNotice) {
    // A semicolon parts the fields of the sequence, and a control character would end it.
    let plain = words.unicodeScalars.prefix(TerminalNotice.longest).map { scalar -> Character in
      if scalar == ";" { return "," }
      return scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "?" : Character(scalar)
    }
    if !isSuspended { screen_notify(way == .osc9 ? "9;" : "777;notify;sitboard;", String(plain)) }
  }

  /// Has the terminal report the mouse, or leave it to its own selection.
  package mutating func reportMouse(_ isOn: Bool) { screen_report_mouse(isOn) }

  /// Puts a text on the clipboard of whoever sits at the terminal, at the far end of whatever line.
  ///
  /// - Returns: Whether the terminal's description says that it takes one (OSC 52); what it does with it, it does not
  ///   tell.
  package mutating func copy(_ text: String) -> Bool {
    if isSuspended { return false }
    return screen_copy(Base64.encoded(Array(text.utf8)))
  }

  /// Follows the terminal's size. Returns whether it has changed.
  private func fitScreen() -> Bool {
    var columns: Int32 = 0
    var rows: Int32 = 0
    screen_size(&columns, &rows)
    let actual = size
    if actual == Size(columns: Int(columns), rows: Int(rows)) { return false }
    screen_resize(Int32(actual.columns), Int32(actual.rows))
    return true
  }

  // MARK: - Coming and going

  /// Gives the terminal back and stops the process as ctrl-z does. Returns when the process goes on; then the event
  /// loop tells `resumed`.
  package mutating func suspend() {
    isSuspended = true
    screen_suspend()
    signals_stop_process_group()
  }

  /// Takes the terminal over again when the process goes on, whoever stopped it; the next `draw` draws everything.
  package mutating func resume() {
    guard screen_resume() else { return }
    isSuspended = false
    shown = nil
  }

  /// Gives the terminal back before the value ends, so that lines can be printed. Nothing is drawn from then on, an
  /// event loop on it is over, and signals do what they did before.
  package mutating func stop() {
    isSuspended = true
    signals_end_soon()
    screen_stop()
    signals_close()
  }
}

/// The sequences by which terminals notify: that of iTerm2, kitty, WezTerm and Windows, and that of rxvt, foot and VTE.
package enum TerminalNotice: String, Sendable {
  case osc9, osc777

  /// Characters of a notice.
  static let longest = 200
}

private func environmentValue(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
