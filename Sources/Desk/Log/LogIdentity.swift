import CDigest
import Glibc
package import Situation

/// The identity of an event, made by who adds it: a UUID of version 7, whose first bits are a time in milliseconds.
package struct LogIdentity: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// - Parameter rest: At least ten bytes, of which the version and the variant take their bits.
  private init(milliseconds: UInt64, rest: [UInt8]) {
    let bits = rest.prefix(10).map(UInt64.init)
    high = milliseconds << 16 | 0x7000 | (bits[0] << 8 | bits[1]) & 0x0FFF
    low = bits[2...].reduce(0) { $0 << 8 | $1 } & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
  }

  /// One that no other is.
  package init() {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var random = SystemRandomNumberGenerator()
    self.init(
      milliseconds: UInt64(max(0, now.tv_sec)) * 1000 + UInt64(now.tv_nsec) / 1_000_000,
      rest: (0..<10).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  /// That of an operator's entry: made of the journal's identity and the number in it, and so the same however often the
  /// entry is sent.
  package init(_ entry: OperatorEntry) {
    self.init(
      milliseconds: UInt64(clamping: entry.at.seconds) &* 1000 & 0xFFFF_FFFF_FFFF,
      rest: LogIdentity.digest(of: "\(entry.id.digest) \(entry.id.story)"))
  }

  /// That of something that is the same wherever it comes from: made of its words alone.
  package init(content: String) {
    self.init(milliseconds: 0, rest: LogIdentity.digest(of: content))
  }

  private static func digest(of text: String) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let bytes = Array(text.utf8)
    sitboard_sha256(bytes, bytes.count, &digest)
    return digest
  }

  /// - Parameter text: 32 hexadecimal digits with hyphens anywhere.
  package init?(_ text: some Collection<UInt8>) {
    var (high, low, count) = (UInt64(0), UInt64(0), 0)
    for byte in text where byte != UInt8(ascii: "-") {
      guard let digit = ByteText.value(byte) else { return nil }
      high = high << 4 | low >> 60
      low = low << 4 | UInt64(digit)
      count += 1
    }
    guard count == 32 else { return nil }
    (self.high, self.low) = (high, low)
  }

  /// "01890a5d-ac96-774b-bcce-b302099a8057".
  package var description: String {
    var bytes: [UInt8] = []
    for place in 0..<32 {
      if [8, 12, 16, 20].contains(place) { bytes.append(UInt8(ascii: "-")) }
      let number = place < 16 ? high : low
      bytes.append(ByteText.digit(UInt8(truncatingIfNeeded: number >> UInt64(60 - place % 16 * 4)) & 15))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
