/// ASCII for characters of ordinary writing, where a terminal shows nothing else.
///
/// Only what reads the same. Marks that carry meaning on the board, such as "at most" and the dots of an open bound,
/// have no entry: a near miss there would be another figure.
package enum PlainCharacters {
  package static func substitute(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20..<0x7F: scalar
    // No-break and typographic spaces.
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0x2018...0x201B, 0x2BC: "'"
    case 0x201C...0x201F, 0xAB, 0xBB: "\""
    case 0x2010...0x2015: "-"
    default: "?"
    }
  }
}
