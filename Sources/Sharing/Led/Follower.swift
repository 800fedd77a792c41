import CLinux
package import Formats
import Glibc
package import Situation

/// The following end of a led briefing. What comes is a stranger's: it is bounded, and read as event files are.
package final class Follower {
  package enum Notice: Sendable {
    /// A lead that was not followed before: what follows is its store from the beginning.
    case began(presenter: String)
    case loaded([EventLines.Entry], [OperatorEntry])
    /// How far sources are believed.
    case graded(Reliabilities)
    case state(LedState)
    /// The presenter ended the briefing.
    case ended
    /// The connection is gone, and why.
    case lost(String)
  }

  /// More event lines than this are no briefing.
  private static let mostBytes = 1 << 30
  /// Bytes of one line: an article of the greatest length, every byte of it written as six.
  private static let longestLine = 100 << 20

  package let descriptor: Int32
  /// The account at the other end.
  private let presenter: uid_t
  private var decoder = WireDecoder(fromPresenter: true)
  private var stream = EventLineStream(longestLine: Follower.longestLine)
  private var taken = 0
  private var isGreeted = false

  /// Connects; does not wait for the presenter's answer.
  ///
  /// - Parameter name: What the socket is called in messages; its path without one.
  package init(_ path: String, called name: String? = nil) throws(SharingError) {
    let called = name ?? path
    descriptor = system_connect(path)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ECONNREFUSED: throw SharingError("\(called): nobody leads there now")
      default: throw SharingError(called, "cannot follow")
      }
    }
    var (user, group): (uid_t, gid_t) = (uid_t.max, 0)
    _ = system_peer(descriptor, &user, &group)
    presenter = user
    let greeting = WireFrame(.greeting, HelloFields(version: WireFrame.version).bytes).bytes
    // A new socket has room for it.
    _ = send(descriptor, greeting, greeting.count, Int32(MSG_NOSIGNAL))
  }

  deinit { close(descriptor) }

  /// The name of the account at the other end, or its number.
  package var account: String {
    var name = [CChar](repeating: 0, count: 64)
    guard system_user_name(presenter, &name, name.count) else { return "user \(presenter)" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Takes what has come, as much as may be taken before the screen has its turn. Of several states only the newest is
  /// told.
  package func service() -> [Notice] {
    var notices: [Notice] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    for _ in 0..<16 {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count < 0 {
        if errno == EINTR { continue }
        return errno == EAGAIN ? notices : notices + [.lost("the connection broke")]
      }
      guard count > 0 else { return notices + [.lost("the presenter is gone")] }
      do throws(WireError) {
        for frame in try decoder.take(buffer[..<count]) { try take(frame, &notices) }
      } catch {
        return notices + [.lost("what the presenter sent is not understood: \(error.reason)")]
      }
    }
    return notices
  }

  private func take(_ frame: WireFrame, _ notices: inout [Notice]) throws(WireError) {
    guard isGreeted || frame.kind == .hello else { throw WireError("the presenter does not say who they are") }
    switch frame.kind {
    case .hello:
      guard !isGreeted, let hello = try? HelloFields(reading: frame.payload), let name = hello.name else {
        throw WireError("no greeting")
      }
      guard hello.version == WireFrame.version else {
        throw WireError("version \(hello.version) of the protocol; this sitboard knows \(WireFrame.version)")
      }
      isGreeted = true
      notices.append(.began(presenter: SafeText.line(name)))
    case .events:
      taken += frame.payload.count
      guard taken <= Follower.mostBytes else { throw WireError("more than \(Follower.mostBytes >> 20) MiB of events") }
      add(stream.take(frame.payload), &notices)
    case .state:
      // The presenter sends an article whole before sending where the lead stands.
      add(stream.flush(), &notices)
      let state = try LedState(reading: frame.payload)
      if case .state? = notices.last { notices.removeLast() }
      notices.append(.state(state))
    case .farewell: notices.append(.ended)
    case .greeting, .seen: throw WireError("a message of a kind that is not known here")
    }
  }

  private func add(_ new: EventLineStream.Taken, _ notices: inout [Notice]) {
    if !new.reliabilities.isEmpty { notices.append(.graded(new.reliabilities)) }
    guard !new.entries.isEmpty || !new.acts.isEmpty else { return }
    if case .loaded(let entries, let acts)? = notices.last {
      notices.removeLast()
      notices.append(.loaded(entries + new.entries, acts + new.acts))
    } else {
      notices.append(.loaded(new.entries, new.acts))
    }
  }

  /// Tells the presenter which state stands on the screen. What there is no room for is not told.
  package func tell(seen number: Int) {
    let payload = (0..<8).reversed().map { UInt8(truncatingIfNeeded: UInt64(max(0, number)) >> UInt64($0 * 8)) }
    let bytes = WireFrame(.seen, payload).bytes
    _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
  }
}
