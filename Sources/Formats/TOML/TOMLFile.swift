/// The part of TOML that settings are written in: tables of keys whose values are strings.
///
/// Whatever the text is, it is read or refused with the line; a value of another kind is kept as one that is not a
/// string, so that whoever asked for the text can say what is wanted there.
package struct TOMLFile: Hashable, Sendable {
  package enum Entry: Hashable, Sendable {
    /// The line that begins a table.
    case table(path: [String], line: Int)
    /// A key with the tables that it is in, and its value; `nil` for one that is not a string on one line.
    case pair(path: [String], value: String?, line: Int)

    package var path: [String] {
      switch self {
      case .table(let path, _), .pair(let path, _, _): path
      }
    }

    package var line: Int {
      switch self {
      case .table(_, let line), .pair(_, _, let line): line
      }
    }
  }

  /// In the order of their lines.
  package private(set) var entries: [Entry] = []

  package init(_ text: String) throws(TOMLError) {
    var table: [String] = []
    var (tables, keys): (Set<[String]>, Set<[String]>) = ([], [])
    // By scalars: with a carriage return before it a line feed is another character.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, text) in lines.enumerated() {
      var line = TOMLLine(text, number: index + 1, isFirst: index == 0)
      guard let entry = try line.entry(in: table) else { continue }
      let isNew: Bool
      switch entry {
      case .table(let path, _):
        table = path
        isNew = tables.insert(path).inserted
      case .pair(let path, _, _): isNew = keys.insert(path).inserted
      }
      guard isNew else {
        throw TOMLError(line: index + 1, reason: "\(entry.path.joined(separator: ".")): is given twice")
      }
      entries.append(entry)
    }
  }
}

/// Why a text is not TOML, or not of the part that is read here.
package struct TOMLError: Error, Hashable, Sendable {
  /// Counted from 1.
  package var line: Int
  package var reason: String

  package init(line: Int, reason: String) {
    self.line = line
    self.reason = reason
  }
}
