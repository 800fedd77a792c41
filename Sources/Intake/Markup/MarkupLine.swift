/// All the text of a piece of HTML that is a line, such as a title: nothing of it is beside the point but scripts and styles.
enum MarkupLine {
  static func text(_ markup: [UInt8]) -> [UInt8] {
    let reader = Reader()
    _ = MarkupReader.read(markup, as: .html, into: reader)
    return reader.bytes
  }

  private final class Reader: MarkupReceiver {
    private(set) var bytes: [UInt8] = []
    private var skipped = 0

    func start(_ name: String, _ attributes: MarkupAttributes) {
      if skipped > 0 || name == "script" || name == "style" { skipped += 1 }
      space(name)
    }

    func end(_ name: String) {
      if skipped > 0 { skipped -= 1 }
      space(name)
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) { if skipped == 0 { bytes += text } }

    /// What stands in elements of their own are other words.
    private func space(_ name: String) {
      switch PageElements.roles[name] {
      case nil, .link, .time, .meta, .script, .skipped: break
      default: bytes.append(0x20)
      }
    }
  }
}
