/// Why there is no board on this terminal.
package enum TerminalError: Error, Hashable, Sendable {
  /// Neither standard output nor /dev/tty is a terminal, or keys cannot come from anywhere.
  case noTerminal
  case termUnset
  /// The value of TERM, which no terminfo entry describes.
  case unknownTerminal(String)
  /// The value of TERM; the terminal prints lines and nothing else. The board can be told in lines on it.
  case cannotMoveCursor(String)
  /// The value of TERM; the terminal library refused for a reason that it does not give.
  case refused(String)
  /// No descriptor is left to read a description, to draw or to hear of signals through.
  case noDescriptor
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong and what to do, one line without an end mark.
  package var description: String { description(remedy: remedy) }

  /// True if the type of the terminal is in the way, as TERM names it, and not something of this process.
  package var isOfType: Bool {
    switch self {
    case .termUnset, .unknownTerminal, .cannotMoveCursor, .refused: true
    case .noTerminal, .noDescriptor: false
    }
  }

  /// What is wrong, with another remedy than the usual.
  package func description(remedy: String) -> String { problem + (remedy.isEmpty ? "" : "; " + remedy) }

  private var problem: String {
    switch self {
    case .noTerminal: "there is no terminal to draw on or to take keys from"
    case .termUnset: "TERM is not set, so nothing is known of this terminal"
    case .unknownTerminal(let name): "nothing is known of a terminal named \"\(Self.shown(name))\" (no terminfo entry)"
    case .cannotMoveCursor(let name): "a terminal of type \"\(Self.shown(name))\" cannot move its cursor"
    case .refused(let name): "the terminal library does not work with a terminal of type \"\(Self.shown(name))\""
    case .noDescriptor: "no file descriptor is left"
    }
  }

  private var remedy: String {
    switch self {
    case .noTerminal: "run it in a terminal, or use --linear to have lines"
    case .termUnset: "set it, as in TERM=xterm-256color, or use --linear"
    case .unknownTerminal: "set TERM to one that is known here, as in TERM=xterm-256color, or use --linear"
    case .cannotMoveCursor: "the board is told in lines"
    case .refused: "set TERM to another, or use --linear"
    case .noDescriptor: "close other files of this process or raise the limit (ulimit -n)"
    }
  }

  /// TERM may hold anything, and a message about it is printed.
  private static func shown(_ name: String) -> String {
    String(name.unicodeScalars.prefix(60).map { (0x20..<0x7F).contains($0.value) ? Character($0) : "?" })
  }
}
