import Glibc
import Testing

/// Both ends of a terminal: the program's, and the side where a person would sit.
final class PseudoTerminal {
  private(set) var person: Int32
  let program: Int32
  let path: String

  init(columns: UInt16 = 80, rows: UInt16 = 24) throws {
    person = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(person >= 0)
    // Swift has neither the functions of stdlib.h for this nor the macros of Linux: TIOCSPTLCK and TIOCGPTN.
    var locked: Int32 = 0
    var number: UInt32 = 0
    try #require(ioctl(person, 0x4004_5431, &locked) == 0 && ioctl(person, 0x8004_5430, &number) == 0)
    path = "/dev/pts/\(number)"
    program = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(program >= 0)
    resize(columns: columns, rows: rows)
  }

  deinit {
    if person >= 0 { close(person) }
    close(program)
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(person, UInt(TIOCSWINSZ), &size)
  }

  func type(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(person, $0.baseAddress, $0.count) }
  }

  func hangUp() {
    close(person)
    person = -1
  }

  /// Everything that `stty -g` would tell.
  var settings: [UInt8] {
    var settings = termios()
    tcgetattr(program, &settings)
    return withUnsafeBytes(of: &settings) { Array($0) }
  }

  /// What has been sent to the person, up to and with the text awaited, or all of it if that does not come.
  func received(upTo awaited: String? = nil) -> String {
    var bytes: [UInt8] = []
    while true {
      if let awaited, String(decoding: bytes, as: UTF8.self).contains(awaited) { break }
      var descriptor = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, awaited == nil ? 0 : 10_000) > 0 else { break }
      var buffer: [UInt8] = Array(repeating: 0, count: 65_536)
      let count = read(person, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
