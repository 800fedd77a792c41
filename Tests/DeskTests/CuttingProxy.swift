import Glibc
import Synchronization

/// Passes connections on to a port of this machine, and cuts each in both directions once so many bytes have gone one way.
final class CuttingProxy: Sendable {
  enum Direction: CaseIterable, Sendable { case toServer, toClient }

  let port: Int
  private let listening: Int32
  private let isOver = Atomic(false)

  struct SystemError: Error {
    var code = errno
  }

  init(to server: Int, cutting direction: Direction, after bytes: Int) throws {
    listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    let descriptor = listening
    var (address, length) = (CuttingProxy.loopback(0), socklen_t(MemoryLayout<sockaddr_in>.size))
    let isReady = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isReady else { throw SystemError() }
    port = Int(UInt16(bigEndian: address.sin_port))
    onThread { [weak self] in
      defer { close(descriptor) }
      while true {
        let client = accept(descriptor, nil, nil)
        guard client >= 0, let self, !self.isOver.load(ordering: .relaxed) else {
          if client >= 0 { close(client) }
          return
        }
        onThread { CuttingProxy.pass(client, server, cutting: direction, after: bytes) }
      }
    }
  }

  deinit {
    isOver.store(true, ordering: .relaxed)
    shutdown(listening, Int32(SHUT_RDWR))
  }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private static func pass(_ client: Int32, _ port: Int, cutting: Direction, after limit: Int) {
    let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    defer { for end in [client, server] { close(end) } }
    var address = loopback(port)
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    var left = limit
    var buffer = [UInt8](repeating: 0, count: 4096)
    while isConnected, left > 0 {
      var ends = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&ends, 2, -1) > 0 else { return }
      for (direction, end) in zip(Direction.allCases, ends) where end.revents != 0 {
        let most = direction == cutting ? min(left, buffer.count) : buffer.count
        let count = recv(end.fd, &buffer, most, 0)
        guard count > 0,
          send(direction == .toServer ? server : client, buffer, count, Int32(MSG_NOSIGNAL)) == count
        else { return }
        if direction == cutting { left -= count }
      }
    }
  }
}
