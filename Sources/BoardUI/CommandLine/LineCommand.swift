internal import Situation

/// Why a line was not carried out: what is wrong, and what to write instead.
struct LineError: Error, Hashable, Sendable {
  let message: String

  init(_ message: String) { self.message = message }
}

/// A command of the command line. Help, completion and the documentation are made from these.
package struct LineCommand: Sendable {
  package let name: String
  /// What follows the name, as help writes it: "FIGURE", "[NAME]"; empty where nothing does.
  package let arguments: String
  /// One line: what it does.
  package let description: String
  /// True if it is about the claim that is selected.
  let isAboutClaim: Bool
  /// Words that may follow, each whole.
  let words: @Sendable (Model) -> [String]
  let run: @Sendable (inout Model, String) throws(LineError) -> [Effect]

  init(
    _ name: String, _ arguments: String = "", _ description: String, isAboutClaim: Bool = false,
    words: @escaping @Sendable (Model) -> [String] = { _ in [] },
    run: @escaping @Sendable (inout Model, String) throws(LineError) -> [Effect]
  ) {
    self.name = name
    self.arguments = arguments
    self.description = description
    self.isAboutClaim = isAboutClaim
    self.words = words
    self.run = run
  }

  /// ":correct FIGURE".
  package var usage: String { ":" + name + (arguments.isEmpty ? "" : " " + arguments) }
}

extension LineCommand {
  /// Every command under the title of its group.
  package static let groups: [(title: String, commands: [LineCommand])] = [
    ("Finding", finding), ("The operator's hand", hand), ("Led briefings", leading),
  ]

  static let all: [LineCommand] = groups.flatMap(\.commands)

  /// The command of a name, which may be cut where no other begins so.
  static func named(_ name: String) throws(LineError) -> LineCommand {
    let name = name.lowercased()
    if let whole = all.first(where: { $0.name == name }) { return whole }
    let candidates = all.filter { $0.name.hasPrefix(name) }
    switch candidates.count {
    case 1: return candidates[0]
    case 0: throw LineError("no command \"\(name)\"; tab lists them, ? tells what each does")
    default: throw LineError("\"\(name)\" may be \(candidates.map(\.name).joined(separator: ", ")); write more of it")
    }
  }

  /// A line as the name of a command and what follows it.
  static func parts(of line: String) -> (name: String, rest: String) {
    let line = line.drop { $0 == " " || $0 == ":" }
    let name = line.prefix { $0.isLetter }
    let rest = line.dropFirst(name.count).drop { $0 == " " }
    return (String(name), String(rest.reversed().drop { $0 == " " }.reversed()))
  }

  /// What may stand at the end of a line: the names of commands, or the words of the one that is named.
  static func completions(of line: String, _ model: Model) -> (start: Int, candidates: [String]) {
    let (name, _) = parts(of: line)
    let nameStart = line.prefix { $0 == " " || $0 == ":" }.count
    guard line.count > nameStart + name.count else {
      return (nameStart, all.map { $0.name + ($0.arguments.isEmpty ? "" : " ") })
    }
    guard let command = try? named(name) else { return (line.count, []) }
    let start = nameStart + name.count
    let begin = start + line.dropFirst(start).prefix { $0 == " " }.count
    // From the longest end of the line that a word begins with: names may have spaces in them.
    let words = command.words(model)
    let starts =
      [begin] + line.indices.enumerated().filter { $0.offset >= begin && line[$0.element] == " " }.map { $0.offset + 1 }
    let fitting = starts.first { start in
      let typed = line.dropFirst(start).lowercased()
      return words.contains { $0.lowercased().hasPrefix(typed) }
    }
    return (fitting ?? line.count, fitting == nil ? [] : words)
  }
}
