/// Finds reports that have nearly the same text as an earlier one, by their sketches.
///
/// A sketch is cut into bands of two entries; texts that are alike have a band in common. Every band of every report is
/// kept, so that a band takes the room of one number where it is met and of one that leads to the next report with it.
struct TwinFinder: Sendable {
  /// By the hash of two entries, the first band that has them. Where different entries have the same hash, comparing the
  /// sketches tells the reports apart.
  private var first: [Int: Int32] = [:]
  /// By the number of a band among all: the next one with its content, or -1.
  private var next: [Int32] = []
  private var sketches: [[UInt64]] = []

  /// Reports that are compared for one band; a band of more says little.
  private static let mostInABand = 4
  /// So many of the entries of two sketches are equal.
  private static let leastEqual = 10

  /// Adds a report.
  ///
  /// - Parameter sketch: All sketches have as many entries.
  /// - Returns: The earliest number of a report with nearly the same text, of those that share the first band that
  ///   leads to one.
  mutating func add(_ sketch: [UInt64]) -> Int? {
    let bandCount = sketch.count / 2
    let report = sketches.count
    sketches.append(sketch)
    next.append(contentsOf: repeatElement(-1, count: bandCount))
    guard sketch.contains(where: { $0 != 0 }) else { return nil }
    var found: Int?
    for number in 0..<bandCount {
      var hasher = Hasher()
      hasher.combine(number)
      hasher.combine(sketch[2 * number])
      hasher.combine(sketch[2 * number + 1])
      let content = hasher.finalize()
      let own = Int32(report * bandCount + number)
      guard var band = first[content] else {
        first[content] = own
        continue
      }
      var count = 0
      while true {
        count += 1
        let other = Int(band) / bandCount
        if found == nil, isNearlySame(sketches[other], sketch) { found = other }
        guard next[Int(band)] >= 0 else { break }
        band = next[Int(band)]
      }
      if count < TwinFinder.mostInABand { next[Int(band)] = own }
    }
    return found
  }

  private func isNearlySame(_ one: [UInt64], _ other: [UInt64]) -> Bool {
    zip(one, other).count { $0 == $1 } >= TwinFinder.leastEqual
  }
}
