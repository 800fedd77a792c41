import DeskServer
import Foundation
import LineExamples

/// The built program, run in the folder of the package.
enum Program {
  struct Outcome {
    var code: Int32
    var output: [UInt8]
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "sitboard").path

  /// - Parameters:
  ///   - home: Where it keeps what it remembers; a folder that nobody else has without it.
  ///   - environment: Further variables, such as "NAME=value".
  static func run(_ arguments: [String], home: TemporaryFolder? = nil, _ environment: [String] = []) throws -> Outcome {
    let folder = try TemporaryFolder()
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(null) }
    let line = "cd \"$0\" && output=$1 && shift && exec \"$@\" > \"$output\""
    let pid = try DeskServer.spawn(
      ["/bin/sh", "-c", line, TwoDispatches.root.path, folder.path + "/output", path] + arguments,
      ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=\((home ?? folder).path)"] + environment, input: null,
      output: folder.path + "/errors")
    let code = try DeskServer.ended(pid, seconds: 60)
    let read = { (name: String) in
      [UInt8]((try? Data(contentsOf: URL(filePath: folder.path + "/" + name))) ?? Data())
    }
    return Outcome(code: code, output: read("output"), errors: String(decoding: read("errors"), as: UTF8.self))
  }
}

extension TestDesk {
  /// The options of a command that is about it.
  func options(_ user: String = "postgres") -> [String] { ["--desk", server.connection(user) + "#" + name] }
}
