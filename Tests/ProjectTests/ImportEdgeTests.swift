import Foundation
import Testing

@Suite struct ImportEdgeTests {
  /// Modules of the system and the toolchain, and who may import them. Full Foundation and Dispatch are nobody's: they
  /// make the program ten times as large, and wake it while it rests (decisions 13 and 24).
  static let system: [String: Set<String>] = [
    "Glibc": ["Desk", "Fetching", "Intake", "Journal", "Sharing", "Terminal", "sitboard"],
    "Synchronization": ["Intake", "sitboard"],
  ]

  /// What each module of `Sources` depends on, as the description of the package has it.
  static func edges(of package: String) -> [String: Set<String>] {
    var edges: [String: Set<String>] = [:]
    let targets = package.split(separator: #/\.(?:testT|executableT|t)arget\(/#).dropFirst()
    for target in targets where !target.contains("path: \"Tests/") {
      guard let name = target.firstMatch(of: /name: "(\w+)"/)?.1 else { continue }
      let list = target.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.1 ?? ""
      edges[String(name)] = Set(list.matches(of: /"(\w+)"/).map { String($0.1) })
    }
    return edges
  }

  @Test func `a module imports what the package says it depends on, and of the system what it is given`() throws {
    let edges = ImportEdgeTests.edges(of: try Repository.text("Package.swift"))
    #expect(edges["Situation"] == [], "the core depends on nothing")
    #expect(edges["BoardUI"] == ["Situation"], "the screen knows no articles")
    for module in try ImportEdgeTests.swiftModules() {
      let allowed = try #require(edges[module], "\(module) is not in Package.swift")
      for file in try Repository.files(in: "Sources/\(module)", extension: "swift") {
        let imports = try Repository.text("Sources/\(module)/\(file)").split(separator: "\n").compactMap { line in
          let words = line.split(separator: " ")
          return words.firstIndex(of: "import").flatMap { $0 < 3 && words.count > $0 + 1 ? String(words[$0 + 1]) : nil }
        }
        let wrong = imports.filter { !allowed.contains($0) && ImportEdgeTests.system[$0]?.contains(module) != true }
        #expect(wrong.isEmpty, "Sources/\(module)/\(file) imports \(wrong.sorted())")
      }
    }
  }

  @Test func `edges point one way`() throws {
    let edges = ImportEdgeTests.edges(of: try Repository.text("Package.swift"))
    func reached(from module: String, _ seen: Set<String> = []) -> Set<String> {
      edges[module, default: []].reduce(seen) { seen, next in
        seen.contains(next) ? seen : reached(from: next, seen.union([next]))
      }
    }
    for module in edges.keys { #expect(!reached(from: module).contains(module), "\(module) depends on itself") }
    #expect(!reached(from: "ArticleReader").contains("BoardUI") && !reached(from: "BoardUI").contains("ArticleReader"))
  }

  @Test func `the table of modules in the architecture is that of the package`() throws {
    let edges = ImportEdgeTests.edges(of: try Repository.text("Package.swift"))
    let page = try Repository.text("docs/architecture.md")
    for module in try ImportEdgeTests.swiftModules() where module != "sitboard" {
      let line = try #require(page.split(separator: "\n").first { $0.hasPrefix("| `\(module)` |") }, "\(module)")
      let told = Set(line.split(separator: "|").last.map { $0.matches(of: /`(\w+)`/).map { String($0.1) } } ?? [])
      #expect(told == edges[module], "\(module) in docs/architecture.md")
    }
  }

  private static func swiftModules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "Sources").path)
      .filter { try !Repository.files(in: "Sources/\($0)", extension: "swift").isEmpty }
  }

  @Test func `every seed is built in`() throws {
    let list = try Repository.text("Sources/BuiltIn/Seeds.c")
    let seeds = try Repository.files(in: "seeds", extension: "txt").filter { !$0.contains("/") }
    #expect(seeds.count >= 12)
    for seed in seeds { #expect(list.contains("#embed \"../../seeds/\(seed)\""), "\(seed) is not embedded") }
  }

  @Test func `every word list is built in`() throws {
    let list = try Repository.text("Sources/BuiltIn/Lexicon.c")
    for file in try Repository.files(in: "Sources/ArticleReader/Lexicon", extension: "txt") {
      #expect(list.contains("Lexicon/\(file)\""), "\(file) is not embedded")
    }
  }
}
