import Situation

/// The date of a page's publication, from whatever it is told by.
struct PageDate {
  /// In the form of a header; as the page has it where nothing can be read, so that this is told.
  let text: String?
  /// Whether it is a date that merely stands somewhere on the page.
  let isGuess: Bool

  /// The names by which pages call the date of their publication, in small letters, the surest first.
  static let names = [
    "article:published_time", "og:article:published_time", "datepublished", "date_published", "rnews:datepublished",
    "parsely-pub-date", "sailthru.date", "originalpublicationdate", "article_date_original", "publish-date",
    "publish_date", "publishdate", "published-date", "publication_date", "article.published", "dc.date.issued",
    "dcterms.issued", "dc.date.created", "dcterms.created", "cxenseparse:recs:publishtime", "pubdate", "datecreated",
    "date", "dc.date", "dcterms.date",
  ]

  /// The names by which pages call the date of their last change.
  static let changeNames = ["article:modified_time", "og:updated_time", "datemodified", "last-modified"]

  /// Folders of an address that are looked at.
  private static let mostFolders = 32
  private static let years = "1980"..."2099"

  /// - Parameter shown: Looked for only where nothing surer tells the date.
  init(_ sayings: [String: String], shown: @autoclosure () -> ShownDates) {
    var candidates = PageDate.names.compactMap { sayings[$0] }
    // A page's own data is surer than its oldest names.
    if let json = sayings["json"].flatMap({ PageData($0).string("datePublished", longest: 64) }) {
      candidates.insert(json, at: sayings[PageDate.names[0]] == nil ? 0 : 1)
    }
    let address = (sayings["canonical"] ?? sayings["og:url"]).flatMap(PageDate.inAddress)
    let stated = candidates.lazy.compactMap {
      PublishedDate.recognised($0) ?? DateInText($0)?.day
    }.first
    let changed = PageDate.named(PageDate.changeNames, sayings)
    // Data may be of the last change, the address is not.
    let isOlder = PageDate.daysApart(stated, address) > 1
    if let told = (isOlder ? address : stated) ?? address {
      (text, isGuess) = (told, false)
      return
    }
    let shown = shown()
    isGuess = shown.besideTitle == nil && shown.elsewhere != nil
    text = shown.besideTitle ?? shown.elsewhere ?? changed ?? candidates.first
  }

  /// When the page was changed last, by its own word.
  static func changed(_ sayings: [String: String]) -> String? {
    named(changeNames, sayings)
      ?? sayings["json"].flatMap { PageData($0).string("dateModified", longest: 64) }.flatMap(PublishedDate.recognised)
  }

  private static func named(_ names: [String], _ sayings: [String: String]) -> String? {
    names.lazy.compactMap { sayings[$0].flatMap(PublishedDate.recognised) }.first
  }

  private static func daysApart(_ a: String?, _ b: String?) -> Int {
    guard let a = a.flatMap(day), let b = b.flatMap(day) else { return 0 }
    return abs(a.daysSinceEpoch - b.daysSinceEpoch)
  }

  private static func day(_ date: String) -> CivilDate? {
    let parts = date.prefix(10).split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? CivilDate(year: parts[0], month: parts[1], day: parts[2]) : nil
  }

  /// "2025-03-12" of "https://example.org/2025/03/12/train" and of ".../20250312-train".
  private static func inAddress(_ address: String) -> String? {
    let parts = Array(address.split(separator: "/").dropFirst(2).prefix(mostFolders))
    for (index, part) in parts.enumerated() {
      if part.utf8.count == 4, index + 2 < parts.count, parts[index + 2].allSatisfy(\.isNumber),
        let date = DateInText("\(part)-\(parts[index + 1])-\(parts[index + 2])")
      {
        return date.day
      }
      if let date = DateInText(String(part)) { return date.day }
      let digits = part.prefix { $0.isASCII && $0.isNumber }
      if digits.count == 8, let date = PublishedDate.recognised(String(digits)), years.contains(String(date.prefix(4)))
      {
        return date
      }
    }
    return nil
  }
}
