/// XML as a tree of elements, for formats that are small.
struct MarkupTree {
  struct Element {
    /// Without a prefix.
    var name: String
    var attributes: [String: String] = [:]
    fileprivate(set) var content: [Piece] = []

    var children: [Element] { content.compactMap { if case .element(let element) = $0 { element } else { nil } } }

    /// The text of it and of all that is in it, as it stands.
    var text: [UInt8] {
      content.flatMap { piece in
        switch piece {
        case .text(let text): text
        case .element(let element): element.text
        }
      }
    }

    /// The first element of a name within, at any depth.
    func first(_ name: String) -> Element? {
      for child in children {
        if child.name == name { return child }
        if let found = child.first(name) { return found }
      }
      return nil
    }

    /// All elements of a name within, but for those in elements of another; what is in one of them is not looked through.
    func all(_ name: String, outside other: String? = nil) -> [Element] {
      children.flatMap { $0.name == name ? [$0] : $0.name == other ? [] : $0.all(name, outside: other) }
    }

    /// The text of the first element of a name in one line.
    func text(of name: String) -> String? { first(name)?.line }

    /// The text in one line; `nil` where there is none.
    var line: String? {
      let line = PageReader.collapsed(text)
      return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }
  }

  indirect enum Piece {
    case text([UInt8])
    case element(Element)
  }

  private(set) var root: Element?
  private(set) var fault: MarkupReader.Fault?

  init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].firstIndex { !ArticleText.isSpace($0) } ?? bytes.count
    let builder = Builder()
    fault = MarkupReader.read(Array(bytes[first...]), as: .xml, into: builder)
    root = builder.root
  }

  private final class Builder: MarkupReceiver {
    private(set) var root: Element?
    private var open: [Element] = []

    func start(_ name: String, _ attributes: MarkupAttributes) {
      var element = Element(name: String(name.split(separator: ":").last ?? ""))
      attributes.forEach(where: { !$0.hasPrefix("xmlns") }) { element.attributes[$0] = $1 }
      open.append(element)
    }

    func end(_ name: String) {
      guard let element = open.popLast() else { return }
      guard let outer = open.indices.last else {
        root = root ?? element
        return
      }
      open[outer].content.append(.element(element))
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
      if let last = open.indices.last { open[last].content.append(.text(Array(bytes))) }
    }
  }
}
