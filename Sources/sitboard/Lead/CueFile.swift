import BoardUI
import Intake
import Situation

/// The cues of a briefing: a line each, a time and then what to say there. Lines that begin with # are passed over.
enum CueFile {
  static let most = 1000

  static func read(_ path: String, _ offset: UTCOffset?) throws(Failure) -> [Cue] {
    let bytes: [UInt8]
    do throws(Problem) {
      bytes = try Intake.bytes(of: path)
    } catch {
      throw Failure(SystemExit(error.category), error.message)
    }
    var cues: [Cue] = []
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = line.drop { $0 == " " || $0 == "\t" }
      if words.isEmpty || words.hasPrefix("#") { continue }
      let time = words.prefix { $0 != " " && $0 != "\t" }
      guard let instant = Moment.parse(String(time), defaultOffset: offset ?? .zero)?.to, cues.count < most else {
        throw Failure(
          .data,
          "\(path):\(index + 1): no cue; write a time and then a note, such as 2025-03-12T14:10+05:00 The first rescue")
      }
      cues.append(
        Cue(instant: instant, note: SafeText.line(words.dropFirst(time.count).drop { $0 == " " || $0 == "\t" })))
    }
    return cues
  }
}
