/// One file of what is kept, as bytes: a head that says which build of the program wrote it, and entries. Every entry
/// has a key, its length, a checksum of both and of what it holds, and that.
///
/// Nothing in it is believed without the checksum. A length that leads nowhere ends the entries, and those before it
/// are good.
package struct CacheShard: Sendable {
  /// The SHA-256 of what an entry is of.
  package typealias Key = [UInt8]

  package static let digestSize = 32
  private static let headSize = digestSize
  private static let entryHead = digestSize + 4 + digestSize

  private let bytes: [UInt8]
  /// Where each entry stands in the bytes.
  private var places: [Key: Range<Int>] = [:]
  private(set) var keys: [Key] = []

  /// - Parameters:
  ///   - bytes: Of a file; empty where there is none.
  ///   - build: The digest that the head has to be. Entries of another build are passed over.
  package init(_ bytes: [UInt8], build: Key) {
    self.bytes = bytes
    var at = CacheShard.headSize
    guard bytes.count >= at, bytes[..<at].elementsEqual(build) else { return }
    while bytes.count - at >= CacheShard.entryHead {
      let key = Array(bytes[at..<at + CacheShard.digestSize])
      let length = CacheShard.length(bytes[(at + CacheShard.digestSize)...])
      let start = at + CacheShard.entryHead
      guard length <= bytes.count - start else { return }
      if places.updateValue(at..<start + length, forKey: key) == nil { keys.append(key) }
      at = start + length
    }
  }

  /// What is kept under a key; `nil` where there is nothing, or it is not what was kept.
  package func payload(_ key: Key) -> ArraySlice<UInt8>? {
    guard let place = places[key] else { return nil }
    let payload = bytes[(place.lowerBound + CacheShard.entryHead)..<place.upperBound]
    let checksum = bytes[(place.lowerBound + CacheShard.digestSize + 4)...].prefix(CacheShard.digestSize)
    return checksum.elementsEqual(CacheShard.checksum(key, payload)) ? payload : nil
  }

  /// The bytes of a file with further entries: first those that were of use, then the new ones, then the others, as
  /// many as there is room for.
  package func adding(
    _ added: [(key: Key, payload: [UInt8])], used: Set<Key>, build: Key, limit: Int
  ) -> [UInt8] {
    var file = build
    var taken: Set<Key> = []
    func take(_ key: Key, _ entry: some Collection<UInt8>) {
      guard file.count + entry.count <= limit, taken.insert(key).inserted else { return }
      file += entry
    }
    let replaced = Set(added.map(\.key))
    for key in keys where used.contains(key) && !replaced.contains(key) { takeOld(key) }
    for (key, payload) in added { take(key, CacheShard.entry(key, payload)) }
    for key in keys where !used.contains(key) && !replaced.contains(key) { takeOld(key) }
    func takeOld(_ key: Key) {
      if let place = places[key] { take(key, bytes[place]) }
    }
    return file
  }

  /// The bytes of a file without some of the entries.
  func removing(_ removed: Set<Key>, build: Key) -> [UInt8] {
    keys.filter { !removed.contains($0) }.reduce(into: build) { file, key in
      if let place = places[key] { file += bytes[place] }
    }
  }

  private static func entry(_ key: Key, _ payload: [UInt8]) -> [UInt8] {
    let length = (0..<4).map { UInt8(truncatingIfNeeded: payload.count >> ($0 * 8)) }
    return key + length + checksum(key, payload[...]) + payload
  }

  private static func checksum(_ key: Key, _ payload: ArraySlice<UInt8>) -> [UInt8] { sha256Bytes(key + payload) }

  /// Four bytes, the lowest first.
  private static func length(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
