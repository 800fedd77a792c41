internal import Situation

/// The passage behind what is selected, or behind the event at the playhead, with the words of the claim marked in it.
enum ReceiptPane {
  static func draw(_ model: Model, _ region: Region, _ canvas: inout Canvas) {
    let after = canvas.heading(.receipt, region, isFocused: model.focus == .receipt)
    let receipts = model.lingering ?? model.receipts
    guard !receipts.events.isEmpty else {
      let words =
        model.store.events.isEmpty
        ? "no article read yet"
        : model.attention == .playhead ? "before the first event" : "no claim speaks of this: no receipt"
      Empty.draw(words, region, &canvas)
      return
    }
    let id = receipts.events[receipts.shown]
    note(model, id, receipts, region, after: after, &canvas)
    let body = region.body
    if case .selection(.conflicts) = model.attention, receipts.events.count <= body.height {
      all(model, receipts, body, &canvas)
    } else {
      one(model, id, body, &canvas)
    }
  }

  private static func note(
    _ model: Model, _ id: EventID, _ receipts: Model.Receipts, _ region: Region, after: Int,
    _ canvas: inout Canvas
  ) {
    let receipt = model.store[id].claim.receipt
    guard let article = model.store.article(receipt.article) else { return }
    guard let index = model.store.articleIndex(receipt.article) else { return }
    let number = index + 1
    let line = article.line(of: receipt.span.lowerBound)
    let isOne = receipts.events.count == 1
    let which = isOne ? "" : "\(receipts.shown + 1) of \(receipts.events.count): "
    let place = "article \(number), line \(line) "
    // The outlet is kept before the number of receipts.
    let outlet = model.outlet(of: id)
    var ways = [
      " \(which)\(outlet), \(place)", " \(which)\(outlet) [\(number)] line \(line) ", " \(which)\(outlet) [\(number)] ",
    ]
    // The name of a file tells less.
    if article.outlet != nil { ways += [" \(outlet) [\(number)] line \(line) ", " \(outlet) [\(number)] "] }
    ways += [
      " \(which)\(place)", " \(which)[\(number)] line \(line) ", " \(which)[\(number)] ", " [\(number)] line \(line) ",
    ]
    if let mark = model.live.marks[receipt.article]?.rawValue {
      ways = [
        " \(which)\(mark), \(place)", " \(mark), \(place)", " \(mark), [\(number)] line \(line) ",
        " \(mark), [\(number)] ", " \(mark) ",
      ]
    }
    let limit = region.columns.upperBound - 1
    guard let way = ways.first(where: { after + 1 + canvas.columns($0) <= limit }) else { return }
    canvas.putRight(way, from: after, row: region.rows.lowerBound, style: Style(.secondary), limit: limit)
  }

  /// One passage, and below it what is known of the claim.
  static func one(_ model: Model, _ id: EventID, _ body: Region, _ canvas: inout Canvas) {
    let claim = model.store[id].claim
    let details = details(model, id, canvas.glyphs)
    let detailRows = body.height >= 10 ? 5 : body.height >= 5 ? 2 : body.height >= 3 ? 1 : 0
    let textRows = body.height - detailRows
    passage(model, claim, rows: body.rows.lowerBound..<body.rows.lowerBound + textRows, body.columns, &canvas)
    let start = body.columns.lowerBound + 1
    let limit = body.columns.upperBound
    if detailRows == 1 {
      let row = body.rows.upperBound - 1
      let speakers = model.store.speakerLabels(of: id)
      let when = model.when(
        claim.moment(on: model.clock), columns: canvas.glyphs.marks.atMost.count + 12, canvas.glyphs)
      let rest = " \(canvas.glyphs.dot) \(claim.standing.rawValue) \(canvas.glyphs.dot) \(when)"
      canvas.putFirst(
        of: speakers.map { $0 + rest } + speakers.suffix(1), column: start, row: row, style: Style(.secondary),
        limit: limit)
    } else if detailRows > 1 {
      // All that is known after an empty line, or the second and third lines of it; the first where the operator takes
      // the claim otherwise than the passage has it, or nobody has looked at it yet.
      let isFirst = model.doubt(of: id) != nil || model.board.overrides.takes(id)
      let shown = detailRows == 2 ? (isFirst ? details[0...1] : details[1...2]) : details[...]
      for (row, detail) in zip(body.rows.upperBound - shown.count..<body.rows.upperBound, shown) {
        var at = start
        for (label, value) in detail {
          // A pair that does not fit is left out; the first is cut.
          guard at == start || at + canvas.columns(label + value) + 1 <= limit else { break }
          at = canvas.put(label + " ", column: at, row: row, style: Style(.secondary, dim: true), limit: limit)
          at = canvas.put(value, column: at, row: row, limit: limit) + 3
        }
      }
    }
  }

  /// Everything on one claim, line by line, as label and value.
  static func details(_ model: Model, _ id: EventID, _ glyphs: Glyphs) -> [[(String, String)]] {
    let claim = model.store[id].claim
    func moment(_ moment: Moment) -> String {
      let label = moment.labels(glyphs.marks).first ?? "?"
      guard let text = moment.text, text != label else { return label }
      return "\(label) (\"\(text)\")"
    }
    let place =
      model.store.isReplayed(id)
      ? "\(model.store.position(of: id, on: model.clock) + 1) of \(model.store.replayCount)" : "none: background"
    let doubt = model.doubt(of: id).map { [[("unsure", $0.words)]] } ?? []
    return [[("claim", model.summary(of: id))]] + doubt + [
      [
        ("speaker", model.store.speakerLabels(of: id).first ?? "?"),
        (
          "standing",
          claim.standing.rawValue + (model.live.marks[claim.receipt.article].map { ", " + $0.rawValue } ?? "")
        ),
      ] + (model.pinWords(of: id).map { [("figure", $0)] } ?? []),
      [("happened", moment(claim.happened)), ("reported", moment(claim.reported))],
      [
        ("rule", claim.receipt.rule), ("event", place),
        ("in", model.store.article(claim.receipt.article)?.path ?? "?"),
      ],
    ]
  }

  /// The lines of the article around the quote, as many as there is room for.
  static func passage(
    _ model: Model, _ claim: Claim, rows: Range<Int>, _ columns: Range<Int>, _ canvas: inout Canvas
  ) {
    guard !rows.isEmpty, let article = model.store.article(claim.receipt.article) else { return }
    let span = claim.receipt.span.clamped(to: 0..<article.text.count)
    let around = Passage.around(span, in: article.text)
    let wrapped = WrappedText(
      article.text, range: around.range, quote: span, width: columns.count - 2, options: model.options,
      keepsLines: false)
    let lines = wrapped.lines
    let quote = wrapped.quoteLines
    // The quote in the middle where there is room, its beginning in sight in any case.
    let spare = max(0, rows.count - quote.count)
    let top = min(max(0, quote.lowerBound - spare / 2), max(0, lines.count - rows.count))
    let shown = top..<min(lines.count, top + rows.count)
    for (row, index) in zip(rows, shown) {
      var at = columns.lowerBound + 1
      let isCutBefore = index == shown.lowerBound && (index > 0 || around.isCutBefore)
      let isCutAfter = index == shown.upperBound - 1 && (index < lines.count - 1 || around.isCutAfter)
      if isCutBefore {
        canvas.set(canvas.glyphs.cut.unicodeScalars.first ?? "~", column: at - 1, row: row, style: Style(.secondary))
      }
      at = canvas.put(lines[index], column: at, row: row, limit: columns.upperBound - 1)
      if isCutAfter {
        canvas.put(canvas.glyphs.cut, column: at, row: row, style: Style(.secondary), limit: columns.upperBound)
      }
    }
  }

  /// Every receipt of a conflict: a line each, or the passages under them where there is room.
  private static func all(_ model: Model, _ receipts: Model.Receipts, _ body: Region, _ canvas: inout Canvas) {
    let (events, shownIndex) = (receipts.events, receipts.shown)
    let each = body.height / events.count
    var top = body.rows.lowerBound
    let limit = body.columns.upperBound
    for (index, id) in events.enumerated() {
      let claim = model.store[id].claim
      let style = Style(.figure, bold: true, underlined: index == shownIndex)
      var at = canvas.put(
        model.summary(of: id), column: body.columns.lowerBound + 1, row: top, style: style,
        limit: limit - 12)
      if each == 1 {
        let quote = model.store.article(claim.receipt.article)?.quote(claim.receipt.span) ?? ""
        let text = canvas.glyphs.quoteOpen + SafeText.line(quote) + canvas.glyphs.quoteClose
        canvas.put(text, column: at + 1, row: top, style: Style(.receipt, bold: true), limit: limit)
      } else {
        at = canvas.putFirst(
          of: model.store.speakerLabels(of: id), column: at + 2, row: top, style: Style(.attribution), limit: limit - 1)
        // An empty line between receipts where there is room for one.
        passage(model, claim, rows: top + 1..<top + each - (each > 3 ? 1 : 0), body.columns, &canvas)
      }
      top += each
    }
    guard each == 1, top < body.rows.upperBound else { return }
    canvas.putFirst(
      of: model.store.speakerLabels(of: events[shownIndex]), column: body.columns.lowerBound + 1,
      row: body.rows.upperBound - 1,
      style: Style(.secondary), limit: limit)
  }
}

/// The stretch of an article to show around a quote: its lines, held to what a screen could ever show.
enum Passage {
  private static let most = 4000

  static func around(_ span: Range<Int>, in text: [UInt8]) -> (range: Range<Int>, isCutBefore: Bool, isCutAfter: Bool) {
    var start = span.lowerBound
    let first = max(0, start - most)
    while start > first, text[start - 1] != 0x0A { start -= 1 }
    let isCutBefore = start == first && start > 0 && text[start - 1] != 0x0A
    // Not in the middle of a character.
    while start < span.lowerBound, text[start] & 0xC0 == 0x80 { start += 1 }
    var end = span.upperBound
    let last = min(text.count, end + most)
    while end < last, text[end] != 0x0A { end += 1 }
    let isCutAfter = end == last && end < text.count && text[end] != 0x0A
    while end > span.upperBound, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return (start..<end, isCutBefore, isCutAfter)
  }
}
