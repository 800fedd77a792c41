package import Situation

/// Turns paths into articles.
package enum Intake {
  /// An article, and its claims where they came with it.
  package struct Entry: Hashable, Sendable {
    package var article: Article
    /// `nil` for a text that is still to be read; an event file brings the claims.
    package var claims: [Claim]?
    /// By which it is sorted to an incident; `nil` where that is still to be made.
    package var fingerprint: IncidentFingerprint?
    /// Which story it is; `nil` for what is a story of its own whatever else there is, such as a plain text.
    package var story: StoryIdentity?

    package init(
      article: Article, claims: [Claim]? = nil, fingerprint: IncidentFingerprint? = nil, story: StoryIdentity? = nil
    ) {
      self.article = article
      self.claims = claims
      self.fingerprint = fingerprint
      self.story = story
    }
  }

  package struct Result: Sendable {
    /// In the order of the paths, within a folder in the order of the names' bytes.
    package var entries: [Entry] = []
    /// What the operator did, where an event file brings it.
    package var acts: [OperatorEntry] = []
    /// What event files say of sources.
    package var reliabilities = Reliabilities()
    package var problems: [Problem] = []
    /// "FOLDER: what was passed over in it".
    package var notices: [String] = []

    package init(
      entries: [Entry] = [], acts: [OperatorEntry] = [], reliabilities: Reliabilities = Reliabilities(),
      problems: [Problem] = []
    ) {
      (self.entries, self.acts, self.reliabilities, self.problems) = (entries, acts, reliabilities, problems)
    }

    fileprivate mutating func add(_ other: Result) {
      entries += other.entries
      acts += other.acts
      reliabilities = reliabilities.overlaid(by: other.reliabilities)
      problems += other.problems
      notices += other.notices
    }
  }

  /// Loads files, folders and standard input (`-`). A path that cannot be read becomes a problem, and the others are
  /// loaded.
  ///
  /// A folder gives its own files with the endings of what is read (`FileKind`); hidden files and sub-folders are passed
  /// over, and of other files it is told how many there are.
  package static func load(_ paths: [String], options: IntakeOptions = IntakeOptions()) -> Result {
    var result = Result()
    for path in paths {
      do throws(Problem) {
        try load(path, options, into: &result)
      } catch {
        result.problems.append(error)
      }
    }
    return result
  }

  /// The articles of texts that are at hand, such as the built-in dispatches.
  package static func load(
    _ files: [(name: String, bytes: [UInt8])], options: IntakeOptions = IntakeOptions()
  ) -> Result {
    var result = Result()
    for file in files { take(file.bytes, path: file.name, options, into: &result) }
    return result
  }

  /// The bytes of one file that is no article, such as a list of words.
  package static func bytes(of path: String, limits: IntakeLimits = .standard) throws(Problem) -> [UInt8] {
    guard case .file(let file) = try FileReader.open(path) else { throw Problem(path, .folder) }
    return try file.bytes(limits: limits)
  }

  /// The bytes of files, of those in folders, and of standard input (`-`), as they are. A path that cannot be read
  /// becomes a problem.
  package static func files(
    _ paths: [String], options: IntakeOptions = IntakeOptions()
  ) -> (files: [(path: String, bytes: [UInt8])], problems: [Problem]) {
    var files: [(path: String, bytes: [UInt8])] = []
    var problems: [Problem] = []
    for path in paths {
      do throws(Problem) {
        try each(of: path, options) {
          files.append(($0, $1))
        } failed: {
          problems.append($0)
        } passedOver: { _ in
        }
      } catch {
        problems.append(error)
      }
    }
    return (files, problems)
  }

  /// Returns true if bytes are event lines, by the name of their file or by how they begin.
  package static func isEvents(_ bytes: [UInt8], path: String) -> Bool { EventFile.isOne(path: path, bytes: bytes) }

  /// What bytes that are at hand give, such as those that came from an address.
  ///
  /// - Parameters:
  ///   - path: What they go by.
  ///   - publisher: Whose they are for certain, such as the host that was asked.
  ///   - link: The address of a page, where that is certain.
  package static func load(
    _ bytes: [UInt8], called path: String, publisher: String, link: String?, options: IntakeOptions = IntakeOptions()
  ) -> Result {
    var result = Result()
    take(bytes, path: path, options, into: &result)
    for index in result.entries.indices {
      result.entries[index].story?.publisher = publisher
      if let link { result.entries[index].story?.isOf(page: link) }
    }
    return result
  }

  /// The character set that a `Content-Type` names.
  package static func charset(ofContentType field: String) -> String? { DeclaredCharset.read(contentType: field) }

  /// Returns true if bytes are a feed.
  package static func isFeed(_ bytes: [UInt8]) -> Bool {
    FileKind.of(FileBeginning(bytes), path: "")?.reading == .feed
  }

  /// The addresses that the items of a feed link to, in their order; none for what is not a feed.
  package static func links(ofFeed bytes: [UInt8]) -> [String] {
    guard isFeed(bytes), let text = DecodedText(bytes)?.text else { return [] }
    return Feed(text).items.compactMap { $0.fields[.url] }
  }

  private static func load(_ path: String, _ options: IntakeOptions, into result: inout Result) throws(Problem) {
    var read = Result()
    defer { result.add(read) }
    try each(of: path, options) {
      take($1, path: $0, options, into: &read)
    } failed: {
      read.problems.append($0)
    } passedOver: {
      read.notices.append($0)
    }
  }

  /// Gives each file of a path with what it goes by.
  private static func each(
    of path: String, _ options: IntakeOptions, _ body: (String, [UInt8]) -> Void, failed: (Problem) -> Void,
    passedOver: (String) -> Void
  ) throws(Problem) {
    if path == "-" {
      body(path, try FileReader.standardInput(called: path, limits: options.limits))
      return
    }
    switch try FileReader.open(path) {
    case .file(let file): body(path, try file.bytes(limits: options.limits))
    case .folder(let folder):
      let content = try folder.content()
      if let others = content.passedOver { passedOver("\(path): \(others)") }
      guard !content.articles.isEmpty else { throw Problem(path, .noArticles) }
      for name in content.articles {
        do throws(Problem) {
          // A folder that is named like an article is a sub-folder like any other.
          guard let file = try folder.file(name, isBeneath: options.isBeneath) else { continue }
          body(file.path, try file.bytes(limits: options.limits))
        } catch {
          failed(error)
        }
      }
    }
  }

  static func take(_ bytes: [UInt8], path: String, _ options: IntakeOptions, into result: inout Result) {
    if EventFile.isOne(path: path, bytes: bytes) {
      let events = EventFile.entries(bytes, path: path)
      result.entries += events.entries
      result.acts += events.acts
      result.reliabilities = result.reliabilities.overlaid(by: events.reliabilities)
      result.problems += events.problems
      return
    }
    do throws(Problem) {
      result.entries += try ArticleText.entries(bytes, path: path, options: options)
    } catch {
      result.problems.append(error)
    }
  }
}
