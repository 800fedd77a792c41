import BoardUI
import Foundation
import Testing

@Test(.enabled(if: ProcessInfo.processInfo.environment["SITBOARD_LOOK"] != nil))
func `the board to be looked at`() throws {
  let wanted = ProcessInfo.processInfo.environment["SITBOARD_LOOK"]?.split(separator: ",").map(String.init) ?? []
  var out = ""
  for size in wanted {
    // 80x24 or 80x24a, then keys after a colon
    let halves = size.split(separator: ":", maxSplits: 1)
    let tier: GlyphTier = halves[0].hasSuffix("a") ? .ascii : .unicode
    let parts = halves[0].split(separator: "x").map { Int($0.filter(\.isNumber)) ?? 0 }
    var model = Fixture.model(parts[0], parts[1], options: Options(tier: tier))
    if halves.count > 1 {
      for scalar in halves[1].unicodeScalars {
        _ = update(&model, .key(scalar == "\\" ? .enter : .character(scalar)))
      }
    }
    out += "== \(size)\n"
    for line in view(model, size: model.size).lines { out += line + "|\n" }
  }
  try out.write(toFile: "/tmp/look.txt", atomically: true, encoding: .utf8)
}
