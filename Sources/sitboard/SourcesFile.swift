import Formats
import Intake
import Situation

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
    let file: TOMLFile
    do throws(TOMLError) {
      file = try TOMLFile(text)
    } catch {
      throw SourcesError(reason: "line \(error.line): \(error.reason)")
    }
    guard file.entries.contains(where: { $0.path.first == "reliability" }) else {
      throw SourcesError(reason: "it has no table [reliability] with lines such as \"Dawn\" = \"B\"")
    }
    var reliabilities = Reliabilities()
    for entry in file.entries {
      let name = entry.path.last ?? ""
      func error(_ reason: String) -> SourcesError { SourcesError(reason: "line \(entry.line): \(name)\(reason)") }
      guard entry.path.first == "reliability", entry.path.count <= 2 else {
        throw error(": not known here; the only table is [reliability]")
      }
      switch entry {
      case .table(let path, _) where path.count == 1: break
      case .pair(let path, let letter?, _) where path.count == 2 && !name.isEmpty:
        guard let reliability = Reliability(rawValue: letter) else { fallthrough }
        reliabilities.set(name, reliability)
      default: throw error(": give one of \"A\", \"B\", \"C\", \"D\", \"E\", \"F\" in quotation marks")
      }
    }
    return reliabilities
  }
}
