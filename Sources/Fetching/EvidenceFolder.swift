import Formats
import Glibc
import Intake
package import Situation

/// Keeps what was fetched, byte for byte, under its SHA-256, and notes beside it where it came from, when, and with which
/// headers. Nothing in it is ever changed or removed.
///
/// ```
/// bodies/3f/3f5a…      a body as it was received, decoded
/// log/9c1e….jsonl      a line for each body that an address gave, the oldest first; named by the SHA-256 of the address
/// ```
package struct EvidenceFolder: Sendable {
  package let path: String

  /// One body that an address gave.
  package struct Entry: Hashable, Sendable {
    package var address: String
    package var at: Instant
    package var digest: String
    package var status: Int
    /// What was asked for before the address that answered; empty without redirects.
    package var redirects: [String]
    package var headers: ResponseHeaders
    /// The page that the body is of, where a feed's item led to it; what led to it is `address`.
    package var page: String?
  }

  /// What it is called in a folder that articles are fetched into.
  package static let nameInFolder = ".sitboard"

  package init(_ path: String) { self.path = path }

  /// Where evidence is kept by default; `nil` without a home.
  package static func standardPath(_ environment: (String) -> String?) -> String? {
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/sitboard/articles" }
    return environment("HOME").map { $0 + "/.local/share/sitboard/articles" }
  }

  /// - Returns: Where the body of a digest is kept.
  package func bodyPath(_ digest: String) -> String { "\(path)/bodies/\(digest.prefix(2))/\(digest)" }

  private func logPath(_ address: String) -> String { "\(path)/log/\(sha256(Array(address.utf8))).jsonl" }

  /// Keeps a body. When this returns, body and line are on the disk.
  package func keep(_ body: [UInt8], _ entry: Entry) throws(EvidenceError) {
    let place = bodyPath(entry.digest)
    for folder in [path, path + "/bodies", path + "/log", String(place.dropLast(entry.digest.count + 1))] {
      try makeFolder(folder)
    }
    if access(place, F_OK) != 0 { try write(body, to: place) }
    try append(JSONWriter.bytes(EvidenceFolder.json(entry)) + [0x0A], to: logPath(entry.address))
  }

  /// What an address gave, the oldest first; a line that was cut short by a crash is passed over.
  package func history(of address: String) -> [Entry] { entries(of: logPath(address)) }

  /// What an address gave last, as a source of its own or as the page of another's item; `nil` where nothing was kept.
  package func latest(of address: String) -> Entry? {
    if let own = history(of: address).last(where: { $0.page == nil }) { return own }
    return logs.flatMap(entries).filter { $0.page == address }.max { $0.at < $1.at }
  }

  private func entries(of path: String) -> [Entry] {
    guard let bytes = try? Intake.bytes(of: path, limits: IntakeLimits(article: 1 << 30)) else { return [] }
    return bytes.split(separator: 0x0A).compactMap { line in
      (try? JSONParser.parse(Array(line))).flatMap(EvidenceFolder.entry)
    }
  }

  /// A body that is kept, checked against its digest.
  package func body(_ digest: String) -> [UInt8]? {
    guard let bytes = try? Intake.bytes(of: bodyPath(digest), limits: IntakeLimits(article: 1 << 30)),
      sha256(bytes) == digest
    else { return nil }
    return bytes
  }

  /// The files that are kept for some addresses and for no others.
  ///
  /// - Returns: The files of their histories, and the entries of the bodies that only these addresses gave.
  package func traces(of addresses: [String]) -> (histories: [String], bodies: [Entry]) {
    traces(ofLogs: addresses.map(logPath).filter { access($0, F_OK) == 0 })
  }

  /// The same of every address that was ever fetched into this folder.
  package func traces() -> (histories: [String], bodies: [Entry]) { traces(ofLogs: logs) }

  private func traces(ofLogs histories: [String]) -> (histories: [String], bodies: [Entry]) {
    let own = Set(histories)
    var seen: Set<String> = []
    for other in logs where !own.contains(other) { seen.formUnion(entries(of: other).map(\.digest)) }
    let bodies = histories.flatMap(entries).filter { seen.insert($0.digest).inserted }
    return (histories, bodies)
  }

  /// The histories of all addresses.
  private var logs: [String] {
    guard let folder = opendir(path + "/log") else { return [] }
    defer { closedir(folder) }
    var found: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".jsonl") { found.append(path + "/log/" + name) }
    }
    return found.sorted()
  }

  // MARK: - Lines

  private static func json(_ entry: Entry) -> JSONValue {
    .object([
      .init("address", .string(entry.address)),
      .init("page", JSONValue(entry.page)),
      .init("at", .integer(Int(entry.at.seconds))),
      .init("sha256", .string(entry.digest)),
      .init("status", .integer(entry.status)),
      .init("redirects", .array(entry.redirects.map { .string($0) })),
      .init("headers", .array(entry.headers.lines.map { .string($0) })),
    ])
  }

  private static func entry(_ json: JSONValue) -> Entry? {
    guard case .object(let members) = json else { return nil }
    func value(_ name: String) -> JSONValue? { members.first { $0.name == name }?.value }
    func text(_ name: String) -> String? { if case .string(let text)? = value(name) { text } else { nil } }
    func number(_ name: String) -> Int? { if case .integer(let number)? = value(name) { number } else { nil } }
    func texts(_ name: String) -> [String] {
      guard case .array(let values)? = value(name) else { return [] }
      return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
    // A digest is the name of a file.
    guard let address = text("address"), let at = number("at"), let digest = text("sha256"), digest.utf8.count == 64,
      digest.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    return Entry(
      address: address, at: Instant(seconds: Int64(at)), digest: digest, status: number("status") ?? 0,
      redirects: texts("redirects"), headers: ResponseHeaders(lines: texts("headers")), page: text("page"))
  }

  // MARK: - Files

  private func makeFolder(_ path: String) throws(EvidenceError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, path == self.path, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw failure(path)
    }
    try EvidenceFolder(String(path[..<slash])).makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path) }
  }

  /// Whole under its name, or not at all.
  private func write(_ bytes: [UInt8], to place: String) throws(EvidenceError) {
    let beside = place + ".\(getpid()).part"
    let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(beside) }
    let isWritten = EvidenceFolder.write(bytes, to: file) && fsync(file) == 0
    close(file)
    guard isWritten, rename(beside, place) == 0 else {
      let error = failure(place)
      unlink(beside)
      throw error
    }
  }

  private func append(_ bytes: [UInt8], to place: String) throws(EvidenceError) {
    let file = open(place, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(place) }
    defer { close(file) }
    guard EvidenceFolder.write(bytes, to: file), fsync(file) == 0 else { throw failure(place) }
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func failure(_ place: String) -> EvidenceError {
    EvidenceError(place: place, reason: String(cString: strerror(errno)).lowercased())
  }
}

/// Why evidence is not kept.
package struct EvidenceError: Error, Hashable, Sendable {
  package var place: String
  package var reason: String

  package var message: String { "\(place): \(reason); what is fetched is read and not kept" }
}
