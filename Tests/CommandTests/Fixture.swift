import Formats
import LineExamples
import Situation

enum Fixture {
  /// The event lines of the two dispatches with their 23 claims.
  static func events() throws -> [UInt8] {
    var bytes: [UInt8] = []
    EventLines.write(try TwoDispatches.store()) { bytes += $0 }
    return bytes
  }

  /// The event lines of an article with one claim, whose speaker has this name.
  static func events(speaker name: String) -> [UInt8] {
    let id = ArticleID(digest: String(repeating: "d", count: 64))
    let article = Article(id: id, path: "one.txt", text: Array("Ten were freed.\n".utf8))
    var store = EventStore()
    let claim = Claim(
      .count(Count(.rescued, "people", .people, .exactly(10))), speaker: Speaker(name: name, side: .state),
      receipt: Receipt(article: id, span: 0..<15, rule: "by hand"))
    store.append(article, claims: [claim])
    var bytes: [UInt8] = []
    EventLines.write(store) { bytes += $0 }
    return bytes
  }

  /// An article whose every field is what a terminal must not get, with a claim on it.
  static func hostileEvents() -> [UInt8] {
    let poison = "\u{1B}]0;owned\u{7}\u{9B}2J\r\u{202E}\u{2066}x\u{34F}\u{180E}\u{3164}\u{17B4}"
    let text = Array(("The train \(poison) stopped.\n" + poison).utf8)
    let id = ArticleID(digest: String(repeating: "e", count: 64))
    let article = Article(
      id: id, path: poison, title: poison, outlet: poison, url: poison, text: text, notices: [poison])
    var store = EventStore()
    let speaker = Speaker(name: poison, role: poison, organisation: poison, side: .other)
    let moment = Moment.weekday(.monday, text: poison)
    let contents: [Claim.Content] = [
      .count(Count(.held, poison, .people, .about(3, poison), cause: poison)),
      .condition(Condition(object: poison, state: poison)),
      .movement(Movement(subject: poison, action: poison, from: poison, to: poison, by: poison)),
      .deployment(Deployment(side: .attackers, unit: poison, action: poison, equipment: poison)),
      .statement(Statement(act: .label, by: poison, content: poison)),
    ]
    store.append(
      article,
      claims: contents.map {
        Claim(
          $0, speaker: speaker, happened: moment, reported: moment, place: Place(poison),
          receipt: Receipt(article: id, span: 0..<text.count, rule: poison))
      })
    var bytes: [UInt8] = []
    EventLines.write(store) { bytes += $0 }
    return bytes
  }
}
