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
    return try context.read { reading in
      let found = try Search.find(question(of: request, in: reading), in: reading)
      return .json(write(found.hits, found.next))
    }
  }

  /// In which order it can answer.
  static let orders = ["created", "-created"]

  private static func question(of request: Request, in reading: Reading) throws -> Search.Question {
    let query = request.query
    var faults: [Fault] = []
    var question = Search.Question(query.first(named: "q") ?? "")
    question.limit = query.first(named: "limit").map { Int($0) ?? 0 } ?? 20
    if !(1...100).contains(question.limit) {
      faults.append(Fault("badLimit", at: "limit", ["most": "100"]))
    }
    question.types = query.all(named: "type").compactMap { word -> RecordType? in
      if let type = RecordType(rawValue: word) { return type }
      let allowed = RecordType.allCases.map(\.rawValue).joined(separator: ", ")
      faults.append(Fault("unknownChoice", at: "type", ["word": word, "allowed": allowed]))
      return nil
    }
    question.states = query.all(named: "state")
    question.kinds = query.all(named: "kind")
    question.themes = query.all(named: "theme")
    if let text = query.first(named: "since") {
      // A day begins by the clocks of the caller's network.
      question.since =
        Moment(text) ?? Day(text).map { Moment($0, minute: 0, in: reading.caller.zone) }
      if question.since == nil {
        faults.append(Fault("unreadableDay", at: "since", ["text": text]))
      }
    }
    if let sort = query.first(named: "sort") {
      question.oldestFirst = sort == "created"
      if !orders.contains(sort) {
        let known = ["word": sort, "known": orders.joined(separator: ", ")]
        faults.append(Fault("unknownSort", at: "sort", known))
      }
    }
    let cursor = query.first(named: "cursor")
    question.after = cursor.flatMap { Int64($0) }
    if cursor != nil, question.after == nil { faults.append(Fault("badCursor", at: "cursor")) }
    for (name, values) in [
      ("state", question.states), ("kind", question.kinds), ("theme", question.themes),
    ] where values.count > Filter.mostValues {
      faults.append(Fault("tooManyValues", at: name, ["most": String(Filter.mostValues)]))
    }
    guard faults.isEmpty else { throw Refusal.malformed(faults) }
    return question
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
