/// The headers of a response, as they were received.
package struct ResponseHeaders: Hashable, Sendable {
  /// The status line first.
  package var lines: [String]

  package init(lines: [String]) { self.lines = lines }

  init(_ bytes: some Sequence<UInt8>) {
    lines = String(decoding: Array(bytes), as: UTF8.self).unicodeScalars
      .split { $0 == "\n" || $0 == "\r" }.map { String($0) }
  }

  /// The first value of a field, whatever the case of its name.
  package subscript(_ name: String) -> String? {
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      return value.isEmpty ? nil : String(value)
    }
    return nil
  }
}

/// What a server wants to be told, to say only whether anything has changed.
package struct Validators: Hashable, Sendable {
  package var entityTag: String?
  package var lastModified: String?

  package init(_ headers: ResponseHeaders) {
    (entityTag, lastModified) = (headers["etag"], headers["last-modified"])
  }

  package init() {}

  /// As headers of a request. What a server sent is sent back as it is, but never in more than one line.
  var requestHeaders: [String] {
    [entityTag.map { "If-None-Match: " + $0 }, lastModified.map { "If-Modified-Since: " + $0 }].compactMap { $0 }
      .filter { $0.utf8.count < 1000 && $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
  }
}
