/// The stories of a text that is an article as it stands.
enum PlainStories {
  static func read(_ text: [UInt8], path: String, isMarkdown: Bool) throws(Problem) -> StoryList {
    let range = (text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<text.count
    let header = isMarkdown ? MarkdownHeader.read(text, in: range) : .read(text, in: range)
    let division = StoryDivision.read(text, in: header.end..<text.count)
    var list = StoryList(text: text)
    var number = 0
    var bodiless: [Int] = []
    for (given, whole) in [(header, header.end..<division.firstEnd)] + division.later {
      number += 1
      var (header, body) = (given, whole)
      if header.spans[.title] == nil, let headline = Headline.read(text, in: body) {
        header.take(headline: headline.title)
        body = headline.story..<body.upperBound
      }
      if text[body].contains(where: { !ArticleText.isSpace($0) }) {
        list.stories.append(Story(number: number, header: header, body: body))
      } else {
        bodiless.append(number)
      }
    }
    guard !list.stories.isEmpty else { throw Problem(path, .noText) }
    for number in bodiless { list.notices.append("story \(number) has no text and was passed over") }
    list.tell(count: division.count)
    return list
  }
}
