import LineExamples
import Testing

@Suite struct RequirementTests {
  @Test func `a test without what it needs is skipped, and fails where all is required`() throws {
    #expect(try Requirement.isMet(nil, isStrict: true))
    #expect(try !Requirement.isMet("there is no server", isStrict: false))
    #expect { try Requirement.isMet("there is no server", isStrict: true) } throws: {
      "\($0)" == "SITBOARD_REQUIRE_ALL is set, and there is no server"
    }
    #expect(try Requirement.isMet(program: "/bin/sh"))
  }
}
