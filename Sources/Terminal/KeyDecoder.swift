import BoardUI

/// Makes keys of the bytes a terminal sends, which may come cut anywhere.
///
/// A sequence that is not understood is dropped whole: a lost key is a smaller harm than a command nobody gave.
struct KeyDecoder: Sendable {
  private let sequences: KeySequences
  /// Bytes that are not yet a key.
  private var pending: [UInt8] = []
  /// The text of a paste that has begun.
  private var pasted: [UInt8]?
  /// True if a control string has begun, of which nothing is a key.
  private var isInString = false

  /// Bytes of a paste that are kept; the rest is dropped.
  static let pasteLimit = 65_536
  /// Bytes of a control sequence after which it is taken for garbage.
  private static let sequenceLimit = 64

  init(sequences: KeySequences = KeySequences()) { self.sequences = sequences }

  /// Milliseconds to wait for more bytes before `giveUpWaiting`; `nil` when nothing is pending, or when what is
  /// pending can only be the beginning of a sequence.
  var patience: Int? {
    // A paste whose end is lost must not swallow keys for ever.
    if pasted != nil { return 5000 }
    if isInString { return KeyDecoder.stringDelay }
    if pending.isEmpty || (pending.count > 2 && pending.starts(with: [0x1B, 0x5B])) { return nil }
    return KeyDecoder.escapeDelay
  }

  /// Milliseconds after which an escape character is the escape key: terminals send a sequence in one piece, and
  /// nobody types this fast.
  static let escapeDelay = 50

  /// Milliseconds after which a control string of which nothing comes any more has lost its end.
  static let stringDelay = 1000

  mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
    pending.append(contentsOf: bytes)
    var keys: [Key] = []
    var at = 0
    while at < pending.count {
      if pasted != nil {
        guard continuePaste(&at, &keys) else { break }
        continue
      }
      if isInString {
        guard skipString(&at) else { break }
        continue
      }
      switch recognize(pending[at...]) {
      case .key(let key, let length):
        keys.append(key)
        at += length
      case .nothing(let length):
        at += length
      case .pasteBegins(let length):
        pasted = []
        at += length
      case .stringBegins(let length):
        isInString = true
        at += length
      case .incomplete:
        pending.removeFirst(at)
        return keys
      }
    }
    pending.removeFirst(at)
    return keys
  }

  /// Takes what is pending for what it is without more to come.
  mutating func giveUpWaiting() -> [Key] {
    if let text = pasted {
      pasted = nil
      let rest = pending
      pending = []
      return [.paste(KeyDecoder.text(of: text + rest))]
    }
    defer { (pending, isInString) = ([], false) }
    guard !isInString, pending.first == 0x1B else { return [] }
    if pending.count == 1 { return [.escape] }
    // Escape and a character that also introduces sequences; anything longer was a sequence cut short.
    guard pending.count == 2 else { return [] }
    return [.escape, .character(Unicode.Scalar(pending[1]))]
  }

  // MARK: - Recognition

  private enum Recognition {
    case key(Key, length: Int)
    case nothing(length: Int)
    case pasteBegins(length: Int)
    case stringBegins(length: Int)
    case incomplete
  }

  private func recognize(_ bytes: ArraySlice<UInt8>) -> Recognition {
    switch bytes[bytes.startIndex] {
    case 0x1B: recognizeEscape(bytes)
    case 0x0D, 0x0A: .key(.enter, length: 1)
    case 0x09: .key(.tab, length: 1)
    case 0x08, 0x7F: .key(.backspace, length: 1)
    case let byte where (1...26).contains(byte): .key(.control(Unicode.Scalar(byte + 0x60)), length: 1)
    case ..<0x20: .nothing(length: 1)
    case let byte where byte < 0x7F: .key(.character(Unicode.Scalar(byte)), length: 1)
    default: recognizeCharacter(bytes)
    }
  }

  /// A character of two to four bytes of UTF-8.
  private func recognizeCharacter(_ bytes: ArraySlice<UInt8>) -> Recognition {
    let length: Int
    switch bytes[bytes.startIndex] {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .nothing(length: 1)
    }
    guard bytes.dropFirst().prefix(length - 1).allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .nothing(length: 1) }
    guard bytes.count >= length else { return .incomplete }
    var decoder = UTF8()
    var iterator = bytes.prefix(length).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return .nothing(length: 1) }
    return scalar.properties.generalCategory == .control
      ? .nothing(length: length) : .key(.character(scalar), length: length)
  }

  private func recognizeEscape(_ bytes: ArraySlice<UInt8>) -> Recognition {
    guard bytes.count > 1 else { return .incomplete }
    switch sequences.match(bytes) {
    case .key(let key, let length): return .key(key, length: length)
    case .beginning: return .incomplete
    case .none: break
    }
    let third = bytes.count > 2 ? bytes[bytes.startIndex + 2] : nil
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["):
      return recognizeControlSequence(bytes)
    case UInt8(ascii: "O"):
      guard let third else { return .incomplete }
      // Anything else is escape and a letter, typed faster than the line carried them.
      guard let key = KeyDecoder.singleShiftKey(third) else { return .key(.escape, length: 1) }
      return .key(key, length: 3)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      guard let third else { return .incomplete }
      // The control strings of ECMA-48: a late answer to a question that an earlier program asked the terminal. Escape
      // and such a letter, typed faster than the line carried them, come alone or before a control character.
      return (0x20..<0x7F).contains(third) || third == 0x1B ? .stringBegins(length: 2) : .key(.escape, length: 1)
    default:
      return .key(.escape, length: 1)
    }
  }

  /// ESC [ parameters intermediates final, by ECMA-48.
  private func recognizeControlSequence(_ bytes: ArraySlice<UInt8>) -> Recognition {
    var parameters: [UInt8] = []
    var isPlain = true
    for index in bytes.indices.dropFirst(2) {
      let length = index - bytes.startIndex + 1
      switch bytes[index] {
      case 0x30...0x3F: parameters.append(bytes[index])
      case 0x20...0x2F: isPlain = false
      case 0x40...0x7E:
        guard isPlain else { return .nothing(length: length) }
        if bytes[index] == UInt8(ascii: "M"), parameters.isEmpty {
          // The old report of a mouse: three bytes of it follow, which are no keys.
          return bytes.count < length + 3 ? .incomplete : .nothing(length: length + 3)
        }
        return KeyDecoder.controlSequenceKey(parameters, final: bytes[index], length: length)
      default:
        // Not a byte of a sequence: what went before was one cut short.
        return .nothing(length: length - 1)
      }
      if length > KeyDecoder.sequenceLimit { return .nothing(length: length) }
    }
    return .incomplete
  }

  /// Passes over a control string up to BEL or ESC \. Returns false when more bytes are needed to go on.
  private mutating func skipString(_ at: inout Int) -> Bool {
    while at < pending.count {
      switch pending[at] {
      case 0x07, 0x18, 0x1A:
        at += 1
        isInString = false
        return true
      case 0x1B:
        guard at + 1 < pending.count else { return false }
        // Another sequence begins where the string was cut short.
        if pending[at + 1] == UInt8(ascii: "\\") { at += 2 }
        isInString = false
        return true
      default: at += 1
      }
    }
    return false
  }

  private static func controlSequenceKey(_ parameters: [UInt8], final: UInt8, length: Int) -> Recognition {
    if parameters.first == UInt8(ascii: "<") {
      let pointer = pointer(parameters.dropFirst(), isRelease: final == UInt8(ascii: "m"))
      guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m"), let pointer else {
        return .nothing(length: length)
      }
      return .key(.pointer(pointer), length: length)
    }
    let fields = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let numbers = fields.map { Int(String(decoding: $0, as: UTF8.self)) }
    let first = numbers.first ?? nil
    if final == UInt8(ascii: "~"), first == 200 { return .pasteBegins(length: length) }
    // The second number tells modifiers, 1 for none. The board has no keys with modifiers.
    let isModified = numbers.count > 1 && numbers[1] != 1
    guard !isModified, numbers.count < 3 else { return .nothing(length: length) }
    let key: Key? =
      switch final {
      case UInt8(ascii: "~"): first.flatMap(editingKey)
      case UInt8(ascii: "Z"): .backTab
      case UInt8(ascii: "A")...UInt8(ascii: "D"), UInt8(ascii: "F"), UInt8(ascii: "H"): singleShiftKey(final)
      // With numbers, R is where the cursor is.
      case UInt8(ascii: "P")...UInt8(ascii: "S"): parameters.isEmpty ? singleShiftKey(final) : nil
      default: nil
      }
    return key.map { .key($0, length: length) } ?? .nothing(length: length)
  }

  /// A report of the mouse as xterm's mode 1006 has it: what, column, row, counted from 1. Only the left button and
  /// the wheel mean something.
  private static func pointer(_ parameters: ArraySlice<UInt8>, isRelease: Bool) -> Pointer? {
    let numbers = parameters.split(separator: UInt8(ascii: ";")).map { Int(String(decoding: $0, as: UTF8.self)) }
    guard !isRelease, numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2],
      (1...10_000).contains(column), (1...10_000).contains(row)
    else { return nil }
    let action: Pointer.Action? =
      switch code {
      case 0: .press
      case 32: .drag
      case 64: .wheelUp
      case 65: .wheelDown
      default: nil
      }
    return action.map { Pointer($0, column: column - 1, row: row - 1) }
  }

  /// The keys of a VT220 and of xterm, by the number before `~`.
  private static func editingKey(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }

  /// The cursor, function and keypad keys of a VT100, by the letter after ESC O.
  private static func singleShiftKey(_ letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter - UInt8(ascii: "P")) + 1)
    case UInt8(ascii: "X"): .character("=")
    // * + , - . / and the digits, in the order of ASCII.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Unicode.Scalar(letter - 0x40))
    default: nil
    }
  }

  // MARK: - Paste

  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  /// Moves pending bytes into the paste. Returns false when more bytes are needed to go on.
  private mutating func continuePaste(_ at: inout Int, _ keys: inout [Key]) -> Bool {
    var text = pasted ?? []
    while at < pending.count {
      if pending[at] == 0x1B {
        let rest = pending[at...].prefix(KeyDecoder.pasteEnd.count)
        if rest.elementsEqual(KeyDecoder.pasteEnd) {
          at += rest.count
          keys.append(.paste(KeyDecoder.text(of: text)))
          pasted = nil
          return true
        }
        if KeyDecoder.pasteEnd.starts(with: rest) {
          pasted = text
          return false
        }
      }
      if text.count < KeyDecoder.pasteLimit { text.append(pending[at]) }
      at += 1
    }
    pasted = text
    return false
  }

  /// Terminals send a return for each end of a line.
  private static func text(of bytes: [UInt8]) -> String {
    String(decoding: bytes.map { $0 == 0x0D ? 0x0A : $0 }, as: UTF8.self)
  }
}
