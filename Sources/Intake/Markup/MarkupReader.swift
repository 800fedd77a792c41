import CXML
import Glibc

/// Meets the parts of a document in their order.
protocol MarkupReceiver: AnyObject {
  func start(_ name: String, _ attributes: MarkupAttributes)
  func end(_ name: String)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The attributes of an element, during the call that tells of it.
struct MarkupAttributes {
  /// A longer value is passed over: none of those that are asked for is so long.
  static let mostBytes = 2000

  fileprivate let pairs: UnsafePointer<UnsafePointer<CChar>?>?

  var isEmpty: Bool { pairs?.pointee == nil }

  subscript(_ name: String) -> String? {
    guard var pair = pairs else { return nil }
    while let key = pair[0] {
      if strcmp(key, name) == 0 {
        guard let value = pair[1], strnlen(value, Self.mostBytes + 1) <= Self.mostBytes else { return nil }
        return String(cString: value)
      }
      pair += 2
    }
    return nil
  }

  /// Gives the attributes whose names are asked for.
  func forEach(where isWanted: (String) -> Bool, _ body: (String, String) -> Void) {
    guard var pair = pairs else { return }
    while let key = pair[0] {
      let name = String(cString: key)
      if isWanted(name), let value = self[name] { body(name, value) }
      pair += 2
    }
  }
}

/// Reads HTML and XML event by event, within bounds.
enum MarkupReader {
  enum Language { case html, xml }

  /// Elements inside one another.
  static let mostDepth = 256
  /// Elements of a document.
  static let mostElements = 1_000_000

  /// What kept a document from being read whole.
  struct Fault {
    enum Kind { case broken, beyondBounds }

    var kind = Kind.beyondBounds
    var words: String
  }

  /// - Returns: `nil` when the document was read whole.
  static func read(_ bytes: [UInt8], as language: Language, into receiver: any MarkupReceiver) -> Fault? {
    guard AttributeGuard.allows(bytes, language) else {
      return Fault(
        words: "an element has more than \(AttributeGuard.mostAttributes) attributes: nothing of the document was read")
    }
    var handler = sitboard_markup_handler(
      start: { context, name, attributes in
        guard let context, let name else { return }
        Box.of(context).start(String(cString: name), MarkupAttributes(pairs: attributes))
      },
      end: { context, name in
        guard let context, let name else { return }
        Box.of(context).end(String(cString: name))
      },
      text: { context, bytes, count in
        guard let context else { return }
        Box.of(context).text(UnsafeBufferPointer(start: bytes, count: count))
      })
    let box = Box(receiver)
    let outcome = withExtendedLifetime(box) {
      let context = Unmanaged.passUnretained(box).toOpaque()
      let (depth, elements) = (Int32(mostDepth), Int32(mostElements))
      return switch language {
      case .html: sitboard_read_html(bytes, bytes.count, depth, elements, &handler, context)
      case .xml: sitboard_read_xml(bytes, bytes.count, depth, elements, &handler, context)
      }
    }
    guard outcome != sitboard_markup_whole else { return nil }
    let words: String
    switch outcome {
    case sitboard_markup_too_deep: words = "elements stand more than \(mostDepth) deep inside one another"
    case sitboard_markup_too_many: words = "holds more than \(mostElements) elements"
    case sitboard_markup_declares: words = "declares entities or elements of its own"
    case sitboard_markup_no_library:
      return Fault(words: "libxml2 is not installed here: nothing of the document was read")
    default: return Fault(kind: .broken, words: "not well formed: what follows the damage was not read")
    }
    return Fault(words: words + ": what follows was not read")
  }

  private final class Box {
    let receiver: any MarkupReceiver

    init(_ receiver: any MarkupReceiver) { self.receiver = receiver }

    static func of(_ context: UnsafeMutableRawPointer) -> any MarkupReceiver {
      Unmanaged<Box>.fromOpaque(context).takeUnretainedValue().receiver
    }
  }
}
