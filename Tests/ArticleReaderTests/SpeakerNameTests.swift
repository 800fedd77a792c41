import Situation
import Testing

/// What who speaks is called, however a paper writes it, and where in a sentence they stand.
struct SpeakerNameTests {
  private func speaker(_ text: String) throws -> Speaker? {
    try ReaderFixture.claims(text).first { $0.count != nil }?.speaker
  }

  /// The places in which a sentence names who speaks.
  private func sentences(_ name: String) -> [String] {
    [
      "\(name.prefix(1).uppercased())\(name.dropFirst()) said nine people died in the fire.",
      "Nine people died in the fire, \(name) said.",
      "“Nine people died in the fire,” said \(name).",
      "Nine people died in the fire, according to \(name).",
    ]
  }

  @Test(arguments: [
    "Lorian Weather Service", "Federal Railroad Administration", "National Transportation Safety Board",
    "Norland Highway Patrol", "Lorian National Police", "National Disaster Management Authority", "New Lorva Post",
    "International Committee of the White Crescent", "Lorva Press & Sun-Bulletin",
  ])
  func `a body is called by all the words of its name`(_ name: String) throws {
    for text in sentences("the \(name)") {
      let speaker = try speaker(text)
      #expect(speaker?.organisation == name, "\(text)")
      #expect(speaker?.name == nil, "\(text)")
    }
  }

  @Test(arguments: [
    ("Ms. White", "White"), ("Mr. Colby", "Colby"), ("Battalion Chief Ed Young", "Ed Young"),
    ("Lorva Fire Department Chief Ed Young", "Ed Young"), ("Lorva County Sheriff Bob Rader", "Bob Rader"),
    ("Marine spokesman Lt. Col. Dana Cross", "Dana Cross"), ("Sen. Rob Portham", "Rob Portham"),
    ("Higher Education Minister Abed Thiyab al-Orin", "Abed Thiyab al-Orin"),
    ("Michael C. Cernick", "Michael C. Cernick"),
  ])
  func `a person has the whole name, though some of its words are words of the language`(
    _ words: String, _ name: String
  ) throws {
    for text in sentences(words) { #expect(try speaker(text)?.name == name, "\(text)") }
  }

  @Test(arguments: [
    ("Cory Jamison, 22, of Flint, Mich., said nine people died.", "Cory Jamison"),
    ("Sen. Rob Portham (R-Ohio), another incumbent, said nine people died.", "Rob Portham"),
    ("Jason Simms — a teacher from Mount Pleasant — says nine people died.", "Jason Simms"),
    ("Simone Perrin, a former vice president of global sales, said nine people died.", "Simone Perrin"),
    ("Dana Ober, who has led the search and is now running the camp, said nine people died.", "Dana Ober"),
    ("Dana Ober, during a meeting in Selm, Norland, said nine people died.", "Dana Ober"),
    ("''Nine people died,'' Dana Ober, the city manager, said.", "Dana Ober"),
    ("“How many more must drown?” said Dana Ober. “Nine people died.”", "Dana Ober"),
    ("“I think nine people died,” said Dana Ober.", "Dana Ober"),
  ])
  func `who opens a sentence or follows a quotation speaks, over all that describes them`(
    _ text: String, _ name: String
  ) throws {
    #expect(try speaker(text)?.name == name)
  }

  @Test(arguments: [
    ("People briefed on the search say nine people died.", "people"),
    ("The board said nine people died.", "board"),
    ("A villager fled the camp and told reporters nine people died.", "villager"),
    ("The mayor was open about his anger, saying nine people died.", "mayor"),
    ("The panel concluded that nine people died.", "panel"),
  ])
  func `whoever says something speaks, known or not`(_ text: String, _ role: String) throws {
    #expect(try speaker(text)?.role == role)
  }

  @Test(arguments: [
    ("Nine people died, according to a tally by AFP.", "AFP"),
    ("Nine people died, according to a Reuters tally.", "Reuters"),
    ("Nine people died, according to data compiled by the Lorva Institute.", "Lorva Institute"),
    ("Nine people died, Shook said.", "Shook"),
    ("Nine people died, the government daily Izvorna said.", "Izvorna"),
  ])
  func `who counted speaks, and not the tally`(_ text: String, _ organisation: String) throws {
    #expect(try speaker(text)?.organisation == organisation)
  }

  @Test func `who is told of within a quotation does not speak for who is quoted`() throws {
    let text =
      "“There are two differences between him and Ted Cruise that explain why nine people died,” Orin Bozel says."
    #expect(try speaker(text)?.name == "Orin Bozel")
    let second = "“I'm not saying they were warned,” the mayor said. “I'm saying nine people died.”"
    #expect(try speaker(second)?.role == "mayor")
  }

  @Test func `a body by its own name is not who spoke before`() throws {
    let text =
      "Norland's governor Javad Orin spoke. The governor said all was quiet. Nine died, the official XNA news agency said."
    #expect(try speaker(text)?.name == nil)
  }

  @Test func `what who speaks calls it is theirs, though a clause of its own tells of it`() throws {
    let text = "Troops are near, said Dana Ober, the mayor, who called the attack “an act of war”."
    #expect(try ReaderFixture.claims(text).last?.speaker?.name == "Dana Ober")
  }

  @Test func `two apostrophes are a quotation mark`() throws {
    let text = "''It was dark,'' the mayor said. ''Nine people died.''"
    #expect(try speaker(text)?.role == "mayor")
  }

  @Test(arguments: [
    ("“The fire spread,” said the mayor, who lost two sons in it.", nil),
    ("After the blast killed nine people, officials said that the road was closed.", nil),
    ("Nine people were killed after the mayor spoke of danger.", nil),
    ("Nine people died, the mayor said, and two were missing.", "mayor"),
    ("Nine died in Lorva County in West Norland's northern panhandle, the governor's office said.", "office"),
    ("The mayor said police placed bodies, nine people who had died, in bags.", "mayor"),
  ])
  func `words reach as far as who says them speaks`(_ text: String, _ role: String?) throws {
    #expect(try speaker(text)?.role == role)
  }

  @Test(arguments: [
    ("Radio Lorva", "Radio Lorva"), ("Channel 9", "Channel 9"), ("the Orva-based Freedom Radio", "Freedom Radio"),
    ("state broadcaster RTLF", "RTLF"), ("the Orva-based news channel Al Tamm", "Al Tamm"),
    ("the Lorian Interior Ministry", "Lorian Interior Ministry"), ("Lorva Health", "Lorva Health"),
    ("Orin County EMA", "Orin County EMA"), ("the Lorva Red Crescent", "Lorva Red Crescent"),
    ("the Orva Highway Patrol (OHP)", "Orva Highway Patrol"), ("St. Orin County Police", "St. Orin County Police"),
    ("the Lorian Observatory for Civil Rights and army sources", "Lorian Observatory for Civil Rights"),
  ])
  func `an outlet or a body is called by its name, whatever stands beside it`(
    _ words: String, _ organisation: String
  ) throws {
    for text in sentences(words) {
      let speaker = try speaker(text)
      #expect(speaker?.organisation == organisation, "\(text)")
      #expect(speaker?.name == nil, "\(text)")
    }
  }

  @Test(arguments: [
    ("Deputy Assistant Chief Jim Orin", "Jim Orin / deputy assistant chief / -"),
    ("LFD Battalion Chief Ed Young", "Ed Young / battalion chief / LFD"),
    ("4th Battalion Chief Ed Young", "Ed Young / battalion chief / -"),
    ("Brookham Town Supervisor Edward P. Romer", "Edward P. Romer / town supervisor / Brookham"),
    ("Harvey County Sheriff T. Walden", "T. Walden / sheriff / Harvey County"),
    ("Lorva Police Chief Ed Young", "Ed Young / police chief / Lorva"),
    ("Lorva Mayor-elect Dana Ober", "Dana Ober / mayor-elect / Lorva"),
    ("Yang Kun-ming, head of the Lorva City Police Department", "Yang Kun-ming / head / Lorva City Police Department"),
    ("Lorian Secretary of State John Orin", "John Orin / secretary of state / Lorian"),
    ("Dana Ober of the Lorva Disaster Agency", "Dana Ober / - / Lorva Disaster Agency"),
    ("Lorva Red Crescent spokesman Omar Karim", "Omar Karim / spokesman / Lorva Red Crescent"),
    ("family friend Dana Ober", "Dana Ober / family friend / -"),
    ("district chief Dana Ober", "Dana Ober / district chief / -"),
    ("a spokesman for the Orva Police Department", "- / spokesman / Orva Police Department"),
    ("officials with the Orva Highway Patrol", "- / officials / Orva Highway Patrol"),
  ])
  func `an office is no part of a name, and a place or a body is no person`(
    _ words: String, _ expected: String
  ) throws {
    for text in sentences(words) {
      let speaker = try speaker(text)
      let told = [speaker?.name, speaker?.role, speaker?.organisation].map { $0 ?? "-" }.joined(separator: " / ")
      #expect(told == expected, "\(text)")
    }
  }

  @Test func `a person of a village is no body`() throws {
    #expect(try speaker("Nine people died, Malik Orin of Lorva village said.")?.name == "Malik Orin")
  }

  @Test(arguments: [
    ("A driver killed nine people in Kalamo, Michland, a police detective said.", "police detective"),
    ("Nine people died, according to the fire agency and the Tamm City authorities.", "fire agency"),
    ("Nine people died, the dead man's mother said.", "mother"),
  ])
  func `what stands near who speaks gives them no name`(_ text: String, _ role: String) throws {
    let speaker = try speaker(text)
    #expect(speaker?.role == role)
    #expect(speaker?.name == nil)
    #expect(speaker?.organisation == nil)
  }
}
