import ArticleReader
import Formats
import Intake

/// A reader whose words are taken in when the first article is to be read: that takes longer than to open a board.
struct LazyReader: Sendable {
  /// A reader with words or weights of the operator's; `nil` for the one as built.
  fileprivate let own: ArticleReader?
  /// Tells one set of the operator's words and weights from another; empty for the reader as built.
  let identity: [UInt8]

  var reader: ArticleReader { own ?? ReaderLoading.builtIn }
}

/// Loads the reader with its words.
enum ReaderLoading {
  private static let words: Lexicon = {
    do throws(LexiconError) {
      return try Lexicon(files: BuiltInFiles.lexicon.map { (name: $0.name, text: $0.bytes) })
    } catch {
      // They are part of the program, and a test reads them.
      fatalError(error.description)
    }
  }()

  fileprivate static let builtIn: ArticleReader = {
    do throws(LexiconError) {
      return ArticleReader(
        lexicon: words, weights: try Weights(file: (name: BuiltInFiles.weights.name, text: BuiltInFiles.weights.bytes)))
    } catch {
      // Like the words.
      fatalError(error.description)
    }
  }()

  static func reader(_ options: CommonOptions) throws(Failure) -> ArticleReader { try lazyReader(options).reader }

  /// The reader that the options ask for. Words and weights of the operator's are taken in at once, since they may be
  /// wrong.
  static func lazyReader(_ options: CommonOptions) throws(Failure) -> LazyReader {
    guard !options.hasReaderAsBuilt else { return LazyReader(own: nil, identity: []) }
    let more = try options.lexicon.map(file)
    let weights = try options.weights.map(file) ?? (name: BuiltInFiles.weights.name, text: BuiltInFiles.weights.bytes)
    do throws(LexiconError) {
      let own = ArticleReader(lexicon: try more.map(words.merging) ?? words, weights: try Weights(file: weights))
      let identity = sha256(more?.text ?? []) + sha256(weights.text)
      return LazyReader(own: own, identity: Array(identity.utf8))
    } catch {
      throw Failure(.data, error.description)
    }
  }

  private static func file(_ path: String) throws(Failure) -> (name: String, text: [UInt8]) {
    do throws(Problem) {
      return (path, try Intake.bytes(of: path))
    } catch {
      throw Failure(SystemExit(error.category), error.message)
    }
  }
}
