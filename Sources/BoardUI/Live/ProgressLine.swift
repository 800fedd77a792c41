/// The last line of the screen while many articles are being read, or sources are asked for the first time: how far it
/// is, and the way out.
enum ProgressLine {
  /// - Parameter sources: How many are asked.
  static func draw(_ progress: Progress, sources: Int, _ canvas: inout Canvas) {
    let row = canvas.size.rows - 1
    let width = canvas.size.columns
    canvas.clear(rows: row..<row + 1)
    let quit = "q quit"
    canvas.put(quit, column: width - quit.count - 1, row: row, style: Style(.key, bold: true), limit: width)
    let room = width - quit.count - 3
    if progress.total == 0, sources > 0 {
      let words = "ASKING \(sources) \(sources == 1 ? "SOURCE" : "SOURCES")"
      canvas.put(words, column: 1, row: row, style: Style(.title, bold: true), limit: room)
      return
    }
    let ways = ["READING \(progress.words) ", "\(progress.done) of \(progress.total) ", "\(progress.done) "]
    guard let words = ways.first(where: { $0.count < room }) else { return }
    let at = canvas.put(words, column: 1, row: row, style: Style(.title, bold: true), limit: room)
    let bar = room - at
    guard bar >= 8 else { return }
    let full = progress.total > 0 ? bar * min(progress.done, progress.total) / progress.total : 0
    canvas.put(
      String(repeating: "#", count: full), column: at, row: row, style: Style(.title, reversed: true), limit: room)
    canvas.put(
      String(repeating: ".", count: bar - full), column: at + full, row: row, style: Style(.secondary, dim: true),
      limit: room)
  }
}
