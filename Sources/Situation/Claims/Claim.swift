/// One statement of an article: what it says, who says it, when it was so and when it was said, and where it stands.
package struct Claim: Hashable, Sendable {
  /// How the claim stands to the incident as it is told.
  package enum Standing: String, Hashable, Sendable, CaseIterable {
    case current
    /// Of another incident, or of what usually is so.
    case background
    /// A figure that the text names as replaced.
    case superseded
    /// Feared or threatened; not so yet.
    case forecast
    case denied
  }

  package enum Content: Hashable, Sendable {
    case count(Count)
    /// Apart from the claim, as the next: they are few, and twice as large as a count.
    indirect case condition(Condition)
    indirect case movement(Movement)
    case deployment(Deployment)
    case statement(Statement)
  }

  package var content: Content
  /// `nil` is unattributed.
  package var speaker: Speaker?
  package var standing: Standing
  /// Why the reader is not sure of it; `nil` where it is.
  package var doubt: Doubt?
  package var place: Place?
  /// For a part of a breakdown: where the whole stands among the claims read from the same article, counted from 0.
  package var partOf: Int?
  /// When it was so.
  package var happened: Moment
  /// When it was said.
  package var reported: Moment
  package var receipt: Receipt

  package init(
    _ content: Content, standing: Standing = .current, speaker: Speaker? = nil, happened: Moment = .unknown,
    reported: Moment = .unknown, place: Place? = nil, partOf: Int? = nil, doubt: Doubt? = nil, receipt: Receipt
  ) {
    self.content = content
    self.standing = standing
    self.speaker = speaker
    self.happened = happened
    self.reported = reported
    self.place = place
    self.partOf = partOf
    self.doubt = doubt
    self.receipt = receipt
  }

  package func moment(on clock: Clock) -> Moment {
    switch clock {
    case .happened: happened
    case .reported: reported
    }
  }

  package var count: Count? {
    if case .count(let count) = content { count } else { nil }
  }
}

/// How many people a claim puts in a status.
package struct Count: Hashable, Sendable {
  package enum SubjectClass: String, Hashable, Sendable, CaseIterable {
    case people
    case attackers
    case securityForces = "security-forces"
  }

  /// What a count covers.
  package enum Scope: String, Hashable, Sendable, CaseIterable {
    /// All people of that status and class in the incident, as far as the speaker knows.
    case total
    /// A part of such a figure: a place, a group, a share, one vehicle ("eight security guards among them").
    case part
    /// An addition to a figure ("two more bodies"), and not a rival of a total.
    case increment
    /// People of another incident.
    case other
  }

  package var figure: Figure
  /// The field's plain noun: "passengers", "attackers", "driver".
  package var subject: String
  /// What did it, where the text says: "gunfire".
  package var cause: String?
  package var status: Status
  /// `nil` for a mixed group (soldiers and civilians).
  package var subjectClass: SubjectClass?
  package var scope: Scope

  package init(
    _ status: Status, _ subject: String, _ subjectClass: SubjectClass?, _ figure: Figure, scope: Scope = .total,
    cause: String? = nil
  ) {
    self.status = status
    self.subject = subject
    self.subjectClass = subjectClass
    self.figure = figure
    self.scope = scope
    self.cause = cause
  }
}

/// The state of a thing: the engine, a coach, the track, the tunnel.
package struct Condition: Hashable, Sendable {
  /// The engine, coach 3, the track, the tunnel, the train, the guards, …
  package let thing: Thing
  /// "immobilised", "blown up", "partly inside"; `nil` where the thing is only named (a train of nine coaches).
  package let state: String?
  /// How many of the thing, where the text says: nine coaches.
  package var number: Int?
  /// What a vehicle is in or on by its state: the tunnel of a train that is "partly inside a tunnel".
  package let surrounding: ThingKind?

  package init(_ thing: Thing, _ state: String?, number: Int? = nil) {
    self.thing = thing
    self.state = state
    self.number = number
    surrounding = thing.kind == nil ? nil : state.flatMap(ThingKind.named)
  }

  package init(object: String, state: String?, number: Int? = nil) {
    self.init(Thing(object), state, number: number)
  }
}

/// Somebody or something on the way from, to, or by a place.
package struct Movement: Hashable, Sendable {
  /// "train", "relief train", "rescued passengers", "coffins".
  package let subject: String
  /// What kind of vehicle that is; `nil` for people and goods.
  package let vehicle: ThingKind?
  /// The verb in a plain form: "travelling", "sent", "taken", "on the way".
  package var action: String
  package var figure: Figure?
  package var from: String?
  package var to: String?
  package var by: String?
  package var distanceKilometres: Int?

  package init(
    subject: String, action: String, figure: Figure? = nil, from: String? = nil, to: String? = nil, by: String? = nil,
    distanceKilometres: Int? = nil
  ) {
    self.subject = subject
    vehicle = ThingKind.named(subject)
    self.action = action
    self.figure = figure
    self.from = from
    self.to = to
    self.by = by
    self.distanceKilometres = distanceKilometres
  }
}

/// A force and what it does, with what.
package struct Deployment: Hashable, Sendable {
  package enum Side: String, Hashable, Sendable, CaseIterable {
    case state
    case attackers
    case other
  }

  package var side: Side
  /// As the text names it: "helicopters", "security forces".
  package var unit: String
  package var action: String
  /// "explosive vests"; `nil` where none is named.
  package var equipment: String?

  package init(side: Side, unit: String, action: String, equipment: String? = nil) {
    self.side = side
    self.unit = unit
    self.action = action
    self.equipment = equipment
  }
}

/// Something said that is itself the event: a claim of responsibility, a demand, an offer, an answer.
package struct Statement: Hashable, Sendable {
  package enum Act: String, Hashable, Sendable, CaseIterable {
    case responsibility, demand, deadline, offer, answer, denial, threat
    /// What people are warned of, or told to do: "stay indoors".
    case warning
    /// What nobody knows or confirms yet: "who was behind it".
    case unknown
    /// What the speaker calls it: "an act of terrorism".
    case label
    /// What went before: "the first attack of its kind". Counts nobody.
    case history
    /// The operator's own words, of what was done to the board or noted. No article makes one.
    case note
  }

  package var act: Act
  /// Who acts, as named: "BLA", "government". `nil` where the text names nobody.
  package var by: String?
  /// In plain words: "prisoner swap", "no response so far".
  package var content: String

  package init(act: Act, by: String?, content: String) {
    self.act = act
    self.by = by
    self.content = content
  }
}
