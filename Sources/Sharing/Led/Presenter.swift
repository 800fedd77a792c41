import CLinux
import Formats
import Glibc
package import Situation

/// The leading end of a led briefing: sends every follower the events and where the lead stands, as fast as they take
/// them, and waits for nobody.
package final class Presenter {
  /// More are turned away.
  package static let mostFollowers = 1000
  /// Who has not greeted by the time so many others have come is dropped, the oldest first.
  private static let mostStrangers = 64

  package let path: String
  /// Readable when a follower has something to say, or comes, or has room again.
  package let descriptor: Int32
  private let listening: Int32
  private let lock: Int32
  private let socket: LedSocket
  private let name: String
  private var hello: WireFrame
  private let group: gid_t?
  private let user = geteuid()
  private var connections: [Int32: Connection] = [:]
  private var strangers: [Int32] = []
  private var shelf = EventShelf()
  private var state: LedState?
  private var isEnding = false

  /// - Parameters:
  ///   - name: Who leads, for the followers' screens.
  ///   - path: Of the socket; its folder is made for its owner alone if it is missing.
  ///   - group: Whose members may follow beside the owner himself.
  package init(_ name: String, at path: String, group: String?) throws(SharingError) {
    self.path = path
    self.name = String(name.prefix(64))
    var number: gid_t = 0
    if let group {
      guard system_group_named(group, &number) else { throw SharingError("\(group): no such group") }
    }
    self.group = group == nil ? nil : number
    lock = try Presenter.lock(path, isShared: group != nil)
    do throws(SharingError) {
      try LedSocket.clear(path)
    } catch {
      close(lock)
      throw error
    }
    listening = system_listen(path, group == nil ? 0o600 : 0o660, group == nil ? gid_t.max : number, 128)
    guard listening >= 0 else {
      let failure = SharingError(path, "cannot listen")
      close(lock)
      throw failure
    }
    socket = LedSocket(path)
    descriptor = system_poller()
    _ = system_poller_watch(descriptor, listening, false)
    hello = Presenter.hello(self.name)
  }

  private static func hello(_ name: String) -> WireFrame {
    WireFrame(.hello, HelloFields(version: WireFrame.version, name: name, session: session()).bytes)
  }

  deinit {
    for descriptor in connections.keys { close(descriptor) }
    close(descriptor)
    close(listening)
    socket.remove()
    // A child that is being started may hold a copy of the descriptor for a moment, and with it the lock.
    flock(lock, LOCK_UN)
    close(lock)
  }

  /// Sixteen random hexadecimal digits.
  private static func session() -> String {
    var generator = SystemRandomNumberGenerator()
    let digits = String(generator.next() as UInt64, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func lock(_ path: String, isShared: Bool) throws(SharingError) -> Int32 {
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      let folder = String(path[..<slash])
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw SharingError(folder, "cannot make the folder") }
    }
    let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard lock >= 0 else { throw SharingError(path, "cannot lead there") }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw SharingError("\(path): somebody leads there; follow them, or take another --name")
    }
    return lock
  }

  // MARK: - What is told

  /// Leads through something else from here on. Who follows is let go; they come back, and is told everything anew.
  package func beginAnew() {
    hello = Presenter.hello(name)
    (shelf, state) = (EventShelf(), nil)
    for descriptor in Array(connections.keys) { drop(descriptor) }
  }

  package func add(_ article: Article, _ claims: [Claim]) { shelf.add(article, claims) }

  package func add(_ entry: OperatorEntry) { shelf.add(entry) }

  package func add(_ entry: Reliabilities.Entry) { shelf.add(entry) }

  /// Where the lead stands now. Sends it, and what was added, to whoever has room.
  package func show(_ state: LedState) {
    var state = state
    state.number = (self.state?.number ?? 0) + 1
    self.state = state
    for descriptor in connections.keys { pump(descriptor) }
  }

  /// True if anybody is connected.
  package var isAttended: Bool { !connections.isEmpty }

  /// How many follow, and how many of them show the newest state.
  package var audience: (followers: Int, inStep: Int) {
    let greeted = connections.values.filter(\.isGreeted)
    return (greeted.count, greeted.count { $0.seen == state?.number })
  }

  /// Ends the briefing; whoever has room is told.
  package func end() {
    isEnding = true
    for descriptor in connections.keys { pump(descriptor) }
    socket.remove()
  }

  // MARK: - Those who follow

  /// Serves whoever is ready. Never waits.
  package func service() {
    var ready = [Int32](repeating: 0, count: 256)
    let count = Int(system_poller_ready(descriptor, &ready, Int32(ready.count)))
    for descriptor in ready.prefix(max(0, count)) {
      if descriptor == listening {
        accept()
      } else if connections[descriptor]?.receive() ?? false {
        if connections[descriptor]?.isGreeted ?? false { strangers.removeAll { $0 == descriptor } }
        pump(descriptor)
      } else {
        drop(descriptor)
      }
    }
  }

  private func accept() {
    for _ in 0..<32 {
      let connection = system_accept(listening)
      guard connection >= 0 else { return }
      guard connections.count < Presenter.mostFollowers, isWelcome(connection),
        system_poller_watch(descriptor, connection, false) == 0
      else {
        close(connection)
        continue
      }
      connections[connection] = Connection(connection, hello: hello)
      strangers.append(connection)
      if strangers.count > Presenter.mostStrangers { drop(strangers[0]) }
      pump(connection)
    }
  }

  /// The owner, the administrator, and members of the group that was named. The socket's mode says the same; this
  /// holds where its folder or its mode was changed.
  private func isWelcome(_ connection: Int32) -> Bool {
    var (peer, own): (uid_t, gid_t) = (0, 0)
    guard system_peer(connection, &peer, &own) else { return false }
    if peer == user || peer == 0 { return true }
    guard let group else { return false }
    return own == group || system_user_has_group(peer, group)
  }

  private func pump(_ descriptor: Int32) {
    guard let progress = connections[descriptor]?.send(shelf, state, isEnding: isEnding) else { return }
    switch progress {
    case .done: _ = system_poller_watch(self.descriptor, descriptor, false)
    case .blocked, .more: _ = system_poller_watch(self.descriptor, descriptor, true)
    case .broken: drop(descriptor)
    }
  }

  private func drop(_ descriptor: Int32) {
    system_poller_forget(self.descriptor, descriptor)
    connections[descriptor] = nil
    strangers.removeAll { $0 == descriptor }
    close(descriptor)
  }
}
