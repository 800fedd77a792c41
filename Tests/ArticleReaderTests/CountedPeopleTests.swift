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
}
