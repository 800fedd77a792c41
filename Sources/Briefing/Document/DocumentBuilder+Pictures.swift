import Situation

/// The parts of a briefing that only a page can show: the passages behind the references, and plots of the head figures.
extension DocumentBuilder {
  /// Every reference that was cited, by article.
  func listed() -> [Document.Reference] {
    references.byArticle.flatMap { article, lines in lines.map { reference($0.number, article, line: $0.line) } }
  }

  private func reference(_ number: Int, _ article: Article, line: Int) -> Document.Reference {
    let passage =
      !options.hasPictures
      ? []
      : references.passage(article, line: line).map {
        // A number in brackets that stands in an article is not to pass for a reference.
        Document.Reference.Piece(text: InlineText(words.clean($0.text)).plain, isCited: $0.isCited)
      }
    return Document.Reference(number: number, file: "\(words.clean(article.path))", line: line, passage: passage)
  }

  /// Of the gravest figures and of those who came free: a line for each side, with a step for each figure that
  /// it gave.
  func plots() -> [Document.Plot] {
    guard options.hasPictures else { return [] }
    return [Count.Status.held, .killed, .rescued].compactMap { plot(FigureKey($0, .people)) }
  }

  /// `nil` where there are not two figures with a time.
  private func plot(_ key: FigureKey) -> Document.Plot? {
    guard let ladder = board.ladders[key] else { return nil }
    var series: [String: [Document.Plot.Point]] = [:]
    for rung in ladder.rungs {
      guard let number = rung.figure.point, let at = rung.reported?.seconds else { continue }
      series[words.clean(rung.side.word ?? rung.speakerName?.body ?? "unattributed"), default: []].append(
        Document.Plot.Point(at: at, number: number))
    }
    let points = series.values.flatMap { $0 }
    guard points.count > 1, let first = points.map(\.at).min(), let last = points.map(\.at).max(), first < last,
      let most = points.map(\.number).max(), most > 0
    else { return nil }
    let told = series.map { Document.Plot.Series(name: $0.key, points: $0.value.sorted { $0.at < $1.at }) }
      .sorted { ($0.points[0].at, $0.name) < ($1.points[0].at, $1.name) }
    let offset = store.newestTime(on: board.clock)?.offset ?? .zero
    func label(_ seconds: Int64) -> String {
      let time = CivilTime(Instant(seconds: seconds), at: offset)
      return "\(time.date.short) \(time.clockText)"
    }
    return Document.Plot(
      title: words.plain(key.label), series: Array(told.prefix(DocumentBuilder.mostSeries)), times: first...last,
      first: label(first), last: label(last), most: most)
  }

  private static let mostSeries = 6
}
