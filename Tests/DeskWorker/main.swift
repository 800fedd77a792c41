import Desk
import Glibc

/// Reads the texts of a desk until none is left, in a process of its own that a test may kill: each text becomes event
/// lines that the text itself holds. One that begins with "poison" ends the process.
func work(_ connection: String) throws(DeskError) {
  let queue = try ReadingQueue(DeskLog(DeskAddress(connection)), reader: "by hand", worker: "worker \(getpid())")
  while true {
    let count = try queue.work { articles in
      articles.map { article in
        let text = String(decoding: article.bytes, as: UTF8.self)
        if text.hasPrefix("poison") { kill(getpid(), SIGKILL) }
        return text.hasPrefix("{") ? .read(text) : .unreadable("it holds no lines")
      }
    }
    if count == 0 {
      guard try queue.isUnfinished() else { return }
      try queue.wait()
    }
  }
}

do throws(DeskError) {
  try work(CommandLine.arguments[1])
} catch {
  print(error.message)
  exit(1)
}
