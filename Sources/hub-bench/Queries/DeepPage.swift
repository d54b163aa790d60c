import HubApp
import HubHTTP
import HubText

/// A page far into a collection, beside its first page: paging is by key.
enum DeepPage {
  private static let target = "/api/v1/action-items?sort=dueOn"

  static func run(_ hub: QueriesBench.Asked, _ repetitions: Int) throws -> Finding {
    var cursor = ""
    let pages = min(100, hub.plan.actions / 2000)
    for _ in 0..<pages {
      let response = hub.api.respond(to: try request("&limit=500" + cursor, hub.plan))
      let next = try JSON(parsing: try response.collected())["next"]?.string
      guard let next else { throw BenchFault("there are fewer pages than there should be") }
      // The same place, whatever the size of the page.
      cursor = "&cursor=" + next
    }
    let first = try request("&limit=20", hub.plan)
    let deep = try request("&limit=20" + cursor, hub.plan)
    let pair = try Pair.measure(
      rounds: repetitions,
      ours: { _ = try QueriesBench.answer(deep, hub.api) },
      reference: { _ = try QueriesBench.answer(first, hub.api) })
    let (ours, reference) = pair.medians
    return Finding(
      "the page after \(pages * 500) action items by due day", ours, beside: reference,
      "the first page", .times(2))
  }

  private static func request(_ rest: String, _ plan: Plan) throws -> Request {
    var request = try Request(.get, target: target + rest, id: "bench")
    request.principal = plan.staff(0)
    return request
  }
}
