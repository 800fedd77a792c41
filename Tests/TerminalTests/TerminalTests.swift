import BoardUI
import Foundation
import Glibc
import Testing

@testable import Terminal

/// On a real pseudo-terminal. One at a time: there is one screen in a process.
@Suite(.serialized) struct TerminalTests {
  private func frame(_ text: String, columns: Int = 80, rows: Int = 24) -> Frame {
    var frame = Frame(size: Size(columns: columns, rows: rows))
    frame.put(text, column: 0, row: 0)
    return frame
  }

  private func start(_ pseudo: PseudoTerminal, term: String? = "xterm-256color") throws(TerminalError) -> Terminal {
    try Terminal(
      input: pseudo.program, output: pseudo.program, term: term, owning: [], Terminal.Options(color: .always))
  }

  @Test func `a frame is drawn, and the next one sends only what has changed`() throws {
    let pseudo = try PseudoTerminal()
    var terminal = try start(pseudo)
    #expect(terminal.size == Size(columns: 80, rows: 24))
    #expect(terminal.colorDepth == .indexed)
    terminal.draw(frame("held ~300"))
    #expect(pseudo.received().contains("held ~300"))
    terminal.draw(frame("held ~300"))
    #expect(pseudo.received().isEmpty)
    terminal.draw(frame("held ~200"))
    let change = pseudo.received()
    #expect(change.contains("2") && !change.contains("held") && change.utf8.count < 20)
    terminal.forget()
    terminal.draw(frame("held ~200"))
    #expect(pseudo.received().contains("held ~200"))
  }

  /// What is drawn begins where the last drawing ended: it is not put where that began.
  @Test func `a cell beside the one that changed before is drawn in its own column`() throws {
    let pseudo = try PseudoTerminal()
    var terminal = try start(pseudo)
    for text in ["....", "1...", "12..", "12.4"] { terminal.draw(frame(text)) }
    // On one line the cursor goes by returns and backspaces.
    var (line, column) = (Array("    "), 0)
    for character in try #require(pseudo.received().components(separatedBy: "\u{1B}[2J").last) {
      switch character {
      case "\r": column = 0
      case "\u{8}": column -= 1
      default:
        line[column] = character
        column += 1
      }
    }
    #expect(String(line) == "12.4")
  }

  @Test(arguments: [
    ("xterm", nil, ColorDepth.eight), ("xterm", "truecolor", .indexed), ("screen", "24bit", .indexed),
    ("xterm", "yes", .eight), ("vt100", "truecolor", .none), ("linux", "truecolor", .eight),
    ("xterm-256color", "truecolor", .indexed),
  ])
  func `a terminal that announces any shade gets the board's own`(
    _ term: String, _ announced: String?, _ depth: ColorDepth
  ) throws {
    let pseudo = try PseudoTerminal()
    var terminal = try Terminal(
      input: pseudo.program, output: pseudo.program, term: term, owning: [],
      Terminal.Options(color: .always, announcedColor: announced))
    #expect(terminal.colorDepth == depth)
    var frame = Frame(size: Size(columns: 80, rows: 24))
    frame.put("CONFLICT", column: 0, row: 0, style: Style(.conflict))
    terminal.draw(frame)
    #expect(pseudo.received().contains("8;5;") == (depth == .indexed))
  }

  @Test func `blanks between two words look like the word before them, unless they would be seen`() throws {
    let pseudo = try PseudoTerminal()
    var terminal = try start(pseudo)
    var frame = Frame(size: Size(columns: 80, rows: 24))
    frame.put("Shahid", column: 0, row: 0, style: Style(.secondary))
    frame.put("12:25", column: 8, row: 0, style: Style(.secondary))
    frame.put("CONFLICT", column: 20, row: 0, style: Style(.conflict))
    frame.put("held", column: 30, row: 0)
    terminal.draw(frame)
    let sent = pseudo.received()
    #expect(sent.contains("Shahid  12:25"), "no change of looks in between")
    #expect(!sent.contains("CONFLICT  held"), "a background ends with its word")
    let drawn = sent.components(separatedBy: "Shahid").last ?? ""
    #expect(!drawn.contains("\u{1B}(B"), "which letters to use is told at the beginning")
  }

  @Test func `a frame of another size than the screen is drawn as far as it goes`() throws {
    let pseudo = try PseudoTerminal(columns: 20, rows: 5)
    var terminal = try start(pseudo)
    terminal.draw(frame("字字字字字字字字字字字字", columns: 30, rows: 8))
    terminal.draw(frame("short", columns: 3, rows: 1))
    pseudo.resize(columns: 40, rows: 10)
    #expect(terminal.size == Size(columns: 40, rows: 10))
    terminal.draw(frame("the whole of it, enlarged", columns: 40, rows: 10))
    #expect(pseudo.received().contains("the whole of it, enlarged"))
  }

  @Test func `keys are told as they are typed, escape after its delay`() throws {
    let pseudo = try PseudoTerminal()
    let terminal = try start(pseudo)
    var loop = EventLoop(terminal)
    pseudo.type("j\u{1B}OA\u{1B}[5~é")
    #expect(loop.wait() == [.keys([.character("j"), .up, .pageUp, .character("é")])])
    pseudo.type("\u{1B}")
    #expect(loop.wait() == [.keys([.escape])])
    pseudo.type("\u{03}")
    #expect(loop.wait() == [.keys([.control("c")])])
    pseudo.type("\u{1A}")
    #expect(loop.wait() == [.suspend])
  }

  @Test func `a deadline, a descriptor and a signal end the wait`() throws {
    let pseudo = try PseudoTerminal()
    let terminal = try start(pseudo)
    var loop = EventLoop(terminal)
    #expect(loop.wait(until: .now) == [.timer])
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    _ = write(ends[1], "x", 1)
    #expect(loop.wait(also: [ends[0]]) == [.readable(ends[0])])
    pseudo.resize(columns: 100, rows: 30)
    kill(getpid(), SIGWINCH)
    #expect(loop.wait() == [.resized(Size(columns: 100, rows: 30))])
    kill(getpid(), SIGINT)
    #expect(loop.wait() == [.keys([.control("c")])])
    kill(getpid(), SIGTERM)
    #expect(loop.wait() == [.terminate(signal: SIGTERM)])
  }

  @Test func `a terminal that goes away is told once`() throws {
    let pseudo = try PseudoTerminal()
    let terminal = try start(pseudo)
    var loop = EventLoop(terminal)
    pseudo.hangUp()
    #expect(loop.wait() == [.hangup])
    #expect(loop.wait(until: .now) == [.timer])
  }

  @Test func `what cannot be drawn on is told apart`() throws {
    let pseudo = try PseudoTerminal()
    #expect(throws: TerminalError.termUnset) { _ = try start(pseudo, term: nil) }
    #expect(throws: TerminalError.termUnset) { _ = try start(pseudo, term: "") }
    #expect(throws: TerminalError.unknownTerminal("no-such")) { _ = try start(pseudo, term: "no-such") }
    #expect(throws: TerminalError.cannotMoveCursor("dumb")) { _ = try start(pseudo, term: "dumb") }
    #expect(pseudo.received().isEmpty)
    let message = TerminalError.unknownTerminal("x\u{1B}[31m").description
    #expect(message.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) })
  }

  @Test(arguments: ["xterm-256color", "vt100", "linux", "tmux-256color"])
  func `the settings come back when the value ends and when it is stopped`(term: String) throws {
    let pseudo = try PseudoTerminal()
    let before = pseudo.settings
    do {
      var terminal = try start(pseudo, term: term)
      terminal.draw(frame("one"))
      #expect(pseudo.settings != before)
    }
    #expect(pseudo.settings == before)
    var terminal = try start(pseudo, term: term)
    terminal.draw(frame("two"))
    terminal.stop()
    #expect(pseudo.settings == before)
    _ = pseudo.received()
    terminal.draw(frame("three"))
    #expect(pseudo.received().isEmpty)
    #expect(pseudo.settings == before)
  }

  /// Takes over the terminal of that name in a process that then ends otherwise than by the end of the value.
  private static func takeOver(_ path: String) throws -> Terminal {
    let descriptor = open(path, O_RDWR | O_NOCTTY)
    var terminal = try Terminal(
      input: descriptor, output: descriptor, term: "xterm-256color", owning: [], Terminal.Options())
    terminal.draw(Frame(size: Size(columns: 80, rows: 24)))
    return terminal
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGPIPE])
  func `a signal that ends the process gives the terminal back`(signal: Int32) async throws {
    let pseudo = try PseudoTerminal()
    let before = pseudo.settings
    let path = pseudo.path
    await #expect(processExitsWith: .signal(signal)) { [path = path as String, signal] in
      let terminal = try TerminalTests.takeOver(path)
      // The testing library turns a SIGABRT that is raised into an exit, and one of abort not.
      if signal == SIGABRT { abort() }
      raise(signal)
      _ = terminal.size
    }
    #expect(pseudo.settings == before)
    let sent = pseudo.received()
    #expect(sent.contains("\u{1B}[?1049l") && sent.contains("\u{1B}[?2004l"))
  }

  /// Without its own end it would wait for ever: nobody reads what it draws.
  @Test(.timeLimit(.minutes(1)), arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal ends the process within a second where the terminal takes nothing any more`(signal: Int32) async throws
  {
    let pseudo = try PseudoTerminal()
    let path = pseudo.path
    let start = MonotonicInstant.now
    await #expect(processExitsWith: .signal(signal)) { [path = path as String, signal] in
      // The threads of a queue have signals blocked; the board draws on the first thread, which has not.
      var all = sigset_t()
      sigfillset(&all)
      pthread_sigmask(SIG_UNBLOCK, &all, nil)
      var terminal = try TerminalTests.takeOver(path)
      raise(signal)
      for turn in 0... {
        var frame = Frame(size: Size(columns: 80, rows: 24))
        for row in 0..<24 { frame.put(String(repeating: turn % 2 == 0 ? "a" : "b", count: 80), column: 0, row: row) }
        terminal.draw(frame)
      }
    }
    #expect(MonotonicInstant.now.nanoseconds - start.nanoseconds < 10_000_000_000)
  }

  @Test func `a notice is one sequence, whatever is in it`() async throws {
    let pseudo = try PseudoTerminal()
    let path = pseudo.path
    await #expect(processExitsWith: .exitCode(7)) { [path = path as String] in
      var terminal = try TerminalTests.takeOver(path)
      terminal.notify("54 killed; \u{1B}]0;x\u{07} said", .osc9)
      terminal.notify("held", .osc777)
      exit(7)
    }
    let sent = pseudo.received()
    #expect(sent.contains("\u{1B}]777;notify;sitboard;held\u{07}"))
    let notice = sent.split(separator: "\u{1B}]9;").last?.prefix { $0 != "\u{07}" } ?? ""
    #expect(notice.hasPrefix("54 killed, ") && notice.hasSuffix(" said"))
    #expect(!notice.unicodeScalars.contains { $0.value < 0x20 } && !notice.contains(";"))
  }

  @Test func `exit gives the terminal back`() async throws {
    let pseudo = try PseudoTerminal()
    let before = pseudo.settings
    let path = pseudo.path
    await #expect(processExitsWith: .exitCode(7)) { [path = path as String] in
      let terminal = try TerminalTests.takeOver(path)
      if terminal.size.columns == 80 { exit(7) }
      _ = terminal.size
    }
    #expect(pseudo.settings == before)
    #expect(pseudo.received().contains("\u{1B}[?1049l"))
  }

  @Test func `the terminal is given back for a stop and taken over again after it`() async throws {
    let pseudo = try PseudoTerminal()
    let before = pseudo.settings
    let path = pseudo.path
    await #expect(processExitsWith: .exitCode(0)) { [path = path as String] in
      // A group of its own without a shell, which the system does not stop: all but the stop itself takes place.
      setsid()
      var terminal = try TerminalTests.takeOver(path)
      var loop = EventLoop(terminal)
      terminal.suspend()
      terminal.draw(Frame(size: Size(columns: 80, rows: 24)))
      guard loop.wait() == [.resumed] else { exit(1) }
      terminal.resume()
      var frame = Frame(size: Size(columns: 80, rows: 24))
      frame.put("again", column: 0, row: 0)
      terminal.draw(frame)
      terminal.stop()
      exit(0)
    }
    #expect(pseudo.settings == before)
    let sent = pseudo.received()
    #expect(sent.ranges(of: "\u{1B}[?1049h").count == 2)
    #expect(sent.contains("again"))
  }

  @Test(arguments: [
    ("C", "it's \"so\" ?30 ? e", "no UTF-8; the wide character keeps its second column"),
    ("C.UTF-8", "it\u{2019}s \u{201C}so\u{201D} ≤30 字e\u{301}", "UTF-8"),
    ("xx_XX.UTF-8", "≤30 字e\u{301}", "UTF-8 that is not installed"),
  ])
  func `characters are sent as the locale has them`(locale: String, expected: String, what: String) async throws {
    let pseudo = try PseudoTerminal()
    let path = pseudo.path
    await #expect(processExitsWith: .exitCode(0)) { [path = path as String, locale = locale as String] in
      setenv("LC_ALL", locale, 1)
      let descriptor = open(path, O_RDWR | O_NOCTTY)
      var terminal = try Terminal(
        input: descriptor, output: descriptor, term: "xterm-256color", owning: [], Terminal.Options())
      var frame = Frame(size: terminal.size)
      frame.put("it\u{2019}s \u{201C}so\u{201D} ≤30 字e\u{301}", column: 0, row: 0)
      terminal.draw(frame)
      exit(terminal.isUTF8 == locale.hasSuffix("UTF-8") ? 0 : 1)
    }
    #expect(pseudo.received().contains(expected), "\(what)")
  }
}
