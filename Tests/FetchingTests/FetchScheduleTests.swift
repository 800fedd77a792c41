import Fetching
import Testing

@Suite struct FetchScheduleTests {
  private func source(_ address: String, every: Int = 300) throws -> LiveSource {
    LiveSource(try #require(WebAddress(address)), every: every)
  }

  @Test func `a source is asked at once, and then once in its time`() throws {
    var schedule = FetchSchedule([try source("http://a.example/feed")])
    let jobs = schedule.take(at: 0)
    #expect(jobs.map(\.address.text) == ["http://a.example/feed"])
    #expect(schedule.take(at: 10).isEmpty)
    schedule.finish(jobs[0], at: 10, failed: false)
    #expect(schedule.next() == 310)
    #expect(schedule.take(at: 309).isEmpty)
    #expect(schedule.take(at: 310).count == 1)
  }

  @Test func `no source is asked more often than every thirty seconds`() throws {
    #expect(try source("http://a.example/", every: 1).every == 30)
  }

  @Test func `a host gets one request at a time, and the others are not held up`() throws {
    var schedule = FetchSchedule([
      try source("http://a.example/1"), try source("http://a.example/2"), try source("http://b.example/"),
    ])
    let jobs = schedule.take(at: 0)
    #expect(Set(jobs.map(\.address.host)) == ["a.example", "b.example"])
    #expect(jobs.count == 2)
    let first = try #require(jobs.first { $0.address.host == "a.example" })
    schedule.finish(first, at: 2, failed: false)
    #expect(schedule.take(at: 2.5).isEmpty)
    #expect(schedule.take(at: 3).count == 1)
  }

  @Test func `a host is one whatever its port and its scheme`() throws {
    var schedule = FetchSchedule(
      try ["http://north.example/a", "https://north.example/b", "http://north.example:8080/c", "http://south.example/"]
        .map { LiveSource(try #require(WebAddress($0))) })
    #expect(schedule.take(at: 0).map(\.address.text) == ["http://south.example/", "http://north.example:8080/c"])
    #expect(schedule.take(at: 100).isEmpty)
  }

  @Test func `a source that fails is asked less and less often, but every hour, until it answers`() throws {
    var schedule = FetchSchedule([try source("http://a.example/")])
    var now = 0.0
    var waits: [Double] = []
    for _ in 0..<6 {
      let job = try #require(schedule.take(at: now).first)
      schedule.finish(job, at: now, failed: true)
      let due = try #require(schedule.due(0))
      waits.append(due - now)
      now = due
    }
    #expect(waits == [600, 1200, 2400, 3600, 3600, 3600])
    let job = try #require(schedule.take(at: now).first)
    schedule.finish(job, at: now, failed: false)
    #expect(schedule.due(0) == now + 300)
  }

  @Test func `many that fail together do not come again together`() throws {
    var dues: Set<Double> = []
    for random in [0, 0.25, 1] {
      var schedule = FetchSchedule([try source("http://a.example/")])
      let job = try #require(schedule.take(at: 0).first)
      schedule.finish(job, at: 0, failed: true, random: random)
      dues.insert(try #require(schedule.due(0)))
    }
    #expect(dues.count == 3)
    #expect(dues.allSatisfy { (540...660).contains($0) })
  }

  @Test func `a server that asks to wait is let wait for, a day at most, and so is its host`() throws {
    var schedule = FetchSchedule([try source("http://a.example/1"), try source("http://a.example/2")])
    let job = try #require(schedule.take(at: 0).first)
    schedule.finish(job, at: 0, failed: true, retryAfter: 1000)
    #expect(schedule.take(at: 999).isEmpty)
    let second = try #require(schedule.take(at: 1000).first)
    schedule.finish(second, at: 1000, failed: true, retryAfter: 1e9)
    #expect(schedule.take(at: 1000 + 86_399).isEmpty)
  }

  @Test func `redirects are followed, but not in a circle and not for ever`() throws {
    var schedule = FetchSchedule([try source("http://a.example/0")])
    var job = try #require(schedule.take(at: 0).first)
    for number in 1...5 {
      let next = try #require(WebAddress("http://a.example/\(number)"))
      #expect(schedule.redirect(job, to: next, at: 0, publicOnly: true) == nil)
      job = try #require(schedule.take(at: 0).first)
      #expect(job.publicOnly)
    }
    #expect(job.redirects.count == 5)
    let back = try #require(WebAddress("http://a.example/2"))
    #expect(schedule.redirect(job, to: back, at: 0, publicOnly: true) == "more than 5 redirects")
    var circle = FetchSchedule([try source("http://a.example/0")])
    job = try #require(circle.take(at: 0).first)
    #expect(circle.redirect(job, to: job.address, at: 0, publicOnly: true) == "redirects that lead in a circle")
  }
}

@Suite struct WebAddressTests {
  @Test func `addresses that are the same are equal`() throws {
    let same = ["HTTP://Example.org", "http://example.org/", "http://example.org:80/#top", "http://example.org./"]
    #expect(Set(same.map { WebAddress($0) }).count == 1)
    #expect(WebAddress("https://example.org/A") != WebAddress("https://example.org/a"))
    #expect(WebAddress("http://[::1]:8080/x")?.host == "[::1]")
  }

  @Test(arguments: [
    "", "http://", "ftp://example.org/", "file:///etc/passwd", "http://user:word@example.org/", "http://a b/",
    "http://example.org:99999/", "http://example.org/\n", "javascript:alert(1)", "http://example.org/\"",
  ])
  func `what is not an address of http or https is refused`(_ text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test func `links are resolved as a browser would, and lead nowhere but to http and https`() throws {
    let base = try #require(WebAddress("https://example.org/news/feed.xml?x=/y"))
    #expect(base.resolved("/a")?.text == "https://example.org/a")
    #expect(base.resolved("a/b")?.text == "https://example.org/news/a/b")
    #expect(base.resolved("//other.org/a")?.text == "https://other.org/a")
    #expect(base.resolved("http://other.org/a:b")?.text == "http://other.org/a:b")
    #expect(base.resolved("a?b=c:d")?.text == "https://example.org/news/a?b=c:d")
    #expect(base.resolved("mailto:a@b.org") == nil)
    #expect(base.resolved("file:///etc/passwd") == nil)
  }

  @Test func `times are written in words`() {
    #expect(LiveSource.seconds("5 min") == 300)
    #expect(LiveSource.seconds("30s") == 30)
    #expect(LiveSource.seconds("2 h") == 7200)
    #expect(LiveSource.seconds("5") == nil)
    #expect(LiveSource.seconds("0 s") == nil)
  }
}
