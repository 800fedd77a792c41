import CMail

/// A mail as a tree of its parts.
struct Mail {
  indirect enum Node {
    case part(Part)
    /// Parts that belong together in some way: "alternative", "related", "mixed".
    case group(String, [Node])
    case message(Mail)
  }

  struct Part {
    /// "text/html"
    var type: String
    var charset: String?
    var fileName: String?
    var location: String?
    var isAttachment: Bool
    var bytes: [UInt8]

    /// Returns true if it is text to be read where it stands.
    var isBody: Bool { !isAttachment && (type == "text/plain" || type == "text/html") }
  }

  var identity: String?
  var subject: String?
  /// The name of whoever sent it, else the address.
  var sender: String?
  var date: String?
  /// The address of the page that the mail is a copy of.
  var location: String?
  var content: [Node] = []
}

/// Reads mails and mailboxes into trees, within bounds.
enum MailReader {
  /// Parts inside one another.
  static let mostDepth = 32
  /// Parts of a mail or a mailbox.
  static let mostParts = 20_000

  /// - Returns: The mails that were read, and what kept others from it, in words.
  static func read(_ bytes: [UInt8], isBox: Bool, path: String) throws(Problem) -> (mails: [Mail], damage: String?) {
    var handler = sitboard_mail_handler(
      message: { context, identity, subject, from, date, location in
        let text = { (pointer: UnsafePointer<CChar>?) in pointer.map { String(cString: $0) } }
        Builder.of(context)?.open(
          Mail(
            identity: text(identity), subject: text(subject), sender: text(from), date: text(date),
            location: text(location)))
      },
      message_end: { Builder.of($0)?.closeMail() },
      group: { context, kind in
        Builder.of(context)?.open(group: kind.map { String(cString: $0).lowercased() } ?? "mixed")
      },
      group_end: { Builder.of($0)?.closeGroup() },
      part: { context, part in
        if let part { Builder.of(context)?.add(.part(Mail.Part(part.pointee))) }
      })
    let builder = Builder()
    let outcome = withExtendedLifetime(builder) {
      sitboard_read_mail(
        bytes, bytes.count, isBox, Int32(mostDepth), Int32(mostParts), &handler,
        Unmanaged.passUnretained(builder).toOpaque())
    }
    switch outcome {
    case sitboard_mail_no_library: throw Problem(path, .needs("a mail", library: "GMime", package: "libgmime-3.0-0"))
    case sitboard_mail_beyond:
      return (
        builder.finished, "more than \(mostParts) parts, or \(mostDepth) inside one another: what follows was not read"
      )
    default: return (builder.finished, nil)
    }
  }

  private final class Builder {
    private var open: [Mail.Node] = []
    private var mails: [Mail] = []

    static func of(_ context: UnsafeMutableRawPointer?) -> Builder? {
      context.map { Unmanaged<Builder>.fromOpaque($0).takeUnretainedValue() }
    }

    func open(_ mail: Mail) { open.append(.message(mail)) }

    func open(group kind: String) { open.append(.group(kind, [])) }

    func closeMail() { close() }

    func closeGroup() { close() }

    private func close() { if let node = open.popLast() { add(node) } }

    func add(_ node: Mail.Node) {
      switch open.popLast() {
      case .group(let kind, let nodes): open.append(.group(kind, nodes + [node]))
      case .message(var mail):
        mail.content.append(node)
        open.append(.message(mail))
      case .part, nil: if case .message(let mail) = node { mails.append(mail) }
      }
    }

    /// What was begun when a bound was met is closed as it is.
    var finished: [Mail] {
      while !open.isEmpty { close() }
      return mails
    }
  }
}

extension Mail.Part {
  fileprivate init(_ part: sitboard_mail_part) {
    type = part.type.map { String(cString: $0).lowercased() } ?? "text/plain"
    charset = part.charset.map { String(cString: $0) }
    fileName = part.file_name.map { String(cString: $0) }
    location = part.location.map { String(cString: $0) }
    isAttachment = part.is_attachment
    bytes = Array(UnsafeBufferPointer(start: part.bytes, count: part.count))
  }
}
