import ArgumentParser
import Situation

/// A time, or the reader's last briefing.
enum SinceArgument: ExpressibleByArgument {
  case last
  case time(TimeArgument)

  init?(argument: String) {
    if argument == "last" {
      self = .last
    } else if let date = TimeArgument(argument: argument) {
      self = .time(date)
    } else {
      return nil
    }
  }
}
