import BoardUI
import Desk
import Situation

/// The desk that a board is opened on, looked at before it opens.
struct DeskOpening {
  let address: DeskAddress
  /// As whom the server knows this operator, whose acts bear that name on every board; `nil` where it cannot be reached.
  let author: String?
  /// True if acts are taken from this account; assumed where the desk cannot be reached.
  let takesActs: Bool

  /// `nil` where no desk is asked for. A desk that cannot be reached now is opened all the same; one that is refused is
  /// not.
  init?(_ paths: [String], _ options: CommonOptions) throws(Failure) {
    guard try options.isOfDesk(paths), let desk = options.desk else { return nil }
    address = try DeskAccess.address(desk)
    do throws(DeskError) {
      let log = try DeskLog(address)
      (author, takesActs) = (log.database.user, try log.takesActs())
    } catch {
      guard error.isOfConnection else { throw Failure(error) }
      (author, takesActs) = (nil, true)
    }
  }
}
