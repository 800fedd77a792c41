import BoardUI
import Testing

@testable import sitboard

@Suite struct SessionFileTests {
  @Test func `what was typed is part of the place`() {
    var place = Session()
    place.commands = ["goto 12 Mar"]
    #expect(String(decoding: SessionFile.line(of: place), as: UTF8.self).contains(#""commands":["goto 12 Mar"]"#))
  }

  /// A control character, which a paste can hold, takes six bytes in JSON.
  @Test func `a place is never longer than what is read again`() {
    var place = Session()
    place.filter = "side:state"
    let pasted = Array(repeating: String(repeating: "\u{1}", count: 400), count: 30)
    (place.commands, place.searches, place.filters) = (pasted, pasted, pasted)
    let line = SessionFile.line(of: place)
    #expect(line.count < SessionFile.mostBytes)
    #expect(String(decoding: line, as: UTF8.self).contains(#""filter":"side:state""#))
  }
}
