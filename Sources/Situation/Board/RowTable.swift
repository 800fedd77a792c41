/// Gathers claims into rows by what they are about, in the order in which each was first spoken of.
struct RowTable<Key: Hashable> {
  private(set) var rows: [BoardRow] = []
  private var index: [Key: Int] = [:]

  /// Adds a claim in replay order: the newest gives the value, but an unknown never hides what an earlier one told.
  mutating func add(_ key: Key, label: String, value: BoardRow.Value, _ event: EventID) {
    guard let at = index[key] else {
      index[key] = rows.count
      rows.append(BoardRow(label: label, value: value, newest: event, events: [event]))
      return
    }
    rows[at].events.insert(event, at: 0)
    if value != .unknown {
      rows[at].value = value
      rows[at].newest = event
    }
  }
}
