import Glibc
import Journal
import Situation

/// Writes notes into the journal at the path given, one after another, and prints the number of each when it is saved.
///
/// With a number of bytes after the path no file of this process can grow beyond it; the error that ends the notes is
/// printed, then the limit is lifted and one more is written.
func write(_ path: String, limit: rlim_t?) throws(JournalError) {
  let journal = try Journal(path)
  func note() throws(JournalError) {
    let entry = try journal.append(
      .note(nil), text: "note \(journal.entries.count + 1)", author: "writer",
      at: Instant(seconds: 1_741_838_400 + Int64(journal.entries.count)), offset: .zero)
    say("\(entry.id.story)")
  }
  if let limit { setLimit(limit) }
  do throws(JournalError) {
    while true { try note() }
  } catch {
    guard limit != nil else { throw error }
    say(error.message)
    setLimit(rlim_t.max)
    try note()
  }
}

func setLimit(_ bytes: rlim_t) {
  var limit = rlimit()
  getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  limit.rlim_cur = min(bytes, limit.rlim_max)
  setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
}

func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  if Glibc.write(STDOUT_FILENO, bytes, bytes.count) != bytes.count { exit(2) }
}

do throws(JournalError) {
  let arguments = CommandLine.arguments
  try write(arguments[1], limit: arguments.count > 2 ? rlim_t(arguments[2]) : nil)
} catch {
  say(error.message)
  exit(1)
}
