import Foundation
import Briefing
import LineExamples
import Situation
import Testing
import Formats
@Test func `dump`() throws {
  let store = try TwoDispatches.store()
  print(Briefing.text(store, BriefingOptions()))
  print(Briefing.text(store, BriefingOptions(width: 40, marks: .ascii)))
  print(ClaimTable.text(store, marks: .unicode))
  var bytes: [UInt8] = []
  EventLines.write(store) { bytes += $0 }
  try Data(bytes).write(to: URL(filePath: "/tmp/brief-two.jsonl"))
}
