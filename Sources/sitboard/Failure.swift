import Intake
import Situation

/// Exit codes by sysexits.h.
enum SystemExit: Int32, CaseIterable {
  case usage = 64
  case data = 65
  case noInput = 66
  case unavailable = 69
  case inputOutput = 74
  case permission = 77
  case config = 78

  /// What a code tells, for the help.
  var meaning: String {
    switch self {
    case .usage: "a wrong command line"
    case .data: "a file that holds no readable article, or a damaged line"
    case .noInput: "a path that is not there, or a folder without articles"
    case .unavailable: "a terminal, a socket or a descriptor that cannot be had"
    case .inputOutput: "a failed read or write"
    case .permission: "no permission"
    case .config: "a wrong config"
    }
  }

  /// "64 a wrong command line; 65 …"
  static var list: String { allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ") }

  init(_ category: Problem.Category) {
    switch category {
    case .data: self = .data
    case .noInput: self = .noInput
    case .permission: self = .permission
    case .inputOutput: self = .inputOutput
    }
  }
}

/// Ends a command: what is said on standard error, and the exit code.
struct Failure: Error {
  var code: SystemExit
  /// Without the program's name; empty when everything has been said.
  var message: String

  init(_ code: SystemExit, _ message: String) {
    self.code = code
    self.message = message
  }

  /// Ends with a code when everything has been said.
  static func silent(_ code: SystemExit) -> Failure { Failure(code, "") }

  func report() {
    if !message.isEmpty { Diagnostics.say(message) }
  }
}

/// Lines on standard error.
enum Diagnostics {
  static func say(_ message: String) {
    // Names of files and words of articles stand in messages, and a stranger may have chosen them.
    var output = Output(descriptor: 2, name: "standard error")
    try? output.write(lines: ["sitboard: " + message])
    try? output.finish()
  }
}
