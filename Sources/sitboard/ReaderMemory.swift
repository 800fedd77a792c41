import Briefing
import Formats
import Glibc
import Intake
import Sharing
import Situation

/// What the reader at this terminal was told last, or saw last, of some paths.
struct ReaderMemory {
  private let folder: BookmarkFolder
  private let name: String

  /// What is remembered: briefings and looks at the board do not count for one another.
  enum Kind: String {
    case briefing = "last"
    case look = "looks"
  }

  /// - Parameter paths: As they were given; the memory is theirs, by where they lead.
  init(_ kind: Kind = .briefing, of paths: [String]) throws(Failure) {
    let path = try ReaderMemory.path(kind, of: paths)
    do throws(BookmarkError) {
      let file = try KeptFile(path)
      (folder, name) = (file.folder, file.name)
    } catch {
      throw Failure(.inputOutput, error.message)
    }
  }

  /// Where it is remembered.
  static func path(_ kind: Kind, of paths: [String]) throws(Failure) -> String {
    let state: String
    if let given = getenv("XDG_STATE_HOME").map({ String(cString: $0) }), given.hasPrefix("/") {
      state = given
    } else if let home = getenv("HOME").map({ String(cString: $0) }), home.hasPrefix("/") {
      state = home + "/.local/state"
    } else {
      throw Failure(.usage, "no place to remember the last briefing: set HOME or XDG_STATE_HOME")
    }
    let places = paths.map { path -> String in
      guard let whole = realpath(path, nil) else { return path }
      defer { free(whole) }
      return String(cString: whole)
    }
    let name = sha256(Array(places.joined(separator: "\n").utf8)).prefix(16)
    return state + "/sitboard/" + kind.rawValue + "/" + name
  }

  /// Another folder and reader, as an ssh reader has them.
  init(_ folder: BookmarkFolder, reader: String) {
    self.folder = folder
    name = reader
  }

  func mark() throws(Failure) -> BriefingBookmark? {
    do throws(BookmarkError) {
      return try folder.bookmark(of: name)
    } catch {
      throw Failure(.inputOutput, error.message)
    }
  }

  func keep(_ mark: BriefingBookmark) throws(Failure) {
    do throws(BookmarkError) {
      try folder.keep(mark, of: name)
    } catch {
      throw Failure(.inputOutput, error.message)
    }
  }
}
