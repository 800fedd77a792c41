import Foundation

struct SocketFailure: Error {}

/// Fills in the address of a Unix socket.
private func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { room in
    for (index, byte) in path.utf8.prefix(room.count - 1).enumerated() { room[index] = byte }
  }
  return withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
  }
}

/// A connection that says whatever it likes.
final class RawConnection {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard withAddress(path, { connect(descriptor, $0, $1) }) == 0 else { throw SocketFailure() }
  }

  deinit { close(descriptor) }

  func send(_ bytes: [UInt8]) {
    _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
  }

  /// Whether the other end closed it; what it sent before is thrown away.
  var isClosed: Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      if count == 0 { return true }
      if count < 0 { return errno != EAGAIN && errno != EINTR }
    }
  }
}

/// A socket that answers whoever connects with whatever it likes.
final class RawListener {
  private let descriptor: Int32
  private var connection: Int32 = -1

  init(_ path: String) throws {
    unlink(path)
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard withAddress(path, { bind(descriptor, $0, $1) }) == 0, listen(descriptor, 4) == 0 else {
      throw SocketFailure()
    }
  }

  deinit {
    close(descriptor)
    if connection >= 0 { close(connection) }
  }

  func answer(_ bytes: [UInt8]) {
    connection = accept(descriptor, nil, nil)
    _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }
}
