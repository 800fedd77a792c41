/// The events of a store in the order they came, each put together when it is asked for.
package struct EventList: RandomAccessCollection, Equatable, Sendable {
  let table: EventTable

  package var startIndex: Int { 0 }
  package var endIndex: Int { table.count }

  package subscript(position: Int) -> Event { table.event(position) }

  package static func == (a: EventList, b: EventList) -> Bool { a.elementsEqual(b) }
}
