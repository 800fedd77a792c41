import CPostgres
import Glibc

/// A connection to a server, used by one thread at a time. Every call waits until the server has answered.
package final class Database {
  /// The value of a parameter of a statement.
  package enum Value: Sendable {
    case null
    case text(String)
    case bytes([UInt8])
    case integer(Int64)
    case texts([String?])
  }

  /// A row of an answer.
  struct Row: ~Copyable {
    fileprivate let result: OpaquePointer
    fileprivate let number: Int32

    /// The bytes of a field, which last as long as the row; `nil` for null.
    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
      var count = 0
      guard let start = sitboard_result_field(result, number, Int32(column), &count) else { return nil }
      return UnsafeBufferPointer(start: start, count: count)
    }

    func text(_ column: Int) -> String? { bytes(column).map { String(decoding: $0, as: UTF8.self) } }

    func integer(_ column: Int) -> Int64? { text(column).flatMap { Int64($0) } }
  }

  let desk: String
  private let handle: OpaquePointer
  /// True while what is done is done all or not at all.
  private var isInTransaction = false

  /// Seconds in which a server must have answered a call for a connection.
  private static let patience = "5"

  package init(_ address: DeskAddress) throws(DeskError) {
    desk = address.name
    // What comes later counts: an address may set its own patience, and nobody's settings change how texts are sent.
    let parameters = [
      ("fallback_application_name", "sitboard"), ("connect_timeout", Database.patience), ("keepalives_idle", "30"),
      ("keepalives_interval", "10"), ("keepalives_count", "3"), ("dbname", address.connection),
      ("client_encoding", "UTF8"),
    ]
    let names = parameters.map { strdup($0.0) }
    let values = parameters.map { strdup($0.1) }
    defer { for text in names + values { free(text) } }
    var why: UnsafePointer<CChar>?
    let opened = (names.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { names in
      (values.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { values in
        sitboard_database_open(names.baseAddress, values.baseAddress, &why)
      }
    }
    guard let opened else {
      throw DeskError(desk: desk, reason: .library(why.map { String(cString: $0) } ?? "libpq cannot be loaded"))
    }
    handle = opened
    guard sitboard_database_is_open(handle) else {
      throw DeskError(desk: desk, reason: .cannotConnect(Database.line(sitboard_database_error(handle))))
    }
  }

  deinit { sitboard_database_close(handle) }

  package var isOpen: Bool { sitboard_database_is_open(handle) }

  /// To be watched for reading.
  package var socket: Int32 { sitboard_database_socket(handle) }

  /// As whom the server knows this client.
  package var user: String { String(cString: sitboard_database_user(handle)) }

  /// Does a statement and gives each row of its answer.
  ///
  /// - Returns: How many rows the statement added or changed.
  @discardableResult
  func ask(
    _ statement: String, _ values: [Value] = [], row body: (borrowing Row) -> Void = { _ in }
  ) throws(DeskError) -> Int {
    guard begin(statement, values) else { throw failure() }
    var touched = 0
    var error: DeskError?
    // Everything is taken to its end, so that the next statement finds the connection free.
    while let result = sitboard_database_next(handle) {
      defer { sitboard_result_free(result) }
      switch sitboard_result_outcome(result) {
      case sitboard_rows:
        for number in 0..<sitboard_result_rows(result) { body(Row(result: result, number: number)) }
        touched += sitboard_result_touched(result)
      case sitboard_done: touched += sitboard_result_touched(result)
      default: error = error ?? failure(result)
      }
    }
    if let error { throw error }
    return touched
  }

  /// The first field of the first row, as a text.
  package func first(_ statement: String, _ values: [Value] = []) throws(DeskError) -> String? {
    var found: String?
    var isFirst = true
    try ask(statement, values) { row in
      if isFirst { found = row.text(0) }
      isFirst = false
    }
    return found
  }

  /// Does several statements of an administrator's own, all or none.
  package func perform(_ statements: String) throws(DeskError) { try run(statements) }

  /// Does several statements, all or none.
  func run(_ statements: String) throws(DeskError) {
    guard let result = sitboard_database_run(handle, statements) else { throw failure() }
    defer { sitboard_result_free(result) }
    if sitboard_result_outcome(result) == sitboard_failed { throw failure(result) }
  }

  /// Does what is asked, all or nothing; within another transaction, as part of it.
  package func transaction<Result>(_ body: () throws(DeskError) -> Result) throws(DeskError) -> Result {
    guard !isInTransaction else { return try body() }
    try run("BEGIN")
    isInTransaction = true
    defer { isInTransaction = false }
    do throws(DeskError) {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      try? run("ROLLBACK")
      throw error
    }
  }

  private func begin(_ statement: String, _ values: [Value]) -> Bool {
    let fields = values.map { value -> (bytes: [UInt8]?, length: Int32) in
      switch value {
      case .null: (nil, -1)
      case .text(let text): (Array(text.utf8) + [0], -1)
      case .bytes(let bytes): (bytes.isEmpty ? [0] : bytes, Int32(bytes.count))
      case .integer(let number): (Array(String(number).utf8) + [0], -1)
      case .texts(let texts): (ArrayLiteral.bytes(texts) + [0], -1)
      }
    }
    let pointers = fields.map { field -> UnsafePointer<UInt8>? in
      guard let bytes = field.bytes else { return nil }
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = copy.initialize(from: bytes)
      return UnsafePointer(copy.baseAddress)
    }
    defer { for pointer in pointers { pointer?.deallocate() } }
    return sitboard_database_begin(handle, statement, fields.count, pointers, fields.map(\.length), true)
  }

  // MARK: - News

  /// Asks to be woken by news on a channel.
  func listen(_ channel: String) throws(DeskError) { try run("LISTEN \"\(channel)\"") }

  /// Takes in what has come.
  ///
  /// - Returns: True if there is news.
  package func hear() throws(DeskError) -> Bool {
    guard sitboard_database_take_in(handle), isOpen else { throw failure() }
    var isNews = false
    while sitboard_database_next_notice(handle) { isNews = true }
    return isNews
  }

  // MARK: - Errors

  private func failure(_ result: OpaquePointer) -> DeskError {
    let code = String(cString: sitboard_result_code(result))
    let words = Database.line(sitboard_result_message(result))
    return DeskError(desk: desk, reason: isOpen ? .refused(code: code, words) : .lost(words))
  }

  private func failure() -> DeskError {
    let words = Database.line(sitboard_database_error(handle))
    return DeskError(desk: desk, reason: isOpen ? .refused(code: "", words) : .lost(words))
  }

  /// The library's message on one line.
  private static func line(_ text: UnsafePointer<CChar>?) -> String {
    guard let text else { return "no reason is given" }
    let lines = String(cString: text).split(separator: "\n").map { line in
      String(line.drop { $0 == " " || $0 == "\t" })
    }
    return lines.isEmpty ? "no reason is given" : lines.joined(separator: "; ")
  }
}

/// A list of texts as PostgreSQL writes an array.
enum ArrayLiteral {
  static func bytes(_ texts: [String?]) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    bytes.reserveCapacity(texts.reduce(2) { $0 + ($1?.utf8.count ?? 4) + 8 })
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      guard let text else {
        bytes += Array("NULL".utf8)
        continue
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}
