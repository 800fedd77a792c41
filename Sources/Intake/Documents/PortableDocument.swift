import CLinux

/// A PDF document: its text by `pdftotext` of poppler, as a process of its own with limits, so that neither its licence
/// nor a fault of it comes in here.
enum PortableDocument {
  private static let programs = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"]
  private static let seconds: Int32 = 20
  private static let memory = 1 << 30

  static func read(_ bytes: [UInt8], path: String, limit: Int64) throws(Problem) -> StoryList {
    let text = joined(try text(bytes, path: path, limit: limit))
    guard text.contains(where: { !ArticleText.isSpace($0) }) else {
      throw Problem(path, .noStory("a PDF document without text, such as pictures of pages"))
    }
    return try PlainStories.read(text, path: path, isMarkdown: false)
  }

  private static func text(_ bytes: [UInt8], path: String, limit: Int64) throws(Problem) -> [UInt8] {
    let limits = system_run_limits(seconds: seconds, memory: memory, output: Int(limit))
    for program in programs {
      let taken = Taken()
      let outcome = withExtendedLifetime(taken) {
        run(program, ["pdftotext", "-q", "-enc", "UTF-8", "-nopgbrk", "-", "-"], bytes, limits, taken)
      }
      switch outcome {
      case system_run_missing: continue
      case system_run_done: return taken.bytes
      case system_run_limit:
        throw Problem(path, .noStory("a PDF document that takes more than \(seconds) s or too much memory to read"))
      default: throw Problem(path, .noStory("a PDF document that is damaged or locked"))
      }
    }
    throw Problem(path, .needs("a PDF document", library: "pdftotext", package: "poppler-utils"))
  }

  private static func run(
    _ program: String, _ words: [String], _ bytes: [UInt8], _ limits: system_run_limits, _ taken: Taken
  ) -> system_run_outcome {
    CStringArray.with(words) { words in
      system_run(
        program, words, bytes, bytes.count, limits,
        { context, bytes, count in
          guard let context else { return }
          Unmanaged<Taken>.fromOpaque(context).takeUnretainedValue().bytes =
            Array(UnsafeBufferPointer(start: bytes, count: count))
        }, Unmanaged.passUnretained(taken).toOpaque())
    }
  }

  private final class Taken {
    var bytes: [UInt8] = []
  }

  /// A line that is at least so long, in parts of the longest of its block, goes on in the next.
  private static let fullLine = 0.6
  /// A block whose longest line has fewer bytes is a list or a table.
  private static let shortestColumn = 30

  /// Makes one line of the lines of a paragraph. Lines that are short, as in lists and tables, stay apart.
  static func joined(_ text: [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(text.count)
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      let line = line.drop(while: ArticleText.isSpace)
      return line[..<((line.lastIndex { !ArticleText.isSpace($0) }).map { $0 + 1 } ?? line.startIndex)]
    }
    for block in lines.split(whereSeparator: \.isEmpty) {
      if !joined.isEmpty { joined.append(0x0A) }
      let longest = block.map(\.count).max() ?? 0
      for (index, line) in block.enumerated() {
        // A hyphen stays: it may be a part of the word.
        joined += line.map { $0 == 0x0C ? 0x20 : $0 }
        let isFull = Double(line.count) >= fullLine * Double(longest) && longest > shortestColumn
        let isLast = index == block.count - 1
        joined += isLast || !isFull ? [0x0A] : line.last == 0x2D ? [] : [0x20]
      }
    }
    return joined
  }
}
