import Glibc
import Situation
import Testing

@testable import ArticleReader

/// Bytes that no writer would write: whatever they are, reading ends, quickly, and gives receipts inside the text.
struct HostileTextTests {
  @Test func `a sentence may break off or begin at any word`() throws {
    for text in Rule.all.flatMap({ rule in rule.examples.map(\.text) + rule.counterexamples }) {
      let words = text.split(separator: " ")
      for cut in 1..<max(words.count, 2) {
        for part in [words[..<cut], words[cut...]] {
          let broken = part.joined(separator: " ")
          for claim in try ReaderFixture.claims(broken) {
            #expect(claim.receipt.span.upperBound <= broken.utf8.count, "\(broken)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    // Found by fuzzing: a text that ends with the second word of a verb.
    "\u{0} blew blew up up", "killed and wounded up",
    // Found by fuzzing: among a share of people who are not named.
    "Among a most of them  dead, a '\u{FFFD}]\u{15}\u{0}2x\u{FFFD}ttacker|, 3.K", "Among most of them dead, 3 died",
    "Among a most of them, 3 dead",
    // Found by fuzzing: a mark where a force was expected.
    "Around the hostages were at)tack\u{AD}s, said Shhida.",
    "Around the hostages were at",
    "Around the hostages were,",
    "The train was boarding into and", "The train was stranded into, a tunnel",
    "of whom", "nine of whom", "both", "both of", "aged", "Two children aged", "[", "](", "[](", "*", "_", "https://",
    "www.", "The number of soldiers it", "An airliner with", "the critically injured", "the",
    // Found by fuzzing: one more, of whom nothing is told.
    "Another", "a third", "A family of", "coach S-", "Among them", "along with", "A group calling itself",
  ])
  func `a broken sentence is read without harm`(_ text: String) throws {
    for claim in try ReaderFixture.claims(text) {
      #expect(claim.receipt.span.lowerBound >= 0 && claim.receipt.span.upperBound <= text.utf8.count)
    }
  }

  @Test(arguments: [
    "one of the ", "a family of a ", "another ", "along with a ", "nine of whom ", "[", "](", "[a](", "](a", "*_",
    "https://a", "both of them ", "aged four and ",
    "said that he denied that ", "six, ", "the number of those it killed ",
    "killed and wounded and ",
  ])
  func `a hostile line takes time by its length and no more`(_ piece: String) throws {
    func processorTime() -> Duration {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
    func seconds(_ bytes: Int) throws -> Duration {
      let text = String(repeating: piece, count: bytes / piece.utf8.count)
      let began = processorTime()
      _ = try ReaderFixture.claims(text)
      return processorTime() - began
    }
    _ = try seconds(1 << 12)
    let short = try seconds(1 << 16)
    let long = try seconds(1 << 18)
    // Four times the text takes four times as long; twelve leaves room for a busy machine, sixteen is a square.
    #expect(long < max(short * 12, .milliseconds(500)), "\(short) for a quarter of it, \(long) for the whole")
  }

  @Test func `marks of Markdown and addresses are no words`() throws {
    let text = """
      Rescuers freed **21** hostages and _all_ 33 attackers died. Police said [nine \
      guards](https://example.org/2016/4-dead-12-injured) were injured. See https://example.org/5-dead-6-hurt.
      """
    let counts = try ReaderFixture.claims(text).compactMap(\.count)
    #expect(counts.map(\.status) == [.rescued, .killed, .injured])
    #expect(counts.map(\.figure.low) == [21, 33, 9])
  }

  @Test func `a text too long to be read at once gives every claim at its place`() throws {
    // Of 400,000 bytes a quarter of a million are read at a time: paragraphs, lines without any, and no line at all.
    let sentence = "Officials said that 12 people were killed at the bridge. "
    let filler = "It was " + String(repeating: "incomprehensibilities ", count: 28) + "all day. "
    for separator in ["\n\n", "\n", ""] {
      let text = String(repeating: sentence + filler + separator, count: 600)
      let bytes = Array(text.utf8)
      let claims = try ReaderFixture.claims(text)
      #expect(claims.count == 600)
      #expect(claims.allSatisfy { bytes[$0.receipt.span].elementsEqual("12 people were killed".utf8) })
    }
  }
}
