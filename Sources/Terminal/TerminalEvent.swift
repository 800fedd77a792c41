package import BoardUI

/// Something the board has to answer.
package enum TerminalEvent: Hashable, Sendable {
  /// The process is to end; a signal's number.
  case terminate(signal: Int32)
  /// The terminal is gone, and will not tell more.
  case hangup
  /// Ctrl-z, from the keyboard or as a signal: call `Terminal.suspend`.
  case suspend
  /// The process goes on after a stop: call `Terminal.resume` and draw.
  case resumed
  case resized(Size)
  case keys([Key])
  /// One of the caller's descriptors can be read, or has failed or ended, which reading will tell.
  case readable(Int32)
  /// The deadline has passed.
  case timer
}
