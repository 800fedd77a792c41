import ArgumentParser
import Glibc
import Intake

struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Remove what is kept of an incident.",
    discussion: """
      Removes the journal of these paths, where their board was left, what was seen and told last, what was read of \
      their articles, and what was fetched from their addresses. The articles themselves, and what is kept of other \
      paths, stay. The files are listed and the question is asked first; --yes answers it.
      """)

  @Argument(help: "The paths as they are given to the board; 'built-in' for the built-in incident.")
  var incident: [String]

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let paths = incident == ["built-in"] ? [] : incident
    let traces = try Traces(of: paths, options)
    let kept = traces.files.filter(\.exists)
    var output = Output.standard
    try output.write(lines: kept.map { "\($0.kind.rawValue): \($0.path)" })
    if !traces.articles.isEmpty {
      try output.write(lines: ["cache: what was read of \(traces.articles.count) articles"])
    }
    guard !kept.isEmpty || !traces.articles.isEmpty else {
      try output.write(lines: ["nothing is kept of this"])
      return try output.finish()
    }
    try output.finish()
    guard try yes || isAgreed() else { return Diagnostics.say("nothing was removed") }
    let count = try traces.remove(
      ClaimCache(OperatorOptions.environment, words: try ReaderLoading.lazyReader(options).identity))
    var told = Output.standard
    let entries = count == 1 ? "1 entry" : "\(count) entries"
    try told.write(lines: ["removed \(kept.count) file\(kept.count == 1 ? "" : "s"), and \(entries) of the cache"])
    try told.finish()
  }

  private func isAgreed() throws(Failure) -> Bool {
    guard isatty(STDIN_FILENO) == 1 else {
      throw Failure(
        .usage, "nobody can be asked here, for standard input is not a terminal; --yes removes without asking")
    }
    Diagnostics.say("remove these? y/n")
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }
}
