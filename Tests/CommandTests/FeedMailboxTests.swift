import BoardUI
import Testing

@testable import sitboard

@Suite struct FeedMailboxTests {
  @Test func `once everything is read, how far the reading was is told no more`() throws {
    let mailbox = try FeedMailbox()
    mailbox.put { $0.progress = Progress(done: 0, total: 0, rate: 0) }
    #expect(mailbox.take().messages.count == 1)
    // While reading goes on the board is told with each mail.
    mailbox.put { $0.remark = "read on" }
    #expect(mailbox.take().messages.count == 2)
    mailbox.put { $0.isCaughtUp = true }
    let last = try #require(mailbox.take().messages.last)
    guard case .progress(nil) = last else {
      Issue.record("the end is not told: \(last)")
      return
    }
    mailbox.put { $0.remark = "a file was refused" }
    let messages = mailbox.take().messages
    #expect(messages.count == 1)
    guard case .status("a file was refused")? = messages.first else {
      Issue.record("something else is told: \(messages)")
      return
    }
  }
}
