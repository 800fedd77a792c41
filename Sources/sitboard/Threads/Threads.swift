import Glibc
import Synchronization

/// Threads of the operating system. A pool that a library keeps looks after itself once a second for as long as the
/// program runs; these are there while there is work, and wake for nothing else.
enum Threads {
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Numbers from 0 on, each given once.
  private final class Numbers: Sendable {
    private let given = Atomic(0)

    func next(below end: Int) -> Int? {
      let number = given.wrappingAdd(1, ordering: .relaxed).oldValue
      return number < end ? number : nil
    }
  }

  /// What ends a process because of what a thread does is told to that thread; all other signals are the main thread's.
  private static let ownSignals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

  /// Does something beside everything else.
  ///
  /// - Returns: Whether the system had a thread for it.
  @discardableResult
  static func detach(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = start(body) else { return false }
    pthread_detach(thread)
    return true
  }

  /// Does something for each number from 0 on, on every processor at once and in any order, and returns when all is
  /// done.
  static func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
    let numbers = Numbers()
    withoutActuallyEscaping(body) { body in
      let work: @Sendable () -> Void = { while let number = numbers.next(below: count) { body(number) } }
      let helpers = (1..<max(1, min(count, sysconf(Int32(_SC_NPROCESSORS_ONLN))))).compactMap { _ in start(work) }
      work()
      for helper in helpers { pthread_join(helper, nil) }
    }
  }

  /// What is made for each number of a range, in the order of the numbers, on every processor at once.
  static func map<Result: Sendable>(_ numbers: Range<Int>, _ make: @Sendable (Int) -> Result) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: numbers.count))
    perform(numbers.count) { index in
      let result = make(numbers.lowerBound + index)
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  /// `nil` where the system has no thread to give.
  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let body = Unmanaged.passRetained(Body(body))
    var (others, before) = (sigset_t(), sigset_t())
    sigfillset(&others)
    for signal in ownSignals { sigdelset(&others, signal) }
    pthread_sigmask(SIG_SETMASK, &others, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { body in
      if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
      return nil
    }
    guard pthread_create(&thread, nil, run, body.toOpaque()) == 0 else {
      body.release()
      return nil
    }
    return thread
  }
}
