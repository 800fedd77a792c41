/// What the elements of a page mean for the story in it.
enum PageElements {
  enum Role {
    /// Nothing in it belongs to a story.
    case skipped
    /// Divides paragraphs, and may hold a story.
    case container
    /// The page says that its story is in here.
    case article, main
    case paragraph
    case heading, headline
    case lineBreak
    /// A head of the page or of the story: a headline may be in it, paragraphs of the story are not.
    case masthead
    case link, title, meta, time, script
  }

  static let roles: [String: Role] = {
    var roles: [String: Role] = [
      "article": .article, "main": .main, "h1": .headline, "br": .lineBreak, "header": .masthead, "hgroup": .masthead,
      "a": .link, "title": .title, "meta": .meta, "link": .meta, "time": .time, "script": .script,
    ]
    for name in [
      "style", "nav", "aside", "footer", "noscript", "template", "svg", "math", "iframe", "object", "button",
      "select", "textarea", "figure", "figcaption", "caption", "menu", "dialog", "audio", "video", "canvas", "map",
    ] { roles[name] = .skipped }
    for name in [
      "body", "div", "section", "td", "center", "dl", "ul", "ol", "table", "tr", "address", "details", "form",
    ] {
      roles[name] = .container
    }
    for name in ["p", "li", "blockquote", "pre", "dd", "dt"] { roles[name] = .paragraph }
    for name in ["h2", "h3", "h4", "h5", "h6"] { roles[name] = .heading }
    return roles
  }()

  /// Elements that hold a story only where nothing else does.
  static let lastResorts: Set<String> = ["header", "hgroup", "aside", "noscript", "figure", "figcaption"]

  /// The first words of the classes and identifiers that pages give to what is no story.
  private static let asideWords: Set<String> = [
    "ad", "ads", "advert", "advertisement", "advertising", "banner", "breadcrumb", "breadcrumbs", "byline", "caption",
    "comments", "consent", "cookie", "cookies", "footer", "menu", "nav", "navbar", "navigation", "newsletter", "popup",
    "promo", "promotion", "recommended", "related", "share", "sharing", "sidebar", "social", "sponsored", "subscribe",
    "tags", "teaser", "trending",
  ]
  private static let asideRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alert",
  ]

  /// Whether an element's attributes say that it is navigation, advertising or another thing beside the story.
  static func isAside(_ attributes: MarkupAttributes) -> Bool {
    if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
    if let role = attributes["role"], asideRoles.contains(role) { return true }
    for key in ["class", "id"] {
      guard let value = attributes[key] else { continue }
      for name in value.lowercased().split(separator: " ").prefix(32) {
        if asideWords.contains(String(name.prefix { $0 != "-" && $0 != "_" })) { return true }
      }
    }
    return false
  }
}
