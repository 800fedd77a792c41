import Formats

/// The posts of a live blog as its page describes them for search engines (`liveBlogUpdate` of schema.org).
enum LiveData {
  struct Post {
    var title: String?
    var date: String?
    var id: String?
    var paragraphs: [[UInt8]]
  }

  /// Posts without a text, of which only the headline is told, are told no less.
  static func posts(_ json: String) -> [Post] {
    var posts: [Post] = []
    for object in PageData(json).objects(of: "liveBlogUpdate", most: StoryDivision.mostStories) {
      func text(_ names: String...) -> String? {
        for name in names {
          if case .string(let text)? = object.first(where: { $0.name == name })?.value, !text.isEmpty { return text }
        }
        return nil
      }
      let paragraphs = text("articleBody", "text", "description").map(Page.paragraphs(ofData:)) ?? []
      let title = text("headline", "name").map {
        String(decoding: PageReader.collapsed(MarkupLine.text(Array($0.utf8))), as: UTF8.self)
      }
      guard title != nil || !paragraphs.isEmpty else { continue }
      posts.append(
        Post(
          title: title, date: text("datePublished", "dateCreated", "dateModified"), id: text("@id", "url"),
          paragraphs: paragraphs))
    }
    return posts
  }
}
