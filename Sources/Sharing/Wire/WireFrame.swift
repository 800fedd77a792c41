/// One message of the protocol between a presenter and those who follow: a length, a kind, and bytes.
package struct WireFrame: Hashable, Sendable {
  package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// From the presenter: who leads, and the version. Comes first.
    case hello = 1
    /// From the presenter: a piece of the event lines, cut anywhere.
    case events = 2
    /// From the presenter: where the lead stands.
    case state = 3
    /// From the presenter: it ends, and not by accident.
    case farewell = 4
    /// From a follower: the version. Comes first.
    case greeting = 16
    /// From a follower: the number of the newest state that it shows.
    case seen = 17

    /// How many bytes it may have.
    package var limit: Int {
      switch self {
      case .hello, .greeting: 512
      case .events: 64 * 1024
      case .state: 16 * 1024
      case .farewell: 0
      case .seen: 8
      }
    }

    /// True if a presenter may send it; a follower may send the others.
    package var isPresenters: Bool { rawValue < 16 }
  }

  package static let version = 1

  package var kind: Kind
  package var payload: [UInt8]

  package init(_ kind: Kind, _ payload: [UInt8] = []) {
    self.kind = kind
    self.payload = payload
  }

  /// Length of the payload as four bytes, the first the highest; the kind; the payload.
  package var bytes: [UInt8] {
    let count = UInt32(payload.count)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) } + [kind.rawValue] + payload
  }
}

/// Why bytes are not of this protocol. The connection they came by is closed.
package struct WireError: Error, Hashable, Sendable {
  package var reason: String

  package init(_ reason: String) { self.reason = reason }
}

/// Cuts a stream of bytes into frames. It never holds more than one frame that is not complete.
package struct WireDecoder: Sendable {
  private var buffer: [UInt8] = []
  private let isFromPresenter: Bool

  /// - Parameter isFromPresenter: Whose frames are allowed.
  package init(fromPresenter isFromPresenter: Bool) { self.isFromPresenter = isFromPresenter }

  /// Takes bytes and gives the frames that are complete with them.
  ///
  /// - Throws: For a kind that is unknown or the other side's, and for a length over the limit of its kind, before
  ///   anything of its payload is kept.
  package mutating func take(_ bytes: some Collection<UInt8>) throws(WireError) -> [WireFrame] {
    var frames: [WireFrame] = []
    buffer += bytes
    var position = 0
    while buffer.count - position >= 5 {
      let length = buffer[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
      guard let kind = WireFrame.Kind(rawValue: buffer[position + 4]), kind.isPresenters == isFromPresenter else {
        throw WireError("a message of a kind that is not known here")
      }
      guard length <= kind.limit else {
        throw WireError("a message of \(length) bytes, over its limit of \(kind.limit)")
      }
      guard buffer.count - position - 5 >= length else { break }
      frames.append(WireFrame(kind, Array(buffer[(position + 5)..<(position + 5 + length)])))
      position += 5 + length
    }
    buffer.removeFirst(position)
    return frames
  }
}
