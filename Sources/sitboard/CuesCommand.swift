import ArgumentParser
import Formats
import Situation

/// Prints every count of some articles with the cues that its decisions are weighed by, as JSON lines: what
/// `Tests/Accuracy/train.py` reads.
struct CuesCommand: TakesPaths {
  static let configuration = CommandConfiguration(
    commandName: "cues", abstract: "Print the counts of articles with their cues.", shouldDisplay: false)

  @Argument(help: "Articles.")
  var paths: [String]

  @OptionGroup var options: CommonOptions

  func run() throws {
    let reader = try ReaderLoading.reader(options)
    var output = Output.standard
    for path in paths {
      let article = try SingleArticle(path, options).article
      for (index, each) in reader.evidence(article).enumerated() where each.claim.count != nil {
        guard case .object(let members) = ClaimLine.value(each.claim, in: article, index: index) else { continue }
        let cues = each.evidence.cues.map { decision, names in
          JSONValue.Member(decision, .array(names.map(JSONValue.string)))
        }
        try output.write(exactly: JSONWriter.bytes(.object(members + [.init("cues", .object(cues))])) + [0x0A])
      }
    }
    try output.finish()
  }
}
