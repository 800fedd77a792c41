/// Seconds in one unit, rounded down: the one place that puts a span of time in words.
package struct TimeSpan: Sendable {
  /// A unit, and up to where it is used.
  private struct Step: Sendable {
    let below, seconds: Int64
    let unit: String
  }

  private let steps: [Step]
  private let days: String

  private init(_ steps: [Step], days: String) { (self.steps, self.days) = (steps, days) }

  private static let (minute, hour, day): (Int64, Int64, Int64) = (60, 3600, 86_400)

  /// How old a figure is: "40m", "15h", "3d".
  package static let age = TimeSpan(
    [Step(below: hour, seconds: minute, unit: "m"), Step(below: 48 * hour, seconds: hour, unit: "h")], days: "d")

  /// How long a deadline has, which is told finer: "89m", "71h", "3d".
  static let deadline = TimeSpan(
    [Step(below: 90 * minute, seconds: minute, unit: "m"), Step(below: 72 * hour, seconds: hour, unit: "h")],
    days: "d")

  /// How long ago a source answered: "40 s", "119 min", "3 h", "2 d".
  package static let elapsed = TimeSpan(
    [
      Step(below: minute, seconds: 1, unit: " s"), Step(below: 2 * hour, seconds: minute, unit: " min"),
      Step(below: 48 * hour, seconds: hour, unit: " h"),
    ], days: " d")

  /// A span below zero is none.
  package func words(_ seconds: Int64) -> String {
    let seconds = max(0, seconds)
    guard let step = steps.first(where: { seconds < $0.below }) else { return "\(seconds / TimeSpan.day)\(days)" }
    return "\(seconds / step.seconds)\(step.unit)"
  }

  package func words(from start: Instant, to end: Instant) -> String { words(end.seconds - start.seconds) }
}
