import Foundation
import Formats
import LineExamples
import Sharing
import Situation
import Testing

/// A presenter and those who follow, in one process. Nothing waits for time to pass: both ends are served in turn
/// until what is awaited is there, and no more often than it can take.
@Suite struct LedTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/desk.sock" }

  init() throws { folder = try TemporaryFolder() }

  @Test func `what a presenter did not make is neither replaced nor removed`() throws {
    let notes = try folder.file("notes", "Notes of the night\n")
    #expect(throws: SharingError("\(notes): is there, and not a socket; give another path to --socket")) {
      try Presenter("watch", at: notes, group: nil)
    }
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: notes)
    #expect(throws: SharingError.self) { try Presenter("watch", at: link, group: nil) }
    // A socket at which another program listens.
    let other = try Presenter("other", at: folder.path + "/other.sock", group: nil)
    try FileManager.default.moveItem(atPath: other.path, toPath: path)
    #expect(throws: SharingError("\(path): the socket is another program's; give another path to --socket")) {
      try Presenter("watch", at: path, group: nil)
    }
    #expect(try String(contentsOfFile: notes, encoding: .utf8) == "Notes of the night\n")
    // What has taken its socket's place meanwhile stays as well.
    do {
      let presenter = try Presenter("watch", at: folder.path + "/mine.sock", group: nil)
      try FileManager.default.removeItem(atPath: presenter.path)
      try folder.file("mine.sock", "Notes of the day\n")
      presenter.end()
    }
    #expect(try String(contentsOfFile: folder.path + "/mine.sock", encoding: .utf8) == "Notes of the day\n")
    #expect(FileManager.default.fileExists(atPath: path))
  }

  /// Makes a socket at which nobody listens, as a presenter leaves it that is killed.
  private func leaveSocket(_ path: String) throws {
    let dead = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(dead) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(dead, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
  }

  @Test func `a socket that a presenter left when it was killed is taken over`() throws {
    try leaveSocket(path)
    let presenter = try Presenter("watch", at: path, group: nil)
    let reader = try Reader(path)
    serve(presenter, [reader]) { reader.presenter == "watch" }
  }

  private final class Reader {
    let follower: Follower
    var store = EventStore()
    var states: [LedState] = []
    var presenter: String?
    var end: String?

    init(_ path: String) throws { follower = try Follower(path) }

    func service() {
      guard end == nil else { return }
      for notice in follower.service() {
        switch notice {
        case .began(let name): presenter = name
        case .loaded(let entries, let acts):
          store.append(contentsOf: entries.map { ($0.article, $0.claims) })
          store.append(acts)
        case .graded(let grades): store.reliabilities = grades
        case .state(let state):
          states.append(state)
          follower.tell(seen: state.number)
        case .ended: end = "ended"
        case .lost(let why): end = end ?? why
        }
      }
    }
  }

  private func serve(
    _ presenter: Presenter?, _ readers: [Reader], turns: Int = 2000, until isDone: () -> Bool,
    _ location: SourceLocation = #_sourceLocation
  ) {
    for _ in 0..<turns {
      presenter?.service()
      for reader in readers { reader.service() }
      if isDone() { return }
    }
    Issue.record("did not come about", sourceLocation: location)
  }

  private func presenter(_ store: EventStore) throws -> Presenter {
    let presenter = try Presenter("watch", at: path, group: nil)
    for article in store.articles {
      presenter.add(article, store.events.map(\.claim).filter { $0.receipt.article == article.id })
    }
    return presenter
  }

  @Test func `who follows gets the whole store and where the lead stands`() throws {
    let store = try TwoDispatches.store()
    let presenter = try presenter(store)
    presenter.show(LedState(events: 23, playhead: 7, clock: .reported, words: "look at the held"))
    let reader = try Reader(path)
    serve(presenter, [reader]) { presenter.audience == (1, 1) }
    #expect(reader.presenter == "watch")
    #expect(
      reader.states == [
        LedState(number: 1, events: 23, playhead: 7, clock: .reported, words: "look at the held")
      ])
    for included in [0, 7, 23] {
      #expect(
        Board(reader.store, included: included, clock: .reported) == Board(store, included: included, clock: .reported))
    }
    presenter.show(LedState(events: 23, playhead: 8, clock: .happened))
    #expect(presenter.audience == (1, 0))
    serve(presenter, [reader]) { presenter.audience == (1, 1) }
    #expect(reader.states.last?.playhead == 8)
  }

  @Test func `what is added later comes before the state that counts it`() throws {
    let presenter = try presenter(EventStore())
    presenter.show(LedState(events: 0, playhead: 0, clock: .happened))
    let reader = try Reader(path)
    serve(presenter, [reader]) { presenter.audience == (1, 1) }
    let store = try TwoDispatches.store()
    presenter.add(store.articles[0], store.events.map(\.claim))
    let entries = OperatorEntries.all(on: store.reference(to: EventID(0)))
    for entry in entries { presenter.add(entry) }
    let count = 23 + entries.count
    presenter.show(LedState(events: count, playhead: count, clock: .happened))
    serve(presenter, [reader]) { presenter.audience == (1, 1) }
    #expect(reader.store.events.count == count)
  }

  @Test func `who comes late and who was stopped get the newest state and none of those between`() throws {
    let store = try TwoDispatches.store()
    let presenter = try presenter(store)
    let stopped = try Reader(path)
    presenter.show(LedState(events: 23, playhead: 0, clock: .happened))
    serve(presenter, [stopped]) { presenter.audience == (1, 1) }
    // Words fill the socket of the one who does not read, and are replaced by newer ones.
    let words = String(repeating: "word ", count: 90)
    for place in 0..<5000 {
      presenter.show(LedState(events: 23, playhead: place % 24, clock: .happened, words: "\(place) \(words)"))
      presenter.service()
    }
    let late = try Reader(path)
    serve(presenter, [late]) { presenter.audience.inStep == 1 }
    #expect(late.states.map(\.number) == [5001])
    serve(presenter, [stopped, late]) { presenter.audience == (2, 2) }
    #expect(stopped.states.last?.number == 5001)
    #expect(stopped.states.count < 3000)
  }

  @Test func `a great article goes out in pieces and comes in whole`() throws {
    var text = Array("Title: great\nOutlet: Desk\n\n".utf8)
    for line in 0..<60_000 { text += Array("Line \(line) of a long report.\n".utf8) }
    let id = ArticleID(digest: String(repeating: "a", count: 64))
    let article = Article(id: id, path: "great.txt", text: text)
    let presenter = try presenter(EventStore())
    presenter.add(article, [])
    presenter.show(LedState(events: 0, playhead: 0, clock: .happened))
    let reader = try Reader(path)
    serve(presenter, [reader], turns: 20_000) { presenter.audience == (1, 1) }
    #expect(reader.store.articles == [article])
  }

  @Test func `the end of a briefing is told, and a presenter who dies is told apart from one who ends it`() throws {
    var first: Presenter? = try presenter(EventStore())
    first?.show(LedState(events: 0, playhead: 0, clock: .happened))
    let reader = try Reader(path)
    serve(first, [reader]) { first?.audience.inStep == 1 }
    first?.end()
    serve(first, [reader]) { reader.end != nil }
    #expect(reader.end == "ended")
    first = nil
    var second: Presenter? = try presenter(EventStore())
    let other = try Reader(path)
    serve(second, [other]) { second?.audience.followers == 1 }
    second = nil
    serve(nil, [other]) { other.end != nil }
    #expect(other.end == "the presenter is gone")
    #expect(throws: SharingError.self) { try Reader(path) }
    let third = try presenter(EventStore())
    let again = try Reader(path)
    serve(third, [again]) { again.presenter == "watch" }
  }

  @Test func `nobody leads where somebody leads, and a socket that was left behind is in nobody's way`() throws {
    let first = try presenter(EventStore())
    #expect(throws: SharingError.self) { try presenter(EventStore()) }
    // The first one stands.
    let reader = try Reader(path)
    serve(first, [reader]) { reader.presenter == "watch" }
    let other = folder.path + "/other.sock"
    try leaveSocket(other)
    _ = try Presenter("watch", at: other, group: nil)
  }

  @Test func `the socket is its owner's alone, or the group's that was named`() throws {
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    let own = try Presenter("watch", at: path, group: nil)
    #expect(try mode(own.path) == 0o600)
    let shared = try Presenter("watch", at: folder.path + "/shared.sock", group: "nogroup")
    #expect(try mode(shared.path) == 0o660)
    #expect(throws: SharingError.self) { try Presenter("watch", at: folder.path + "/x.sock", group: "no such group") }
  }

  @Test func `whatever a follower sends, it changes nothing and costs him the connection`() throws {
    let store = try TwoDispatches.store()
    let presenter = try presenter(store)
    presenter.show(LedState(events: 23, playhead: 5, clock: .happened))
    let honest = try Reader(path)
    serve(presenter, [honest]) { presenter.audience == (1, 1) }
    let greeting = WireFrame(.greeting, HelloFields(version: 1).bytes).bytes
    let hostile: [[UInt8]] = [
      [0xFF, 0xFF, 0xFF, 0xFF, 17], WireFrame(.state, LedState(events: 0, playhead: 0, clock: .happened).bytes).bytes,
      WireFrame(.events, Array("{\"event\":\"act\"}\n".utf8)).bytes, WireFrame(.farewell).bytes,
      WireFrame(.seen, [0, 0, 0, 0, 0, 0, 0, 1]).bytes, WireFrame(.greeting, Array("{}".utf8)).bytes,
      WireFrame(.greeting, HelloFields(version: 2).bytes).bytes, greeting + greeting,
      greeting + WireFrame(.seen, [0xFF, 0, 0, 0, 0, 0, 0, 1]).bytes, greeting + WireFrame(.seen, [1]).bytes,
      [UInt8](repeating: 0x41, count: 100_000),
    ]
    for bytes in hostile {
      let end = try RawConnection(path)
      end.send(bytes)
      serve(presenter, []) { end.isClosed }
    }
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      let end = try RawConnection(path)
      end.send((0..<200).map { _ in UInt8.random(in: 0...24, using: &generator) })
      presenter.service()
    }
    presenter.show(LedState(events: 23, playhead: 6, clock: .happened))
    serve(presenter, [honest]) { presenter.audience == (1, 1) }
    #expect(honest.states.last?.playhead == 6)
    #expect(honest.store.events.count == 23)
  }

  @Test func `those who connect and say nothing keep nobody out`() throws {
    let presenter = try presenter(try TwoDispatches.store())
    presenter.show(LedState(events: 23, playhead: 5, clock: .happened))
    var silent: [RawConnection] = []
    for _ in 0..<200 {
      silent.append(try RawConnection(path))
      presenter.service()
    }
    let reader = try Reader(path)
    serve(presenter, [reader]) { presenter.audience == (1, 1) }
    #expect(silent.count { $0.isClosed } >= 100)
  }

  @Test func `what a presenter sends is bounded and is not believed`() throws {
    for bytes: [UInt8] in [
      WireFrame(.state, LedState(events: 0, playhead: 0, clock: .happened).bytes).bytes,
      WireFrame(.hello, HelloFields(version: 2, name: "x").bytes).bytes,
      WireFrame(.hello, Array("{\"sitboard\":\"led\"}".utf8)).bytes, [0xFF, 0xFF, 0xFF, 0xFF, 2],
      WireFrame(.hello, HelloFields(version: 1, name: "x").bytes).bytes
        + WireFrame(.state, Array("{\"playhead\":9}".utf8)).bytes,
    ] {
      let listener = try RawListener(folder.path + "/evil.sock")
      let reader = try Reader(folder.path + "/evil.sock")
      listener.answer(bytes)
      serve(nil, [reader]) { reader.end != nil }
      #expect(reader.end?.hasPrefix("what the presenter sent is not understood") == true, "\(reader.end ?? "")")
      #expect(reader.store.events.count == 0)
    }
  }
}
