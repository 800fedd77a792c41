import Situation
import Testing

/// Who is meant by a name, and when a figure was so.
struct DiscourseTests {
  @Test func `two speakers of one surname stay two people`() throws {
    let claims = try ReaderFixture.claims(
      """
      The military spokesman, Ahmed Chaudhry, said 33 attackers were killed. A minister, Talal Chaudhry, said 21 \
      passengers were killed. The minister, Chaudhry, said 12 guards were killed. The spokesman, Chaudhry, said 354 \
      passengers were rescued.
      """)
    let names = claims.filter { $0.count != nil }.map(\.speaker?.name)
    #expect(names == ["Ahmed Chaudhry", "Talal Chaudhry", "Talal Chaudhry", "Ahmed Chaudhry"])
  }

  @Test func `a bare surname is the one speaker who has it`() throws {
    let claims = try ReaderFixture.claims(
      "The military spokesman, Ahmed Chaudhry, said 33 attackers were killed. Chaudhry said 354 people were rescued.")
    #expect(claims.filter { $0.count != nil }.map(\.speaker?.name) == ["Ahmed Chaudhry", "Ahmed Chaudhry"])
  }

  /// The counts of a text with who gives each: "3 killed, Ayoub Karim".
  private func told(_ text: String) throws -> [String] {
    try ReaderFixture.claims(text).compactMap { claim in
      claim.count.map { count in
        let by = claim.speaker?.name ?? claim.speaker?.role ?? claim.speaker?.organisation ?? "nobody"
        return "\(count.figure.low ?? 0) \(count.status.rawValue), \(by)"
      }
    }
  }

  @Test func `a name before a role tells whose it is and the name after it who he is`() throws {
    let claims = try ReaderFixture.claims("Three guards were killed, Herat police chief Ayoub Karim said.")
    let speaker = try #require(claims.first?.speaker)
    #expect(speaker.name == "Ayoub Karim" && speaker.role == "police chief" && speaker.organisation == "Herat")
    #expect(
      try told("Two hostages died, Malian government spokesman, Oumar Keita, said.") == ["2 killed, Oumar Keita"])
    #expect(
      try told("Nine people were hurt 40 miles south of Kolkata, railway spokeswoman Anita Bose said.")
        == ["9 injured, Anita Bose"])
    #expect(try told("Bavarian police said nine people were hurt.") == ["9 injured, police"])
  }

  @Test func `people and nouns nobody knows speak where they stand right before their words`() throws {
    #expect(try told("Three miners died, negotiators said.") == ["3 killed, negotiators"])
    #expect(try told("An adviser said three miners died.") == ["3 killed, adviser"])
    #expect(try told("Three miners died, shepherd Gul Noor said.") == ["3 killed, Gul Noor"])
    #expect(try told("Three miners died, according to campaigners.") == ["3 killed, campaigners"])
    #expect(try told("Three miners died, according to autopsies.") == ["3 killed, nobody"])
    #expect(
      try told("In actions that observers described as brutal, rebels killed five officials.") == ["5 killed, nobody"])
    #expect(
      try told("COPREFA STATED THAT 127 GUERRILLAS HAD BEEN KILLED IN THE FIGHTING.") == ["127 killed, COPREFA"],
      "in a text of capitals a noun without an article is a name")
  }

  @Test func `what another clause tells is not the speaker's who follows it`() throws {
    #expect(
      try told("Eight people were wounded; a doctor there, Jamal Hussain, said three women had died.")
        == ["8 injured, nobody", "3 killed, Jamal Hussain"])
    #expect(
      try told("Two hostages died, as did the lone gunman, police commissioner Andrew Scipione said.").first
        == "2 killed, Andrew Scipione")
    #expect(try told("Four men were taken at gunpoint by six masked men.") == ["4 held, nobody"])
    #expect(try told("A local charity, Edhi, however, said 31 people had died.") == ["31 killed, Edhi"])
    #expect(
      try told("The commissioner, Abbas Baloch, said 28 people had died.") == ["28 killed, Abbas Baloch"],
      "the name of a people is a name as well")
  }

  @Test func `a quotation goes on with whoever was named right before`() throws {
    let text =
      "\"The siege is over,\" the mayor said. \"We freed four hostages. Two men are missing.\" Six people were killed."
    #expect(try told(text) == ["4 rescued, mayor", "2 missing, mayor", "6 killed, nobody"])
    #expect(
      try told("\"The siege is over,\" the mayor said.\n\n\"We freed four hostages.\"") == ["4 rescued, mayor"],
      "a paragraph of nothing but a quotation goes on with whoever was quoted in the one before")
    #expect(
      try told("\"The siege is over,\" the mayor said.\n\nThe line is shut.\n\n\"We freed four hostages.\"")
        == ["4 rescued, nobody"])
  }

  @Test func `who is named at the end of a quotation says all of it`() throws {
    let text = "Nobody knew more. \"Four people were killed. Two people were hurt,\" the doctor said."
    #expect(try told(text) == ["4 killed, doctor", "2 injured, doctor"])
  }

  @Test func `what follows saying is what is said`() throws {
    let text = "The minister told them that all was over but gave another account, saying 33 militants had been killed."
    #expect(try told(text) == ["33 killed, minister"])
  }

  @Test func `a time in a clause about somebody says nothing of what he did`() throws {
    let text = "The gunman, a former guard who was fired last year, had seized 24 people."
    #expect(try ReaderFixture.claims(text).map(\.standing) == [.current])
    let other = "The raid came two weeks after 350 people were killed in a bombing."
    #expect(try ReaderFixture.claims(other).filter { $0.count != nil }.map(\.standing) == [.background])
  }

  @Test func `people who are counted and then named are counted once`() throws {
    let claims = try ReaderFixture.claims("Two people, a woman and her son, were killed.")
    #expect(claims.compactMap(\.count?.scope) == [.total, .part, .part])
    #expect(claims.dropFirst().allSatisfy { $0.partOf == 0 }, "who they are adds nobody")
    #expect(try told("Police rescued all the remaining 50 civilians.") == ["50 rescued, nobody"])
  }

  @Test func `each of two states is of its own people`() throws {
    #expect(
      try told("The hospital received four dead and one woman in critical condition.")
        == ["4 killed, nobody", "1 critical, nobody"])
    #expect(
      try told("Troops killed three of the gunmen and captured the other two alive.")
        == ["3 killed, nobody", "2 arrested, nobody"])
  }

  @Test func `the year that a sentence points back to is another time`() throws {
    let text =
      "Twenty-one girls were freed on Thursday, the ministry said.\n\nAn index put the group among the deadliest of 2014.\n\n"
    let claims = try ReaderFixture.claims(
      text + "That year, the institute said, the group was responsible for 6,644 deaths.", date: "2016-10-13")
    #expect(claims.filter { $0.count != nil }.map(\.standing) == [.current, .background])
  }

  @Test func `what was said earlier or is of an earlier incident is not so now`() throws {
    func standings(_ text: String) throws -> [Claim.Standing] {
      try ReaderFixture.claims(text).filter { $0.count != nil }.map(\.standing)
    }
    #expect(try standings("Earlier, the railway had said six people died.") == [.superseded])
    #expect(try standings("Earlier, two guards were killed, police said.") == [.current])
    #expect(try standings("In an earlier attack, bandits hit the line but three people were hurt.") == [.background])
    let toll = "A slide killed at least 150 people. Earlier, officials said at least 85 people were killed."
    #expect(try standings(toll) == [.current, .superseded])
    let statements = "A storm killed 11 people. Earlier government statements had put the figure at 15 dead."
    #expect(try standings(statements) == [.current, .superseded])
    let time = "Gunmen seized four men. Police initially said the four were seized at noon, but later said at dusk."
    #expect(try standings(time).allSatisfy { $0 == .current })
  }

  @Test func `people counted in a coach are placed in it and are no total`() throws {
    for text in ["Twenty people were held in coach No. 4.", "Twenty people in coach 4 were held."] {
      let claim = try #require(try ReaderFixture.claims(text).first)
      #expect(claim.place == "coach 4" && claim.count?.scope == .part)
      #expect(claim.receipt.span == 0..<text.utf8.count - 1)
    }
    #expect(try ReaderFixture.claims("Twenty people were held in a coach.").first?.place == nil)
  }

  @Test func `those of whom nothing is told are in no state`() throws {
    let text = "Seven people were killed. The line said 398 passengers had bought tickets, of whom 362 were validated."
    #expect(try told(text) == ["7 killed, nobody"])
    #expect(try told("All 22 crew members of the ship were safe.") == ["22 safe, nobody"])
  }

  @Test func `some of those rescued are a part of the rescued`() throws {
    let claims = try ReaderFixture.claims(
      "Officials said 80 people were rescued. Fifty-seven of those rescued have reached Quetta.")
    let part = try #require(claims.first { $0.count?.figure == .exactly(57) })
    #expect(part.count?.scope == .part)
    #expect(part.partOf == claims.firstIndex { $0.count?.figure == .exactly(80) })
    let alone = try ReaderFixture.claims("Fifty-seven of those rescued have reached Quetta.")
    #expect(alone.first { $0.count != nil }?.count?.scope == .part)
  }

  @Test func `what is unchanged since a day did not happen on it`() throws {
    let text = """
      He put the number rescued at 354, and the number of attackers killed at 33, unchanged since Wednesday night.
      """
    let dated = try ReaderFixture.claims(text, date: "2025-03-14T16:00+05:00")
    #expect(dated.count == 2)
    let by = try #require(Moment.parse("2025-03-14T16:00+05:00", defaultOffset: .zero)).by
    #expect(dated.allSatisfy { $0.happened == by })
    #expect(try ReaderFixture.claims(text).allSatisfy { $0.happened.isUnknown })
  }

  @Test func `nobody harmed in one phase is no total`() throws {
    let phase = try ReaderFixture.claims("No passenger was harmed in the final assault.")
    #expect(phase.compactMap(\.count?.scope) == [.part])
    let whole = try ReaderFixture.claims("No passenger was harmed in the crash.")
    #expect(whole.compactMap(\.count?.scope) == [.total])
  }

  @Test func `a name withheld at the second mention is withheld`() throws {
    let claims = try ReaderFixture.claims(
      """
      An army official gave another count. The toll was 28, according to the army official, who also asked not to be \
      named.
      """)
    #expect(claims.first { $0.count != nil }?.speaker?.isAnonymous == true)
  }

  @Test func `that toll is of the dead named before it`() throws {
    let claims = try ReaderFixture.claims("An officer gave a count of the military dead. That toll was 28.")
    #expect(claims.compactMap(\.count?.subjectClass) == [.securityForces])
    let plain = try ReaderFixture.claims("An officer gave a count of the dead. That toll was 28.")
    #expect(plain.compactMap(\.count?.subjectClass) == [.people])
  }

  @Test func `a share without a noun is of the whole and not like its neighbour`() throws {
    let claims = try ReaderFixture.claims(
      "Police found 25 bodies. One was a police officer and one a railway official, and four had not been identified.")
    let four = try #require(claims.first { $0.count?.figure == .exactly(4) }?.count)
    #expect(four.subject == "people")
    #expect(four.subjectClass == .people)
  }

  @Test func `those held aboard are held and not counted twice`() throws {
    let claims = try ReaderFixture.claims("Police said 300 passengers were held aboard the train.")
    #expect(claims.compactMap(\.count?.status) == [.held])
  }

  @Test func `the place of a speaker is not the place of what is said`() throws {
    let claims = try ReaderFixture.claims(
      "A senior official of the railways in Quetta, said the track was blown up.")
    #expect(claims.count == 1)
    #expect(claims.allSatisfy { $0.place == nil })
  }
}
