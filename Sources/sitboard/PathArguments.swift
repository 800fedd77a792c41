import ArgumentParser

/// A command that takes any number of paths.
protocol TakesPaths: ParsableCommand {
  var paths: [String] { get set }
}

/// The paths of a long command line (`claims *.txt`), kept from the argument parser, whose work grows faster than
/// their number: it copies what it has seen at each.
enum PathArguments {
  /// Of more in a row, the parser is given the rest as one argument.
  static let most = 500
  /// No argument of a process can hold this character.
  private static let separator: Character = "\0"

  /// The arguments, with what follows the first five hundred of a row of paths joined into one.
  static func joined(_ arguments: [String]) -> [String] {
    var parts: [[String]] = []
    // In a row; what begins with a dash may be an option, and what follows it the option's value.
    var count = 0
    for argument in arguments {
      count = argument.hasPrefix("-") ? 0 : count + 1
      if count > most + 1 { parts[parts.count - 1].append(argument) } else { parts.append([argument]) }
    }
    return parts.map { $0.joined(separator: String(separator)) }
  }

  /// The paths as they were given.
  static func separated(_ paths: [String]) -> [String] {
    paths.flatMap { path in
      path.utf8.contains(0)
        ? path.split(separator: separator, omittingEmptySubsequences: false).map(String.init) : [path]
    }
  }
}
