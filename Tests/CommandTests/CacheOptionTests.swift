import Foundation
import LineExamples
import Testing

@testable import sitboard

/// What the commands keep of what they read.
@Suite struct CacheOptionTests {
  private static let line = """
    export XDG_CACHE_HOME=$1; $SITBOARD claims --format jsonl seeds > $1/first && $SITBOARD claims --format jsonl seeds
    """

  @Test func `a folder that is read again gives the same lines`() throws {
    let base = try TemporaryFolder()
    let again = try Program.shell(Self.line, [base.path])
    #expect(again.code == 0)
    #expect(!again.output.isEmpty)
    #expect(again.output == [UInt8](try Data(contentsOf: URL(filePath: base.path + "/first"))))
    let files = try FileManager.default.contentsOfDirectory(atPath: base.path + "/sitboard")
    #expect(!files.isEmpty)
  }

  @Test(arguments: ["claims --no-cache seeds", "brief", "gate --root $PWD/seeds"])
  func `nothing is kept where it is not asked for, nothing was read, or a stranger asks`(arguments: String) throws {
    let base = try TemporaryFolder()
    let outcome = try Program.shell("XDG_CACHE_HOME=$1 $SITBOARD \(arguments)", [base.path])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let files = try? FileManager.default.contentsOfDirectory(atPath: base.path + "/sitboard")
    #expect(files?.isEmpty ?? true)
  }
}
