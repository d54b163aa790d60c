import HubConsole
import HubText

/// A whole list, page by page.
enum RecordPages {
  static func all(
    _ path: String, _ query: [(name: String, value: String)], in call: Invocation
  ) throws -> [JSON] {
    var items: [JSON] = []
    var cursor: String?
    repeat {
      let more = cursor.map { [(name: "cursor", value: $0)] } ?? []
      let page = try call.client().json(
        "GET", path, query: query + [("limit", "500")] + more)
      items += page["items"]?.array ?? []
      cursor = page["next"]?.string
    } while cursor != nil
    return items
  }
}
