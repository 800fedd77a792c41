internal import Situation

extension Model {
  /// The time that the board stands at, or where that is not known the time of the last event that has one.
  var referenceTime: CivilTime? {
    if let moment = asOf.moment, let to = moment.to {
      // A whole day ends with the first instant of the next.
      return CivilTime(moment.precision == .instant ? to : to.advanced(by: -1), at: moment.offset)
    }
    return store.newestTime(on: clock)
  }
}

extension TimeEntry {
  /// A moment as typed at the board; `nil` also where no claim has a time.
  static func moment(_ text: String, near model: Model) -> Moment? {
    model.referenceTime.flatMap { moment(text, near: $0) }
  }
}
