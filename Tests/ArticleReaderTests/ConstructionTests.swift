import Situation
import Testing

/// Constructions that news uses every day: each with what a too eager reading would make of its neighbour.
struct ConstructionTests {
  /// "killed 3", "rescued 200-300 denied": status, bounds and, where it is not current, the standing of each count.
  private func counts(_ text: String) throws -> [String] {
    try ReaderFixture.claims(text).compactMap { claim in
      guard let count = claim.count, !count.figure.isUndisclosed else { return nil }
      let standing = claim.standing == .current ? "" : " \(claim.standing.rawValue)"
      return "\(count.status.rawValue) \(bounds(count.figure))\(standing)"
    }
  }

  private func others(_ text: String) throws -> [String] {
    try ReaderFixture.claims(text).filter { $0.count == nil }.map { claim in
      summary(claim.content) + (claim.standing == .current ? "" : " \(claim.standing.rawValue)")
    }
  }

  @Test func `a phrase that opens the sentence is no part of the subject`() throws {
    #expect(try counts("In Velm, six men and a girl died.") == ["killed 6", "killed 1"])
    #expect(try counts("In the storm, a cook, a clerk and a sailor drowned.") == ["killed 1", "killed 1", "killed 1"])
    #expect(try counts("In Velm, six men and a girl sang.") == [])
  }

  @Test func `those between dashes are who it befell, where nobody else is counted`() throws {
    #expect(try counts("The victims — three clerks and a porter — died there.") == ["killed 3", "killed 1"])
    #expect(try counts("The trucks — three vans and a lorry — burned out.") == [])
  }

  @Test func `who is of a counted whole is told apart from the whole`() throws {
    #expect(try counts("One of six nurses taken hostage was released.") == ["released 1", "held 6"])
    #expect(try counts("Police freed the last six hostages at noon.") == ["rescued 6"])
    #expect(try counts("The gang is holding the last six hostages.") == ["held 6"])
    #expect(try counts("All but two of the six hostages were freed.") == ["held 6"], "nobody says how many were freed")
  }

  @Test func `a time before the noun, a list of those included and a participle do not hide the verb`() throws {
    #expect(try counts("All 21 divers trapped in Monday's cave flood in Norland were confirmed dead.") == ["killed 21"])
    #expect(
      try counts("A total of 152 people, including 21 children, 17 women and 14 cooks, were on the plane.")
        == ["aboard 152", "aboard 21", "aboard 17", "aboard 14"])
    #expect(try counts("A van with eleven occupants hit a wall.") == ["aboard 11"])
    #expect(try counts("A van with eleven occupants killed stood there.") == ["killed 11"])
  }

  @Test func `those among the counted, whom a comma closes or brackets part, do not hide the verb`() throws {
    let included = "At least five people including a college student, were killed and 13 others injured in Selm."
    #expect(try counts(included) == ["killed 5…", "killed 1", "injured 13"])
    #expect(
      try counts("Three people, including a party leader, killed in separate crashes in Selm.") == ["killed 3"])
    #expect(try counts("Two Secondary School (SSC) examinees were killed in a crash.") == ["killed 2"])
    #expect(try counts("A lorry struck a cart that left four members of a family dead on the spot.") == ["killed 4"])
    #expect(try counts("The lorry left the family dead tired.") == [])
  }

  @Test func `a range with a least has both bounds`() throws {
    #expect(try counts("There are at least 10 to 15 people injured.") == ["injured 10-15"])
    #expect(try counts("At least 15 people were injured.") == ["injured 15…"])
  }

  @Test func `a compound with hyphens is no verb, and a blast may follow the dead`() throws {
    #expect(try counts("The toll from devastating back-to-back market blasts climbed to 73.") == ["killed 73"])
    #expect(try counts("At least six people are dead following a shooting.") == ["killed 6…"])
    #expect(try counts("The dead following a shooting were buried.") == [])
    #expect(try counts("A boat capsized, causing at least 37 people to drown.") == ["killed 37…"])
  }

  @Test func `a unit of time before people is what they are called`() throws {
    #expect(try counts("Two day labourers were killed by a tractor.") == ["killed 2"])
    #expect(try counts("They were freed two days before the ten clerks were killed.") == ["killed 10"])
  }

  @Test func `who died beside somebody of their class are not all who died`() throws {
    func scopes(_ text: String) throws -> [Count.Scope?] {
      try ReaderFixture.claims(text).compactMap(\.count).map(\.scope)
    }
    #expect(try scopes("A cyclist and his pillion passenger were killed in Selm.") == [.part, .part])
    #expect(try scopes("Two teachers and three pupils were killed in Selm.") == [.part, .part])
    #expect(try scopes("Two pupils and three soldiers were killed in Selm.") == [.total, .total])
  }

  @Test func `several separate incidents have the own one among them, and a separate one has not`() throws {
    #expect(try counts("Three people were killed in separate crashes in Selm on Tuesday.") == ["killed 3"])
    let story = """
      Three people were killed when a bus hit a wall in Selm on Tuesday.

      In a separate crash in Orlec, nine people were killed on Monday.
      """
    #expect(try counts(story) == ["killed 3", "killed 9 background"])
  }

  @Test func `doubt about who they are is no doubt about what they did`() throws {
    #expect(try counts("Hijackers believed to be deserters released 140 people on Tuesday.") == ["released 140"])
    #expect(try counts("Hijackers are believed to have released 140 people.") == ["released 140 forecast"])
  }

  @Test func `others are of the class of all who came to harm beside them, and members of that of their body`() throws {
    func classes(_ text: String) throws -> [Count.SubjectClass?] {
      try ReaderFixture.claims(text).compactMap { $0.count }.map(\.subjectClass)
    }
    #expect(try classes("A soldier was killed and two others were wounded.") == [.securityForces, .securityForces])
    #expect(try classes("A bomber was killed and two others were wounded.") == [.attackers, .people])
    #expect(try classes("Gunmen killed two soldiers and three clerks and wounded four others.").last == .people)
    #expect(try classes("A member of the palace guard was killed.") == [.securityForces])
    #expect(try classes("Two members of parliament were killed.") == [.people])
  }

  @Test func `numbers are read as people write them`() throws {
    #expect(try counts("Some 4 200 villagers were rescued.") == ["rescued 4200"])
    #expect(try counts("Some 4'200 villagers were rescued.") == ["rescued 4200"])
    #expect(try counts("Some 4\u{a0}200 villagers were rescued.") == ["rescued 4200"])
    #expect(try counts("On May 12 300 villagers were rescued.") == ["rescued 300"])
    #expect(try counts("Two to three hundred pupils were hurt.") == ["injured 200-300"])
    #expect(try counts("Two to three pupils were hurt.") == ["injured 2-3"])
    #expect(try counts("Not 40 but 31 divers were rescued.") == ["rescued 40 denied", "rescued 31"])
    #expect(try counts("A least six people drowned.") == ["killed 6…"])
  }

  @Test func `what nobody sees changes no word`() throws {
    #expect(try counts("Six sail\u{ad}ors drowned and f\u{200b}our were hurt.") == ["killed 6", "injured 4"])
    #expect(try counts("Six\u{202f}sailors drowned.") == ["killed 6"])
  }

  @Test func `a ligature is its letters`() throws {
    #expect(
      try counts("O\u{fb03}cials said \u{fb01}ve \u{fb01}shermen drowned and \u{fb01}fty were hurt.") == [
        "killed 5", "injured 50",
      ])
  }

  @Test func `capitals among small letters are names`() throws {
    #expect(try counts("Three US sailors drowned.") == ["killed 3"])
    #expect(try counts("He told us three sailors drowned.") == ["killed 3"])
  }

  @Test func `a label has its figure behind it`() throws {
    #expect(try counts("KILLED: 9 INJURED: 22 MISSING: 4") == ["killed 9", "injured 22", "missing 4"])
    #expect(try counts("Dead: 9\nInjured: 22\nMissing: 4") == ["killed 9", "injured 22", "missing 4"])
    #expect(try counts("The clinic has 22 injured: nine of them are girls.").contains("injured 22"))
  }

  @Test func `dead or missing is missing`() throws {
    #expect(try counts("The wreck left 60 people dead or missing.") == ["missing 60"])
    #expect(try counts("Sixty people are dead, and 20 are missing.") == ["killed 60", "missing 20"])
  }

  @Test func `where people were brought tells what became of them`() throws {
    #expect(try counts("Crews lifted three boys out of the shaft.") == ["rescued 3"])
    #expect(try counts("Crews lifted three bodies out of the shaft.") == ["killed 3"])
    #expect(try counts("Boats brought 40 tenants to safety.") == ["rescued 40"])
    #expect(try counts("The wave swept dozens of bathers to their deaths.") == ["killed 24…"])
    #expect(try counts("The blast trapped nine divers below.") == ["held 9"])
  }

  @Test func `those held are handed over, and suspects are not freed by it`() throws {
    #expect(try counts("The rebels handed over six nurses to the Red Cross.") == ["released 6"])
    #expect(try counts("Two suspects were handed over to the police.") == [])
  }

  @Test func `arrests, evacuations, homes lost, shelter and illness have statuses of their own`() throws {
    #expect(try counts("Police arrested six men.") == ["arrested 6"])
    #expect(try counts("Rebels detained six nurses.") == ["held 6"], "by attackers it is captivity")
    #expect(try counts("Six men are in custody.") == ["arrested 6"])
    #expect(try counts("Some 300 guests were evacuated as a precaution.") == ["evacuated 300"])
    #expect(try counts("Helicopters evacuated 12 hikers.") == ["rescued 12"])
    #expect(try counts("The flood left 2,000 people homeless.") == ["displaced 2000"])
    #expect(try counts("About 500 families fled their homes.").isEmpty, "how many people they are is not told")
    #expect(try counts("About 500 people are sheltering in schools.") == ["sheltered 500"])
    #expect(try counts("Forty pupils fell ill.") == ["ill 40"])
  }

  @Test func `nobody's claim is a statement of its own`() throws {
    #expect(try others("No group has claimed responsibility.") == ["responsibility denied"])
    #expect(try others("The Baloch Liberation Army claimed responsibility.") == ["responsibility BLA"])
  }

  @Test func `fires and sieges run their course`() throws {
    #expect(try others("The fire is under control.") == ["fire under control"])
    #expect(try others("The siege is over.") == ["siege over"])
    #expect(try others("Over the hill a school stands.") == [])
    #expect(try others("A coach plunged into the river near Velm.").contains("one coach plunged"))
  }

  @Test func `a time is not read as part of a place`() throws {
    let claims = try ReaderFixture.claims("Two trains collided in southern Lorva early on Monday.")
    #expect(claims.compactMap(\.place?.name) == ["southern Lorva"])
  }

  @Test func `the stop within a quotation is no part of what something is called`() throws {
    let claims = try ReaderFixture.claims("The mayor called the crash \"a tragedy.\"")
    let contents = claims.compactMap { claim in
      if case .statement(let statement) = claim.content { statement.content } else { nil }
    }
    #expect(contents == ["a tragedy"])
  }

  @Test func `who fires back fires and backs nobody`() throws {
    let claims = try ReaderFixture.claims("Soldiers fired back at the militants.")
    let actions = claims.compactMap { claim in
      if case .deployment(let deployment) = claim.content { deployment.action } else { nil }
    }
    #expect(actions == ["firing"])
  }

  @Test func `who frees themselves or is pulled from snow is rescued, and who is on a journey is not`() throws {
    #expect(try counts("Four walkers were able to free themselves.") == ["rescued 4"])
    #expect(try counts("Crews were able to pull nine people from the snow.") == ["rescued 9"])
    #expect(try counts("A train was carrying 400 passengers from Velm to Orm.") == ["aboard 400"])
  }

  @Test func `those who are searched for are missing, except whom the police hunt`() throws {
    #expect(try counts("Divers were searching for two crew members.") == ["missing 2"])
    #expect(try counts("Police were searching for two gunmen.") == [])
    #expect(try counts("The navy searched for 21 people who were taken at gunpoint.") == ["held 21"])
  }

  @Test func `a share has the status of its whole, and a figure in words of its own keeps it`() throws {
    #expect(try counts("Sixteen of the 43 people who died were women.") == ["killed 16", "killed 43"])
    #expect(try counts("The total was reported as 1,739 dead.") == ["killed 1739"])
    #expect(try counts("The mayor said the number of dead was in the hundreds.") == ["killed 200…"])
  }

  @Test func `what was first said is replaced, and an earlier figure that is no greater may still hold`() throws {
    #expect(try counts("The base at first said that seven people had died.") == ["killed 7 superseded"])
    #expect(try counts("Earlier the toll was reported at 17.") == ["killed 17 superseded"])
    #expect(try counts("Earlier an official had put the death toll at 48.") == ["killed 48 superseded"])
    #expect(
      try counts("At least six people died, revising an earlier figure of seven dead.")
        == ["killed 6…", "killed 7 superseded"])
    let lower = "Six people died in Velm.\n\nPolice earlier said nine people had died."
    #expect(try counts(lower) == ["killed 6", "killed 9"])
    let greater = "Fourteen people died in Velm.\n\nPolice earlier said nine people had died."
    #expect(try counts(greater) == ["killed 14", "killed 9 superseded"])
  }

  @Test func `who the dead were is in doubt, and not that they died`() throws {
    #expect(try counts("Three of the dead are believed to be foreigners.") == ["killed 3"])
    #expect(try counts("Three people are believed to be dead.") == ["killed 3 forecast"])
  }

  @Test func `several of a noun nobody knows are people where they are buried, and goods are not`() throws {
    #expect(try counts("Eleven snowmobilers were buried by a slide.") == ["held 11"])
    #expect(try counts("Eleven barrels were buried by a slide.") == [])
  }

  @Test func `bodies are not rescued, freed hostages are not held, and a hall holds nobody`() throws {
    #expect(try counts("Twelve bodies were rescued from the mine.").contains("rescued 12") == false)
    #expect(try counts("The four freed hostages met the mayor.").contains("held 4") == false)
    #expect(try counts("The hall could hold 380 people.") == [])
  }

  @Test func `a slip of the press in a number of thousands is read over`() throws {
    #expect(try counts("The clinic treated 17, 000 patients.") == ["injured 17000"])
    #expect(try counts("In Velm, 200 people died.") == ["killed 200"])
  }

  @Test func `a time or a bracket between subject and verb hides neither`() throws {
    #expect(
      try counts("More than 130 pupils kidnapped by gunmen earlier this month were released unharmed.")
        == ["released 130…"])
    #expect(try counts("A collapse in the north on Tuesday trapped 15 miners.") == ["held 15"])
    #expect(try counts("A patrol of the Peace Force (PFN) killed a shepherd.") == ["killed 1"])
    #expect(try counts("The fire killed a family of three last week.") == ["killed 3"])
  }

  @Test func `whom it befell may follow the verb, or stand before another`() throws {
    #expect(try counts("There were left dead 21 of the rebels.") == ["killed 21"])
    #expect(try counts("At least seven people are now confirmed as having died.") == ["killed 7…"])
    #expect(try counts("Navy divers managed to save 40 passengers.") == ["rescued 40"])
    #expect(try counts("Navy divers tried to save 40 passengers.") == [])
    #expect(try counts("The bodies of two women and a child were found.") == ["killed 2", "killed 1"])
    #expect(try counts("Two men's bodies were found.") == ["killed 2"])
    #expect(try counts("Two men's boats were found.") == [])
    #expect(
      try counts("Nine guards were killed, another eight wounded, and seven more taken prisoner.")
        == ["killed 9", "injured 8", "held 7"])
  }

  @Test func `an office is held by one person, who can come to harm`() throws {
    #expect(
      try counts("Six guards, a district chief and a clerk were killed.") == ["killed 6", "killed 1", "killed 1"])
    #expect(try counts("Six guards and a district office were hit.") == [])
  }

  @Test func `people whose fate nobody knows are missing`() throws {
    #expect(try counts("The fate of the other 15 was unknown.") == ["missing 15"])
    #expect(try counts("There was no word on the fate of about 700 villagers.") == ["missing 700"])
    #expect(try counts("She named 14 villagers whose whereabouts are unknown.") == ["missing 14"])
    #expect(try counts("The court will decide the fate of the 15 villagers.") == [])
  }

  @Test func `people are where they were as it happened`() throws {
    #expect(try counts("Some 230 workers were in the mine when the gas exploded.") == ["aboard 230"])
    #expect(try counts("Some 1,500 people were packed onto the ferry.") == ["aboard 1500"])
    #expect(try counts("Some 230 workers were in the mine every day.") == [])
    #expect(try counts("Some 1,500 boxes were packed onto the ferry.") == [])
  }

  @Test func `those whom the police hold are under arrest, and those whom mourners bury are dead`() throws {
    #expect(try counts("Eight suspected smugglers have been held by police.") == ["arrested 8"])
    #expect(try counts("Gunmen held eight smugglers at a hotel.") == ["held 8"])
    #expect(try counts("We are now burying seven people.") == ["killed 7"])
    #expect(try counts("The slide buried seven people.") == ["held 7"])
  }

  @Test func `those treated for an illness are ill, and those treated for wounds are hurt`() throws {
    #expect(try counts("About 300 pupils were treated in hospital after a food poisoning.") == ["ill 300"])
    #expect(try counts("About 300 pupils were treated in hospital for injuries.") == ["injured 300"])
    #expect(try counts("They ate a poisoned lunch.") == [])
    #expect(
      try counts("Eighty people were treated at the clinic, and 36 were admitted.") == ["injured 80", "injured 36"])
    #expect(try counts("Eighty people bought tickets, and 36 were admitted.") == [])
    #expect(try counts("There was one minor injury to a guard.") == ["injured 1"])
  }

  @Test func `a figure that is revised is replaced, and the one it is revised to stands`() throws {
    #expect(
      try counts("Officials revised the death toll down from 245 to 233.") == ["killed 245 superseded", "killed 233"])
    #expect(
      try counts("Police earlier put the number of dead at 11 but revised it to 10.")
        == ["killed 11 superseded", "killed 10"])
    #expect(try counts("An initial count found 29 dead.") == ["killed 29"])
    #expect(try counts("The initial count was 29 dead.") == ["killed 29 superseded"])
  }

  @Test func `those believed buried are looked for as if they were, and those believed dead may live`() throws {
    #expect(try counts("At least 30 others are believed to have been trapped.") == ["held 30…"])
    #expect(try counts("At least 30 others are believed to have died.") == ["killed 30… forecast"])
  }

  @Test func `what happened when an earlier year is named is of that year, and how bad this is stays its own`() throws {
    let worst =
      "Forty people died in Velm on Tuesday when a bus fell into a gorge, the deadliest accident there since March."
    let road = "The road over the pass is narrow, and the council has asked for a wall along it for years. "
    let story = worst + "\n\n" + road + "The bus came from the coast and was full, as it is on market days."
    let earlier = story + "\n\nIt is the worst since April 2015, when a ship sank with 800 people on board."
    #expect(try counts(earlier) == ["killed 40", "aboard 800 background"])
  }

  @Test func `what a vehicle was bringing is aboard it, and what it brought out is rescued`() throws {
    #expect(try counts("A jet that was bringing 136 passengers from the coast was hijacked.") == ["aboard 136"])
    #expect(try counts("Helicopters pulled nine skiers from the snow.") == ["rescued 9"])
  }

  @Test func `the worse of two things that befell somebody is told, and the dead stay dead`() throws {
    #expect(try counts("The man stabbed and killed one guard.") == ["killed 1"])
    #expect(try counts("The man stabbed one guard and killed another man.") == ["injured 1", "killed 1"])
    #expect(try counts("The dead included four guards shot by rebels.") == ["killed 4"])
    #expect(
      try counts("They confirmed only 12 dead and three people were reported missing.") == ["killed 12", "missing 3"])
  }

  @Test func `none of two things is none of both`() throws {
    #expect(try counts("No deaths or injuries have been reported.") == ["killed 0", "injured 0"])
    #expect(try counts("Twelve deaths or injuries a year are too many.") == ["killed 12"])
  }

  @Test func `those among the dead may be told after a place and through a list`() throws {
    #expect(
      try counts("Police said among the dead in Orlo were eight Danes, including two children, and six Finns.")
        == ["killed 8", "killed 2", "killed 6"])
    #expect(try counts("Dozens of workers were among those taken to hospitals.") == ["injured 24…"])
    #expect(try counts("Dozens of workers were among those taken to the museum.") == [])
  }

  @Test func `a toll may be as high as a number, or higher, and years are none`() throws {
    #expect(try counts("Local papers put the death toll as high as 122.") == ["killed …122"])
    #expect(try counts("The mayor said the toll was higher than 40.") == ["killed 40…"])
    #expect(try counts("The number of those trapped was 22.") == ["held 22"])
    #expect(try counts("Six died in May. The number fell to zero from 2008 to 2012.").contains("killed 2008") == false)
  }

  @Test func `all of a number are so many, and a band is called by its name`() throws {
    #expect(try counts("The hijacker freed all of the 109 hostages.") == ["rescued 109"])
    #expect(try counts("Its troops had killed 29 River Tigers.") == ["killed 29"])
    #expect(try counts("Its troops had sunk 29 River Boats.") == [])
    #expect(try counts("One IDP was killed near the camp.") == ["killed 1"])
  }

  @Test func `those sent away for treatment are hurt, and those whom a search is for are missing`() throws {
    #expect(try counts("Several victims were transported to the city of Selm for treatment.") == ["injured 3…"])
    #expect(try counts("Several crates were transported to the city of Selm for treatment.") == [])
    #expect(try counts("A search is under way for four crew members.") == ["missing 4"])
    #expect(try counts("A search is under way for four gunmen.") == [])
  }

  @Test func `a crew is taken whole and nobody says how many they are`() throws {
    let claims = try ReaderFixture.claims("Pirates took the crew hostage.").compactMap(\.count)
    #expect(claims.map(\.status) == [.held])
    #expect(claims.map(\.figure.isUndisclosed) == [true])
  }

  @Test func `no reports of deaths are no deaths, and say nothing of the next number`() throws {
    let text = "There were no reports of deaths or injuries but officials rushed to evacuate more than 400 residents."
    #expect(try counts(text) == ["killed 0", "injured 0", "evacuated 400…"])
    #expect(try counts("There were two reports of deaths.") == [])
  }

  @Test func `a comma may close the list of those whom it befell, and tell how many all were`() throws {
    #expect(try counts("A toddler, three women and three men, died.") == ["killed 1", "killed 3", "killed 3"])
    #expect(try counts("Everyone on board the plane, 67 people, died.") == ["killed 67"])
    #expect(try counts("Everyone on board the plane, 67 people, slept.").contains("killed 67") == false)
  }

  @Test func `those not found are missing, and those with a word before their noun are counted`() throws {
    #expect(try counts("The other two men still have not been found.") == ["missing 2"])
    #expect(try counts("The other two bags still have not been found.") == [])
    #expect(try counts("There was no sign of the five sailors.") == ["missing 5"])
    #expect(try counts("Fourteen of the trapped men were pulled to safety.") == ["rescued 14"])
  }

  @Test func `hospital treatment is for the hurt, and for the ill where an illness is told of`() throws {
    #expect(try counts("Altogether 26 people had undergone hospital treatment.") == ["injured 26"])
    #expect(try counts("Eight people had to be hospitalised with pneumonia.") == ["ill 8"])
  }

  @Test func `lines broken by width are read as paragraphs are`() throws {
    let wrapped = """
      The worst flood in ten years has killed
      11 villagers near Velm, the mayor of
      the district said.

      Rain battered the coast for days, and six
      others were rushed to the hospital in
      Velm.

      A bridge fell.

      The road is closed.
      """
    #expect(try counts(wrapped) == ["killed 11", "injured 6"])
    let list = "Dead: 4\nHurt: 12\n\nThe road is closed."
    #expect(try counts(list) == ["killed 4", "injured 12"])
  }

  @Test(arguments: [
    ("They pushed the death toll past 90.", "killed 90…"), ("The toll has crossed 70.", "killed 70…"),
    ("The death toll rose to 90.", "killed 90"),
  ])
  func `a toll that passes a number is more than it`(_ text: String, _ count: String) throws {
    #expect(try counts(text) == [count])
  }

  @Test func `a bus that is taking passengers has them aboard, and one built for them has not`() throws {
    #expect(try counts("The bus was taking 41 passengers to Velm when it rolled over.") == ["aboard 41"])
    #expect(try counts("The bus was designed to carry 40 passengers.") == [])
    #expect(try counts("The raft was only built to hold 25 people.") == [])
    #expect(try counts("A fishing boat with a crew of six capsized.") == ["aboard 6"])
  }

  @Test func `a word for what became of somebody may follow the noun`() throws {
    #expect(try counts("The man took his former wife hostage.") == ["held 1"])
    #expect(try counts("He shot four men dead.") == ["killed 4"])
    #expect(try counts("He shot his brother dead.") == ["killed 1"])
    #expect(try counts("A woman hostage was killed.") == ["killed 1"])
  }

  @Test func `a verb that is left out is that of the half before`() throws {
    #expect(try counts("One guard died at the scene and a second in hospital.") == ["killed 1", "killed 1"])
    #expect(try counts("One guard slept at the scene and a second was in hospital.") == ["injured 1"])
    #expect(try counts("They found 12 bodies near Velm and four near Ilma.") == ["killed 12", "killed 4"])
    #expect(try counts("Another 40 people were hurt, including 16 shot by guards.") == ["injured 40", "injured 16"])
  }

  @Test func `those whom a noun is of may be owned, or come after a time`() throws {
    #expect(try counts("He welcomed the release of the ferry's 84 passengers.") == ["rescued 84"])
    #expect(try counts("It told of the deaths Friday night of two soldiers and a guard.") == ["killed 2", "killed 1"])
    #expect(try counts("The deceased included three from Norland.") == ["killed 3"])
    #expect(try counts("We evacuated 26 dead bodies from the village.") == ["killed 26"])
  }

  @Test func `a verb in its past alone in a sentence is no participle, whatever place stands before it`() throws {
    #expect(try others("The protest in Velm started on Tuesday.") == ["protest begun"])
    #expect(try others("The fire at the depot started before dawn on Tuesday.") == ["fire begun"])
    #expect(try others("A ship seized in the strait was freed.").contains("ship seized"))
    #expect(try counts("Four men held in Velm were freed.") == ["rescued 4"])
  }

  @Test func `no claim of responsibility is one that nobody made`() throws {
    let standings = try ReaderFixture.claims("There was no immediate claim of responsibility.").map(\.standing)
    #expect(standings == [.denied])
    #expect(try others("A train and a lorry collided southwest of Velm.").first == "train collided")
    #expect(try others("Investigators were trying to determine the cause of the fire.").count == 1)
    #expect(try counts("Of the total dead, 46 people died in Velm.") == ["killed 46"])
    #expect(try counts("Two sailors are presumed dead.") == ["killed 2 forecast"])
  }

  @Test func `a number of one sex beside one of the other is a part`() throws {
    let scopes = try ReaderFixture.claims("A total of six men and one woman died.").compactMap { $0.count?.scope }
    #expect(scopes == [.part, .part])
    #expect(try ReaderFixture.claims("Six men died.").compactMap { $0.count?.scope } == [.total])
  }

  @Test func `what may have happened on a day was on the last such day, and what may happen is on the next`() throws {
    func day(_ text: String) throws -> Int? {
      let moment = try #require(try ReaderFixture.claims(text, date: "2010-01-14").first?.happened)
      return moment.from.map { CivilTime($0, at: moment.offset).date.day }
    }
    #expect(try day("Hundreds of people may have been killed on Tuesday.") == 12)
    #expect(try day("Hundreds of people may be killed on Tuesday.") == 19)
  }
}
