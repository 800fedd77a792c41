import Situation
import Testing

/// What an officer asks about besides counts of people: each with a neighbour that must stay unread.
struct MatterTests {
  /// What is read besides counts, with the standing where it is not current.
  private func told(_ text: String, date: String? = nil) throws -> [String] {
    try ReaderFixture.claims(text, date: date).filter { $0.count == nil }.map { claim in
      summary(claim.content) + (claim.standing == .current ? "" : " \(claim.standing.rawValue)")
    }
  }

  @Test func `ways and services are closed, cut and opened again`() throws {
    #expect(try told("Two roads into Velm were cut by the flood.").contains("roads cut 2"))
    #expect(try told("Officials suspended all flights from Velm.") == ["flights suspended"])
    #expect(try told("Trains between Velm and Orlec resumed at noon.") == ["trains resumed"])
    #expect(try told("The governor cut the budget.") == [])
    #expect(try told("The road may be closed.") == [])
    #expect(try told("They asked whether the road was closed.") == [])
    #expect(try told("The port will be closed on Friday.") == ["port closed forecast"])
  }

  @Test func `power and water fail and come back`() throws {
    #expect(try told("The storm knocked out power in Velm.").contains("power cut"))
    #expect(try told("Power was restored on Sunday.") == ["power restored"])
    #expect(
      try told("He lost power in the vote of 1990.") == ["power cut background"], "the year tells it is of another time"
    )
    #expect(try told("The storm did not cut the power.") == [])
  }

  @Test func `measures, warnings and inquiries are imposed and lifted`() throws {
    #expect(try told("A 24-hour curfew was imposed in Velm.") == ["curfew imposed"])
    #expect(try told("The state of emergency was lifted.") == ["state of emergency lifted"])
    #expect(try told("The agency issued a tsunami warning.") == ["tsunami warning issued"])
    #expect(try told("No tsunami warning was issued.") == ["tsunami warning issued denied"])
    #expect(try told("Police opened an inquiry.") == ["inquiry opened"])
    #expect(try told("They want a curfew to be imposed.") == [])
    #expect(try told("The board issued a report.") == [])
  }

  @Test func `an event is read from its noun where it is told as a fact`() throws {
    #expect(try told("An explosion at a plant in Velm killed nine people.") == ["explosion took place"])
    #expect(try told("Nine people died in a landslide in Velm.") == ["landslide took place"])
    #expect(try told("There was a head-on collision near Velm.") == ["head-on collision took place"])
    #expect(try told("They warned of the risk of a landslide in Velm.").allSatisfy { !$0.contains("took place") })
    #expect(try told("An explosion could kill nine people.") == [])
    #expect(try told("Nine people died in a landslide in 1987.") == ["landslide took place background"])
  }

  @Test func `forces are sent, stand by and search`() throws {
    #expect(try told("Troops were deployed in Velm.") == ["state troops deployed"])
    #expect(try told("Marines boarded the tanker.").contains("state marines boarding the tanker"))
    #expect(try told("Ambulances are standing by.") == ["state ambulances standing by"])
    #expect(try told("Troops could be deployed in Velm.") == [])
    #expect(try told("The army kept from entering Velm.") == [])
  }

  @Test func `attackers open fire, barricade themselves and give up`() throws {
    #expect(try told("The gunman gave himself up at dawn.") == ["attackers gunman surrendered"])
    #expect(try told("A man barricaded himself in a shop.") == ["attackers man barricaded"])
    #expect(try told("Passengers were taken hostage.") == [])
    #expect(try told("The singer gave up smoking.") == [])
  }

  @Test func `what is asked, refused, denied and advised is told in its own words`() throws {
    let claims = try ReaderFixture.claims("Police urged residents to stay indoors.").filter { $0.count == nil }
    #expect(
      claims.map(\.content) == [
        .statement(Statement(act: .warning, by: "police", content: "residents to stay indoors"))
      ])
    #expect(try told("The mayor called for an inquiry.") == ["demand mayor"])
    #expect(try told("The group denied any role in the attack.") == ["denial group"])
    #expect(try told("He refused to comment.") == [])
  }

  @Test func `what nobody knows is told as that`() throws {
    let claims = try ReaderFixture.claims("It was not immediately clear who was behind the blast.")
    #expect(
      claims.map(\.content) == [.statement(Statement(act: .unknown, by: nil, content: "who was behind the blast"))])
    #expect(try told("It was clear who was behind it.") == [])
  }

  @Test func `what nature does is told with its strength, and what is to come as a forecast`() throws {
    #expect(try told("A magnitude 6.1 quake hit Velm.").contains("quake magnitude 6.1"))
    #expect(try told("More rain is forecast for Friday.") == ["rain expected forecast"])
    #expect(try told("The death toll is expected to rise.") == ["death toll expected to rise forecast"])
    #expect(try told("The death toll rose.") == [])
  }

  @Test func `a time of day is put on the day that the text names`() throws {
    func happened(_ text: String) throws -> Moment? {
      try ReaderFixture.claims(text, date: "2025-03-12").first { $0.count == nil }?.happened
    }
    #expect(try happened("The bomb exploded at 8:11 a.m. on Tuesday.")?.written.from == "2025-03-11T08:11Z")
    #expect(try happened("The bomb exploded at 0511 GMT.")?.written.to == "2025-03-12T05:11Z")
    let about = try happened("The bomb exploded on Monday around 2pm.")
    #expect(about?.written.from == "2025-03-10T13:30Z" && about?.written.to == "2025-03-10T14:30Z")
    #expect(about?.precision == .partOfDay)
    #expect(try happened("The bomb exploded, and by 6 p.m. all had left.")?.text == nil, "by then is no time of it")
    #expect(try happened("The bomb exploded within 24 hours.")?.text == nil)
  }

  @Test func `a journey before what happened is none`() throws {
    #expect(try told("The bus left Velm for Orlec before it crashed.").allSatisfy { !$0.contains("left") })
    #expect(try told("A relief train left Velm for Orlec.") == ["relief train left from Velm to Orlec"])
  }
}
