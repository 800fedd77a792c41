import CLinux
import Foundation
import Intake
import LineExamples
import Situation
import Testing

/// Folders that change while they are watched. Nothing here waits for time to pass: the kernel queues a notice before
/// the call that causes it returns.
@Suite struct LiveFolderTests {
  private let folder: TemporaryFolder
  private let live: LiveFolders

  init() throws {
    folder = try TemporaryFolder()
    live = LiveFolders([folder.path])
  }

  private func look() -> LiveChange {
    live.listen()
    return live.look()
  }

  private func titles(_ change: LiveChange) -> [String] { change.entries.compactMap(\.article.title) }

  private func text(_ title: String) -> String { "Title: \(title)\nOutlet: Desk\n\nThe text of \(title).\n" }

  /// Writes a file from a process of its own. A child that another test starts meanwhile would hold a file of ours open
  /// for a moment longer, and until then the kernel does not tell that it is complete.
  private func write(_ name: String, _ text: String) throws {
    try run("mkdir -p \"$(dirname \"$1/$2\")\"; printf %s \"$3\" > \"$1/$2\"", name, text)
  }

  private func run(_ line: String, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line, "sh", folder.path] + arguments
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `files that are there at first are read, in the order of their names`() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a", "c"] { try folder.file("\(name).txt", text(name)) }
    try folder.file("ignored.png", "x")
    let live = LiveFolders([folder.path])
    #expect(live.waiting == 3)
    #expect(live.look(2).entries.compactMap(\.article.title) == ["a", "b"])
    #expect(live.waiting == 1)
    #expect(live.look().entries.compactMap(\.article.title) == ["c"])
    #expect(live.look().entries.isEmpty)
  }

  @Test func `a file that is written in place, renamed in or linked in is read once`() throws {
    try write("written.txt", text("written"))
    #expect(titles(look()) == ["written"])
    let elsewhere = try TemporaryFolder()
    try elsewhere.file("a.tmp", text("renamed"))
    try elsewhere.file("b.txt", text("linked"))
    try run("mv \(elsewhere.path)/a.tmp $1/renamed.txt; ln \(elsewhere.path)/b.txt $1/linked.txt")
    #expect(titles(look()) == ["renamed", "linked"])
    #expect(look().entries.isEmpty)
  }

  @Test func `a file is read when it is closed and not while it is being written`() throws {
    let path = folder.path + "/slow.txt"
    try write("slow.txt", "")
    // Made empty and closed: told, and over as soon as there is something.
    #expect(look().troubles?.first?.contains("slow.txt: the file is empty") == true)
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.write(contentsOf: Data("Title: slow\nOutlet: Desk\n\nThe first half".utf8))
    #expect(look().entries.isEmpty)
    try handle.write(contentsOf: Data(" and the second.\n".utf8))
    try handle.close()
    let deadline = ContinuousClock.now + .seconds(20)
    var change = look()
    while change.entries.isEmpty, .now < deadline { change = look() }
    #expect(titles(change) == ["slow"])
    #expect(change.troubles == [])
  }

  @Test func `a changed file is a new edition, and the old one is told to be replaced`() throws {
    try write("a.txt", text("first"))
    let first = try #require(look().entries.first?.article.id)
    try write("a.txt", text("second"))
    let change = look()
    #expect(titles(change) == ["second"])
    #expect(change.replaced == [first])
    #expect(change.edited == [])
    #expect(change.deleted == [])
    // Back as it was.
    try write("a.txt", text("first"))
    let back = look()
    #expect(back.restored == [first])
    #expect(back.replaced == Set([change.entries[0].article.id]))
    // Nothing that can be read.
    try write("a.txt", "\u{0}")
    #expect(look().edited == [first])
  }

  @Test func `a deleted file is told, and one that only changed its name is not`() throws {
    try write("a.txt", text("a"))
    try write("b.txt", text("b"))
    let ids = look().entries.map(\.article.id)
    try run("mv $1/a.txt $1/c.txt; rm $1/b.txt")
    let change = look()
    #expect(change.deleted == [ids[1]])
    #expect(change.edited == [])
    try run("cp $1/c.txt $1/b.txt; rm $1/c.txt")
    #expect(look().deleted == [])
  }

  @Test func `a thousand files at once are read once each`() throws {
    try run("for i in $(seq 500); do printf 'Title: w%d\n\ntext %d\n' $i $i > $1/w$i.txt; done")
    try run(
      "for i in $(seq 500); do printf 'Title: r%d\n\ntext r%d\n' $i $i > $1/.r$i; mv $1/.r$i $1/r$i.txt; done")
    var found: [String] = []
    live.listen()
    while live.waiting > 0 { found += titles(live.look(64)) }
    #expect(found.count == 1000)
    #expect(Set(found).count == 1000)
    #expect(look().entries.isEmpty)
  }

  @Test func `when the kernel loses notices the folder is looked through and nothing is lost`() throws {
    let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let most = try #require(Int(limit.split(separator: "\n")[0]))
    try #require(most <= 65_536, "the queue of this machine is too long to fill in a test")
    // Two files take turns, so that equal notices are not merged, until the queue is full.
    try run("touch $1/.x $1/.y; i=0; while [ $i -lt \(most / 2 + 200) ]; do : > $1/.x; : > $1/.y; i=$((i+1)); done")
    try write("after.txt", text("after"))
    let change = look()
    #expect(titles(change) == ["after"])
    #expect(change.remark == "too many changes at once: every folder was looked through")
  }

  @Test func `a folder that vanishes is told, keeps what was read, and is read when it returns`() throws {
    try write("desk/a.txt", text("a"))
    let live = LiveFolders([folder.path + "/desk"])
    #expect(live.look().entries.count == 1)
    try run("mv $1/desk $1/away")
    live.listen()
    let gone = live.look()
    #expect(gone.troubles?.first?.contains("the folder is gone; what was read stays, and it is awaited") == true)
    #expect(gone.deleted == [])
    try write("away/b.txt", text("b"))
    try run("mv $1/away $1/desk")
    live.listen()
    let back = live.look()
    #expect(back.entries.compactMap(\.article.title) == ["b"])
    #expect(back.troubles == [])
    #expect(back.remark == "\(folder.path)/desk is back")
  }

  @Test func `a folder that is deleted and made again is found again`() throws {
    try write("desk/a.txt", text("a"))
    let live = LiveFolders([folder.path + "/desk"])
    #expect(live.look().entries.count == 1)
    try run("rm -r $1/desk")
    live.listen()
    #expect(live.look().troubles?.first?.contains("the folder is gone") == true)
    try run("mkdir $1/desk")
    live.listen()
    try write("desk/b.txt", text("b"))
    live.listen()
    let back = live.look()
    #expect(back.entries.compactMap(\.article.title) == ["b"])
    #expect(back.troubles == [])
  }

  @Test func `a folder whose parent is missing as well is awaited step by step`() throws {
    let live = LiveFolders([folder.path + "/one/two/desk"])
    #expect(live.look().troubles?.count == 1)
    try run("mkdir $1/one")
    live.listen()
    try run("mkdir -p $1/one/two/desk")
    live.listen()
    try write("one/two/desk/a.txt", text("a"))
    live.listen()
    let change = live.look()
    #expect(change.entries.compactMap(\.article.title) == ["a"])
    #expect(change.troubles == [])
  }

  // MARK: - What no notice tells of

  private func glance(_ live: LiveFolders) -> LiveChange {
    live.listen()
    live.glance()
    return live.look()
  }

  @Test func `a folder that everything is told of needs no glance, and says that it is live`() throws {
    try write("a.txt", text("a"))
    let live = LiveFolders([folder.path])
    #expect(live.look().places == ["\(folder.path)  live"])
    #expect(!live.needsGlances)
    #expect(live.look().places == nil)
  }

  @Test func `a link to a folder that is turned to another folder is followed`() throws {
    try write("one/a.txt", text("a"))
    try write("two/b.txt", text("b"))
    try run("ln -s one $1/desk")
    let live = LiveFolders([folder.path + "/desk"])
    let first = live.look()
    #expect(titles(first) == ["a"])
    #expect(first.places == ["\(folder.path)/desk  looked at every 15 s: a link leads to it"])
    #expect(live.needsGlances)
    try run("ln -s two $1/new; mv -T $1/new $1/desk")
    let second = glance(live)
    #expect(titles(second) == ["b"])
    #expect(second.deleted == Set(first.entries.map(\.article.id)))
    try write("two/c.txt", text("c"))
    #expect(titles(glance(live)) == ["c"])
    #expect(glance(live).entries.isEmpty)
  }

  /// As Kubernetes keeps what it mounts: names lead through a link that is turned at once.
  @Test func `files behind a link that is turned are read anew`() throws {
    try write("v1/a.txt", text("a"))
    try write("v2/a.txt", text("changed"))
    try run("mkdir $1/desk; ln -s ../v1 $1/desk/..data; ln -s ..data/a.txt $1/desk/a.txt")
    let live = LiveFolders([folder.path + "/desk"])
    let first = live.look()
    #expect(titles(first) == ["a"])
    #expect(live.needsGlances)
    try run("ln -s ../v2 $1/desk/..new; mv -T $1/desk/..new $1/desk/..data")
    let second = glance(live)
    #expect(titles(second) == ["changed"])
    #expect(second.replaced == Set(first.entries.map(\.article.id)))
  }

  @Test(arguments: ["ln -s ../elsewhere/a.txt", "ln ../elsewhere/a.txt"])
  func `a file that is edited under its other name is read anew`(_ link: String) throws {
    try write("elsewhere/a.txt", text("a"))
    try run("mkdir $1/desk; cd $1/desk; \(link) a.txt")
    let live = LiveFolders([folder.path + "/desk"])
    #expect(titles(live.look()) == ["a"])
    #expect(live.needsGlances)
    try write("elsewhere/a.txt", text("changed"))
    #expect(titles(glance(live)) == ["changed"])
  }

  /// NFS, CIFS, SMB 2, FUSE (sshfs) and Ceph by the numbers of statfs(2); ext4, tmpfs, XFS and overlayfs change by this
  /// kernel alone.
  @Test func `what other machines change is looked at, and what only this one does is not`() {
    for kind in [0x6969, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546, 0x00C3_6400] as [UInt32] {
      #expect(system_is_remote_kind(kind))
    }
    for kind in [0xEF53, 0x0102_1994, 0x5846_5342, 0x794C_7630] as [UInt32] { #expect(!system_is_remote_kind(kind)) }
  }

  @Test func `ten saves of a file are one article`() throws {
    var last: Set<ArticleID> = []
    for number in 1...10 {
      try write("a.txt", text("edition \(number)"))
      // In place, and as editors do it, by another file and a name.
      try run("cp $1/a.txt $1/.a.swp; mv $1/.a.swp $1/a.txt")
      let change = look()
      #expect(titles(change) == ["edition \(number)"])
      #expect(change.replaced == last)
      last = Set(change.entries.map(\.article.id))
    }
  }
}
