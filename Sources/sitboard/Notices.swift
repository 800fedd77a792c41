/// What should be known of how files were read, each thing said once however many files it is of.
struct Notices {
  private var messages: [String] = []
  private var files: [String: (first: String, count: Int)] = [:]

  mutating func add(_ message: String, of path: String) {
    if files[message] == nil { messages.append(message) }
    files[message, default: (path, 0)].count += 1
  }

  /// "FILE: message", or "FILE and 2 more: message", in the order in which each was first met.
  var lines: [String] {
    messages.compactMap { message in
      files[message].map { "\($0.first)\($0.count > 1 ? " and \($0.count - 1) more" : ""): \(message)" }
    }
  }
}
