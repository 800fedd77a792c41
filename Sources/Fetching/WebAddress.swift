/// An http or https address, in the form in which two that are the same are equal.
package struct WebAddress: Hashable, Sendable {
  package let text: String
  /// The scheme, the host and the port: what one request at a time is made to.
  package let origin: String
  /// In small letters, without a port.
  package let host: String
  private let path: Substring

  /// Longer ones are refused: no feed needs them.
  static let mostBytes = 4096

  /// Whether a path on the command line is meant as an address.
  package static func isMeant(by text: String) -> Bool { schemes.contains { text.lowercased().hasPrefix($0) } }

  private static let schemes = ["http://", "https://"]

  /// - Returns: `nil` for what is not an address of http or https, or holds a name and a password, or a character that
  ///   an address does not.
  package init?(_ text: String) {
    guard text.utf8.count <= WebAddress.mostBytes,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !"<>\"\\^`{|}".utf8.contains($0) }),
      let scheme = WebAddress.schemes.first(where: { text.lowercased().hasPrefix($0) })
    else { return nil }
    let rest = text.dropFirst(scheme.count).prefix { $0 != "#" }
    let written = rest.prefix { $0 != "/" && $0 != "?" }
    let authority = written.lowercased()
    guard !authority.isEmpty, !authority.contains("@") else { return nil }
    var name = authority[...]
    var port = ""
    // The colons of an address of the sixth version stand within brackets.
    if let colon = name.lastIndex(of: ":"), !name[colon...].contains("]") {
      port = String(name[name.index(after: colon)...])
      name = name[..<colon]
      guard port.isEmpty || Int(port).map((1...65_535).contains) ?? false else { return nil }
    }
    // The root's dot is no part of a name.
    if name.hasSuffix(".") { name.removeLast() }
    guard !name.isEmpty else { return nil }
    host = String(name)
    let isStandard = port.isEmpty || port == (scheme == "https://" ? "443" : "80")
    origin = scheme + name + (isStandard ? "" : ":" + port)
    let path = rest[written.endIndex...]
    let whole = origin + (path.hasPrefix("/") ? "" : "/") + path
    self.text = whole
    self.path = whole.dropFirst(origin.count)
  }

  /// What a link on a page or in a feed of this address leads to; `nil` for what is not http or https.
  package func resolved(_ link: String) -> WebAddress? {
    if link.hasPrefix("//") { return WebAddress(origin.prefix { $0 != "/" } + link) }
    if link.hasPrefix("/") { return WebAddress(origin + link) }
    // A colon before the first slash ends the name of a scheme.
    if link.prefix(while: { $0 != "/" && $0 != "?" && $0 != "#" }).contains(":") { return WebAddress(link) }
    let folder = path.prefix { $0 != "?" }
    return WebAddress(origin + folder[...(folder.lastIndex(of: "/") ?? folder.startIndex)] + link)
  }
}
