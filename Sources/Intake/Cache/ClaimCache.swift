import CLinux
import Formats
package import Situation
import Synchronization

/// What was read of articles, kept in files for the next time they are read: by this process or another of the user's.
///
/// An entry counts only for the very build of the program that made it: a reader that has changed serves no old claims.
/// It is found by the digest of the article's bytes and everything else that the reader is given.
package final class ClaimCache: Sendable {
  /// What is to be written.
  private struct Noted: Sendable {
    var added: [(key: CacheShard.Key, payload: [UInt8])] = []
    var bytes = 0
  }

  /// A file as it was when the first of its entries was asked for. Each is held by a lock of its own: the threads that
  /// read articles ask for entries all the time, and one lock for all of them had them wait for one another.
  private final class Slot: Sendable {
    struct State: Sendable {
      var shard: CacheShard?
      var used: Set<CacheShard.Key> = []
    }

    let state = Mutex(State())

    /// Lets go of the file.
    ///
    /// - Returns: The entries that were of use.
    func clear() -> Set<CacheShard.Key> {
      state.withLock { state in
        defer { state = State() }
        return state.used
      }
    }
  }

  package static let shardCount = 64
  /// Bytes of one file: all of them are no more than 64 MB.
  package static let shardLimit = 1 << 20
  /// Bytes of one article's claims, or of its fingerprint.
  private static let longestPayload = shardLimit / 4
  /// What is still to be written takes no more memory than this.
  private static let mostUnwritten = 8 << 20

  private let folder: CacheFolder
  private let build: CacheShard.Key
  private let words: [UInt8]
  private let slots = (0..<ClaimCache.shardCount).map { _ in Slot() }
  private let noted = Mutex(Noted())

  /// - Parameter words: Tells the words and weights of a reader from those of others; empty for the program's own.
  /// - Returns: `nil` where there is no folder to keep anything in, or the program does not know its build.
  package convenience init?(_ environment: (String) -> String?, words: [UInt8]) {
    guard let build = ClaimCache.build, let folder = CacheFolder(environment) else { return nil }
    self.init(folder, build: build, words: words)
  }

  init(_ folder: CacheFolder, build: [UInt8], words: [UInt8]) {
    self.folder = folder
    self.build = sha256Bytes(build)
    self.words = words
  }

  /// What the linker made of all that the program is; `nil` where it made nothing.
  private static let build: [UInt8]? = {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = system_build_identity(&bytes, bytes.count)
    return count < 16 ? nil : Array(bytes[..<count])
  }()

  /// What is kept of an article, each under a key of its own: a command that sorts nothing reads no fingerprints.
  private enum Kept: UInt8 {
    case claims, fingerprint
  }

  /// The claims that an article was read to make; `nil` where that is not known.
  package func claims(of article: Article) -> [Claim]? {
    find(.claims, of: article) { payload throws(FormatError) in try PackedClaims.claims(payload, of: article) }
  }

  /// The fingerprint of an article with the claims that it was read to make; `nil` where that is not known.
  package func fingerprint(of article: Article) -> IncidentFingerprint? {
    find(.fingerprint, of: article) { payload throws(FormatError) in
      try PackedFingerprint.fingerprint(payload, of: article)
    }
  }

  private func find<Value>(
    _ kept: Kept, of article: Article, _ unpack: (ArraySlice<UInt8>) throws(FormatError) -> Value
  ) -> Value? {
    let key = key(kept, of: article)
    let number = ClaimCache.shard(of: key)
    let shard = slots[number].state.withLock { state in
      let shard = state.shard ?? read(number)
      state.shard = shard
      return shard
    }
    guard let payload = shard.payload(key), let value = try? unpack(payload) else { return nil }
    slots[number].state.withLock { _ = $0.used.insert(key) }
    return value
  }

  /// Notes what an article was read to make.
  package func add(_ claims: [Claim], of article: Article) { add(.claims, PackedClaims.bytes(claims), of: article) }

  /// Notes the fingerprint of an article with the claims that it was read to make.
  package func add(_ fingerprint: IncidentFingerprint, of article: Article) {
    add(.fingerprint, PackedFingerprint.bytes(fingerprint), of: article)
  }

  private func add(_ kept: Kept, _ payload: [UInt8], of article: Article) {
    guard payload.count <= ClaimCache.longestPayload else { return }
    let key = key(kept, of: article)
    let isFull = noted.withLock { noted in
      noted.added.append((key, payload))
      noted.bytes += payload.count
      return noted.bytes > ClaimCache.mostUnwritten
    }
    if isFull { keep() }
  }

  /// Writes what was noted, once that is so many entries, and lets go of what was read of the files.
  package func keep(from least: Int = 1) {
    let taken = noted.withLock { noted -> [(key: CacheShard.Key, payload: [UInt8])]? in
      guard noted.added.count >= least else { return nil }
      defer { noted = Noted() }
      return noted.added
    }
    guard let taken else { return }
    var added: [[(key: CacheShard.Key, payload: [UInt8])]] = Array(repeating: [], count: ClaimCache.shardCount)
    for entry in taken { added[ClaimCache.shard(of: entry.key)].append(entry) }
    for (number, entries) in added.enumerated() {
      let used = slots[number].clear()
      guard !entries.isEmpty else { continue }
      // Another process may have written since.
      let file = read(number).adding(entries, used: used, build: build, limit: ClaimCache.shardLimit)
      folder.replace(ClaimCache.name(number), with: file)
    }
  }

  /// Takes out what is kept of some articles, and leaves the rest.
  ///
  /// - Returns: How many entries there were.
  package func forget(_ articles: [Article]) -> Int {
    var keys: [Int: Set<CacheShard.Key>] = [:]
    for article in articles {
      for kept in [Kept.claims, .fingerprint] {
        let key = key(kept, of: article)
        keys[ClaimCache.shard(of: key), default: []].insert(key)
      }
    }
    var count = 0
    for (number, keys) in keys {
      let shard = read(number)
      let found = shard.keys.count(where: keys.contains)
      guard found > 0 else { continue }
      count += found
      folder.replace(ClaimCache.name(number), with: shard.removing(keys, build: build))
    }
    noted.withLock { $0 = Noted() }
    for slot in slots { _ = slot.clear() }
    return count
  }

  private func read(_ number: Int) -> CacheShard {
    CacheShard(folder.bytes(of: ClaimCache.name(number), limit: ClaimCache.shardLimit), build: build)
  }

  private func key(_ kept: Kept, of article: Article) -> CacheShard.Key {
    sha256Bytes([kept.rawValue] + words + PackedArticles.identity(of: article))
  }

  private static func shard(of key: CacheShard.Key) -> Int { Int(key[0]) % shardCount }

  private static func name(_ number: Int) -> String { "claims-\(number)" }
}
