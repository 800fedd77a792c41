/// What the cues of one decision weigh, in hundredths of a logit: at 0 both answers are as likely.
struct DecisionWeights<Name: Cue>: Sendable {
  private var bias: Int32 = 0
  private var values = [Int32](repeating: 0, count: CueSet<Name>.capacity)

  init() { precondition(Name.allCases.count <= CueSet<Name>.capacity, "a set of cues has no bit for all") }

  /// How much the cues speak for the decision (above 0) or against it.
  func weigh(_ cues: CueSet<Name>) -> Int {
    var sum = bias
    values.withUnsafeBufferPointer { values in cues.forEachNumber { sum &+= values[$0] } }
    return Int(sum)
  }

  /// The cues that weigh most, with what they weigh.
  func strongest(_ cues: CueSet<Name>, _ count: Int = 6) -> [(name: String, weight: Int)] {
    let all = Name.allCases.filter { cues.contains($0) && values[Int($0.rawValue)] != 0 }
    return all.sorted { abs(values[Int($0.rawValue)]) > abs(values[Int($1.rawValue)]) }.prefix(count).map {
      ($0.name, Int(values[Int($0.rawValue)]))
    }
  }

  /// - Returns: False where no cue has that name.
  mutating func set(_ name: String, _ weight: Int32) -> Bool {
    if name == "bias" {
      bias = weight
      return true
    }
    guard let number = Name.names.firstIndex(of: name) else { return false }
    values[number] = weight
    return true
  }
}

/// The weights of every decision of the reader. `Tests/Accuracy/train.py` makes them.
package struct Weights: Sendable {
  /// For *of another incident*.
  var incident = DecisionWeights<IncidentCue>()
  /// For *a part of a figure*, against a total.
  var part = DecisionWeights<ScopeCue>()
  /// How much the cues must speak for a part: a total that is taken for a part is hidden, and its rivals with it.
  var partLeast = 0
  /// For *the count is right, and the figure of its row*: by the cues of its own, and by those of the two others.
  var certainty = DecisionWeights<CertaintyCue>()
  var certaintyByIncident = DecisionWeights<IncidentCue>()
  var certaintyByScope = DecisionWeights<ScopeCue>()
  /// The same, by the name of the rule that read the count. A rule that is not here weighs nothing.
  var rules: [String: Int] = [:]
  /// For *a part of a figure*, by the name of the rule.
  var partRules: [String: Int] = [:]
  /// How certain a count must be for the reader to be sure of it.
  var sure = 0

  /// Weights of nothing: each decision falls to its bias, 0.
  package init() {}

  private static let sections = [
    "incident", "part", "part by rule", "certainty", "certainty by incident cue", "certainty by part cue",
    "certainty by rule",
  ]

  /// How much speaks for a count's being right, and the figure of its row.
  func certainty(_ evidence: ClaimEvidence, rule: String) -> Int {
    certainty.weigh(evidence.certainty) + certaintyByIncident.weigh(evidence.incident)
      + certaintyByScope.weigh(evidence.scope) + (rules[rule] ?? 0)
  }

  /// The cues that weigh most in it.
  func strongestOfCertainty(_ evidence: ClaimEvidence, _ count: Int = 6) -> [(name: String, weight: Int)] {
    let all =
      certainty.strongest(evidence.certainty) + certaintyByIncident.strongest(evidence.incident)
      + certaintyByScope.strongest(evidence.scope)
    return Array(all.sorted { abs($0.weight) > abs($1.weight) }.prefix(count))
  }

  /// - Parameter file: The sections `[incident]`, `[part]`, `[part by rule]`, `[certainty]`, `[certainty by incident
  ///   cue]`, `[certainty by part cue]`, `[certainty by rule]`, and in them lines of a name and a whole number; `#`
  ///   begins a comment.
  /// - Throws: `LexiconError` for the first line that is not one of these.
  package init(file: (name: String, text: [UInt8])) throws(LexiconError) {
    var section = ""
    var number = 0
    for line in String(decoding: file.text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      var content = line.prefix { $0 != "#" }
      while content.last == " " { content.removeLast() }
      guard let first = content.first(where: { $0 != " " }) else { continue }
      func error(_ message: String) -> LexiconError { LexiconError(file: file.name, line: number, message: message) }
      if first == "[" {
        section = String(content)
        continue
      }
      guard let space = content.lastIndex(of: " "), let weight = Int32(content[content.index(after: space)...]) else {
        throw error("a line is a name and a whole number")
      }
      let name = String(content[..<space])
      let isKnown =
        switch section {
        case "[incident]": incident.set(name, weight)
        case "[part]": setPart(name, weight)
        case "[certainty]": setCertainty(name, weight)
        case "[certainty by incident cue]": certaintyByIncident.set(name, weight)
        case "[certainty by part cue]": certaintyByScope.set(name, weight)
        case "[part by rule]": partRules.updateValue(Int(weight), forKey: name) == nil
        case "[certainty by rule]": rules.updateValue(Int(weight), forKey: name) == nil
        default:
          throw error("a line before one of the sections " + Weights.sections.joined(separator: ", "))
        }
      guard isKnown else { throw error("there is no cue '\(name)' in \(section)") }
    }
  }

  private mutating func setPart(_ name: String, _ weight: Int32) -> Bool {
    guard name == "least" else { return part.set(name, weight) }
    partLeast = Int(weight)
    return true
  }

  private mutating func setCertainty(_ name: String, _ weight: Int32) -> Bool {
    guard name == "sure" else { return certainty.set(name, weight) }
    sure = Int(weight)
    return true
  }
}
