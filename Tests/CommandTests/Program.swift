import Foundation
import LineExamples

/// Runs the built binary, which stands beside the test bundle.
struct Program {
  struct Outcome {
    var code: Int32
    var output: [UInt8]
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  static let binary: String = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "sitboard").path
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : TwoDispatches.root.appending(path: ".build/debug/sitboard").path
  }()

  /// Runs `sitboard` with arguments, standard input (empty if none is given) and a fixed environment.
  static func run(_ arguments: [String], input: [UInt8] = []) throws -> Outcome {
    try launch(binary, arguments, input: input)
  }

  /// Runs a line of bash in which `$SITBOARD` is the binary and `$1`… are the arguments.
  static func shell(_ line: String, _ arguments: [String] = []) throws -> Outcome {
    try launch("/bin/bash", ["-c", line, "bash"] + arguments, input: [])
  }

  static func launch(_ program: String, _ arguments: [String], input: [UInt8]) throws -> Outcome {
    // Files instead of pipes, so that no buffer can fill and stop the program.
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = TwoDispatches.root
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm", "SITBOARD": binary]
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder.file("input", input)))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: folder.file("output", [])))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: folder.file("errors", [])))
    try process.run()
    process.waitUntilExit()
    let read = { (name: String) in [UInt8](try Data(contentsOf: URL(filePath: folder.path + "/" + name))) }
    return Outcome(
      code: process.terminationStatus, output: try read("output"),
      errors: String(decoding: try read("errors"), as: UTF8.self))
  }
}

/// Accounts other than root, for what root may always do.
enum Unprivileged {
  /// Why permission tests cannot run here; `nil` when they can.
  static let obstacle: String? = {
    guard getuid() == 0 else { return nil }
    guard let outcome = try? run(["--version"]), outcome.code == 0 else {
      return "root reads everything, and setpriv cannot run the program as another user here"
    }
    return nil
  }()

  /// Runs the program as a user without rights; as whoever runs the tests when that is not root.
  static func run(_ arguments: [String]) throws -> Program.Outcome {
    guard getuid() == 0 else { return try Program.run(arguments) }
    // The build folder may be out of the other user's reach. The copy is made by the process that becomes the program: a
    // child that another test starts meanwhile would hold a copy of ours open for writing, and what is being written
    // cannot be run.
    let folder = try TemporaryFolder()
    let script = """
      cp "$1" "$0" && chmod 755 "$0" && shift &&
      exec /usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups "$0" "$@"
      """
    return try Program.launch(
      "/bin/sh", ["-c", script, folder.path + "/sitboard", Program.binary] + arguments, input: [])
  }
}
