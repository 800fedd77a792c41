import Situation

/// Finds a date in running text, such as the line below a headline.
struct DateInText {
  /// In the form of ISO 8601.
  let day: String

  /// The first date there is; `nil` where there is none that can be only one day.
  ///
  /// - Parameter dayFirst: True if "3/4/2025" is the third of April, as it is outside of English.
  init?(_ text: ArraySlice<UInt8>, dayFirst: Bool = false) {
    guard text.contains(where: DateInText.isDigit) else { return nil }
    let words = DateInText.words(text)
    for index in words.indices {
      guard let date = DateInText.date(words[index...], text, dayFirst), DateInText.years.contains(date.year) else {
        continue
      }
      day = date.text
      return
    }
    return nil
  }

  init?(_ text: String) { self.init(Array(text.utf8)[...]) }

  private static let years = 1980...2100

  /// A number or a word of letters, and where it stands.
  private struct Word {
    var range: Range<Int>
    var number: Int?
  }

  private static func words(_ text: ArraySlice<UInt8>) -> [Word] {
    var words: [Word] = []
    var position = text.startIndex
    while position < text.endIndex {
      let isDigit = isDigit(text[position])
      var end = position
      while end < text.endIndex, isDigit ? self.isDigit(text[end]) : isLetter(text[end]) { end += 1 }
      if end > position {
        let number = isDigit && end - position <= 4 ? Int(String(decoding: text[position..<end], as: UTF8.self)) : nil
        words.append(Word(range: position..<end, number: number))
      }
      position = max(end, position + 1)
    }
    return words
  }

  private static func date(_ words: ArraySlice<Word>, _ text: ArraySlice<UInt8>, _ dayFirst: Bool) -> CivilDate? {
    inFigures(words.prefix(3), text, dayFirst) ?? inWords(words.prefix(6), text)
  }

  // MARK: Figures

  /// "2025-03-12", "12.3.2025", "12.03.25", "12/3/2025".
  private static func inFigures(
    _ words: ArraySlice<Word>, _ text: ArraySlice<UInt8>, _ dayFirst: Bool
  ) -> CivilDate? {
    guard words.count == 3 else { return nil }
    let parts = Array(words)
    let numbers = parts.compactMap(\.number)
    let widths = parts.map(\.range.count)
    let mark = text[parts[0].range.upperBound]
    guard numbers.count == 3, [0x2D, 0x2E, 0x2F].contains(mark), mark == text[parts[1].range.upperBound],
      gap(parts[0], parts[1]) <= 2, gap(parts[1], parts[2]) <= 2,
      !isPart(before: parts[0], text), !isPart(after: parts[2], text)
    else { return nil }
    if widths[0] == 4, widths[1] <= 2, widths[2] <= 2 {
      return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    guard widths[0] <= 2, widths[1] <= 2, widths[2] == 4 || widths == [2, 2, 2] else { return nil }
    let year = widths[2] == 4 ? numbers[2] : 2000 + numbers[2]
    if mark == 0x2E || dayFirst || numbers[0] == numbers[1] || numbers[0] > 12 {
      return CivilDate(year: year, month: numbers[1], day: numbers[0])
    }
    return numbers[1] > 12 ? CivilDate(year: year, month: numbers[0], day: numbers[1]) : nil
  }

  private static func gap(_ left: Word, _ right: Word) -> Int {
    right.range.lowerBound - left.range.upperBound
  }

  /// A number that goes on, such as that of a version or of a telephone, is no date.
  private static func isPart(before word: Word, _ text: ArraySlice<UInt8>) -> Bool {
    let place = word.range.lowerBound - 1
    return text.indices.contains(place) && isMark(text[place]) && text.indices.contains(place - 1)
      && isDigit(text[place - 1])
  }

  private static func isPart(after word: Word, _ text: ArraySlice<UInt8>) -> Bool {
    let place = word.range.upperBound
    return text.indices.contains(place + 1) && isMark(text[place]) && isDigit(text[place + 1])
  }

  private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x2E || byte == 0x2F }

  // MARK: Words

  /// "12. March 2025", "12 de marzo de 2025", "March 12th, 2025", "2025年3月12日".
  private static func inWords(_ words: ArraySlice<Word>, _ text: ArraySlice<UInt8>) -> CivilDate? {
    var month: Int?
    var numbers: [(value: Int, width: Int)] = []
    var units: [String] = []
    for (index, word) in words.enumerated() {
      if let number = word.number {
        numbers.append((number, word.range.count))
      } else {
        let name = String(decoding: text[word.range], as: UTF8.self).lowercased()
        if let number = MonthNames.number(of: name) {
          guard month == nil else { return nil }
          month = number
        } else if ["年", "月"].contains(where: name.hasPrefix) || name.hasPrefix("日") {
          units.append(String(name.prefix(1)))
        } else if index == 0 || !joints.contains(name) {
          break
        }
      }
      if units.isEmpty, month != nil, numbers.count == 2 { break }
    }
    if units == ["年", "月", "日"], numbers.count == 3 {
      return CivilDate(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
    }
    guard let month, numbers.count == 2, numbers[0].width <= 2, numbers[1].width == 4 else { return nil }
    return CivilDate(year: numbers[1].value, month: month, day: numbers[0].value)
  }

  /// Stand between the parts of a date.
  private static let joints: Set<String> = ["of", "de", "del", "st", "nd", "rd", "th", "er", "г"]

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) }
}
