import Foundation
import Situation
import Testing

@testable import ArticleReader

/// What a rule's example says it reads, in one line.
func summary(_ content: Claim.Content) -> String {
  switch content {
  case .count(let count):
    [
      count.status.rawValue, bounds(count.figure), count.figure.form == .about ? "about" : nil, count.subject,
      count.subjectClass?.rawValue ?? "mixed",
    ].compactMap(\.self).joined(separator: " ")
  case .condition(let condition):
    [condition.thing.words, condition.state, condition.number.map(String.init)].compactMap(\.self).joined(
      separator: " ")
  case .movement(let movement):
    [
      movement.subject, movement.action, movement.from.map { "from " + $0 }, movement.to.map { "to " + $0 },
      movement.distanceKilometres.map { "\($0) km" },
    ].compactMap(\.self).joined(separator: " ")
  case .deployment(let deployment):
    [deployment.side.rawValue, deployment.unit, deployment.action, deployment.equipment].compactMap(\.self)
      .joined(separator: " ")
  case .statement(let statement):
    switch statement.act {
    case .history: "history"
    case .label: "label " + statement.content
    default: [statement.act.rawValue, statement.by].compactMap(\.self).joined(separator: " ")
    }
  }
}

func bounds(_ figure: Figure) -> String {
  switch (figure.low, figure.high) {
  case (let low?, let high?): low == high ? "\(low)" : "\(low)-\(high)"
  case (let low?, nil): "\(low)…"
  case (nil, let high?): "…\(high)"
  case (nil, nil): "undisclosed"
  }
}

struct RuleExampleTests {
  @Test(arguments: Rule.all)
  func `a rule reads its examples at the marked passage`(_ rule: Rule) throws {
    #expect(!rule.examples.isEmpty, "a rule shows what it reads")
    for example in rule.examples {
      let parts = example.text.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
      let rest = parts[1].split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
      let plain = String(parts[0] + rest[0] + rest[1])
      let span = parts[0].utf8.count..<parts[0].utf8.count + rest[0].utf8.count
      let claims = try ReaderFixture.claims(plain).filter { $0.receipt.rule == rule.name }
      let read = claims.map { (summary($0.content), $0.receipt.span) }
      #expect(
        read.contains { $0 == example.reading && $1 == span },
        "\(rule.name): \(example.text) should read '\(example.reading)' at \(span), not \(read)")
    }
  }

  @Test(arguments: Rule.all)
  func `a rule finds nothing in its counterexamples`(_ rule: Rule) throws {
    #expect(!rule.counterexamples.isEmpty, "a rule shows what it must not read")
    for text in rule.counterexamples {
      let claims = try ReaderFixture.claims(text).filter { $0.receipt.rule == rule.name }
      #expect(claims.isEmpty, "\(rule.name) reads \(claims.map { summary($0.content) }) in: \(text)")
    }
  }

  @Test func `rule names are unique`() {
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
  }

  @Test(arguments: Rule.all) func `a rule is the file of its name`(_ rule: Rule) throws {
    let name = rule.name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let file = ReaderFixture.root.appending(path: "Sources/ArticleReader/Rules/\(name).swift")
    #expect(try String(contentsOf: file, encoding: .utf8).contains("name: \"\(rule.name)\","), "\(rule.name)")
  }
}

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { name }
}
