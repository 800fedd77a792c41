import CArchive

/// What compressed files and archives hold, within bounds.
enum Compressed {
  /// - Parameters:
  ///   - member: A member of a ZIP archive; `nil` for the one content of a compressed file.
  ///   - kind: What the file is, for messages.
  /// - Returns: `nil` where there is no such member.
  static func content(
    _ bytes: [UInt8], member: String? = nil, path: String, kind: String, limit: Int64
  ) throws(Problem) -> [UInt8]? {
    let taken = Taken()
    let outcome = withExtendedLifetime(taken) {
      sitboard_read_archive(
        bytes, bytes.count, member, Int(limit),
        { context, bytes, count in
          guard let context else { return }
          Unmanaged<Taken>.fromOpaque(context).takeUnretainedValue().bytes =
            Array(UnsafeBufferPointer(start: bytes, count: count))
        }, Unmanaged.passUnretained(taken).toOpaque())
    }
    switch outcome {
    case sitboard_archive_no_library: throw Problem(path, .needs(kind, library: "libarchive", package: "libarchive13"))
    case sitboard_archive_too_large: throw Problem(path, .tooLarge(size: nil, limit: limit))
    case sitboard_archive_broken: throw Problem(path, .noStory("\(kind) that is damaged"))
    default: return taken.bytes
    }
  }

  private final class Taken {
    var bytes: [UInt8]?
  }
}
