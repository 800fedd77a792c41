import BoardUI
import Foundation
import Testing

@Test(.enabled(if: ProcessInfo.processInfo.environment["SITBOARD_LOOK"] != nil))
func `the board to be looked at`() {
  let wanted = ProcessInfo.processInfo.environment["SITBOARD_LOOK"]?.split(separator: ",").map(String.init) ?? []
  for size in wanted {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    let tier: GlyphTier = size.hasSuffix("a") ? .ascii : .unicode
    let columns = parts[0]
    let rows = Int(size.split(separator: "x")[1].filter(\.isNumber)) ?? 24
    let model = Fixture.model(columns, rows, options: Options(tier: tier))
    print("== \(size)")
    for line in view(model, size: model.size).lines { print(line + "|") }
  }
}
