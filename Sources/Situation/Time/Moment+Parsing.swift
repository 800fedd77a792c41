extension Moment {
  /// Reads "2025-03-12", "2025-03-12T14:10", "2025-03-12T14:10:30+05:00" or "…Z".
  ///
  /// - Parameters:
  ///   - text: The written form, nothing before or after it.
  ///   - offset: The zone of a text that names none.
  /// - Returns: A day or an instant; `nil` when it is neither.
  package static func parse(_ text: String, defaultOffset offset: UTCOffset) -> Moment? {
    var scanner = DigitScanner(Array(text.utf8))
    guard let year = scanner.digits(4), scanner.take("-"), let month = scanner.digits(2), scanner.take("-"),
      let day = scanner.digits(2), let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    if scanner.isAtEnd { return .day(date, at: offset) }
    guard scanner.take("T") || scanner.take(" "), let hour = scanner.digits(2), scanner.take(":"),
      let minute = scanner.digits(2), hour < 24, minute < 60
    else { return nil }
    var second = 0
    if scanner.take(":") {
      guard let value = scanner.digits(2), value < 60 else { return nil }
      second = value
    }
    var zone = offset
    if scanner.take("Z") {
      zone = .zero
    } else if !scanner.isAtEnd {
      guard let named = scanner.offset() else { return nil }
      zone = named
    }
    guard scanner.isAtEnd else { return nil }
    let instant = date.start(at: zone).advanced(by: Int64(hour * 3600 + minute * 60 + second))
    return .instant(instant, at: zone)
  }
}

extension UTCOffset {
  /// Reads "+05:00", "-0330" or "Z"; `nil` when it is none of them.
  package init?(parsing text: String) {
    if text == "Z" {
      self = .zero
      return
    }
    var scanner = DigitScanner(Array(text.utf8))
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    self = offset
  }
}

private struct DigitScanner {
  let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func digits(_ count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + count] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    position += count
    return value
  }

  mutating func offset() -> UTCOffset? {
    let sign = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let hours = digits(2) else { return nil }
    _ = take(":")
    guard let minutes = digits(2), minutes < 60 else { return nil }
    return UTCOffset(minutes: sign * (hours * 60 + minutes))
  }
}
