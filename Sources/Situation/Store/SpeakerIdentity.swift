/// What tells speakers apart, in numbers, so that asking whether two are the same reads no text. It answers as
/// `Speaker.isSame` does.
struct SpeakerIdentity: Sendable {
  private var isNamed: Bool
  /// The first and the last word of the name, which are the same for a name of one word.
  private var given: UInt32
  private var family: UInt32
  private var isOneWord: Bool
  private var organisation: UInt32
  private var role: UInt32
  let side: Speaker.Side

  init(_ speaker: Speaker, words: inout InternTable<String>) {
    func number(_ text: String) -> UInt32 { words.intern(Speaker.words(of: text).joined(separator: " ")) }
    let name = speaker.name.map(Speaker.words)
    isNamed = name != nil
    given = name?.first.map { words.intern($0) } ?? StoredEvent.none
    family = name?.last.map { words.intern($0) } ?? StoredEvent.none
    isOneWord = name?.count == 1
    organisation = speaker.organisation.map(number) ?? StoredEvent.none
    role = speaker.role.map(number) ?? StoredEvent.none
    side = speaker.side
  }

  func isSame(as other: SpeakerIdentity) -> Bool {
    guard isNamed == other.isNamed else { return false }
    if isNamed { return family == other.family && (isOneWord || other.isOneWord || given == other.given) }
    let none = StoredEvent.none
    func agree(_ a: UInt32, _ b: UInt32) -> Bool { a == none || b == none || a == b }
    guard agree(organisation, other.organisation), agree(role, other.role) else { return false }
    return (organisation != none && other.organisation != none) || (role != none && other.role != none)
  }
}

extension [SpeakerIdentity] {
  /// The side of a speaker by number; unknown where nobody is named.
  func side(of speaker: UInt32) -> Speaker.Side {
    speaker == StoredEvent.none ? .unknown : self[Int(speaker)].side
  }
}
