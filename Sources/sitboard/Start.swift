import CLinux
import Glibc

/// How the program was started, seen to before anything else is done.
enum Start {
  /// The arguments after the program's name.
  ///
  /// A program that lost its arguments would be another: a gate without its own is a board that anybody may write on.
  /// So nothing is done where there are none to be had, or where sshd ran the program by force and not as a gate.
  static func arguments() throws(Failure) -> [String] {
    guard system_hold_standard_descriptors() else {
      throw Failure(.unavailable, "standard input, output or error is closed, and nothing else can be opened")
    }
    let given = (0..<system_argument_count()).compactMap { system_argument($0).map { String(cString: $0) } }
    guard let name = given.first, !name.isEmpty else {
      throw Failure(.usage, "started without arguments, not even its own name; start it by its name, as a shell does")
    }
    let arguments = Array(given.dropFirst())
    guard getenv("SSH_ORIGINAL_COMMAND") == nil || arguments.first == GateCommand.configuration.commandName else {
      throw Failure(
        .usage,
        "sshd runs this as a forced command, and only a gate is for that; write 'sitboard gate --root FOLDER' in "
          + "ForceCommand or command=\"…\"")
    }
    return arguments
  }
}
