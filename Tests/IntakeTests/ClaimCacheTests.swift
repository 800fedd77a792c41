import Foundation
import LineExamples
import Situation
import Testing

@testable import Intake

/// What was read of articles is kept, and nothing that is kept is believed without its checksum.
@Suite struct ClaimCacheTests {
  private static func article(_ number: Int, _ path: String = "a.txt") -> Article {
    let text = Array("\(number) were freed.".utf8)
    return Article(id: ArticleID(digest: sha256(text)), path: path, text: text)
  }

  private static func claims(_ article: Article) -> [Claim] {
    [
      Claim(
        .count(Count(.rescued, "people", .people, .exactly(article.text.count))),
        receipt: Receipt(article: article.id, span: 0..<article.text.count, rule: "by hand"))
    ]
  }

  private static func cache(
    in base: TemporaryFolder, build: String = "one", words: String = ""
  ) throws -> ClaimCache {
    let folder = try #require(CacheFolder { $0 == "XDG_CACHE_HOME" ? base.path : nil })
    return ClaimCache(folder, build: Array(build.utf8), words: Array(words.utf8))
  }

  /// A folder in which the claims of so many articles are kept.
  private static func filled(_ count: Int) throws -> TemporaryFolder {
    let base = try TemporaryFolder()
    let cache = try cache(in: base)
    for number in 0..<count { cache.add(claims(article(number)), of: article(number)) }
    cache.keep()
    return base
  }

  private static func files(_ base: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: base.path + "/sitboard").map { base.path + "/sitboard/" + $0 }
  }

  private static func found(_ count: Int, _ cache: ClaimCache) -> Int {
    (0..<count).count { cache.claims(of: article($0)) == claims(article($0)) }
  }

  @Test func `what was kept is found by another process, wherever the file lies`() throws {
    let base = try Self.filled(300)
    let other = try Self.cache(in: base)
    #expect(Self.found(300, other) == 300)
    #expect(other.claims(of: Self.article(300)) == nil)
    #expect(other.claims(of: Self.article(7, "/elsewhere/b.txt")) == Self.claims(Self.article(7)))
    #expect(try Self.files(base).count <= ClaimCache.shardCount)
    let mode = try FileManager.default.attributesOfItem(atPath: base.path + "/sitboard")[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test func `a fingerprint is kept beside the claims, and either is found without the other`() throws {
    let base = try Self.filled(1)
    let (with, without) = (Self.article(1), Self.article(0))
    let fingerprint = IncidentFingerprint(with, claims: Self.claims(with))
    let cache = try Self.cache(in: base)
    cache.add(fingerprint, of: with)
    cache.keep()
    let other = try Self.cache(in: base)
    #expect(other.fingerprint(of: with) == fingerprint)
    #expect(other.claims(of: with) == nil)
    #expect(other.fingerprint(of: without) == nil)
    #expect(other.claims(of: without) == Self.claims(without))
    #expect(try Self.cache(in: base, build: "two").fingerprint(of: with) == nil)
  }

  @Test func `another build, other words and another reading of the same bytes are served nothing`() throws {
    let base = try Self.filled(50)
    #expect(Self.found(50, try Self.cache(in: base, build: "two")) == 0)
    #expect(Self.found(50, try Self.cache(in: base, words: "more")) == 0)
    let cache = try Self.cache(in: base)
    #expect(cache.claims(of: Self.article(7, "a.md")) == nil)
    var dated = Self.article(7)
    dated.date = Moment.parse("2025-03-12", defaultOffset: .zero) ?? .unknown
    #expect(cache.claims(of: dated) == nil)
    var later = Self.article(7)
    later.body = 1..<later.text.count
    #expect(cache.claims(of: later) == nil)
  }

  @Test func `entries that are cut or changed are passed over, and written anew`() throws {
    let base = try Self.filled(300)
    var draw = SeededGenerator(seed: 3)
    for (number, path) in try Self.files(base).enumerated() {
      var bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
      switch number % 3 {
      case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &draw))
      case 1: bytes[Int.random(in: 0..<bytes.count, using: &draw)] ^= 0x10
      default: bytes = (0..<1000).map { _ in UInt8.random(in: .min ... .max, using: &draw) }
      }
      try Data(bytes).write(to: URL(filePath: path))
    }
    let cache = try Self.cache(in: base)
    for number in 0..<300 {
      let article = Self.article(number)
      // What is given is right or nothing.
      if let claims = cache.claims(of: article) {
        #expect(claims == Self.claims(article))
      } else {
        cache.add(Self.claims(article), of: article)
      }
    }
    cache.keep()
    #expect(Self.found(300, try Self.cache(in: base)) == 300)
  }

  @Test func `a file stays below its bound, and what is of use stays in it`() {
    let build = sha256Bytes([])
    func key(_ number: Int) -> CacheShard.Key { sha256Bytes(Array("\(number)".utf8)) }
    let payload = [UInt8](repeating: 1, count: 100)
    let first = CacheShard([], build: build).adding(
      (0..<20).map { (key($0), payload) }, used: [], build: build, limit: 1000)
    let kept = CacheShard(first, build: build)
    #expect(first.count <= 1000)
    #expect(kept.keys == (0..<5).map(key))
    let second = CacheShard(
      kept.adding([(key(20), payload)], used: [key(3), key(4)], build: build, limit: 1000), build: build)
    #expect(second.keys == [3, 4, 20, 0, 1].map(key))
    #expect(second.payload(key(20)).map(Array.init) == payload)
  }

  @Test func `links, folders and files of others are left alone`() throws {
    let base = try Self.filled(300)
    for (number, path) in try Self.files(base).enumerated() {
      try FileManager.default.removeItem(atPath: path)
      if number % 2 == 0 {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/passwd")
      } else {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      }
    }
    let cache = try Self.cache(in: base)
    #expect(Self.found(300, cache) == 0)
    for number in 0..<300 { cache.add(Self.claims(Self.article(number)), of: Self.article(number)) }
    cache.keep()
    #expect(try String(contentsOfFile: "/etc/passwd", encoding: .utf8).contains("root"))
    #expect(Self.found(300, try Self.cache(in: base)) > 100)
  }

  @Test func `there is none where no folder is the user's own`() throws {
    #expect(CacheFolder { _ in nil } == nil)
    #expect(CacheFolder { $0 == "HOME" ? "/nonexistent/home" : nil } == nil)
    #expect(CacheFolder { $0 == "XDG_CACHE_HOME" ? "relative" : nil } == nil)
    let base = try TemporaryFolder()
    let folder = base.path + "/sitboard"
    try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: base.path)
    #expect(CacheFolder { $0 == "XDG_CACHE_HOME" ? base.path : nil } == nil)
    try FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    chmod(folder, 0o777)
    #expect(CacheFolder { $0 == "XDG_CACHE_HOME" ? base.path : nil } == nil)
    chmod(folder, 0o755)
    #expect(CacheFolder { $0 == "XDG_CACHE_HOME" ? base.path : nil } != nil)
  }

  @Test func `two processes at once lose nothing but time`() throws {
    let base = try TemporaryFolder()
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      guard let cache = try? Self.cache(in: base) else { return }
      for article in (0..<100).map({ Self.article(number * 50 + $0) }) { cache.add(Self.claims(article), of: article) }
      cache.keep()
    }
    let cache = try Self.cache(in: base)
    for number in 0..<450 {
      let claims = cache.claims(of: Self.article(number))
      #expect(claims == nil || claims == Self.claims(Self.article(number)))
    }
    #expect(try Self.files(base).allSatisfy { $0.contains("/claims-") })
  }
}
