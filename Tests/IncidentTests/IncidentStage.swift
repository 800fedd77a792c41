import Situation
import Testing

/// What the reports of March 2025 come to at an instant: written by hand from what was reported, by whom and when, and
/// not from what the program says.
struct IncidentStage: Sendable, CustomTestStringConvertible {
  /// In Pakistan (UTC+5).
  let time: String
  /// The figures that stand, newest first, by what they count.
  let ladders: [String: String]
  /// Figures that nobody took back and that are past their stale time.
  var old: Set<String> = []
  /// What cannot all be true, the gravest and newest first, each with its speakers' sides.
  let conflicts: [String]
  let gaps: Set<String>
  let residual: Interval
  let widenedResidual: Interval

  var testDescription: String { time }

  static let all = [tuesdayEvening, wednesdayMorning, wednesdayMidday, wednesdayNight, fridayEvening]

  /// Over 450 are hostages by the railway, 214 by the BLA; 80 have been rescued since; who freed the women and children?
  static let tuesdayEvening = IncidentStage(
    time: "2025-03-11T21:00",
    ladders: [
      "aboard": "~500", "held": "214 ≥450", "rescued": "80", "injured": "several", "security forces killed": "6",
    ],
    conflicts: [
      "contradiction: held 214 (attackers), but ≥450 (railway and medical)",
      "at odds: rescued 80 (state) + held ≥450 (railway and medical) = ≥530, but aboard ~500 (railway and medical)",
      "two words for it: women and children rescued (state), but let go (attackers)",
    ],
    gaps: ["women and children rescued", "women and children released", "people by coach"],
    // 500 − 80 − 450 and more, all of one report; 550 − 80 − 450 with "around" widened.
    residual: Interval(low: nil, high: -30), widenedResidual: Interval(low: nil, high: 20))

  /// Security sources have 104 rescued and 16 attackers dead, the railway has ten dead.
  static let wednesdayMorning = IncidentStage(
    time: "2025-03-12T06:00",
    ladders: [
      "aboard": "~500", "held": "214 ≥450", "rescued": "104 80", "injured": "17 several", "killed": "10",
      "attackers killed": "16", "security forces killed": "6",
    ],
    conflicts: [
      "contradiction: held 214 (attackers), but ≥450 (railway and medical)",
      "two words for it: women and children rescued (state), but let go (attackers)",
    ],
    gaps: ["women and children rescued", "women and children released", "people by coach"],
    // 500 − 104 − 10.
    residual: Interval(low: 386, high: 386), widenedResidual: Interval(low: 336, high: 436))

  /// 190 rescued, 30 attackers dead; the paramedic's three dead are fewer than the railway's ten. Nobody has counted
  /// those held since last evening: their figures are old, and all there is.
  static let wednesdayMidday = IncidentStage(
    time: "2025-03-12T14:00",
    ladders: [
      "aboard": "~500", "held": "214 ≥450", "rescued": "190 155 80", "injured": "17 several", "killed": "3 10",
      "attackers killed": "30 27", "attackers strength": "70–80", "security forces killed": "30",
    ],
    old: ["held 214", "held ≥450"],
    conflicts: [
      "contradiction: killed 3 (railway and medical), but 10 (railway and medical)",
      "two words for it: women and children rescued (state), but let go (attackers)",
      "contradiction: held 214 (attackers), but ≥450 (railway and medical)",
    ],
    gaps: ["women and children rescued", "women and children released", "people by coach"],
    // 500 − 190 − 3.
    residual: Interval(low: 307, high: 307), widenedResidual: Interval(low: 257, high: 357))

  /// The military declares it over: 440 had been aboard, 21 passengers and four soldiers dead, 346 freed.
  static let wednesdayNight = IncidentStage(
    time: "2025-03-12T23:59",
    ladders: [
      "aboard": "440 ~500", "held": "214 ≥450", "rescued": "346 190 155 80", "injured": "17 several",
      "killed": "21 50 3 10", "attackers killed": "33 30 27", "attackers strength": "70–80",
      "security forces killed": "4 30",
    ],
    old: ["held 214", "held ≥450"],
    conflicts: [
      "contradiction: killed 21 (state) + security forces killed 4 (state) = 25, but 50 (attackers)",
      "contradiction: security forces killed 4 (state), but 30 (attackers)",
      "contradiction: aboard 440 (state), but ~500 (railway and medical)",
      "two words for it: women and children rescued (state), but let go (attackers)",
      "contradiction: held 214 (attackers), but ≥450 (railway and medical)",
    ],
    gaps: ["women and children rescued", "women and children released", "people by coach"],
    // 440 − 346 − 21, nothing of it about.
    residual: Interval(low: 73, high: 73), widenedResidual: Interval(low: 73, high: 73))

  /// The toll is 31 and no longer 25, of them 23 of the forces; the BLA says that it left with 214 hostages and killed
  /// them, the military that none was taken away.
  static let fridayEvening = IncidentStage(
    time: "2025-03-14T20:00",
    ladders: [
      "aboard": "440 ~500", "held": "214", "rescued": "354 ≥340 346 190 155", "injured": "17",
      "killed": "214 31 3 10", "attackers killed": "33 30 27", "attackers strength": "70–80",
      "security forces killed": "23 28 30",
    ],
    old: ["rescued 80", "held ≥450", "injured several", "attackers strength 70–80"],
    conflicts: [
      "contradiction: killed 214 (attackers), but 31 (state)",
      "contradiction: security forces killed 23 (state), but 30 (attackers)",
      "contradiction: aboard 440 (state), but ~500 (railway and medical)",
      "two words for it: women and children rescued (state), but let go (attackers)",
    ],
    gaps: [
      "women and children rescued", "women and children released", "security personnel held", "people by coach",
    ],
    // The military's own: 440 − 354 − 31. What the attackers count never enters it.
    residual: Interval(low: 55, high: 55), widenedResidual: Interval(low: 55, high: 55))
}
