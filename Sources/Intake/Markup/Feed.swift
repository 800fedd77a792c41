/// A feed in RSS or Atom: each item is a story.
struct Feed {
  struct Item {
    var fields: [ArticleHeader.Field: String] = [:]
    /// What the feed calls the item.
    var guid: String?
    /// Whose the item is, where the feed gathers those of others.
    var source: String?
    /// Its texts as HTML, by how whole they are.
    var texts: [Text: [UInt8]] = [:]
    /// Its text where that is no HTML, a paragraph a line.
    var plain: [UInt8] = []

    enum Text: Int, CaseIterable {
      case content, summary, briefSummary, mediaSummary
    }

    /// The fullest text that is there.
    var text: [UInt8] {
      for kind in Text.allCases {
        if let text = texts[kind], text.contains(where: { !ArticleText.isSpace($0) }) { return text }
      }
      return []
    }
  }

  private(set) var items: [Item] = []
  /// All items, those past the limit included.
  private(set) var count = 0
  private(set) var isFeed = false
  private(set) var title: String?
  /// What kept the feed from being read whole, or was mended, in words.
  private(set) var damage: [String] = []

  init(_ bytes: [UInt8]) {
    // The library takes a declaration of XML only at the very beginning.
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].firstIndex { !ArticleText.isSpace($0) } ?? bytes.count
    let text = Array(bytes[first...])
    let reader = FeedReader()
    let fault = MarkupReader.read(text, as: .xml, into: reader)
    if fault?.kind == .broken {
      mend(text)
    } else {
      take(reader)
      if let fault { damage.append(fault.words) }
    }
  }

  private mutating func take(_ reader: FeedReader) {
    (items, count, isFeed, title) = (reader.items, reader.count, reader.isFeed, reader.title)
  }

  /// Reads a damaged feed: first with the marks mended that many programs write wrongly, then item by item, so that
  /// only an item that is itself damaged is lost.
  private mutating func mend(_ text: [UInt8]) {
    let (mended, marks) = FeedMending.marks(text)
    if marks > 0 { damage.append("not well formed: \(marks) \(marks == 1 ? "mark was" : "marks were") mended") }
    let reader = FeedReader()
    let fault = MarkupReader.read(mended, as: .xml, into: reader)
    take(reader)
    guard let fault else { return }
    guard fault.kind == .broken, isFeed else { return damage.append(fault.words) }
    var lost = 0
    for piece in FeedMending.items(mended).dropFirst(reader.count) {
      guard count < StoryDivision.mostStories else {
        count += 1
        continue
      }
      let one = FeedReader(continuing: reader)
      _ = MarkupReader.read(FeedMending.document(piece, like: reader), as: .xml, into: one)
      items += one.items
      count += max(1, one.count)
      if one.count == 0 { lost += 1 }
    }
    if lost > 0 {
      damage.append(
        "not well formed: \(lost) \(lost == 1 ? "item that is" : "items that are") damaged \(lost == 1 ? "was" : "were") left out"
      )
    } else if marks == 0 {
      damage.append("not well formed: every item was read all the same")
    }
  }
}
