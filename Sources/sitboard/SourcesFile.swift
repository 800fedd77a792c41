import Intake
import Situation
import TOMLKit

/// What a file of sources says: how far outlets and speakers are to be believed.
///
/// ```toml
/// [reliability]
/// Dawn = "B"
/// "Shahid Rind" = "C"
/// ```
enum SourcesFile {
  static func reliabilities(_ path: String) throws(Failure) -> Reliabilities {
    let bytes: [UInt8]
    do throws(Problem) {
      bytes = try Intake.bytes(of: path)
    } catch {
      throw Failure(SystemExit(error.category), error.message)
    }
    do throws(SourcesError) {
      return try read(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Failure(.data, "\(path): \(error.reason)")
    }
  }

  struct SourcesError: Error, Equatable {
    var reason: String
  }

  static func read(_ text: String) throws(SourcesError) -> Reliabilities {
    let table = try table(text)
    guard let sources = table["reliability"]?.table else {
      throw SourcesError(reason: "it has no table [reliability] with lines such as \"Dawn\" = \"B\"")
    }
    if let other = table.keys.first(where: { $0 != "reliability" }) {
      throw SourcesError(reason: "\(other): not known here; the only table is [reliability]")
    }
    var reliabilities = Reliabilities()
    for source in sources.keys {
      guard !source.isEmpty, let letter = sources[source]?.string, let reliability = Reliability(rawValue: letter)
      else {
        throw SourcesError(reason: "\(source): give one of \"A\", \"B\", \"C\", \"D\", \"E\", \"F\" in quotation marks")
      }
      reliabilities.set(source, reliability)
    }
    return reliabilities
  }

  private static func table(_ text: String) throws(SourcesError) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw SourcesError(reason: "line \(error.source.begin.line): \(error.description)")
    } catch {
      throw SourcesError(reason: "it is no TOML: \(error)")
    }
  }
}
