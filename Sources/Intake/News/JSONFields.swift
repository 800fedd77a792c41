import Formats

/// Looks into JSON that others wrote.
struct JSONFields {
  private let members: [JSONValue.Member]

  /// - Returns: `nil` for what is no object.
  init?(_ value: JSONValue?) {
    guard case .object(let members)? = value else { return nil }
    self.members = members
  }

  subscript(_ name: String) -> JSONValue? { members.first { $0.name == name }?.value }

  /// A text in one line; `nil` where there is none.
  func line(_ names: String...) -> String? {
    for name in names {
      guard let text = text(name) else { continue }
      let line = PageReader.collapsed(Array(text.utf8))
      if !line.isEmpty { return String(decoding: line, as: UTF8.self) }
    }
    return nil
  }

  func text(_ name: String) -> String? {
    switch self[name] {
    case .string(let text): text
    case .integer(let number): String(number)
    default: nil
    }
  }

  func list(_ name: String) -> [JSONValue] { if case .array(let values)? = self[name] { values } else { [] } }

  func object(_ name: String) -> JSONFields? { JSONFields(self[name]) }

  /// A date in the form of headers.
  func date(_ names: String...) -> String? {
    for name in names { if let text = line(name) { return PublishedDate.written(text) } }
    return nil
  }
}
