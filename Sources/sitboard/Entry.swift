import ArgumentParser
import CLinux
import Glibc

@main
struct Entry {
  static func main() {
    system_keep_one_heap()
    // A reader that has seen enough ends a pipe; that is told by the write, not by a signal.
    signal(SIGPIPE, SIG_IGN)
    exit(run())
  }

  private static func run() -> Int32 {
    do {
      let arguments = try Start.arguments()
      if let board = BoardCommand(plain: arguments) {
        try board.run()
      } else {
        try run(parsing: arguments)
      }
      return 0
    } catch let failure as Failure {
      failure.report()
      return failure.code.rawValue
    } catch {
      return answer(error)
    }
  }

  private static func run(parsing arguments: [String]) throws {
    var command = try Sitboard.parseAsRoot(PathArguments.joined(arguments))
    if var reading = command as? any TakesPaths {
      reading.paths = PathArguments.separated(reading.paths)
      command = reading
    }
    try command.run()
  }

  /// What the argument parser has to say: help on request, or what is wrong with the command line.
  private static func answer(_ error: any Error) -> Int32 {
    if Sitboard.exitCode(for: error) == .success {
      do throws(Failure) {
        var output = Output.standard
        try output.write(Sitboard.fullMessage(for: error) + "\n")
        try output.finish()
        return 0
      } catch {
        error.report()
        return error.code.rawValue
      }
    }
    let message = Sitboard.message(for: error)
    Failure(.usage, message + (message.hasSuffix(".") ? " See" : "; see") + " sitboard --help").report()
    return SystemExit.usage.rawValue
  }
}
