import CFetch
import Fetching
import Foundation
import Intake
import LoopbackServer
import Situation
import Synchronization
import Testing

/// The real library against a server on the loopback.
@Suite struct SourceWatchTests {
  private func feed(_ titles: String..., link: String = "http://example.org/") -> String {
    let items = titles.map { title in
      "<item><title>\(title)</title><link>\(link)\(title)</link><description>\(title).</description></item>"
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Desk</title>\(items.joined())</channel></rss>"
  }

  private func source(_ address: String, followsPages: Bool = false) throws -> LiveSource {
    LiveSource(try #require(WebAddress(address)), followsPages: followsPages)
  }

  /// Everything that is told until so many things were.
  private func news(_ watch: inout SourceWatch, _ count: Int = 1) -> [SourceWatch.News] {
    var news: [SourceWatch.News] = []
    let deadline = SourceWatch.now + 20
    while news.count < count, SourceWatch.now < deadline { news += watch.step(atMost: 1) }
    return news
  }

  private func why(_ news: [SourceWatch.News]) -> String {
    for case .failed(_, _, let why) in news { return why }
    return ""
  }

  private func arrivals(_ news: [SourceWatch.News]) -> [SourceWatch.Arrival] {
    news.compactMap { if case .arrived(let arrival) = $0 { arrival } else { nil } }
  }

  private func withFolder(_ body: (EvidenceFolder) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sitboard-fetch-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(EvidenceFolder(folder.appending(path: "deep/er").path))
  }

  @Test func `what a source gives is told and kept byte for byte, with its headers`() throws {
    let text = feed("First")
    let server = try LoopbackServer { _ in .init(200, ["ETag: \"1\"", "X-Desk: north"], text) }
    try withFolder { folder in
      var watch = try SourceWatch([source(server.address("/feed"))], evidence: folder)
      let arrival = try #require(arrivals(news(&watch)).first)
      #expect(arrival.body == Array(text.utf8))
      let entry = try #require(folder.history(of: server.address("/feed")).first)
      #expect(entry == arrival.entry)
      #expect(entry.digest == sha256(Array(text.utf8)))
      #expect(entry.headers["x-desk"] == "north")
      #expect(folder.body(entry.digest) == Array(text.utf8))
      // And it is what it is called, or nothing.
      try Data("other".utf8).write(to: URL(filePath: folder.bodyPath(entry.digest)))
      #expect(folder.body(entry.digest) == nil)
    }
  }

  @Test func `after a restart only what has changed is asked for, and what was kept is there`() throws {
    let text = feed("First")
    let server = try LoopbackServer { request in
      request.headers["if-none-match"] == "\"1\"" ? .init(304) : .init(200, ["ETag: \"1\""], text)
    }
    try withFolder { folder in
      var first = try SourceWatch([source(server.address("/"))], evidence: folder)
      #expect(arrivals(news(&first)).count == 1)
      var second = try SourceWatch([source(server.address("/"))], evidence: folder)
      #expect(second.recall(0).map(\.body) == [Array(text.utf8)])
      guard case .unchanged(source: 0)? = news(&second).first else {
        Issue.record("not told to be unchanged")
        return
      }
      #expect(folder.history(of: server.address("/")).count == 1)
    }
  }

  /// The stories that count, and what they say, of all that a source ever gave.
  private func stories(_ arrivals: [SourceWatch.Arrival]) -> [ArticleID: String] {
    var (register, stories) = (StoryRegister(), [ArticleID: String]())
    for arrival in arrivals {
      let read = Intake.load(arrival.body, called: arrival.entry.address, publisher: "desk", link: nil)
      for entry in read.entries {
        switch register.take(entry) {
        case .known: continue
        case .new: break
        case .edition(let former): stories[former] = nil
        }
        stories[entry.article.id] = entry.article.quote(entry.article.body)
      }
    }
    return stories
  }

  @Test func `a hundred looks with one new item each, a restart before every one, are every story once`() throws {
    let look = Atomic(0)
    let server = try LoopbackServer { request in
      let number = look.wrappingAdd(1, ordering: .relaxed).newValue
      // The oldest item that is still in it is edited at each of the first ten looks.
      let items = (number..<number + 10).reversed().map { item in
        let text =
          item == 10 && number <= 10 ? "Officials said that \(10 + number) were held at ten." : "Report \(item)."
        return "<item><title>Report \(item)</title><guid>\(item)</guid><description>\(text)</description></item>"
      }
      return .init(200, [], "<rss><channel><title>Desk</title>\(items.joined())</channel></rss>")
    }
    try withFolder { folder in
      let source = try source(server.address("/feed"))
      for _ in 0...100 {
        var watch = try SourceWatch([source], evidence: folder)
        _ = watch.recall(0)
        #expect(arrivals(news(&watch)).count == 1)
      }
      var last = try SourceWatch([source], evidence: folder)
      let kept = last.recall(0)
      #expect(kept.count == 101)
      let stories = stories(kept)
      #expect(stories.count == 110)
      #expect(stories.values.filter { $0.contains("held at ten") } == ["Officials said that 20 were held at ten.\n"])
    }
  }

  @Test func `a redirect is followed and noted; a circle, an endless chain and another scheme are not`() throws {
    let text = feed("First")
    let server = try LoopbackServer { request in
      switch request.path {
      case "/old": .init(301, ["Location: /new"], "")
      case "/new": .init(200, [], text)
      case "/circle": .init(302, ["Location: /circle"], "")
      case "/file": .init(302, ["Location: file:///etc/passwd"], "")
      default: .init(302, ["Location: \(request.path)x"], "")
      }
    }
    var watch = try SourceWatch([source(server.address("/old"))], evidence: nil)
    #expect(arrivals(news(&watch)).first?.entry.redirects == [server.address("/old")])
    for (path, reason) in [
      ("/circle", "redirects that lead in a circle"), ("/chain", "more than 5 redirects"),
      ("/file", "HTTP 302 that leads to no http or https address"),
    ] {
      var watch = try SourceWatch([source(server.address(path))], evidence: nil)
      #expect(why(news(&watch)) == reason)
    }
  }

  @Test func `an error is told in words, and the other sources are asked all the same`() throws {
    let text = feed("First")
    let server = try LoopbackServer { request in
      switch request.path {
      case "/busy": .init(429, ["Retry-After: 7"], "")
      case "/broken": .init(500, [], "")
      case "/cut": .init(200, [], body: Array("short".utf8), length: 1000)
      case "/empty": .init(200, [], "")
      default: .init(200, [], text)
      }
    }
    for (path, reason) in [
      ("/busy", "HTTP 429, to be asked again in 7 s"), ("/broken", "HTTP 500"), ("/empty", "an answer without a body"),
    ] {
      var watch = try SourceWatch([source(server.address(path))], evidence: nil)
      #expect(why(news(&watch)) == reason)
    }
    var watch = try SourceWatch([source(server.address("/cut")), source(server.address("/whole"))], evidence: nil)
    let told = news(&watch, 2)
    #expect(!why(told).isEmpty)
    #expect(arrivals(told).map(\.source) == [1])
  }

  /// A stream of brotli (RFC 7932) of one block that is not compressed, and an empty one that ends it.
  private func brotli(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    // One bit for the window, one for "not the last", two for four figures of the length less one, the length, and one
    // for "not compressed".
    let head = (bytes.count - 1) << 4 | 1 << 20
    return [UInt8(head & 0xFF), UInt8(head >> 8 & 0xFF), UInt8(head >> 16)] + bytes + [0x03]
  }

  @Test func `a body in brotli is asked for and decoded`() throws {
    let text = feed("First", "Second")
    let body = brotli(text)
    let server = try LoopbackServer { _ in .init(200, ["Content-Encoding: br"], body: body) }
    var watch = try SourceWatch([source(server.address("/"))], evidence: nil)
    #expect(arrivals(news(&watch)).map(\.body) == [Array(text.utf8)])
    let asked = try #require(server.requests.first?.headers["accept-encoding"])
    #expect(asked.contains("br") && asked.contains("gzip"))
  }

  @Test func `a small body that grows past the limit when it is decoded is dropped`() throws {
    // 33 MiB of zeros in gzip: blocks of deflate that say "the last byte again", written by zlib's own rules.
    let bomb = try gzip(zeros: (Fetcher.mostBytes) + (1 << 20))
    #expect(bomb.count < 100_000)
    let server = try LoopbackServer { _ in .init(200, ["Content-Encoding: gzip"], body: bomb) }
    var watch = try SourceWatch([source(server.address("/"))], evidence: nil)
    #expect(why(news(&watch)) == "larger than 32 MiB: not read")
  }

  @Test func `the program says who it is, and what it has is asked for by its date too`() throws {
    let text = feed("First")
    let date = "Wed, 12 Mar 2025 10:00:00 GMT"
    let server = try LoopbackServer { request in
      request.headers["if-modified-since"] == date ? .init(304) : .init(200, ["Last-Modified: \(date)"], text)
    }
    try withFolder { folder in
      var first = try SourceWatch([source(server.address("/"))], evidence: folder)
      #expect(arrivals(news(&first)).count == 1)
      var second = try SourceWatch([source(server.address("/"))], evidence: folder)
      _ = second.recall(0)
      guard case .unchanged(source: 0)? = news(&second).first else { Issue.record("not told to be unchanged"); return }
    }
    #expect(server.requests.allSatisfy { $0.headers["user-agent"] == "sitboard/0.1.0" })
    #expect(server.requests.allSatisfy { $0.headers["accept-encoding"]?.contains("gzip") ?? false })
  }

  @Test func `an answer that does not end is given up, and its connection with it`() throws {
    let text = feed("First")
    let server = try LoopbackServer { _ in LoopbackServer.Answer(200, [], text).paused(20) }
    let fetcher = try Fetcher()
    let start = SourceWatch.now
    #expect(
      fetcher.start(1, try #require(WebAddress(server.address("/"))), headers: [], publicOnly: false, wholeSeconds: 1))
    var response: Fetcher.Response?
    while response == nil, SourceWatch.now < start + 15 {
      fetcher.wait(milliseconds: 500)
      response = fetcher.take()
    }
    guard case .failed(let why)? = response?.outcome else { Issue.record("not given up"); return }
    #expect(why.contains("timed out"))
    #expect(SourceWatch.now - start < 10)
  }

  private func gzip(zeros count: Int) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "head -c \(count) /dev/zero | gzip -9"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(data)
  }

  @Test func `pages that items link to are fetched, each once`() throws {
    let port = Mutex<UInt16>(0)
    let server = try LoopbackServer { request in
      request.path == "/feed"
        ? .init(200, [], feed("a", "b", link: "http://127.0.0.1:\(port.withLock { $0 })/"))
        : .init(200, [], "<html><body><p>Page \(request.path).</p></body></html>")
    }
    port.withLock { $0 = server.port }
    try withFolder { folder in
      var watch = try SourceWatch([source(server.address("/feed"), followsPages: true)], evidence: folder)
      let pages = arrivals(news(&watch, 3)).compactMap(\.page?.text)
      #expect(pages == [server.address("/a"), server.address("/b")])
      var second = try SourceWatch([source(server.address("/feed"), followsPages: true)], evidence: folder)
      #expect(second.recall(0).count == 3)
    }
  }

  @Test func `a page is asked for again while it is young, and what it says then is told`() throws {
    let edition = Mutex("Officials said 12 people died.")
    let server = try LoopbackServer { request in
      .init(200, [], request.path == "/feed" ? feed("a", link: "/") : "<p>\(edition.withLock { $0 })</p>")
    }
    let address = server.address("/feed")
    // What was asked for less than its time ago is let alone.
    for (minutes, count) in [(4, 0), (6, 1)] {
      edition.withLock { $0 = "Officials said 12 people died." }
      try withFolder { folder in
        var first = try SourceWatch([source(address, followsPages: true)], evidence: folder)
        #expect(arrivals(news(&first, 2)).count == 2)
        // Asked some minutes ago.
        for var entry in folder.history(of: address) where entry.page != nil {
          let body = try #require(folder.body(entry.digest))
          let earlier = URL(filePath: folder.path).appending(path: "log")
          for log in try FileManager.default.contentsOfDirectory(at: earlier, includingPropertiesForKeys: nil) {
            try FileManager.default.removeItem(at: log)
          }
          entry.at = entry.at.advanced(by: -60 * Int64(minutes))
          try folder.keep(body, entry)
        }
        edition.withLock { $0 = "Officials said 14 people died." }
        var second = try SourceWatch([source(address, followsPages: true)], evidence: folder)
        second.looksAgain = true
        _ = second.recall(0)
        let pages = arrivals(news(&second, 1 + count)).filter { $0.page != nil }
        #expect(
          pages.map { String(decoding: $0.body, as: UTF8.self) }
            == Array(repeating: "<p>Officials said 14 people died.</p>", count: count))
      }
    }
  }

  @Test func `a feed leads into no private network, by its items or by a redirect, unless it came from there`() throws {
    let inner = try LoopbackServer { _ in .init(200, [], "<p>Secret.</p>") }
    // Another name of this machine than the feed's own.
    let link = "http://localhost:\(inner.port)/secret?"
    let server = try LoopbackServer { request in
      request.path == "/moved" ? .init(302, ["Location: \(link)"], "") : .init(200, [], feed("a", link: link))
    }
    var watch = try SourceWatch([source(server.address("/feed"), followsPages: true)], evidence: nil)
    #expect(why(news(&watch, 2)) == "localhost is an address of this machine or a private network: not asked")
    var moved = try SourceWatch([source(server.address("/moved"))], evidence: nil)
    #expect(why(news(&moved)) == "localhost is an address of this machine or a private network: not asked")
    #expect(inner.requests.isEmpty)
  }

  @Test func `private addresses are known in each way to write them`() {
    func isPrivate(_ text: String) -> Bool {
      var four = sockaddr_in()
      four.sin_family = sa_family_t(AF_INET)
      if inet_pton(AF_INET, text, &four.sin_addr) == 1 { return sitboard_is_private_address(&four) }
      var six = sockaddr_in6()
      six.sin6_family = sa_family_t(AF_INET6)
      #expect(inet_pton(AF_INET6, text, &six.sin6_addr) == 1)
      return sitboard_is_private_address(&six)
    }
    for text in [
      "127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
      "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1",
      "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1",
    ] { #expect(isPrivate(text), "\(text)") }
    for text in ["8.8.8.8", "172.32.0.1", "100.128.0.1", "192.1.0.1", "2606:4700::1", "::ffff:8.8.8.8"] {
      #expect(!isPrivate(text), "\(text)")
    }
  }
}
