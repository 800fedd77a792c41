import ArgumentParser
import BoardUI
import Briefing
import Formats
import Glibc
import Sharing
import Situation
import Terminal

struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Serve a desk to readers who come over ssh.",
    discussion: """
      For ForceCommand in sshd_config, or command="…" in authorized_keys; docs/briefing-over-ssh.md sets a desk up. A \
      reader with a terminal gets the board, read-only; 'ssh desk brief --since last' prints, 'ssh -t desk follow NAME' \
      joins. What the client asks for is read by a grammar of its own and by no shell; files are opened beneath the \
      folder only; nothing is written but the reader's bookmark of their last briefing. Whatever is not in the grammar is \
      refused with exit code 64.
      """)

  @Option(
    help: ArgumentHelp(
      "The folder of the desk: its articles, .last for marks, .led for led briefings.", valueName: "folder"))
  var root: String

  @Option(
    help: ArgumentHelp(
      "Who the reader is, by their key: what was told them last is remembered under this name.", valueName: "name"))
  var reader: String?

  @Option(
    help: ArgumentHelp(
      "A desk on a PostgreSQL server in place of the folder's articles. Its account needs no more than to read.",
      valueName: "address"))
  var desk: String?

  @Option(help: ArgumentHelp("The time zone of dates that name none, such as +05:00.", valueName: "offset"))
  var timezone: OffsetArgument?

  func validate() throws {
    if let reader, !BookmarkFolder.isName(reader) {
      throw ValidationError("--reader takes letters, digits, '.', '_' and '-', at most 64, a letter or a digit first.")
    }
  }

  func run() throws {
    // First of all: nothing that the client's environment names is to be opened or believed.
    let asked = getenv("SSH_ORIGINAL_COMMAND").map { pointer in
      Array(UnsafeRawBufferPointer(start: pointer, count: strnlen(pointer, GateRequest.mostBytes + 1)))
    }
    guard GateEnvironment.reduce() else { throw Failure(.unavailable, "the environment cannot be dropped") }
    umask(0o077)
    let request: GateRequest
    do throws(GateRequest.Refusal) {
      request = try GateRequest(asked ?? [], offset: timezone?.offset ?? .zero)
    } catch {
      throw Failure(.usage, "refused: \(error.reason)")
    }
    let folder: GateRoot
    do throws(SharingError) {
      folder = try GateRoot(root)
    } catch {
      throw Failure(.noInput, error.message)
    }
    try GateService(root: folder, reader: reader, timezone: timezone?.offset, desk: desk).serve(request)
  }
}
