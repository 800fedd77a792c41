/// The formats that a briefing is written in. A further one is a case here and a renderer in `Briefing`.
package enum BriefingFormat: String, Hashable, Sendable, CaseIterable {
  case text, markdown, json, html

  /// The names, and what they do not say by themselves.
  package static let help = "text, markdown, json, or html: one page that needs nothing else."
}
