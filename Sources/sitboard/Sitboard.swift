import ArgumentParser
import Situation

/// The root of the command line.
struct Sitboard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitboard",
    abstract: "A situation board for a running incident, read from news articles.",
    usage: """
      sitboard [<path> ...] [--linear] [<options>]
      sitboard <command> ...
      """,
    discussion: """
      Reads articles, takes every statement in them as an attributed claim with its passage, and shows the train, the \
      people and the forces, who says so, and what does not add up.

      A PATH is an article (a text, a saved web page, a feed, a mail, a PDF or Word document and others), a folder of \
      such files and of event files (.jsonl), an event file that 'sitboard events' wrote, the http or https address of a \
      feed or a page, a file that lists sources (.toml), or - for standard input. Without a PATH the built-in incident is read.

      Exit codes: 0 done; \(SystemExit.list). When one \
      of several paths is bad, the others are read, and the code tells of the first that was not. A pipe that \
      is closed before the end is not an error.
      """,
    version: Release.version,
    subcommands: [
      BoardCommand.self, BriefCommand.self, DiffCommand.self, ClaimsCommand.self, ExplainCommand.self, TextCommand.self,
      EventsCommand.self, IncidentsCommand.self, DeskCommand.self, FetchCommand.self, ConfigCommand.self,
      PathsCommand.self, ForgetCommand.self, CastCommand.self, PresentCommand.self,
      FollowCommand.self,
      GateCommand.self, CommandReference.self, CuesCommand.self, BuiltInClaims.self, KeyReference.self,
      RuleReference.self, ScreenReference.self,
    ],
    defaultSubcommand: BoardCommand.self)
}
