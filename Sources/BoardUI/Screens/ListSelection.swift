/// The selected row of a list that fills the screen: by what the row is about, so that it stays selected while rows come
/// and go around it.
struct ListSelection<ID: Hashable & Sendable>: Hashable, Sendable {
  private var id: ID?
  private var index = 0

  init(_ id: ID? = nil) { self.id = id }

  /// The place of the selected row; `nil` in an empty list.
  func place(in ids: [ID]) -> Int? {
    guard !ids.isEmpty else { return nil }
    if index < ids.count, ids[index] == id { return index }
    return id.flatMap { ids.firstIndex(of: $0) } ?? min(index, ids.count - 1)
  }

  /// The selected row; `nil` in an empty list.
  func selected(in ids: [ID]) -> ID? { place(in: ids).map { ids[$0] } }

  mutating func select(_ place: Int, in ids: [ID]) {
    guard !ids.isEmpty else { return }
    index = min(max(place, 0), ids.count - 1)
    id = ids[index]
  }

  /// - Parameter page: How many rows are in sight.
  mutating func move(_ command: Command, in ids: [ID], page: Int) {
    let place = place(in: ids) ?? 0
    switch command {
    case .moveRow(let rows): select(place + rows, in: ids)
    case .moveHalfPage(let pages): select(place + pages * max(1, page / 2), in: ids)
    case .movePage(let pages): select(place + pages * page, in: ids)
    case .moveToStart: select(0, in: ids)
    case .moveToEnd: select(ids.count - 1, in: ids)
    default: break
    }
  }
}
