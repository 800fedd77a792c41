/// What a row is about, in one word or two.
struct RowKey: Hashable {
  var subject: String
  var predicate = ""
}

/// Gathers topics into rows by what they are about, in the order in which each was first spoken of.
struct RowTable {
  private(set) var rows: [BoardRow] = []
  private var index: [RowKey: Int] = [:]

  /// Adds the claims of a topic; topics come in the order in which they were first spoken of. An unknown never hides
  /// what another claim told.
  mutating func add(
    _ key: RowKey, label: String, value: BoardRow.Value, errand: Errand? = nil, share: Share? = nil,
    _ topic: ActiveTopic
  ) {
    guard let at = index[key] else {
      index[key] = rows.count
      var row = BoardRow(label: label, value: value, newest: topic.newest, events: topic.evidence)
      (row.errand, row.share) = (errand, share)
      rows.append(row)
      return
    }
    if value == .unknown {
      rows[at].events = Evidence(joining: [rows[at].events, topic.evidence])
    } else {
      rows[at].events = Evidence(joining: [topic.evidence, rows[at].events])
      rows[at].value = value
      rows[at].newest = topic.newest
    }
  }
}
