import Situation
import Testing

@testable import BoardUI

/// The line from where the train came to where it was bound for.
@Suite struct RouteTests {
  private static func store(_ movements: [Movement]) -> EventStore {
    let text = "A train left."
    let id = ArticleID(digest: String(repeating: "7e", count: 32))
    let claims = movements.map { movement in
      Claim(
        .movement(movement), receipt: Receipt(article: id, span: 0..<text.utf8.count, rule: "movement"))
    }
    var store = EventStore()
    store.append(Article(id: id, path: "left.txt", text: Array(text.utf8)), claims: claims)
    return store
  }

  private static let route = Movement(subject: "train", action: "travelling", from: "Quetta", to: "Peshawar")

  private static func taken(to place: String, _ kilometres: Int?) -> Movement {
    Movement(subject: "passengers", action: "taken", to: place, distanceKilometres: kilometres)
  }

  @Test func `how far off an end is stands beside it, as those tell who were taken there`() {
    let driver = Driver(120, 40, store: RouteTests.store([RouteTests.route, RouteTests.taken(to: "Quetta", 100)]))
    #expect(driver.screen.contains("Quetta o━ 100 km away ━"), "\(driver.screen)")
    #expect(!driver.screen.contains("away ━o Peshawar"))
  }

  @Test func `two claims of how far it is are both told`() {
    let movements = [
      RouteTests.route, RouteTests.taken(to: "Peshawar", 900), RouteTests.taken(to: "Peshawar", 1_100),
    ]
    let driver = Driver(120, 40, store: RouteTests.store(movements))
    #expect(driver.screen.contains("━ 900 or 1100 km away ━o Peshawar"), "\(driver.screen)")
  }

  @Test func `places off the route, and ways without a length, tell nothing on the line`() {
    let movements = [RouteTests.route, RouteTests.taken(to: "Mach", 40), RouteTests.taken(to: "Quetta", nil)]
    let driver = Driver(120, 40, store: RouteTests.store(movements))
    #expect(driver.screen.contains("Quetta o━━━━") && !driver.screen.contains("km away"), "\(driver.screen)")
  }

  @Test func `the receipts of the route are also those of its lengths`() throws {
    var driver = Driver(120, 40, store: RouteTests.store([RouteTests.route, RouteTests.taken(to: "Quetta", 100)]))
    driver.type("1")
    let route = try #require(driver.model.allLists[.train].first { $0.id == "route" })
    #expect(route.value == .words("from Quetta to Peshawar; Quetta 100 km away"))
    #expect(Array(route.events).map(\.sequence).sorted() == [0, 1])
  }
}
