/// The claims behind a value, found one by one when they are asked for: a value may rest on thousands.
package struct Evidence: RandomAccessCollection, Hashable, Sendable {
  /// The first `count` of marks in replay order, newest first.
  private struct Segment: Sendable {
    var marks: [ReplayKey]
    var count: Int
  }

  private var segments: [Segment] = []
  /// The claim that comes before all others, and where it would stand among them.
  private var front: (event: EventID, index: Int)?
  package private(set) var count = 0

  package init() {}

  /// Claims in the order in which they are to be seen.
  package init(_ events: [EventID]) {
    let marks = events.reversed().map { ReplayKey(to: 0, event: UInt32($0.sequence)) }
    append(marks, count: marks.count)
  }

  /// The evidence of several values, one after another.
  package init(joining parts: some Sequence<Evidence>) {
    for part in parts {
      if part.front == nil {
        for segment in part.segments { append(segment.marks, count: segment.count) }
      } else {
        let copy = Evidence(Array(part))
        for segment in copy.segments { append(segment.marks, count: segment.count) }
      }
    }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(position: Int) -> EventID {
    guard let front else { return element(position) }
    if position == 0 { return front.event }
    return element(position <= front.index ? position - 1 : position)
  }

  private func element(_ position: Int) -> EventID {
    var position = position
    for segment in segments {
      if position < segment.count { return EventID(Int(segment.marks[segment.count - 1 - position].event)) }
      position -= segment.count
    }
    preconditionFailure("a place past the end of the evidence")
  }

  /// Returns true if the event at the playhead is among the claims. As the last that is in, it is the newest of those that it
  /// is among.
  package func isTouched(by latest: EventID) -> Bool {
    segments.contains { $0.count > 0 && Int($0.marks[$0.count - 1].event) == latest.sequence }
  }

  package static func == (a: Evidence, b: Evidence) -> Bool { a.elementsEqual(b) }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(first)
  }
}

extension Evidence {
  /// The claims of a topic that are in.
  mutating func append(_ topic: ActiveTopic) { append(topic.marks, count: topic.count) }

  mutating func append(_ marks: [ReplayKey], count added: Int) {
    guard added > 0 else { return }
    segments.append(Segment(marks: marks, count: added))
    count += added
  }

  /// Puts one of the claims before all others.
  mutating func putFirst(_ event: EventID, place: Int) {
    // The place counts from the oldest of the segment in which the claim stands.
    var before = 0
    for segment in segments {
      if place < segment.count, Int(segment.marks[place].event) == event.sequence {
        let index = before + segment.count - 1 - place
        front = index == 0 ? nil : (event, index)
        return
      }
      before += segment.count
    }
  }
}

extension Evidence: CustomReflectable {
  package var customMirror: Mirror { Mirror(self, unlabeledChildren: Array(self), displayStyle: .collection) }
}
