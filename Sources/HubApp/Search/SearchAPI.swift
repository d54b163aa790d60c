import HubHTTP
import HubModel
import HubText

/// `GET /search?q=…&type=…&limit=…&cursor=…`.
enum SearchAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .get, "\(API.root)/search", name: "search", .reading(document).taking(query).searching,
        handler: search)
    ]
  }

  private static func search(_ context: Context) throws -> Response {
    let request = context.request
    let (limit, types, before) = try parameters(of: request)
    return try context.read { reading in
      let found = try Search.find(
        request.query.first(named: "q") ?? "", types: types, before: before, limit: limit,
        in: reading)
      return .json(write(found.hits, found.next))
    }
  }

  private static func parameters(of request: Request) throws -> (Int, [RecordType], Int64?) {
    var faults: [Fault] = []
    let limit = request.query.first(named: "limit").map { Int($0) ?? 0 } ?? 20
    if !(1...100).contains(limit) { faults.append(Fault("badLimit", at: "limit", ["most": "100"])) }
    let types = request.query.all(named: "type").compactMap { word -> RecordType? in
      if let type = RecordType(rawValue: word) { return type }
      let allowed = RecordType.allCases.map(\.rawValue).joined(separator: ", ")
      faults.append(Fault("unknownChoice", at: "type", ["word": word, "allowed": allowed]))
      return nil
    }
    let cursor = request.query.first(named: "cursor")
    let before = cursor.flatMap { Int64($0) }
    if cursor != nil, before == nil { faults.append(Fault("badCursor", at: "cursor")) }
    guard faults.isEmpty else { throw Refusal.malformed(faults) }
    return (limit, types, before)
  }

  private static func write(_ hits: [Search.Hit], _ next: Int64?) -> JSONWriter {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("items")
    writer.beginArray()
    for hit in hits {
      writer.beginObject()
      hit.entry.writeMembers(to: &writer)
      writer.key("excerpt")
      writer.localized(hit.excerpt)
      writer.endObject()
    }
    writer.endArray()
    writer.key("next")
    if let next { writer.string(String(next)) } else { writer.null() }
    writer.endObject()
    return writer
  }
}

extension Directory.Entry {
  /// The members that every mention of a record has.
  func writeMembers(to writer: inout JSONWriter) {
    writer.key("ref")
    writer.string(reference.description)
    writer.key("type")
    writer.string(reference.type.rawValue)
    writer.key("title")
    writer.localized(label)
    if !state.isEmpty {
      writer.key("state")
      writer.string(state)
    }
    if let day {
      writer.key("day")
      writer.string(day.description)
    }
    if illustrative {
      writer.key("illustrative")
      writer.bool(true)
    }
  }
}
