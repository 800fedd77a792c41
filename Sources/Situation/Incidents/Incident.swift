/// Reports that are taken to be about one incident.
package struct Incident: Hashable, Sendable {
  /// Why a report is taken to be about another incident.
  package enum Reason: Hashable, Sendable {
    /// How many of its names the reports of the incident have, and how many it has.
    case names(shared: Int, of: Int)
    /// Days between it and the nearest report of the incident.
    case days(Int)
    /// What it speaks of.
    case things([String])
  }

  /// In the order in which they were filed.
  package let articles: [ArticleID]
  /// Reports of which it is not clear that they are about this incident: they are counted nowhere.
  package let unsure: [ArticleID]
  /// What it is called by.
  package let title: IncidentName
  /// Where it was, what is said most first.
  package let places: [String]
  package let from: CivilDate?
  package let to: CivilDate?

  /// "train hijacking, Bolan, 11 Mar 2025"; `nil` where its reports say neither what nor where.
  package var name: String? { title.words }

  /// "2025-03-11 to 2025-03-14": the days on which its reports were filed, each in its own zone.
  package var days: String {
    guard let from, let to else { return "undated" }
    return from == to ? from.text : from.text + " to " + to.text
  }
}

extension Incident.Reason {
  package var words: String {
    switch self {
    case .names(let shared, let count): "\(shared) of \(count) \(count == 1 ? "name" : "names") shared"
    case .days(let days): "\(days) days off"
    case .things(let things): things.joined(separator: ", ")
    }
  }
}
