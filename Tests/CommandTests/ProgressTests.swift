import Foundation
import LineExamples
import Testing

@Suite struct ProgressTests {
  private func reports(_ count: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 0..<count {
      try folder.file(
        "\(number).txt",
        "Officials said \(number) people were held.\n" + String(repeating: "Nothing else was said. ", count: 60))
    }
    return folder
  }

  @Test func `a long reading tells how far it is on a terminal, and takes the line away`() throws {
    let folder = try reports(1500)
    let outcome = try Program.shell(
      #"script -qec "$SITBOARD brief $1 > $1/out" /dev/null < /dev/null"#, [folder.path])
    let shown = outcome.text
    #expect(shown.contains(/reading [\d,]+ of 1,500 articles, [\d,]+ a second, \d+ s left/), "\(shown.prefix(500))")
    #expect(shown.contains("\r" + String(repeating: " ", count: 78) + "\r"))
    let written = try String(contentsOfFile: folder.path + "/out", encoding: .utf8)
    #expect(written.hasPrefix("SITUATION BRIEFING"))
    #expect(!written.contains("\r"))
  }

  @Test func `where nobody would see it nothing is told`() throws {
    #expect(try Program.run(["brief", reports(100).path]).errors.contains("reading") == false)
  }
}
