/// A Word document (docx): its paragraphs, as they stand in the text.
enum WordDocument {
  static func read(_ bytes: [UInt8], path: String, limit: Int64) throws(Problem) -> StoryList {
    let kind = "a Word document"
    guard let xml = try Compressed.content(bytes, member: "word/document.xml", path: path, kind: kind, limit: limit)
    else { throw Problem(path, .foreign("a ZIP archive that is no Word document")) }
    let text = Paragraphs()
    let fault = MarkupReader.read(xml, as: .xml, into: text)
    let properties = try Compressed.content(bytes, member: "docProps/core.xml", path: path, kind: kind, limit: limit)
    let title = properties.flatMap { MarkupTree($0).root?.text(of: "title") }
    var fields: [ArticleHeader.Field: String] = [:]
    fields[.title] = title.flatMap { $0.isEmpty ? nil : $0 }
    guard text.paragraphs.contains(where: { !$0.isEmpty }) else {
      throw Problem(path, .noStory(kind + " without a text" + (fault.map { " (\($0.words))" } ?? "")))
    }
    var writer = StoryWriter()
    writer.append(number: 1, fields: fields, paragraphs: text.paragraphs, notices: fault.map { [$0.words] } ?? [])
    return writer.list
  }

  /// Text that was deleted, fields and comments have elements of other names.
  private final class Paragraphs: MarkupReceiver {
    private(set) var paragraphs: [[UInt8]] = []
    private var line: [UInt8] = []
    private var isText = false
    /// How many elements deep it is in another way to show what was shown before.
    private var fallback = 0

    func start(_ name: String, _ attributes: MarkupAttributes) {
      if fallback > 0 || name == "mc:Fallback" {
        fallback += 1
        return
      }
      switch name {
      case "w:t": isText = true
      case "w:tab", "w:br", "w:cr": line.append(0x20)
      case "w:noBreakHyphen": line.append(0x2D)
      default: break
      }
    }

    func end(_ name: String) {
      if fallback > 0 {
        fallback -= 1
        return
      }
      switch name {
      case "w:t": isText = false
      case "w:p":
        let paragraph = PageReader.collapsed(line)
        if !paragraph.isEmpty { paragraphs.append(paragraph) }
        line = []
      default: break
      }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isText, fallback == 0 { line += bytes } }
  }
}
