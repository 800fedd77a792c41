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

  @Test(arguments: [
    ("Sheriff Jan Alder said three people were killed.", "Jan Alder"),
    ("Prime Minister Dana May said three people were killed.", "Dana May"),
    ("State Senator April Ober said three people were killed.", "April Ober"),
  ])
  func `a month in a name is no month`(_ text: String, _ name: String) throws {
    let claim = try #require(try ReaderFixture.claims(text, date: "2025-06-24").first { $0.count != nil })
    #expect(claim.speaker?.name == name)
    #expect(claim.standing == .current)
  }

  @Test func `a month beside a number or after a preposition stays one`() throws {
    for text in ["Police said three people were killed on May 3.", "Three people were killed in May, police said."] {
      let claim = try #require(try ReaderFixture.claims(text, date: "2025-06-24").first { $0.count != nil })
      #expect(claim.happened.from.map { CivilTime($0, at: .zero).date.month } == 5)
    }
  }

  @Test(arguments: [
    "Three people were killed in blasts that were claimed by the Red Brigade.",
    "Three people died in a bombing that was later claimed by the Red Brigade.",
  ])
  func `who claims an attack counts nobody`(_ text: String) throws {
    #expect(try speakers(text) == [nil])
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

  @Test(arguments: [
    ("Divers searching a barge which sank in the Sava at the weekend said they saw ten bodies.", "divers"),
    ("Officials briefing reporters near the site say ten people were killed.", "officials"),
    ("The Interior Ministry statement said ten people were killed.", "interior ministry"),
    ("Ten people were killed, according to a press release given by mine officials.", "mine officials"),
    ("Citing harbour officials, the Lorian Tribune reported that ten people were killed.", "harbour officials"),
    ("The Lorian Tribune said ten people were killed, quoting harbour officials.", "harbour officials"),
    ("A town's flood rescue service reported that ten people were killed.", "flood rescue service"),
    ("Ten people were killed, an official statement said.", "official statement"),
    ("Ten people were killed, the mayor said, citing unconfirmed reports.", "mayor"),
  ])
  func `whose words they are speaks, and not what stands nearest to the verb`(_ text: String, _ role: String) throws {
    #expect(try speakers(text).map { $0?.role } == [role])
  }

  @Test(arguments: [
    ("East Lorva Gov. Arvo Rand Tamm says ten people were killed.", "Arvo Rand Tamm"),
    (
      "The governor of Lorva, Arvo Tamm, said ten people were killed, according to his official account.", "Arvo Tamm"
    ),
    (
      "The daily newspaper Dagbol quoted Arvo Tamm, director of a clinic, as saying ten people were killed.",
      "Arvo Tamm"
    ),
  ])
  func `a name stands with what comes before it, and outlives what comes after`(_ text: String, _ name: String) throws {
    #expect(try speakers(text).map { $0?.name } == [name])
  }

  @Test func `a place before a bare surname is no part of who speaks`() throws {
    let text = "Engineers met Kenji Morita.\n\nTen people were killed in the district of Lorva, Morita said."
    #expect(try speakers(text).map { $0?.name } == ["Kenji Morita"])
  }

  @Test func `a surname that comes first is known as well`() throws {
    let text = "Engineers met Li Mang at the gate.\n\nTen people were killed, said Li."
    #expect(try speakers(text).map { $0?.name } == ["Li Mang"])
  }

  @Test func `letters that belong to somebody are a body, and no person`() throws {
    let speaker = try #require(try speakers("The EU's LORVFOR said ten people were killed.").first ?? nil)
    #expect(speaker.organisation == "LORVFOR")
    #expect(speaker.name == nil)
  }

  @Test func `a body may have a word with a hyphen before its name`() throws {
    let speaker = try #require(
      try speakers("The Lorva-based Tamm Observatory for Rivers said ten people were killed.").first ?? nil)
    #expect(speaker.organisation == "Tamm Observatory for Rivers")
  }

  @Test func `who flees or is searched for does not speak where the sentence has another subject`() throws {
    let text = "Police searching the wood found two bodies, the mayor said."
    #expect(try speakers(text).map { $0?.role } == ["mayor"])
  }

  @Test(arguments: [
    ("A statement from the health ministry said 22 people were wounded.", "health ministry"),
    ("In a statement from the interior ministry, 14 people were injured.", "interior ministry"),
    ("The fire brigade, which has 70 officers at the scene, said six people were rescued.", "fire brigade"),
  ])
  func `who gives a statement out speaks, and a clause between commas does not hide who it is`(
    _ text: String, _ role: String
  ) throws {
    #expect(try speakers(text).map { $0?.role } == [role])
  }

  @Test func `the stop of an abbreviation ends no name`() throws {
    let speaker = try #require(try speakers("Police Chief Omar Ray Jr. said five people were injured.").first ?? nil)
    #expect(speaker.name?.hasPrefix("Omar Ray") == true)
  }

  @Test func `another ministry is not the one that spoke before, and the same source is`() throws {
    let ministries = """
      The interior ministry said 14 people were hurt.

      The health ministry said 22 people were hurt.
      """
    #expect(try speakers(ministries).map { $0?.role } == ["interior ministry", "health ministry"])
    let source = """
      A security source said 14 people were hurt.

      The same source said 22 people were killed.
      """
    #expect(try speakers(source).map { $0?.role } == ["security source", "security source"])
  }

  @Test func `a quotation is told by the side on which its marks touch the words`() throws {
    let text = """
      "Four people died," the doctor said. "Two more are missing." Nine people were hurt.
      """
    #expect(try speakers(text).map { $0?.role } == ["doctor", "doctor", nil])
  }

  @Test func `a storm that claims lives has not spoken, and officials who claim some have`() throws {
    #expect(try speakers("A storm over Salwick claimed 13 lives.") == [nil])
    #expect(try speakers("Officials claimed 13 lives were lost.").map { $0?.role } == ["officials"])
  }

  @Test func `those whom a relative clause describes are not who speaks after it`() throws {
    let text = "Rebels released 19 people who had been held for two years, an agency involved in the search said."
    #expect(try speakers(text).map { $0?.role } == ["agency"])
    #expect(try speakers("Raiders abducted nine nurses who were giving lessons.") == [nil])
  }

  @Test func `a day after an hour with stops ends no sentence`() throws {
    let text = "Two teachers were missing after a blast at 11 a.m. Tuesday, the agency said."
    #expect(try speakers(text).map { $0?.role } == ["agency"])
  }

  @Test(arguments: [
    ("The LANA coalition, led by the hopeful Rail Oding, put the toll at 12 dead.", "LANA"),
    (
      "Twelve people died, said the National Disaster Risk Reduction and Management Council on Monday.",
      "National Disaster Risk Reduction and Management Council"
    ),
    ("Norland's Commission on Human Rights said 12 people had been shot dead.", "Commission on Human Rights"),
    ("Twelve people died, according to figures provided by the Anker crisis centre.", "Anker"),
  ])
  func `a body speaks by its whole name, whatever stands between it and its verb`(
    _ text: String, _ organisation: String
  ) throws {
    #expect(try speakers(text).map { $0?.organisation } == [organisation])
  }

  @Test(arguments: [
    ("Musa Kell, a spokesman for fighters led by cleric Fazlan, said twelve people died.", "Musa Kell"),
    ("Earlier, Mehmed Asin, a spokesman for a clinic, while talking to a paper, put the dead at 12.", "Mehmed Asin"),
    ("Dana Ober, of the fire brigade, said twelve people died.", "Dana Ober"),
    ("Mayor Dana Ober of Selm said twelve people died.", "Dana Ober"),
    ("A miner who gave his name only as Sergo told the radio that he saw 12 bodies.", "Sergo"),
    (
      "Kari Fatna, head of police in Munsk, some 27 km from the capital Dorm, told a paper that twelve people died.",
      "Kari Fatna"
    ),
    ("Nobody was hurt, according to a statement from Prime Cruises.", "Prime Cruises"),
  ])
  func `who opens a sentence speaks, over what describes them`(_ text: String, _ name: String) throws {
    #expect(try speakers(text).map { $0?.name } == [name])
  }

  @Test func `the agency is the one that has just spoken`() throws {
    let text = "Five people died, the Lorian Observatory for Rivers said. Six people were hurt, the agency said."
    #expect(try speakers(text).map { $0?.organisation } == Array(repeating: "Lorian Observatory for Rivers", count: 2))
    let none = "Six people were hurt, the agency said."
    #expect(try speakers(none).map { $0?.role } == ["agency"])
  }

  @Test(arguments: [
    ("Nine people died, according to the transport and interior ministries.", "transport and interior ministries"),
    (
      "Three guards were killed in the city of Velm, the provincial governor and police sources said.",
      "provincial governor and police sources"
    ),
    ("At least two guards were killed, according to the videos.", "videos"),
  ])
  func `a place before who speaks is no part of them, and two share their noun`(_ text: String, _ role: String) throws {
    #expect(try speakers(text).map { $0?.role } == [role])
    #expect(try speakers(text).map { $0?.name } == [nil])
  }

  @Test(arguments: [
    ("They killed seven women, ages 50 to 83, said Emil Orin, a spokesman for the county.", "Emil Orin"),
    ("Thirty people were killed, said State Department of Public Safety Trooper Sam Orly.", "Sam Orly"),
    (
      "Police said two men died. Pavel Orin, a spokesman for the band, accused the army. He said six were killed.",
      "Pavel Orin"
    ),
    ("Chief Emil Orin issued a statement confirming the deaths of the 11 soldiers.", "Emil Orin"),
    ("52 people were injured in the blast: state minister Goran Tolin.", "Goran Tolin"),
  ])
  func `who is named after the words, gives a paper out or accuses is who speaks`(_ text: String, _ name: String) throws
  {
    #expect(try speakers(text).last.flatMap { $0?.name } == name)
  }

  @Test func `who is accused says nothing`() throws {
    #expect(try speakers("The cell accused of the attack killed 11 people.") == [nil])
  }

  @Test(arguments: [
    ("Thirty people are trapped, said Norland's National Disaster Response Force.", "National Disaster Response Force"),
    ("Gunmen killed four people, Norland's official Antora news agency reported.", "Antora"),
    ("The United States said one man died.", "United States"),
  ])
  func `the nearest name is of the body that speaks`(_ text: String, _ organisation: String) throws {
    #expect(try speakers(text).map { $0?.organisation } == [organisation])
  }

  @Test func `we in a quotation is whoever is quoted, in the paragraph after as well`() throws {
    let text = """
      Police said 13 people were killed.

      “It burst into flames,” said Carl Chaka, a police chief in Malan County.

      “We counted nine bodies at the scene. Another person died in hospital.”
      """
    #expect(try speakers(text).map { $0?.name } == [nil, "Carl Chaka", "Carl Chaka"])
    let plain = "Police said 13 people were killed.\n\nNine bodies were found at the scene."
    #expect(try speakers(plain).last == .some(nil))
  }

  @Test func `who found the dead and said something else told of the something else`() throws {
    let text = "Rescuers found two bodies on Wednesday, and said they believed others remained."
    #expect(try speakers(text) == [nil])
    let told = "Rescuers dug all night, and said two people were killed."
    #expect(try speakers(told).map { $0?.role } == ["rescuers"])
  }

  @Test(arguments: [
    ("Magen Orin Adom (MOA) sent crews. Nine people were hurt, MOA said.", "Magen Orin Adom"),
    ("The Lorian Defence Forces sent crews. Nine people were hurt, the LDF said.", "Lorian Defence Forces"),
    ("The Lorva Rescue Agency sent crews. Nine people were hurt, the LRB said.", "LRB"),
    ("The Lorva Rescue Agency (LRA) sent crews. Nine people were hurt, the FBI said.", "FBI"),
    (
      "Two died, Lorian Observatory for Rivers director Omar Tamm said. Nine people were hurt, the Tribune said.",
      "Tribune"
    ),
  ])
  func `letters are the body whose initials they are`(_ text: String, _ organisation: String) throws {
    #expect(try speakers(text).last.flatMap { $0?.organisation } == organisation)
  }

  @Test func `a body by one word of its name is the one that spoke before`() throws {
    let text = "Two people died, the Lorian Observatory for Rivers said. Nine people were hurt, the Observatory said."
    #expect(try speakers(text).map { $0?.organisation } == Array(repeating: "Lorian Observatory for Rivers", count: 2))
    let other = "Two people died, the Lorian Observatory for Rivers said. Nine people were hurt, the ministry said."
    #expect(try speakers(other).last.flatMap { $0?.role } == "ministry")
    let based = "Nine people were hurt, the Lorva-based observatory said."
    #expect(try speakers(based).last.flatMap { $0?.role } == "observatory")
  }

  @Test(arguments: [
    ("President Abdel-Fattah al-Orin spoke. Orin said nine people died.", "Abdel-Fattah al-Orin"),
    ("The fire was out, said county spokesman Drew Pinner. Nine people died, Pinner said.", "Drew Pinner"),
    ("President Rafael Tamm's rivals met. Nine people died, Tamm said.", "Rafael Tamm"),
  ])
  func `who was named in an office is known by the surname`(_ text: String, _ name: String) throws {
    #expect(try speakers(text).map { $0?.name } == [name])
  }

  @Test func `a surname nobody was named by is no person`() throws {
    #expect(try speakers("President Rafael Tamm spoke. Nine people died, Orva said.").map { $0?.name } == [nil])
  }
}
