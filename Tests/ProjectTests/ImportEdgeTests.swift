import Foundation
import Testing

@Suite struct ImportEdgeTests {
  /// What each module may import; a module that is not here has no place in the architecture.
  static let allowed: [String: Set<String>] = [
    "Situation": [],
    "ArticleReader": ["Situation"],
    "Formats": ["Situation"],
    "Briefing": ["Situation", "Formats"],
    "BoardUI": ["Situation"],
    "Intake": [
      "Situation", "Formats", "CArchive", "CDigest", "CLinux", "CMail", "CXML", "Glibc", "Synchronization",
    ],
    "Fetching": ["Situation", "Formats", "Intake", "CFetch", "Glibc"],
    "Journal": ["Situation", "Formats", "CDigest", "Glibc"],
    "Desk": ["Situation", "Formats", "CDigest", "CPostgres", "Glibc"],
    "Terminal": ["Situation", "BoardUI", "CNcurses", "Glibc"],
    "Cast": ["Situation", "Formats", "BoardUI", "Terminal"],
    "Sharing": ["Situation", "Formats", "CLinux", "Glibc"],
    "sitboard": [
      "Situation", "ArticleReader", "Formats", "Briefing", "BoardUI", "Intake", "Journal", "Terminal", "BuiltIn",
      "Sharing", "Cast", "CLinux", "Fetching", "Desk",
      "ArgumentParser", "Dispatch", "Glibc", "Synchronization",
    ],
  ]

  @Test func `imports point one way`() throws {
    for (module, allowed) in ImportEdgeTests.allowed {
      let files = try Repository.files(in: "Sources/\(module)", extension: "swift")
      #expect(!files.isEmpty, "\(module) has no files")
      for file in files {
        let imports = try Repository.text("Sources/\(module)/\(file)").split(separator: "\n").compactMap { line in
          let words = line.split(separator: " ")
          return words.firstIndex(of: "import").flatMap { $0 < 3 && words.count > $0 + 1 ? String(words[$0 + 1]) : nil }
        }
        let wrong = Set(imports).subtracting(allowed)
        #expect(wrong.isEmpty, "Sources/\(module)/\(file) imports \(wrong.sorted())")
      }
    }
  }

  @Test func `every Swift module is in the table of edges`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "Sources").path)
    let swift = try folders.filter { try !Repository.files(in: "Sources/\($0)", extension: "swift").isEmpty }
    #expect(Set(swift) == Set(ImportEdgeTests.allowed.keys))
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
