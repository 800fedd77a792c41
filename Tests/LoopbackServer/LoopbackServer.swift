import Glibc
import Synchronization

/// A server of HTTP on 127.0.0.1 that answers by a function of the request: bytes as they are to go over the line.
public final class LoopbackServer: Sendable {
  public struct Request: Sendable {
    public var path: String
    /// Names in small letters.
    public var headers: [String: String]
  }

  public struct Answer: Sendable {
    var bytes: [UInt8]
    /// Seconds between the bytes before this place and those after it.
    var pause: (at: Int, seconds: Double)?

    /// - Parameter length: What Content-Length says; the length of the body without it.
    public init(_ status: Int = 200, _ headers: [String] = [], body: [UInt8] = [], length: Int? = nil) {
      let lines =
        ["HTTP/1.1 \(status) Status", "Content-Length: \(length ?? body.count)", "Connection: close"] + headers
      bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    public init(_ status: Int = 200, _ headers: [String] = [], _ text: String) {
      self.init(status, headers, body: Array(text.utf8))
    }

    /// Waits in the middle of the body.
    public func paused(_ seconds: Double) -> Answer {
      var answer = self
      answer.pause = (bytes.count - 1, seconds)
      return answer
    }
  }

  public let port: UInt16
  private let listening: Int32
  private let answer: @Sendable (Request) -> Answer
  private let log = Mutex<[Request]>([])
  private let isOver = Atomic(false)

  public struct SystemError: Error {
    let code: Int32
  }

  public init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
    self.answer = answer
    listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listening
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 512) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard code else { throw SystemError(code: errno) }
    port = UInt16(bigEndian: address.sin_port)
    detach { [weak self] in
      defer { close(descriptor) }
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0, let self, !self.isOver.load(ordering: .relaxed) else {
          if connection >= 0 { close(connection) }
          return
        }
        detach { self.serve(connection) }
      }
    }
  }

  deinit {
    isOver.store(true, ordering: .relaxed)
    // The thread that accepts closes it: another socket must not get its number before that.
    shutdown(listening, Int32(SHUT_RDWR))
  }

  public func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  /// Everything that was asked so far.
  public var requests: [Request] { log.withLock { $0 } }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { return }
      bytes += buffer[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    let words = lines[0].split(separator: " ")
    guard words.count > 1 else { return }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    let request = Request(path: String(words[1]), headers: headers)
    log.withLock { $0.append(request) }
    let answer = answer(request)
    guard let pause = answer.pause else { return send(answer.bytes[...], connection) }
    send(answer.bytes[..<pause.at], connection)
    usleep(UInt32(pause.seconds * 1_000_000))
    send(answer.bytes[pause.at...], connection)
  }

  private func send(_ bytes: ArraySlice<UInt8>, _ connection: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

private final class Body: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func detach(_ run: @escaping @Sendable () -> Void) {
  var thread = pthread_t()
  let body = Unmanaged.passRetained(Body(run)).toOpaque()
  pthread_create(
    &thread, nil,
    { body in
      if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
      return nil
    }, body)
  pthread_detach(thread)
}
