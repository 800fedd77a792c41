import Formats
import CLinux
import Glibc

/// One follower as the presenter sees it: a place in the event lines, the state it has, and bytes that wait for room.
///
/// What waits for it is at most one frame: of the states only the newest is ever sent.
struct Connection {
  let descriptor: Int32
  private(set) var decoder = WireDecoder(fromPresenter: false)
  private var output: [UInt8] = []
  private var sent = 0
  private var piece = 0
  private var offset = 0
  private var stateSent = -1
  /// The newest state that the follower says that it shows.
  private(set) var seen = -1
  private(set) var isGreeted = false
  private var isEnding = false

  init(_ descriptor: Int32, hello: WireFrame) {
    self.descriptor = descriptor
    output = hello.bytes
  }

  enum Progress {
    /// Everything is sent.
    case done
    /// The socket has no room.
    case blocked
    /// There is more, and others wait.
    case more
    case broken
  }

  /// Sends as much as there is room for, and no more than a few frames before others have their turn.
  mutating func send(_ shelf: EventShelf, _ state: LedState?, isEnding: Bool) -> Progress {
    for _ in 0..<16 {
      while sent < output.count {
        let count = output.withUnsafeBytes { bytes in
          Glibc.send(
            descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
        }
        if count < 0 {
          if errno == EINTR { continue }
          return errno == EAGAIN ? .blocked : .broken
        }
        sent += count
      }
      sent = 0
      output = []
      guard fill(shelf, state, isEnding: isEnding) else { return .done }
    }
    return .more
  }

  /// Puts the next frame in the output: the event lines first, then the newest state.
  private mutating func fill(_ shelf: EventShelf, _ state: LedState?, isEnding: Bool) -> Bool {
    guard isGreeted else { return false }
    if piece < shelf.pieces.count, offset == shelf.pieces[piece].count, piece + 1 < shelf.pieces.count {
      piece += 1
      offset = 0
    }
    if piece < shelf.pieces.count, offset < shelf.pieces[piece].count {
      output = WireFrame(.events, Array(shelf.pieces[piece][offset...])).bytes
      offset = shelf.pieces[piece].count
      return true
    }
    if let state, state.number > stateSent {
      output = WireFrame(.state, state.bytes).bytes
      stateSent = state.number
      return true
    }
    if isEnding, !self.isEnding {
      output = WireFrame(.farewell).bytes
      self.isEnding = true
      return true
    }
    return false
  }

  /// Reads what the follower sent.
  ///
  /// - Returns: Whether the connection stands.
  mutating func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1024)
    // A follower has little to say; more than this at a time and others would wait.
    for _ in 0..<4 {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count < 0 { return errno == EAGAIN || errno == EINTR }
      guard count > 0 else { return false }
      do throws(WireError) {
        for frame in try decoder.take(buffer[..<count]) { try take(frame) }
      } catch {
        return false
      }
    }
    return true
  }

  private mutating func take(_ frame: WireFrame) throws(WireError) {
    switch frame.kind {
    case .greeting where !isGreeted:
      guard let hello = try? HelloFields(reading: frame.payload), hello.version == WireFrame.version else {
        throw WireError("a greeting of another version")
      }
      isGreeted = true
    case .seen where isGreeted && frame.payload.count == 8:
      let number = frame.payload.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      // No state that was not sent can be shown.
      guard number <= UInt64(max(0, stateSent)) else { throw WireError("a state that was not sent") }
      seen = max(seen, Int(number))
    default: throw WireError("a message out of turn")
    }
  }
}
