import Situation
import Testing

/// Who is named as the speaker: whole pairs, whole names, and whose words they are.
struct SpeakerTests {
  private func speakers(_ text: String) throws -> [Speaker?] {
    try ReaderFixture.claims(text).filter { $0.count != nil }.map(\.speaker)
  }

  @Test(arguments: [
    ("Three people were killed, police and witnesses said.", "police and witnesses"),
    ("Three people were killed, according to industry and security officials.", "industry and security officials"),
    ("Medics and eyewitnesses said three people were killed.", "medics and eyewitnesses"),
  ])
  func `two who speak together are one speaker with both their words`(_ text: String, _ role: String) throws {
    #expect(try speakers(text).map { $0?.role } == [role])
  }

  @Test func `a body is called by the words on both sides of its preposition`() throws {
    let speaker = try #require(
      try speakers("The Lorian Observatory for Civil Rights (LOCR) said three people were killed.").first ?? nil)
    #expect(speaker.organisation == "Lorian Observatory for Civil Rights")
    #expect(speaker.name == nil)
  }

  @Test func `a surname is the person who was named in full before`() throws {
    let text = "Engineers met Kenji Morita at the gate.\n\nMorita said three people were killed."
    #expect(try speakers(text).map { $0?.name } == ["Kenji Morita"])
  }

  @Test func `small words in a name do not break it`() throws {
    let text = "The education minister, Samir Hadi al-Tarek, said three people were killed."
    #expect(try speakers(text).map { $0?.name } == ["Samir Hadi al-Tarek"])
  }

  @Test func `who is quoted speaks, and not who quotes`() throws {
    let text = "State television quoted the governor as saying three people were killed."
    #expect(try speakers(text).map { $0?.role } == ["governor"])
  }

  @Test func `a place before a pronoun is no speaker`() throws {
    let text = "The office said two people were hurt. A guide was killed in Sarda, it said."
    #expect(try speakers(text).last.flatMap { $0?.organisation } == nil)
  }

  @Test func `a spokesman in a city is a spokesman`() throws {
    let text = "Fourteen people were killed, according to Omar Karim, a rebel spokesman in the city."
    #expect(try speakers(text).map { $0?.name } == ["Omar Karim"])
  }

  @Test func `who tells reporters at the end of a sentence says all of it`() throws {
    let text = "Four people remained trapped, commander Ilker Demir, who flew in from the coast, told reporters."
    #expect(try speakers(text).map { $0?.name } == ["Ilker Demir"])
  }
}
