internal import Situation

extension Model {
  /// The time that the board stands at, or where that is not known the time of the last event that has one.
  var referenceTime: CivilTime? {
    asOf.moment?.lastTime ?? store.newestTime(on: clock)
  }
}

extension TimeEntry {
  /// A moment as typed at the board; `nil` also where no claim has a time.
  static func moment(_ text: String, near model: Model) -> Moment? {
    model.referenceTime.flatMap { moment(text, near: $0) }
  }
}
