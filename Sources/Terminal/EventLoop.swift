import BoardUI
import CNcurses
import Glibc

/// Waits for whatever happens next: keys, signals, a deadline, the caller's descriptors. One thread, one `poll`; with
/// no deadline and nothing happening the process sleeps.
package struct EventLoop: ~Copyable {
  private let input: Int32
  private let signals: Int32
  private var decoder: KeyDecoder
  /// When something was read last, from which the decoder's patience counts, whatever else happens meanwhile.
  private var lastRead = MonotonicInstant.now
  private var isHungUp = false

  /// For a terminal, and as long as that.
  package init(_ terminal: borrowing Terminal) {
    self.input = terminal.input
    self.signals = terminal.signals
    self.decoder = KeyDecoder(sequences: KeySequences.described())
  }

  /// Sleeps until there is something to tell, and tells it: what outranks other things first, keys in the order typed.
  ///
  /// - Parameters:
  ///   - deadline: When to return with `timer` at the latest; `nil` for never. One that has passed makes this a look
  ///     at what is there.
  ///   - descriptors: Further descriptors to watch for reading.
  /// - Returns: At least one event.
  package mutating func wait(until deadline: MonotonicInstant? = nil, also descriptors: [Int32] = []) -> [TerminalEvent]
  {
    while true {
      let start = MonotonicInstant.now
      let patience = decoder.patience.map { lastRead.advanced(milliseconds: $0) }
      let ready = poll(until: [deadline, patience].compactMap { $0 }.min(), from: start, descriptors)
      var events = ready.signals ? readSignals() : []
      if ready.input {
        events += readKeys()
      } else if let patience, patience <= MonotonicInstant.now {
        events += EventLoop.events(of: decoder.giveUpWaiting())
      }
      events += ready.descriptors.map { .readable($0) }
      if let deadline, deadline <= MonotonicInstant.now { events.append(.timer) }
      if !events.isEmpty { return events }
    }
  }

  private struct Ready {
    var signals = false
    var input = false
    var descriptors: [Int32] = []
  }

  private func poll(until deadline: MonotonicInstant?, from now: MonotonicInstant, _ descriptors: [Int32]) -> Ready {
    // poll passes over a negative descriptor.
    let watched = [signals, isHungUp ? -1 : input] + descriptors
    var polled = watched.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let milliseconds = deadline.map { $0.millisecondsAhead(of: now) } ?? -1
    guard Glibc.poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return Ready() }
    return Ready(
      signals: polled[0].revents != 0, input: polled[1].revents != 0,
      descriptors: polled.dropFirst(2).filter { $0.revents != 0 }.map(\.fd))
  }

  private mutating func readSignals() -> [TerminalEvent] {
    var bytes: [UInt8] = Array(repeating: 0, count: 256)
    let count = read(signals, &bytes, bytes.count)
    signals_heard()
    let noted = Set(bytes.prefix(max(0, count)).map { Int32($0) })
    var events: [TerminalEvent] = [SIGTERM, SIGHUP, SIGQUIT].filter(noted.contains).map { .terminate(signal: $0) }
    if noted.contains(SIGTSTP) { events.append(.suspend) }
    if noted.contains(SIGCONT) { events.append(.resumed) }
    if noted.contains(SIGWINCH) { events.append(.resized(Terminal.currentSize())) }
    // Sent by somebody else it means what the key means.
    if noted.contains(SIGINT) { events.append(.keys([.control("c")])) }
    return events
  }

  private mutating func readKeys() -> [TerminalEvent] {
    var bytes: [UInt8] = Array(repeating: 0, count: 4096)
    let count = read(input, &bytes, bytes.count)
    lastRead = .now
    if count > 0 { return EventLoop.events(of: decoder.decode(bytes.prefix(count))) }
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    // The end of a terminal in raw mode is no key: the line is down.
    isHungUp = true
    return [.hangup]
  }

  /// Keys as events, ctrl-z apart and in its place.
  static func events(of keys: [Key]) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for run in keys.split(separator: .control("z"), omittingEmptySubsequences: false) {
      if !run.isEmpty { events.append(.keys(Array(run))) }
      events.append(.suspend)
    }
    events.removeLast()
    return events
  }
}
