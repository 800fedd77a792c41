import ArgumentParser
import Briefing
import Situation

struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print the canonical text of an article, in which receipts count bytes.",
    discussion: """
      Of a plain file in UTF-8 it is the file, byte for byte; of a saved web page or a feed it is the headers and the \
      paragraphs of its stories. To a pipe or a file it is written as it is; on a terminal \
      control and bidirectional characters are replaced, each by as many bytes.
      """)

  @Argument(
    help: """
      An article, an event file with one article, the name of a built-in dispatch, an address of which something was \
      kept, or -.
      """)
  var file: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let single = try SingleArticle(file, options, takesStories: true)
    single.report()
    var output = Output.standard
    if Output.isTerminal {
      let text = String(decoding: single.article.text, as: UTF8.self)
      try output.write(options.isASCII ? AsciiText.spelled(SafeText.lines(text)) : text)
      if !text.hasSuffix("\n") { try output.write("\n") }
    } else {
      try output.write(exactly: single.article.text)
    }
    try output.finish()
  }
}
