import Situation
import Testing

@Suite struct MomentTests {
  let karachi = UTCOffset(minutes: 300) ?? .zero

  @Test func `a date without a time is a day and not midnight`() throws {
    let day = try #require(Moment.parse("2025-03-12", defaultOffset: karachi))
    #expect(day.precision == .day)
    #expect(day.weekday == .wednesday)
    // Midnight in UTC+5 is 19:00 of the day before in Greenwich.
    #expect(day.from == Moment.parse("2025-03-11T19:00Z", defaultOffset: .zero)?.from)
    #expect(day.to == Moment.parse("2025-03-12T19:00Z", defaultOffset: .zero)?.to)
    #expect(day.written.from == "2025-03-12")
    #expect(day.written.to == "2025-03-12")
    #expect(day.labels() == ["12 Mar"])
  }

  @Test func `a time with a zone is an instant told in that zone`() throws {
    let instant = try #require(Moment.parse("2025-03-12T14:10+05:00", defaultOffset: .zero))
    #expect(instant.precision == .instant)
    #expect(instant.from == instant.to)
    #expect(instant.from == Moment.parse("2025-03-12T09:10Z", defaultOffset: .zero)?.from)
    #expect(instant.written.to == "2025-03-12T14:10+05:00")
    #expect(instant.labels() == ["12 Mar 14:10", "14:10"])
  }

  @Test(arguments: [
    "2025-02-29", "2025-13-01", "2025-3-12", "2025-03-12T", "2025-03-12T24:00", "2025-03-12T14:60", "12 March", "",
    "2025-03-12T14:10+19:00", "2025-03-12T14:10+05:00x", "２０２５-03-12",
  ])
  func `what is no date is refused`(text: String) {
    #expect(Moment.parse(text, defaultOffset: .zero) == nil)
  }

  @Test func `a weekday of no known week has no date`() {
    let tuesday = Moment.weekday(.tuesday, text: "Tuesday")
    #expect(tuesday.isUndated)
    #expect(tuesday.written.from == nil && tuesday.written.to == nil)
    #expect(tuesday.labels() == ["Tue"])
    #expect(Moment.weekday(.wednesday).by.labels() == ["≤Wed"])
    #expect(Moment.weekday(.wednesday).by.labels(.ascii) == ["<=Wed"])
    #expect(Moment.unknown.labels() == ["?"])
  }

  @Test func `a claim is in when it is over and may have happened while it runs`() throws {
    let day = try #require(Moment.parse("2025-03-12", defaultOffset: karachi))
    let noon = try #require(Moment.parse("2025-03-12T12:00", defaultOffset: karachi)?.from)
    let next = try #require(Moment.parse("2025-03-13", defaultOffset: karachi)?.from)
    let before = try #require(Moment.parse("2025-03-11T23:59", defaultOffset: karachi)?.from)
    #expect(day.relation(to: noon) == .possible)
    #expect(day.relation(to: next) == .past)
    #expect(day.relation(to: before) == .future)
    #expect(day.by.relation(to: before) == .possible)
    #expect(Moment.weekday(.wednesday).relation(to: noon) == .undated)
  }

  @Test func `every day from 1600 to 2400 has its neighbour and its weekday`() throws {
    var date = try #require(CivilDate(year: 1600, month: 1, day: 1))
    // 1 January 1600 was a Saturday.
    var weekday = Weekday.saturday.rawValue
    while date.year < 2400 {
      #expect(CivilDate(daysSinceEpoch: date.daysSinceEpoch) == date)
      #expect(date.weekday.rawValue == weekday)
      let next = date.adding(days: 1)
      #expect(next > date)
      date = next
      weekday = (weekday + 1) % 7
    }
  }
}
