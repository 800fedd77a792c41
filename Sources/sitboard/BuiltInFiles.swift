import BuiltIn
import Intake

/// The files that are part of the program.
enum BuiltInFiles {
  static let dispatches = (0..<sitboard_seed_count).map { file(sitboard_seed_at($0)) }

  static let claims = file(sitboard_claims)

  static let lexicon = (0..<sitboard_lexicon_count).map { file(sitboard_lexicon_at($0)) }

  static let weights = file(sitboard_weights)

  private static func file(_ file: sitboard_file) -> (name: String, bytes: [UInt8]) {
    (String(cString: file.name), Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
  }
}
