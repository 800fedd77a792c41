/// A letter as a person sees it.
struct Cell: Hashable, CustomStringConvertible {
  var letter: Character
  /// The colours and attributes that are on, by the first number of their escape sequences; of a space only those that
  /// show.
  var look: [Int: String]

  var description: String { look.isEmpty ? String(letter) : "\(letter)\(look.sorted { $0.key < $1.key }.map(\.value))" }

  /// Reads rows in which escape sequences change the look of what follows them. Blanks at the end of a row are left out.
  static func rows(_ text: String) -> [[Cell]] {
    var look: [Int: String] = [:]
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var cells: [Cell] = []
      var rest = line
      while let letter = rest.popFirst() {
        guard letter == "\u{1B}" else {
          let shown = letter == " " ? look.filter { [4, 7, 48].contains($0.key) } : look
          cells.append(Cell(letter: letter, look: shown))
          continue
        }
        let end = rest.firstIndex(of: "m") ?? rest.endIndex
        change(&look, by: rest[..<end].drop { $0 == "[" }.split(separator: ";").compactMap { Int($0) })
        rest = rest[end...].dropFirst()
      }
      while cells.last == Cell(letter: " ", look: [:]) { cells.removeLast() }
      return cells
    }
  }

  private static func change(_ look: inout [Int: String], by numbers: [Int]) {
    switch numbers.first ?? 0 {
    case 0: look = [:]
    case 39: look[38] = nil
    case 49: look[48] = nil
    case 30...37, 90...97: look[38] = "\(numbers[0])"
    case 40...47, 100...107: look[48] = "\(numbers[0])"
    case 38, 48: look[numbers[0]] = numbers.map(String.init).joined(separator: ";")
    default:
      // "1;7": attributes side by side.
      for number in numbers { look[number] = "\(number)" }
    }
  }
}
