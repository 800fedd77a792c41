import ArgumentParser
import Situation

struct IncidentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incidents",
    abstract: "List the incidents that articles are about.",
    discussion: """
      Articles are told apart by the names in them, by their days and by what they speak of; docs/incidents.md has the \
      rules. The board, brief, diff and cast show one incident: the one that most articles are about, or the one that \
      --incident names.
      """)

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String] = []

  @OptionGroup var journal: JournalOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let loading = try Loading(paths, options, journal: journal, scope: .allIncidents)
    loading.report()
    var output = Output.standard
    let desk = loading.desk
    for (number, incident) in desk.incidents.enumerated() {
      let count = incident.articles.count
      let facts = [
        count == 1 ? "1 report" : "\(count) reports", incident.days, incident.places.prefix(3).joined(separator: ", "),
      ]
      let name = SafeText.line(incident.name ?? "no name in common")
      try output.write("\(number + 1)  \(name)\n")
      try output.write("   \(SafeText.line(facts.filter { !$0.isEmpty }.joined(separator: "  ")))\n")
      for id in incident.articles where number != desk.chosen || desk.assigned[id] != nil {
        guard let article = loading.store.article(id) else { continue }
        let assigned = desk.assigned[id].map { [$0 ? "pulled in" : "pushed out"] }
        let reasons = assigned ?? desk.reasons(against: id).map(\.words)
        let title = article.title ?? article.path
        try output.write("   - \(SafeText.line(title)): \(SafeText.line(reasons.joined(separator: "; ")))\n")
      }
    }
    try output.finish()
    try loading.conclude()
  }
}
