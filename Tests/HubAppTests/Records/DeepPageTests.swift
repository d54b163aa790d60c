import HubModel
import HubTestKit
import Testing

@testable import HubApp

/// Pages by a day that several share and some lack.
@Suite struct DeepPageTests {
  let hub: Hub

  init() throws {
    hub = try TestHub().hub
    try hub.write(as: .founder) { writing in
      var network = Network()
      network.name = LocalizedText(en: "Network", fr: "Réseau")
      network.jurisdiction = network.name
      try writing.create(network)
      var body = Body()
      body.header.network = ID(1)
      body.name = LocalizedText(en: "Body", fr: "Instance")
      try writing.create(body)
      for number in 1...12 {
        var action = ActionItem()
        action.body = ID(1)
        action.title = LocalizedText(en: "Action \(number)", fr: "Mesure \(number)")
        action.dueOn = number % 4 == 0 ? nil : Day(number: 20_000 + number % 3)
        try writing.create(action)
      }
    }
  }

  @Test(arguments: [
    ("dueOn", [3, 6, 9, 1, 7, 10, 2, 5, 11, 4, 8, 12]),
    ("-dueOn", [11, 5, 2, 10, 7, 1, 9, 6, 3, 12, 8, 4]),
    ("modified", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  ])
  func `every record comes once, those without a day last`(_ sort: String, _ order: [Int64]) throws
  {
    let found = try hub.read(as: .founder) { reading in
      var found: [Int64] = []
      var query = ListQuery(sort: sort, limit: 5)
      repeat {
        let page = try reading.list(ActionItem.self, query)
        found += page.records.map(\.header.number)
        query.cursor = page.next
      } while query.cursor != nil
      return found
    }
    #expect(found == order)
  }
}
