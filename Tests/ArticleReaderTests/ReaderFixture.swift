import ArticleReader
import BuiltIn
import Foundation
import Situation

/// The reader with the lexicon of the program, and articles from files and texts.
enum ReaderFixture {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let lexicon: Result<Lexicon, LexiconError> = {
    var files: [(name: String, text: [UInt8])] = []
    for file in (0..<sitboard_lexicon_count).map({ sitboard_lexicon_at($0) }) {
      files.append((String(cString: file.name), Array(UnsafeBufferPointer(start: file.bytes, count: file.count))))
    }
    do throws(LexiconError) {
      return .success(try Lexicon(files: files))
    } catch {
      return .failure(error)
    }
  }()

  static let weights: Result<Weights, LexiconError> = {
    let bytes = UnsafeBufferPointer(start: sitboard_weights.bytes, count: sitboard_weights.count)
    do throws(LexiconError) {
      return .success(try Weights(file: (String(cString: sitboard_weights.name), Array(bytes))))
    } catch {
      return .failure(error)
    }
  }()

  static let reader = lexicon.flatMap { lexicon in weights.map { ArticleReader(lexicon: lexicon, weights: $0) } }

  /// - Parameter words: A further lexicon file.
  static func claims(_ text: String, date: String? = nil, words: String? = nil) throws -> [Claim] {
    let moment = date.flatMap { Moment.parse($0, defaultOffset: .zero) } ?? .unknown
    let own = try words.map { words in
      ArticleReader(
        lexicon: try lexicon.get().merging(("mine.txt", Array(words.utf8))), weights: try weights.get())
    }
    return try (own ?? reader.get()).read(
      Article(id: ArticleID(digest: "test"), path: "test", date: moment, text: Array(text.utf8)))
  }

  /// The real article, where the shared folder stands beside the package.
  static let realArticle = root.deletingLastPathComponent().appending(path: "shared/seeds/000_af66e709e5c7724a.txt")
  static var hasRealArticle: Bool { FileManager.default.fileExists(atPath: realArticle.path) }

  static func seed(_ name: String) throws -> Article { try article(root.appending(path: "seeds/" + name)) }

  /// Splits header lines from the text the way the program's intake does.
  static func article(_ file: URL) throws -> Article {
    article([UInt8](try Data(contentsOf: file)), path: file.path)
  }

  static func article(_ text: [UInt8], path: String) -> Article {
    var article = Article(id: ArticleID(digest: URL(filePath: path).lastPathComponent), path: path, text: text)
    var start = 0
    var hasHeader = false
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let words = String(decoding: line, as: UTF8.self)
      if words.isEmpty {
        if hasHeader { start += 1 }
        break
      }
      guard let key = ["Title: ", "Outlet: ", "Date: ", "Url: "].first(where: { words.hasPrefix($0) }) else { break }
      hasHeader = true
      let value = String(words.dropFirst(key.count))
      switch key {
      case "Title: ":
        article.title = value
        article.titleSpan = start + key.utf8.count..<start + line.count
      case "Outlet: ": article.outlet = value
      case "Date: ": article.date = Moment.parse(value, defaultOffset: .zero) ?? .unknown
      default: article.url = value
      }
      start += line.count + 1
    }
    if hasHeader { article.body = start..<text.count }
    return article
  }
}
