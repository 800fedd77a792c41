import BoardUI
import Situation
import Testing

@testable import sitboard

/// No screen tells less than a smaller one: the gravest conflict with who printed each figure and where, and what changed
/// by name.
@Suite struct EverySizeTests {
  /// From 80×24 on, each size beside others that are wider, higher, or both.
  private static let columns = [80, 90, 99, 100, 110, 120, 140, 159, 160, 200]
  private static let rows = [24, 25, 29, 30, 35, 36, 40, 49, 50, 60]

  private static func board() throws -> Model {
    var store = EventStore()
    for entry in try #require(BuiltInIncident.entries) { store.append(entry.article, claims: entry.claims ?? []) }
    var model = Model(store: store, size: Size(columns: 80, rows: 24))
    _ = update(&model, .opened(lastLook: nil))
    return model
  }

  /// The lines over the panes, as running text.
  private static func head(_ model: Model, _ columns: Int, _ rows: Int) -> String {
    view(model, size: Size(columns: columns, rows: rows)).lines.prefix { !$0.contains("1 TRAIN") }
      .joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  /// From seeds 13, 18 and 19: the BLA's 50 became 214, the military spokesman says 31, and denies that hostages were taken
  /// away; both were printed on 14 Mar.
  @Test func `every size tells who printed both figures of the gravest conflict, and in which line`() throws {
    let model = try Self.board()
    for columns in Self.columns {
      for rows in Self.rows {
        let head = Self.head(model, columns, rows)
        #expect(head.contains("killed 214 (BLA, Karachi Desk [19] line 1)"), "\(columns)×\(rows): \(head)")
        #expect(
          head.contains(/but 31 \([^()]*Chaudhry[^()]*, Islamabad Desk \[18\] line 5\)/), "\(columns)×\(rows): \(head)")
      }
    }
  }

  @Test func `every size names at least two changes, and none fewer than a smaller one`() throws {
    let model = try Self.board()
    let changes = [
      "people killed 50, now 214 (both BLA)", "denial hostages taken away (military, new)", "people held ≥450",
    ]
    func named(_ columns: Int, _ rows: Int) -> Set<String> {
      let head = Self.head(model, columns, rows)
      return Set(changes.filter(head.contains))
    }
    for (place, columns) in Self.columns.enumerated() {
      for (step, rows) in Self.rows.enumerated() {
        let here = named(columns, rows)
        #expect(here.isSuperset(of: changes.prefix(2)), "\(columns)×\(rows): \(here)")
        if place > 0 { #expect(here.isSuperset(of: named(Self.columns[place - 1], rows)), "\(columns)×\(rows)") }
        if step > 0 { #expect(here.isSuperset(of: named(columns, Self.rows[step - 1])), "\(columns)×\(rows)") }
      }
    }
  }
}
