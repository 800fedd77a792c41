import Glibc

/// The signal that a write past the limit of file sizes sends, which ends a program that does not expect it.
enum FileSizeSignal {
  /// Runs a body with the signal held back in this thread, so that the write fails with an error instead.
  static func held(_ body: () throws(JournalError) -> Void) throws(JournalError) {
    var signals = sigset_t()
    var before = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGXFSZ)
    pthread_sigmask(SIG_BLOCK, &signals, &before)
    defer {
      // The one that came is taken before the old mask would let it through.
      var now = timespec(tv_sec: 0, tv_nsec: 0)
      while sigtimedwait(&signals, nil, &now) == SIGXFSZ {}
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    try body()
  }
}
