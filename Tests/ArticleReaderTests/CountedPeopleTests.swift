import Situation
import Testing

/// Who is counted, and as how many.
struct CountedPeopleTests {
  /// The counts of a text: "killed 3 farmers", and "killed ? families" where no number is told.
  private func counted(_ text: String) throws -> [String] {
    try ReaderFixture.claims(text).compactMap { claim in
      claim.count.map { count in
        let number = count.figure.isUndisclosed ? "?" : bounds(count.figure)
        let standing = claim.standing == .current ? "" : " \(claim.standing.rawValue)"
        return "\(count.status.rawValue) \(number) \(count.subject)\(standing)"
      }
    }
  }

  @Test func `several as one are as many as is told`() throws {
    #expect(try counted("A family of five was killed.") == ["killed 5 family"])
    #expect(try counted("A crew of 14 was rescued.") == ["rescued 14 crew"])
    #expect(try counted("A team of six doctors was kidnapped.") == ["held 6 doctors"])
    #expect(try counted("All 118 crew were rescued.") == ["rescued 118 crew"])
    #expect(try counted("The family was rescued.") == ["rescued ? family"], "nobody says how many they are")
    #expect(try counted("Three families were evacuated.") == ["evacuated ? families"])
    #expect(try counted("A pair of climbers was rescued.") == ["rescued 2 pair"])
    #expect(try counted("A pair of trains were stranded.") == [])
  }

  @Test func `one more is one, and a share is none`() throws {
    #expect(
      try counted("Two guards were killed and a third was wounded.") == ["killed 2 guards", "injured 1 guards"])
    #expect(try counted("One man was killed and another wounded.") == ["killed 1 man", "injured 1 man"])
    #expect(try counted("A third of the passengers were hurt.") == [])
  }

  @Test func `a noun nobody knows is somebody where he was killed, and no beast or bill is`() throws {
    #expect(try counted("A glazier was killed.") == ["killed 1 glazier"])
    #expect(
      try counted("The bomb killed a fishmonger and three of her customers.")
        == ["killed 1 fishmonger", "killed 3 customers"])
    #expect(try counted("A leopard was killed.") == [])
    #expect(try counted("The bill was killed in committee.") == [])
    #expect(
      try counted("A convoy was attacked and 12 soldiers, ambushed by rebels, were killed.") == ["killed 12 soldiers"])
  }

  @Test func `those named beside the one it befell share it`() throws {
    #expect(
      try counted("The envoy was shot dead outside a mosque, along with his driver and two guards.")
        == ["killed 1 envoy", "killed 1 driver", "killed 2 guards"])
    #expect(
      try counted("Her brother was abducted, along with four colleagues, and 14 people were hurt.")
        == ["held 1 brother", "held 4 colleagues", "injured 14 people"])
  }

  @Test func `those among them are parts`() throws {
    let claims = try ReaderFixture.claims("Eighteen people died. Among them were three children.")
    #expect(claims.compactMap(\.count?.scope) == [.total, .part])
    #expect(claims.last?.partOf == 0)
    #expect(
      try counted("Forty hostages, among them nine women, walked free.") == [
        "released 40 hostages", "released 9 women",
      ])
  }

  @Test func `who did it may follow a participle between commas`() throws {
    #expect(try counted("The whereabouts of seven clerks, kidnapped by gunmen, remain unknown.") == ["held 7 clerks"])
    #expect(try counted("Nine engineers, abducted by the group, were freed.") == ["rescued 9 engineers"])
  }

  @Test func `wounds are told by their names`() throws {
    #expect(try counted("Twelve people suffered smoke inhalation.") == ["injured 12 people"])
    #expect(try counted("Two of them had life-threatening injuries.") == ["critical 2 people"])
    #expect(try counted("Three men had non-life-threatening injuries.") == ["injured 3 men"])
    #expect(try counted("None of them had serious injuries.") == [], "of lesser ones nothing is said")
    #expect(try counted("Three motorists reported injuries.") == ["injured 3 motorists"])
  }

  @Test func `what nobody vouches for is no fact, and nobody's word`() throws {
    for text in [
      "Police could not confirm that 12 people had died.", "Police can’t confirm that 12 people had died.",
      "It was not clear whether 12 people had died.",
    ] {
      let claims = try ReaderFixture.claims(text).filter { $0.count != nil }
      #expect(claims.map(\.standing) == [.forecast] && claims.allSatisfy { $0.speaker == nil }, "\(text)")
    }
    #expect(try counted("They hadn’t killed 12 people.") == [], "a curly apostrophe is one")
    #expect(try counted("It is unclear whether the five who were shot knew him.") == ["injured 5 people"])
  }

  @Test func `people who are taken by attackers are held, and attackers who are taken are not`() throws {
    #expect(try counted("Gunmen took 300 girls from a school.") == ["held 300 girls"])
    #expect(try counted("A rebel column attacked the post, carrying off 26.") == ["held 26 people"])
    #expect(try counted("Police took 12 people to safety.") == ["rescued 12 people"])
    #expect(
      try counted("Two of the hijackers were killed and two captured.") == ["killed 2 hijackers"])
    #expect(try counted("All four gunmen had been taken alive.") == [])
    #expect(
      try counted("The navy searched for 21 people, ten of them tourists, who were taken at gunpoint.").contains(
        "held 21 people"))
  }

  @Test func `what is asked for, was wrong or befell others is not so`() throws {
    #expect(
      try counted("The kidnappers demanded the release of three of their men.") == ["rescued 3 men forecast"])
    #expect(
      try counted("They would shoot a captive unless 200 prisoners were let go.").contains(
        "rescued 200 prisoners forecast"))
    #expect(try counted("The siege went on until 73 hostages were freed.") == ["rescued 73 hostages"])
    #expect(try counted("Rumours that 60 people had been abducted were false.") == ["held 60 people denied"])
    #expect(
      try counted("The agency put the toll at 35, revising a toll that had stood at 18.").contains(
        "killed 18 people superseded"))
    let text = "Last November, at least 26 people died in a bombing. Some 62 were hurt in that blast."
    #expect(try counted(text) == ["killed 26… people background", "injured 62 people background"])
  }

  @Test func `a vehicle has those aboard whom it set out with`() throws {
    #expect(
      try counted("An airliner on its way from Rio de Janeiro to Paris with 216 passengers and 12 crew disappeared.")
        == ["aboard 216 passengers", "aboard 12 crew"])
    #expect(try counted("The boat had sailed from Izmir with about 180 people.") == ["aboard 180 people"])
    #expect(try counted("The prison, built for 3,000, holds more than 9,500.") == [])
  }

  @Test func `some coaches are not the train`() throws {
    let conditions = try ReaderFixture.claims(
      "The train had nine coaches. The rear two coaches derailed. Coach S-5 burned. Twelve people were held in the rear two coaches."
    )
    let told = conditions.compactMap { claim -> String? in
      guard case .condition(let condition) = claim.content else { return nil }
      return [condition.thing.words, condition.state, condition.number.map(String.init)].compactMap(\.self)
        .joined(separator: " ")
    }
    #expect(told == ["coaches 9", "rear two coaches derailed", "coach S-5 burned"])
    #expect(conditions.last?.place == "rear two coaches" && conditions.last?.count?.scope == .part)
  }

  @Test func `an age is nobody's number`() throws {
    #expect(
      try counted("A pregnant woman, 35, and two others, aged 43 and 52, were hurt.")
        == ["injured 1 pregnant woman", "injured 2 others"])
    #expect(try counted("Gunmen shot 18 of them dead.") == ["killed 18 people"])
  }

  @Test func `who shoots is not who is shot`() throws {
    #expect(try counted("Officials declined to name the officer who shot Castle.") == [])
    #expect(try counted("Her lawyer told of the angle at which the deputy shot Massey.") == [])
    #expect(try counted("A deputy shot at noon is in hospital.") == ["injured 1 deputy"])
    #expect(try counted("Three men shot on Main Street are in hospital.").contains("injured 3 men"))
  }

  @Test func `what is threatened or not known has not happened`() throws {
    #expect(try counted("Five people were hurt. The fire threatens thousands more.") == ["injured 5 people"])
    #expect(try counted("No one had tried to check if 12 miners were alive.").allSatisfy { $0.hasSuffix("forecast") })
  }

  @Test func `those included are some of those of whom the sentence tells`() throws {
    let text = "Six people, including two tourists, who were found dead in a hotel room drank from poisoned cups."
    #expect(try counted(text).first == "killed 6 people")
    #expect(
      try counted("A grandmother and four of her grandchildren were killed.")
        == ["killed 1 grandmother", "killed 4 grandchildren"])
    let both = try ReaderFixture.claims("A grandmother and four of her grandchildren were killed.")
    #expect(both.allSatisfy { $0.count?.scope == .part }, "nobody gives their sum")
  }

  @Test func `beasts, camps and people whom the police hunt are nobody's victims`() throws {
    #expect(try counted("Trappers killed five alligators.") == [])
    #expect(try counted("Three police dogs were hurt, with one suffering burns.") == [])
    #expect(try counted("The area is known for having several homeless encampments.") == [])
    #expect(try counted("Police were searching for two persons of interest.") == [])
  }

  @Test func `those whom a pronoun stands for are whom it was done to`() throws {
    func classes(_ text: String) throws -> [Count.SubjectClass?] {
      try ReaderFixture.claims(text).compactMap(\.count).map(\.subjectClass)
    }
    #expect(try classes("A gunman opened fire on police officers, killing five of them.") == [.securityForces])
    #expect(
      try classes(
        "Soldiers opened fire at a crowd of teenagers in a raid for wanted militants and wounded four of them.")
        == [.people])
  }

  @Test func `counts that one sentence joins are of one event`() throws {
    let text = """
      At least 30 people were killed in a strike on a school on Saturday. The war began in 2003, when at least 1,200 \
      people were killed and more than 250 others were abducted.
      """
    #expect(
      try counted(text).filter { $0.contains("1200") || $0.contains("250") }.allSatisfy { $0.hasSuffix("background") })
  }

  @Test func `one who died of wounds is among the dead alone`() throws {
    #expect(
      try counted("A detective died on Monday. After the detective was shot, a man drove off.")
        == ["killed 1 detective", "injured 1 detective superseded"])
    #expect(
      try counted("A man was killed and a man was wounded. The man died at the scene.")
        .contains("injured 1 man"), "they are two")
  }

  @Test func `the hurt of one blast of several are a part`() throws {
    let text = """
      Three bombings across the capital killed at least 80 people on Wednesday, police said. They were the deadliest in the
      city this year. Nobody has said who set them off.

      The first attack, at a market, killed 55 people and wounded 68. A second one killed 17 people and wounded more \
      than 30.
      """
    let hurt = try ReaderFixture.claims(text).compactMap(\.count).filter { $0.status == .injured }
    #expect(hurt.map { bounds($0.figure) } == ["68", "30…"])
    #expect(hurt.allSatisfy { $0.scope != .total })
  }

  @Test func `the name of a people keeps its capital in an office`() throws {
    let claims = try ReaderFixture.claims("Five people died, Iraqi police and Hospital officials said.")
    #expect(claims.first?.speaker?.role?.hasPrefix("Iraqi police") == true)
  }

  @Test func `one number for the dead and the hurt is neither's`() throws {
    #expect(try counted("The attack killed and wounded dozens of citizens.") == [])
    #expect(try counted("Police shot and killed two men.") == ["killed 2 men"])
    #expect(try counted("The fatal weekend shootings of six people went on trial.") == ["killed 6 people"])
  }

  @Test func `an arrest for which a reward is offered has not been made`() throws {
    #expect(
      try counted("They offered a reward for information leading to the arrest of two men.")
        .allSatisfy { $0.hasSuffix("forecast") })
  }

  @Test func `a paragraph that goes back in time stays there`() throws {
    let text = """
      At least 30 people were killed in a strike on a camp on Tuesday, the army said.

      Fighters crossed the border in October 2019. Some of them stole what they found. At least 1,200 people were \
      killed and some 250 were taken, officials say.
      """
    #expect(try counted(text).contains("killed 1200… people background"))
  }
}
