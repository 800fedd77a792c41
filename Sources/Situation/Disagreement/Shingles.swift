/// The runs of so many words of a text, as hashes: two texts are as alike as they share them (Broder, "On the
/// resemblance and containment of documents", 1997).
struct Shingles {
  /// Sorted, none twice.
  let hashes: [UInt64]
  /// The least hash under each of `permutations` permutations; equal entries are as likely as the texts are alike.
  let sketch: [UInt64]

  /// What lies past these bounds, in bytes, is not read: a text without stops or ends costs no more than others.
  static let longestSentence = 400
  static let longestText = 4096
  static let permutations = 16

  /// Letters and digits of ASCII and every other byte above it make words; small and capital letters are the same.
  init(_ text: ArraySlice<UInt8>, words count: Int) {
    var words: [UInt64] = []
    var word: UInt64?
    for byte in text {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: word = Shingles.mixed(word, byte)
      case 0x41...0x5A: word = Shingles.mixed(word, byte | 0x20)
      default:
        if let finished = word { words.append(finished) }
        word = nil
      }
    }
    if let word { words.append(word) }
    var hashes: Set<UInt64> = []
    for start in 0..<max(words.isEmpty ? 0 : 1, words.count - count + 1) {
      let run = words[start..<min(start + count, words.count)]
      hashes.insert(run.reduce(0) { Shingles.scrambled($0 &* 31 &+ $1) })
    }
    self.hashes = hashes.sorted()
    sketch = (0..<Shingles.permutations).map { number in
      let salt = Shingles.scrambled(UInt64(number + 1))
      return hashes.lazy.map { Shingles.scrambled($0 ^ salt) }.min() ?? 0
    }
  }

  /// The share of their runs that both have, from 0 to 1.
  func resemblance(_ other: Shingles) -> Double {
    guard !hashes.isEmpty, !other.hashes.isEmpty else { return 0 }
    var (i, j, shared) = (0, 0, 0)
    while i < hashes.count, j < other.hashes.count {
      if hashes[i] == other.hashes[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if hashes[i] < other.hashes[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(shared) / Double(hashes.count + other.hashes.count - shared)
  }

  /// FNV-1a, a byte at a time.
  private static func mixed(_ hash: UInt64?, _ byte: UInt8) -> UInt64 {
    ((hash ?? 0xCBF2_9CE4_8422_2325) ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The finisher of SplitMix64.
  private static func scrambled(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Finds a text that resembles an earlier one, without comparing each with each: only texts that share a band of their
/// sketches are compared, and of those only the first few.
struct NearDuplicates {
  private struct Band: Hashable {
    let number: Int
    let one: UInt64
    let two: UInt64
  }

  private var bands: [Band: [Int]] = [:]
  private var texts: [(shingles: Shingles, index: Int)] = []

  /// From here on two texts are one utterance.
  static let leastResemblance = 0.6
  private static let mostInABand = 4

  /// Takes a text, and gives the number of an earlier one that it nearly repeats.
  mutating func add(_ shingles: Shingles, _ index: Int) -> Int? {
    guard !shingles.hashes.isEmpty else { return nil }
    var found: Int?
    let place = texts.count
    for number in 0..<Shingles.permutations / 2 {
      let band = Band(number: number, one: shingles.sketch[2 * number], two: shingles.sketch[2 * number + 1])
      let others = bands[band, default: []]
      if found == nil {
        found = others.first { texts[$0].shingles.resemblance(shingles) >= NearDuplicates.leastResemblance }
      }
      if others.count < NearDuplicates.mostInABand { bands[band, default: []].append(place) }
    }
    texts.append((shingles, index))
    return found.map { texts[$0].index }
  }
}
