import ArgumentParser
import ArticleReader
import Formats
import Situation

/// Prints every count of some articles with the cues that its decisions are weighed by, as JSON lines: what
/// `Tests/Accuracy/train.py` reads. With `--speakers`, every stretch of the text and who says it: what
/// `Tests/Accuracy/attribution.py` reads.
struct CuesCommand: TakesPaths {
  static let configuration = CommandConfiguration(
    commandName: "cues", abstract: "Print the counts of articles with their cues.", shouldDisplay: false)

  @Argument(help: "Articles.")
  var paths: [String]

  @Flag(help: "Print who says each stretch of the text.")
  var speakers = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let reader = try ReaderLoading.reader(options)
    var output = Output.standard
    for path in paths {
      let article = try SingleArticle(path, options).article
      if speakers {
        for attribution in reader.attributions(article) {
          try output.write(exactly: JSONWriter.bytes(value(attribution, path)) + [0x0A])
        }
        continue
      }
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

  private func value(_ attribution: Attribution, _ path: String) -> JSONValue {
    func bytes(_ range: Range<Int>) -> JSONValue {
      .array([.integer(range.lowerBound), .integer(range.upperBound)])
    }
    let speaker = attribution.speaker.map { speaker in
      JSONValue.object([
        .init("name", JSONValue(speaker.name)), .init("role", JSONValue(speaker.role)),
        .init("organisation", JSONValue(speaker.organisation)),
      ])
    }
    return .object([
      .init("article", .string(path)), .init("span", bytes(attribution.span)), .init("speaker", speaker ?? .null),
      .init("phrase", attribution.phrase.map(bytes) ?? .null),
    ])
  }
}
