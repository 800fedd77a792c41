import BoardUI
import Situation
import Terminal

/// Somebody the board works with beside its terminal: what feeds it, who is shown it.
protocol BoardPartner: AnyObject {
  /// To be watched for reading.
  var descriptors: [Int32] { get }
  /// When `hear` is to be called at the latest; `nil` for never.
  var deadline: MonotonicInstant? { get }
  /// One of the descriptors is readable, or the deadline has passed.
  func hear() -> [Message]
  /// The model as it is drawn now.
  func see(_ model: Model)
  func carryOut(_ effect: Effect) -> [Message]
}

extension BoardPartner {
  var deadline: MonotonicInstant? { nil }
  func see(_ model: Model) {}
  func carryOut(_ effect: Effect) -> [Message] { [] }
}

/// What a board is opened with.
struct BoardSetup {
  var store = EventStore()
  /// Which incidents the reports of the store are about.
  var desk = IncidentDesk()
  var problems: [String] = []
  /// What is to be known of what was loaded.
  var notices: [String] = []
  /// `nil` where nothing can be done by hand.
  var hand: OperatorJournal?
  /// Where the operator was, and where to keep where they are; `nil` where nothing is kept.
  var place: SessionFile?
  var partners: [any BoardPartner] = []
  var lead: Lead?
  /// True if the markers of the journal are the cues of whoever leads.
  var takesCuesOfJournal = false
  var alerts: [Alert] = []
  /// How the terminal is to notify of alerts; `nil` for not at all.
  var terminalNotice: TerminalNotice?
  /// The settings for every board; the standard ones where the reader may set nothing.
  var settings = Settings()
  /// True if the bottom line stays on the terminal when the board is closed.
  var leavesBottomLine = false
  /// Ways to say that the incident is an example; none for one that is not.
  var example: [String] = []
  /// What has happened before the board opens.
  var messages: [Message] = []
  /// The keys as the operator has set them.
  var keymap = Keymap.standard
  var isReadOnly = false
  /// True if others at a desk may see that this board is open.
  var isPresent = false
  var ringsForNews = false

  /// Has the board hear what a feed brings, and deadlines that come near while it brings nothing.
  mutating func follow(_ feed: any BoardPartner) { partners += [feed, DeadlineAlarm()] }

  /// Takes the markers of a journal as cues, where whoever leads has brought none.
  mutating func takeCues(of entries: [OperatorEntry]) {
    guard takesCuesOfJournal, case .leading(var leading)? = lead else { return }
    leading.takeCues(of: entries)
    lead = .leading(leading)
  }

  /// Keeps what was copied on a terminal without a clipboard, and says where.
  func keep(copied text: String) -> String {
    place == nil ? "not copied: this terminal takes no clipboard" : SessionFile.addCopied(text)
  }
}
