/// A figure over time as a drawing in a page: a stepped line for each account, told apart by its dashes and its name, so
/// that print and every eye have it as the screen does.
struct PlotDrawing {
  private let plot: Document.Plot
  private let escaped: (String) -> String

  private static let width = 640
  private static let height = 200
  /// Where the lines are drawn.
  private static let left = 48
  private static let right = 440
  private static let top = 26
  private static let bottom = 168
  private static let dashes = ["none", "8 4", "2 4", "12 3 2 3", "5 5", "1 6"]

  init(_ plot: Document.Plot, escaped: @escaping (String) -> String) {
    self.plot = plot
    self.escaped = escaped
  }

  var svg: String {
    let (left, right, bottom) = (PlotDrawing.left, PlotDrawing.right, PlotDrawing.bottom)
    var parts = [
      "<svg viewBox=\"0 0 \(PlotDrawing.width) \(PlotDrawing.height)\" role=\"img\" aria-label=\"\(spoken)\">",
      text(escaped(plot.title), 0, 14, " font-weight=\"700\""),
      "<path fill=\"none\" stroke=\"currentColor\" opacity=\".5\" d=\"M\(left) \(PlotDrawing.top)V\(bottom)H\(right)\"/>",
      text(String(plot.most), left - 6, PlotDrawing.top + 4, end), text("0", left - 6, bottom + 4, end),
      text(escaped(plot.first), left, bottom + 18), text(escaped(plot.last), right, bottom + 18, end),
    ]
    var free = PlotDrawing.top
    let ordered = plot.series.enumerated().sorted { y($0.element.last) < y($1.element.last) }
    for (index, series) in ordered {
      parts.append(
        "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-dasharray=\"\(PlotDrawing.dashes[index % PlotDrawing.dashes.count])\" d=\"\(path(series))\"/>"
      )
      // Names stand beside the ends of their lines, and never on one another.
      let row = max(free, y(series.last))
      parts.append(text(escaped("\(series.last) \(short(series.name))"), right + 8, row + 4))
      free = row + 15
    }
    return (parts + ["</svg>"]).joined(separator: "\n")
  }

  private var end: String { " text-anchor=\"end\"" }

  /// For who hears the page: every account with its first and last figure.
  private var spoken: String {
    let lines = plot.series.map { series in
      series.points.count == 1
        ? "\(series.name) \(series.last)" : "\(series.name) from \(series.points[0].number) to \(series.last)"
    }
    return escaped("\(plot.title) over time: " + lines.joined(separator: "; "))
  }

  private func short(_ name: String) -> String { name.count <= 24 ? name : String(name.prefix(23)) + "…" }

  private func text(_ words: String, _ x: Int, _ y: Int, _ attributes: String = "") -> String {
    "<text x=\"\(x)\" y=\"\(y)\" fill=\"currentColor\"\(attributes)>\(words)</text>"
  }

  private func x(_ at: Int64) -> Int {
    let span = max(1, plot.times.upperBound - plot.times.lowerBound)
    return PlotDrawing.left
      + Int(Double(at - plot.times.lowerBound) / Double(span) * Double(PlotDrawing.right - PlotDrawing.left))
  }

  private func y(_ number: Int) -> Int {
    let share = Double(number) / Double(max(1, plot.most))
    return PlotDrawing.bottom - Int(share * Double(PlotDrawing.bottom - PlotDrawing.top))
  }

  /// A figure stands until its account gives another, and to the end.
  private func path(_ series: Document.Plot.Series) -> String {
    var path = "M\(x(series.points[0].at)) \(y(series.points[0].number))"
    for point in series.points.dropFirst() { path += "H\(x(point.at))V\(y(point.number))" }
    return path + "H\(PlotDrawing.right)"
  }
}

extension Document.Plot.Series {
  /// The figure that was given last.
  fileprivate var last: Int { points.last?.number ?? 0 }
}
