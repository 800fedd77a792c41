import ArgumentParser
import Desk

/// Which desk a command is about.
struct DeskOptions: ParsableArguments {
  static let help: ArgumentHelp = ArgumentHelp(
    """
    A desk on a PostgreSQL server: an address as psql takes it, then # and the name of the desk where it is not \
    sitboard. No password stands in it: psql's password file and PG variables are heeded.
    """, valueName: "address")

  @Option(help: DeskOptions.help)
  var desk: String?

  /// The desk that is given, or that of the config.
  func address() throws(Failure) -> DeskAddress {
    let set: String? = desk == nil ? try ConfigFile.settings().desk : nil
    guard let text = desk ?? set else {
      throw Failure(
        .usage, "which desk? Give --desk postgresql://HOST/DATABASE#NAME, or desk = \"…\" in the config")
    }
    return try DeskAccess.address(text)
  }

  func log() throws(Failure) -> DeskLog { try DeskAccess.log(address()) }

  /// The desk and a connection to its server, which may have no such desk yet.
  func connected() throws(Failure) -> (address: DeskAddress, database: Database) {
    let address = try address()
    return (address, try DeskAccess.attempt { () throws(DeskError) in try Database(address) })
  }
}

/// Reaches desks, and says why where one cannot be reached.
enum DeskAccess {
  static func address(_ text: String) throws(Failure) -> DeskAddress {
    try attempt { () throws(DeskError) in try DeskAddress(text) }
  }

  static func log(_ address: DeskAddress) throws(Failure) -> DeskLog {
    try attempt { () throws(DeskError) in try DeskLog(address) }
  }

  static func attempt<Result>(_ body: () throws(DeskError) -> Result) throws(Failure) -> Result {
    do throws(DeskError) {
      return try body()
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  init(_ error: DeskError) {
    switch error.reason {
    case .wrongName, .passwordInAddress: self.init(.usage, error.message)
    case .refused where error.isOfRights: self.init(.permission, error.message)
    case .refused where !error.isOfConnection: self.init(.data, error.message)
    default: self.init(.unavailable, error.message)
    }
  }
}
