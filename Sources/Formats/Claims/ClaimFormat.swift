/// The formats that claims are listed in.
package enum ClaimFormat: String, Hashable, Sendable, CaseIterable {
  /// For people.
  case table
  /// An object a claim, for programs.
  case jsonl
  /// For spreadsheets.
  case csv
}
