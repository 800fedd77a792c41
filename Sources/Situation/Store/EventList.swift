/// The events of a store in the order they came, each put together when it is asked for.
package struct EventList: RandomAccessCollection, Equatable, Sendable {
  let table: EventTable

  package var startIndex: Int { 0 }
  package var endIndex: Int { table.count }

  package subscript(position: Int) -> Event {
    let event = UInt32(position)
    if let entry = table.entry(event) { return Event(id: EventID(position), body: .act(entry)) }
    return Event(id: EventID(position), claim: table.claim(event))
  }

  package static func == (a: EventList, b: EventList) -> Bool { a.elementsEqual(b) }
}
