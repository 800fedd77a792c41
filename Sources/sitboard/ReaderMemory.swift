import Briefing
import Desk
import Formats
import Glibc
import Intake
import Sharing
import Situation

/// What the reader at this terminal was told last, or saw last, of some paths; or what an account was told last at a desk.
struct ReaderMemory {
  private enum Place {
    case folder(BookmarkFolder, name: String)
    case desk(DeskBookmark)
  }

  private let place: Place

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
      place = .folder(file.folder, name: file.name)
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
    place = .folder(folder, name: reader)
  }

  /// At a desk, under the account of the server: the same from whatever machine.
  init(_ log: DeskLog) { place = .desk(DeskBookmark(log, called: Kind.briefing.rawValue)) }

  /// That of the last briefing of paths or of a desk.
  init(of paths: [String], _ options: CommonOptions) throws(Failure) {
    if try options.isOfDesk(paths), let desk = options.desk {
      self.init(try DeskAccess.log(DeskAccess.address(desk)))
    } else {
      try self.init(of: paths)
    }
  }

  func mark() throws(Failure) -> BriefingBookmark? {
    switch place {
    case .folder(let folder, let name):
      do throws(BookmarkError) {
        return try folder.bookmark(of: name)
      } catch {
        throw Failure(.inputOutput, error.message)
      }
    case .desk(let mark):
      guard let bytes = try DeskAccess.attempt({ () throws(DeskError) in try mark.bytes() }) else { return nil }
      do throws(FormatError) {
        return try BriefingBookmark(reading: bytes)
      } catch {
        throw Failure(.data, "the mark of the last briefing at the desk is damaged: \(error.reason)")
      }
    }
  }

  func keep(_ mark: BriefingBookmark) throws(Failure) {
    switch place {
    case .folder(let folder, let name):
      do throws(BookmarkError) {
        try folder.keep(mark, of: name)
      } catch {
        throw Failure(.inputOutput, error.message)
      }
    case .desk(let place): try DeskAccess.attempt { () throws(DeskError) in try place.keep(mark.bytes) }
    }
  }
}
