import BoardUI
import CNcurses

/// What the terminal's description says its keys send.
struct KeySequences: Sendable {
  private var keys: [[UInt8]: Key]
  /// Every beginning of a sequence that is not yet a whole one.
  private var beginnings: Set<[UInt8]>

  init(_ keys: [[UInt8]: Key] = [:]) {
    self.keys = [:]
    self.beginnings = []
    for (bytes, key) in KeySequences.linuxConsole { add(bytes, key) }
    for (bytes, key) in keys { add(bytes, key) }
  }

  /// The first keys of the Linux console, whose sequences break the grammar that others keep.
  private static let linuxConsole: [[UInt8]: Key] = Dictionary(
    uniqueKeysWithValues: (1...5).map { (Array("\u{1B}[[".utf8) + [UInt8(0x40 + $0)], Key.function($0)) })

  private mutating func add(_ bytes: [UInt8], _ key: Key) {
    // A single byte is a character or a control key, whatever the description calls it.
    guard bytes.count > 1, bytes[0] == 0x1B else { return }
    keys[bytes] = key
    for length in 1..<bytes.count { beginnings.insert(Array(bytes[..<length])) }
  }

  enum Match {
    case key(Key, length: Int)
    /// More bytes may make it one.
    case beginning
    case none
  }

  /// The longest sequence that the bytes begin with.
  func match(_ bytes: ArraySlice<UInt8>) -> Match {
    var longest: Match = .none
    for length in 1...max(1, bytes.count) {
      let candidate = Array(bytes.prefix(length))
      if let key = keys[candidate] { longest = .key(key, length: length) }
      if !beginnings.contains(candidate) { return longest }
    }
    if case .key = longest { return longest }
    return .beginning
  }

  /// The terminal that has been started, by its terminfo capabilities.
  static func described() -> KeySequences {
    var named: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
      ("kbs", .backspace),
    ]
    for number in 1...12 { named.append(("kf\(number)", .function(number))) }
    var keys: [[UInt8]: Key] = [:]
    for (capability, key) in named {
      guard let bytes = screen_key_sequence(capability) else { continue }
      keys[Array(String(cString: bytes).utf8)] = key
    }
    return KeySequences(keys)
  }
}
