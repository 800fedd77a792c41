import Foundation

/// What a finished command left.
struct Outcome {
  let status: Int32
  let output: Data
  let errors: Data

  var text: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }
}

enum Shell {
  /// The program under test, built beside the test bundle.
  static let sitboard = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "sitboard").path

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The article that the fact table was drawn from; only where the folder beside the repository is there.
  static let realArticle = root.deletingLastPathComponent()
    .appending(path: "shared/seeds/000_af66e709e5c7724a.txt").path
  static let hasRealArticle = FileManager.default.fileExists(atPath: realArticle)

  struct SpawnError: Error {
    let program: String
    let code: Int32
  }

  /// Runs a program to its end under a bare environment.
  ///
  /// What it prints goes to files, and it is waited for by its own exit: a server that it leaves running may keep
  /// pipes and sockets open for ever, on which Foundation's `Process` would wait.
  static func run(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], input: Data? = nil
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sitboard-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let streams = ["input", "output", "errors"].map { folder.appending(path: $0) }
    try (input ?? Data()).write(to: streams[0])
    let inside = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"].merging(environment) { $1 }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, file) in streams.enumerated() {
      let flags = descriptor == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      posix_spawn_file_actions_addopen(&actions, Int32(descriptor), file.path, flags, 0o600)
    }
    // A test's thread has signals blocked, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = inside.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var child = pid_t()
    let code = posix_spawn(&child, program, &actions, &attributes, words, variables)
    guard code == 0 else { throw SpawnError(program: program, code: code) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    // As a shell reports it: the exit code, or 128 and the signal.
    let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Outcome(
      status: exit, output: try Data(contentsOf: streams[1]), errors: try Data(contentsOf: streams[2]))
  }
}
