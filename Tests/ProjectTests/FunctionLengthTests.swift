import Testing

/// A function that does not fit on a screen does more than one thing.
@Suite struct FunctionLengthTests {
  private static let most = 60

  /// Functions that were longer when this test came, by file and first words, with what they may have at most. An entry
  /// goes when its function is cut, and none is added.
  static let longer: [String: Int] = [
    "ArticleReader/Chunks/Chunker.swift: func read(": 90,
    "ArticleReader/Chunks/Chunker.swift: func verbMayBegin(": 90,
    "ArticleReader/Chunks/Clauses.swift: func subjects(": 170,
    "ArticleReader/Chunks/GroupReader.swift: func read(": 110,
    "ArticleReader/Chunks/GroupReader.swift: func readHead(": 170,
    "ArticleReader/Chunks/QuantityReader.swift: func read(": 120,
    "ArticleReader/Chunks/TermReader.swift: func read(": 100,
    "ArticleReader/Chunks/TimeReader.swift: func take(": 90,
    "ArticleReader/Chunks/VerbReader.swift: func read(": 130,
    "ArticleReader/Discourse/ReadingSession.swift: func produce(": 90,
    "ArticleReader/Discourse/ReadingSession.swift: func readSentence(": 100,
    "ArticleReader/Discourse/SpeakerReader+Naming.swift: func speaker(": 130,
    "ArticleReader/Discourse/SpeakerReader.swift: func frame(": 90,
    "ArticleReader/Discourse/StandingReader.swift: func isSuperseded(": 120,
    "ArticleReader/Rules/Deployment.swift: rule": 110,
    "ArticleReader/Rules/ElidedVerb.swift: rule": 100,
    "ArticleReader/Rules/SharesOfACount.swift: rule": 90,
    "ArticleReader/Rules/StateOfPeople.swift: rule": 130,
    "ArticleReader/Rules/StatusVerb.swift: rule": 130,
    "ArticleReader/Rules/Toll.swift: func tollStatus(": 130,
    "ArticleReader/Rules/Toll.swift: rule": 120,
    "sitboard/BoardLoop.swift: func run(": 130,
  ]

  struct Function: Hashable {
    let name: String
    let lines: Int
  }

  /// What begins a body: a function, an initialiser, a computed property, or the closure of a rule.
  private static var head: Regex<(Substring, name: Substring?)> {
    #/(?:@\w+(?:\([^)]*\))? )*(?:(?:private|fileprivate|package|public|static|mutating|override|final|required|convenience|nonisolated|lazy)(?:\(set\))? )*(?<name>func [^(<]+|init|deinit|subscript|var \w+(?=.*\{$))(?:.*)|\) \{ .* in/#
  }

  static func functions(of text: String, in file: String) -> [Function] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = head
    return lines.indices.compactMap { start in
      let line = lines[start]
      let indent = line.prefix { $0 == " " }
      let words = line.dropFirst(indent.count)
      guard let match = words.wholeMatch(of: head), !(words.contains("{") && words.hasSuffix("}")) else { return nil }
      // A requirement of a protocol has no body: the next line to the left ends what it stands in.
      let next = lines[(start + 1)...].firstIndex { $0.hasPrefix(indent + "}") || !$0.isEmpty && !$0.hasPrefix(indent) }
      guard let end = next, lines[end].hasPrefix(indent + "}") else { return nil }
      let name = match.output.name.map { $0.hasPrefix("func") ? $0 + "(" : $0 } ?? "rule"
      return Function(name: "\(file): \(name)", lines: end - start + 1)
    }
  }

  @Test func `no function in the sources is above sixty lines but those that were, which only shrink`() throws {
    var long: [String: Int] = [:]
    for file in try Repository.files(in: "Sources", extension: "swift") {
      for function in FunctionLengthTests.functions(of: try Repository.text("Sources/" + file), in: file)
      where function.lines > FunctionLengthTests.most {
        long[function.name] = max(long[function.name] ?? 0, function.lines)
      }
    }
    for (name, lines) in long.sorted(by: { $0.key < $1.key }) {
      let known = FunctionLengthTests.longer[name] ?? FunctionLengthTests.most
      #expect(lines <= known, "\(name) has \(lines) lines: cut it")
    }
    let gone = Set(FunctionLengthTests.longer.keys).subtracting(long.keys)
    #expect(gone.isEmpty, "cut by now: take them out of the list")
  }

  @Test func `the lines of functions, properties and rules are counted`() {
    let text = """
      struct A {
        private mutating func one<T>(_ a: T) -> Int {
          if a {
          }
          return 1
        }
        var two: Int {
          2
        }
        var three = 3
        static let rule = Rule(
          name: "x"
        ) { clauses, findings in
          print(1)
        }
        func short() -> Int { 1 }
        init(
          a: Int
        ) {
          b = a
        }
      }
      """
    #expect(
      FunctionLengthTests.functions(of: text, in: "A").map { "\($0.name) \($0.lines)" } == [
        "A: func one( 5", "A: var two 3", "A: rule 3", "A: init 5",
      ])
  }
}
