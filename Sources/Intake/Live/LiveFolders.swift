import Glibc
import Situation

/// Folders that are watched: what lands in them is read, what changes is read again, what goes is told.
///
/// Every notice of the kernel only says which names to look at; what became of them is found by looking. So notices
/// that come twice, late or not at all (the queue overflows) change nothing of what is found in the end.
package final class LiveFolders {
  /// Readable when `listen` has something to hear; `nil` where nothing is watched.
  package var descriptor: Int32? { watch?.descriptor }
  /// `nil` without folders, and where the system gives no more of these.
  private let watch: ChangeWatch?
  private let options: IntakeOptions
  private var folders: [Folder]
  /// Names to look at, in order, none twice.
  private var queue: [Place] = []
  private var queued: Set<Place> = []
  private var next = 0
  /// How many files hold an article.
  private var holders: [ArticleID: Int] = [:]
  /// Articles that a file held and does not hold now, and what is there instead.
  private var released: [ArticleID: Successor] = [:]
  /// Articles that are told to be edited or deleted.
  private var marked: Set<ArticleID> = []
  private var troubles: [String: String] = [:]
  private var isTroubleNew = false
  private var remark: String?
  private var notices: [String] = []
  private var places: [String] = []

  /// Why a folder, or a file in it, may change without a notice.
  private enum Blind: String {
    case link = "a link leads to it"
    case remote = "it is on a network"
    case targets = "links lead out of it"
  }

  private enum Successor {
    case articles
    /// The file, and no article in it.
    case file
    case nothing
  }

  private struct Place: Hashable {
    let folder: Int
    let name: [UInt8]
  }

  private struct Folder {
    let path: String
    /// Open while it is looked through. Held open for longer, a folder that is deleted would not be told to be gone.
    var open: OpenFolder?
    var watch: Int32?
    /// The nearest folder above that is there, while this one is not.
    var above: Int32?
    /// What of it no notice tells; `nil` where notices tell everything.
    var blind: Blind?
    var identity: OpenFolder.Identity?
    /// What was told of files of other kinds.
    var passedOver: String?
    var files: [[UInt8]: (stamp: FileStamp, articles: Set<ArticleID>)] = [:]
  }

  /// Seconds from one glance to the next where nothing else wakes the board.
  package static let glanceSeconds = 15
  /// Where it is awake anyway.
  package static let glanceSecondsAwake = 3

  /// Takes note of all files that are there; `look` reads them.
  package init(_ paths: [String], options: IntakeOptions = IntakeOptions()) {
    self.options = options
    watch = paths.isEmpty ? nil : try? ChangeWatch()
    folders = paths.map { Folder(path: $0) }
    if watch == nil, let first = paths.first {
      trouble(first + "\0", "\(first): not watched: too many inotify instances; raise fs.inotify.max_user_instances")
    }
    for index in folders.indices { arrive(index, isFirst: true) }
  }

  /// How many names are still to be looked at.
  package var waiting: Int { queue.count - next }

  /// True if something may change that no notice tells, so that `glance` is worth calling now and then.
  package var needsGlances: Bool { folders.contains { $0.blind != nil } }

  /// Looks at names and stamps where no notice tells of a change.
  package func glance() {
    for index in folders.indices where folders[index].blind != nil { glance(index) }
  }

  private func glance(_ index: Int) {
    guard folders[index].identity != nil else { return }
    var status = stat()
    guard stat(folders[index].path, &status) == 0, OpenFolder.Identity(status) == folders[index].identity else {
      // The link leads elsewhere, or nowhere.
      leave(index)
      return
    }
    guard let folder = folder(index), let content = try? folder.content() else { return }
    let known = folders[index].files
    for name in content.articles {
      let now = folder.target(of: name, isBeneath: options.isBeneath).map { FileStamp($0) }
      if now == nil || now != known[name.bytes]?.stamp { enqueue(Place(folder: index, name: name.bytes)) }
    }
    enqueueGone(index, present: content)
  }

  /// Takes what the kernel has told.
  package func listen() {
    for notice in watch?.notices() ?? [] {
      if notice.isOverflow {
        remark = "too many changes at once: every folder was looked through"
        for index in folders.indices { scan(index) }
        continue
      }
      for index in folders.indices { hear(notice, index) }
    }
  }

  private func hear(_ notice: ChangeWatch.Notice, _ index: Int) {
    if folders[index].above == notice.watch {
      // Something came up where the folder was awaited.
      arrive(index, isFirst: false)
    } else if folders[index].watch == notice.watch {
      if notice.isGone {
        leave(index)
      } else if notice.name.isEmpty {
        // The folder's own permissions.
        scan(index)
      } else if !notice.has(IN_CREATE) || isLink(notice.name, index) {
        enqueue(Place(folder: index, name: notice.name))
      }
    }
  }

  /// A new name is mostly a file that is being written, whose end will be told. A link is whole at once.
  private func isLink(_ name: [UInt8], _ index: Int) -> Bool {
    guard let folder = folder(index), let status = folder.status(of: OpenFolder.Name(bytes: name)) else {
      return false
    }
    return status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1
  }

  private func enqueue(_ place: Place) {
    guard OpenFolder.isArticleName(place.name), queued.insert(place).inserted else { return }
    queue.append(place)
  }

  // MARK: - Folders that come and go

  /// Opens a folder and looks it through; while it is not there, waits for it in the nearest folder above.
  private func arrive(_ index: Int, isFirst: Bool) {
    let path = folders[index].path
    if let above = folders[index].above {
      watch?.end(above)
      folders[index].above = nil
    }
    // The watch first: what lands between the two is then told.
    folders[index].watch = watch?.watch(path)
    let isLimit = watch != nil && folders[index].watch == nil && errno == ENOSPC
    var reason = "the folder is gone; what was read stays, and it is awaited"
    do throws(Problem) {
      if case .folder(let folder) = try FileReader.open(path) {
        folders[index].open = folder
        folders[index].identity = folder.identity
        folders[index].blind = OpenFolder.isBehindLink(path) ? .link : folder.isRemote ? .remote : nil
        if !isFirst { remark = "\(path) is back" }
        settle(path)
        // What is there is read all the same.
        if isLimit {
          let remedy = "raise fs.inotify.max_user_watches"
          trouble(path + "\0", "\(path): not watched: too many inotify watches; \(remedy)")
        } else if watch != nil {
          settle(path + "\0")
        }
        scan(index)
        return
      }
    } catch {
      if error.kind == .permission { reason = "permission denied; what was read stays, and it is awaited" }
    }
    if let own = folders[index].watch { watch?.end(own) }
    (folders[index].watch, folders[index].identity) = (nil, nil)
    trouble(path, "\(path): \(reason)")
    var above = path
    repeat {
      above = OpenFolder.parent(of: above)
      folders[index].above = watch?.watchNames(in: above)
    } while folders[index].above == nil && above != "/" && above != "."
    // It may have come while the folder above was being watched.
    if folders[index].above != nil, access(path, F_OK) == 0, case .folder? = try? FileReader.open(path) {
      arrive(index, isFirst: isFirst)
    }
  }

  private func leave(_ index: Int) {
    if let own = folders[index].watch { watch?.end(own) }
    folders[index].watch = nil
    folders[index].open = nil
    arrive(index, isFirst: false)
  }

  /// A folder that is there, open.
  private func folder(_ index: Int) -> OpenFolder? {
    if folders[index].open == nil, case .folder(let folder)? = try? FileReader.open(folders[index].path) {
      folders[index].open = folder
    }
    return folders[index].open
  }

  /// Puts every name that is there, and every name that was, on the queue.
  private func scan(_ index: Int) {
    guard let folder = folder(index) else { return }
    do throws(Problem) {
      let content = try folder.content()
      settle(folder.path)
      if let others = content.passedOver, folders[index].passedOver != others {
        folders[index].passedOver = others
        notices.append("\(folder.path): \(others)")
      }
      for name in content.articles { enqueue(Place(folder: index, name: name.bytes)) }
      if content.hasLinks, folders[index].blind == nil { folders[index].blind = .targets }
      enqueueGone(index, present: content)
    } catch {
      trouble(folder.path, error.message)
    }
  }

  private func enqueueGone(_ index: Int, present content: OpenFolder.Content) {
    let present = Set(content.articles.map(\.bytes))
    let gone = folders[index].files.keys.filter { !present.contains($0) }
    for name in gone.sorted(by: { $0.lexicographicallyPrecedes($1) }) { enqueue(Place(folder: index, name: name)) }
  }

  // MARK: - Looking

  /// Looks at the next names, as many as are asked for, and tells what was found.
  package func look(_ count: Int = .max) -> LiveChange {
    var change = LiveChange()
    let end = min(queue.count, count > queue.count - next ? queue.count : next + count)
    for place in queue[next..<end] {
      queued.remove(place)
      look(place, &change)
    }
    next = end
    if next == queue.count {
      queue.removeAll(keepingCapacity: true)
      next = 0
      for index in folders.indices { folders[index].open = nil }
      tellReleased(&change)
    }
    if isTroubleNew {
      change.troubles = troubles.sorted { $0.key < $1.key }.map(\.value)
      isTroubleNew = false
    }
    let places = folders.map(LiveFolders.told)
    if places != self.places { change.places = places }
    self.places = places
    (change.remark, change.notices) = (remark, notices)
    (remark, notices) = (nil, [])
    return change
  }

  private static func told(_ folder: Folder) -> String {
    let way: String
    if folder.identity == nil {
      way = "awaited"
    } else if let blind = folder.blind {
      way = "looked at every \(glanceSeconds) s: \(blind.rawValue)"
    } else {
      way = folder.watch == nil ? "read once" : "live"
    }
    return "\(folder.path)  \(way)"
  }

  private func look(_ place: Place, _ change: inout LiveChange) {
    guard let folder = folder(place.folder) else { return }
    let name = OpenFolder.Name(bytes: place.name)
    let path = folder.path(of: name)
    let known = folders[place.folder].files[place.name]
    do throws(Problem) {
      guard let file = try folder.file(name, isBeneath: options.isBeneath) else { return }
      if file.stamp?.hasOtherNames ?? false, folders[place.folder].blind == nil {
        folders[place.folder].blind = .targets
      }
      guard let stamp = file.stamp, stamp != known?.stamp || troubles[path] != nil else { return }
      var found = Intake.Result()
      let bytes = try file.bytes(limits: options.limits)
      Intake.take(bytes, path: path, options, into: &found)
      if let problem = found.problems.first { trouble(path, problem.message) } else { settle(path) }
      let articles = Set(found.entries.map(\.article.id))
      hold(articles, insteadOf: known?.articles ?? [], articles.isEmpty ? .file : .articles)
      folders[place.folder].files[place.name] = (stamp, articles)
      change.entries += found.entries
      change.acts += found.acts
      change.reliabilities = change.reliabilities.overlaid(by: found.reliabilities)
      change.restored.formUnion(articles.intersection(marked))
      marked.subtract(articles)
    } catch {
      guard error.kind == .missing else {
        trouble(path, error.message)
        return
      }
      settle(path)
      guard let known else { return }
      hold([], insteadOf: known.articles, .nothing)
      folders[place.folder].files[place.name] = nil
    }
  }

  private func hold(_ articles: Set<ArticleID>, insteadOf former: Set<ArticleID>, _ successor: Successor) {
    for id in articles.subtracting(former) { holders[id, default: 0] += 1 }
    for id in former.subtracting(articles) {
      holders[id, default: 1] -= 1
      released[id] = successor
    }
  }

  /// Only once everything is looked at: a file that was renamed leaves one name and comes up under another.
  private func tellReleased(_ change: inout LiveChange) {
    for (id, successor) in released where holders[id, default: 0] == 0 {
      holders[id] = nil
      marked.insert(id)
      switch successor {
      case .articles: change.replaced.insert(id)
      case .file: change.edited.insert(id)
      case .nothing: change.deleted.insert(id)
      }
    }
    released = [:]
  }

  // MARK: - What is wrong

  private func trouble(_ path: String, _ message: String) {
    if troubles.updateValue(message, forKey: path) != message { isTroubleNew = true }
  }

  private func settle(_ path: String) {
    if troubles.removeValue(forKey: path) != nil { isTroubleNew = true }
  }
}
