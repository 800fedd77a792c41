import ArticleReader
import Intake

/// Loads the reader with its words.
enum ReaderLoading {
  private static let builtIn = Result { () throws(LexiconError) in
    try Lexicon(files: BuiltInFiles.lexicon.map { (name: $0.name, text: $0.bytes) })
  }

  /// Begins to take the built-in words in, on another processor where there is one: they are ready, or nearly, when
  /// the arguments have been read.
  static func begin() { Threads.detach { _ = builtIn } }

  static func reader(_ options: CommonOptions) throws(Failure) -> ArticleReader {
    let more = try options.lexicon.map(file)
    let weights = try options.weights.map(file) ?? (name: BuiltInFiles.weights.name, text: BuiltInFiles.weights.bytes)
    do throws(LexiconError) {
      let words = try builtIn.get()
      return ArticleReader(
        lexicon: try more.map(words.merging) ?? words, weights: try Weights(file: weights))
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
