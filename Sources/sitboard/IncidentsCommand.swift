import ArgumentParser
import Formats
import Situation

struct IncidentsCommand: TakesPaths {
  static let configuration = CommandConfiguration(
    commandName: "incidents",
    abstract: "List the incidents that articles are about.",
    discussion: """
      Articles are sorted by their names, by where and when something happened, and by what kind of event they speak \
      of; docs/incidents.md has the rules. Those marked "not sure" may be about an incident and count nowhere until an \
      operator says so. The board, brief, diff and cast show one incident: the one that most articles are about, or the one that \
      --incident names.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case list, jsonl
  }

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String] = []

  @Option(help: "list or jsonl.")
  var format: Format = .list

  @OptionGroup var journal: JournalOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let loading = try Loading(paths, options, journal: journal.opened(), scope: .allIncidents)
    loading.report()
    var output = Output.standard
    switch format {
    case .list: try list(loading, to: &output)
    case .jsonl: try writeLines(loading, to: &output)
    }
    try output.finish()
    try loading.conclude()
  }

  /// One object an article, in the order of their paths.
  private func writeLines(_ loading: Loading, to output: inout Output) throws(Failure) {
    let desk = loading.desk
    for article in loading.store.articles.sorted(by: { ($0.path, $0.id) < ($1.path, $1.id) }) {
      let number: Int? =
        switch desk.assigned[article.id] {
        case true?: desk.chosen
        case false?: desk.incident(of: article.id).flatMap { $0 == desk.chosen ? nil : $0 }
        case nil: desk.incident(of: article.id)
        }
      let name = number.flatMap { desk.incidents[$0].name }
      let value = JSONValue.object([
        .init("article", .string(article.path)), .init("incident", number.map { .integer($0 + 1) } ?? .null),
        .init("name", name.map { .string($0) } ?? .null), .init("sure", .boolean(desk.isSure(article.id))),
      ])
      try output.write(exactly: JSONWriter.bytes(value) + [0x0A])
    }
  }

  private func list(_ loading: Loading, to output: inout Output) throws(Failure) {
    let desk = loading.desk
    for (number, incident) in desk.incidents.enumerated() {
      let count = incident.articles.count
      let facts = [
        count == 1 ? "1 report" : "\(count) reports", incident.days, incident.places.prefix(3).joined(separator: ", "),
      ]
      let name = SafeText.line(incident.name ?? "incident without a name")
      try output.write("\(number + 1)  \(name)\n")
      try output.write("   \(SafeText.line(facts.filter { !$0.isEmpty }.joined(separator: "  ")))\n")
      for id in incident.articles where number != desk.chosen || desk.assigned[id] != nil {
        guard let article = loading.store.article(id) else { continue }
        let assigned = desk.assigned[id].map { [$0 ? "pulled in" : "pushed out"] }
        let reasons = assigned ?? desk.reasons(against: id).map(\.words)
        let title = article.title ?? article.path
        try output.write("   - \(SafeText.line(title)): \(SafeText.line(reasons.joined(separator: "; ")))\n")
      }
      for id in incident.unsure where desk.assigned[id] == nil {
        guard let article = loading.store.article(id) else { continue }
        try output.write("   - not sure: \(SafeText.line(article.title ?? article.path))\n")
      }
    }
  }
}
