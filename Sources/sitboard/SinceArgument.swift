import ArgumentParser
import Situation

/// A time, or the reader's last briefing.
enum SinceArgument: ExpressibleByArgument {
  case last
  case time(DateArgument)

  init?(argument: String) {
    if argument == "last" {
      self = .last
    } else if let date = DateArgument(argument: argument) {
      self = .time(date)
    } else {
      return nil
    }
  }
}
