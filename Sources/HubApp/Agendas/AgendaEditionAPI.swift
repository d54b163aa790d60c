import HubHTTP
import HubModel
import HubText

/// What was published of an agenda, word for word, and what changed since.
struct AgendaEditionAPI: Sendable {
  let hub: Hub

  static func routes(_ hub: Hub) -> [Route] {
    let api = AgendaEditionAPI(hub: hub)
    let meeting = "\(API.root)/meetings/{ref}"
    return [
      Route(.get, "\(meeting)/agenda-editions", name: "agenda editions", handler: api.list),
      Route(.get, "\(meeting)/agenda-editions/{number}", name: "agenda edition", handler: api.show),
      Route(.get, "\(meeting)/agenda-changes", name: "agenda changes", handler: api.changes),
    ]
  }

  @Sendable private func list(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<Meeting> = try request.id(parameters)
    return try hub.read(for: request) { reading in
      var writer = JSONWriter()
      writer.editions(try AgendaEditions.of(id, in: reading).editions.map(\.edition))
      return .json(writer)
    }
  }

  @Sendable private func show(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<Meeting> = try request.id(parameters)
    let number = try request.edition(parameters)
    return try hub.read(for: request) { reading in
      let document = try AgendaEditions.of(id, in: reading).document(number)
      return .markdown(document.written(in: try request.words().language))
    }
  }

  /// `GET …/agenda-changes?from=1&to=2`; without `to`, what changed until now.
  @Sendable private func changes(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<Meeting> = try request.id(parameters)
    let from = try request.number("from") ?? 1
    let to = try request.number("to")
    return try hub.read(for: request) { reading in
      let (older, newer, changes) = try AgendaEditions.of(id, in: reading)
        .changes(from: from, to: to)
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("meeting", id.description)
      writer.member("from", from)
      writer.key("to")
      if let to { writer.integer(Int64(to)) } else { writer.null() }
      writer.key("changes")
      AgendaChangeWords(try request.words()).write(changes, from: older, to: newer, &writer)
      writer.endObject()
      return .json(writer)
    }
  }
}

extension Request {
  /// The number of an edition in the path.
  func edition(_ parameters: Parameters) throws -> Int {
    let text = try parameters.require("number")
    guard let number = Int(text), number > 0 else { throw Refusal.notFound(text) }
    return number
  }

  /// A whole number from the query; nil when it is not there.
  func number(_ name: String) throws -> Int? {
    guard let text = query.first(named: name) else { return nil }
    guard let number = Int(text), number > 0 else {
      throw Refusal.malformed([Fault("wrongType", at: name, ["wanted": "integer"])])
    }
    return number
  }
}

extension JSONWriter {
  /// `{"items": [{"edition": 1, "at": "…", "note": {…}}, …]}`
  mutating func editions(_ editions: [Editions.Edition]) {
    beginObject()
    key("items")
    beginArray()
    for edition in editions {
      beginObject()
      member("edition", edition.number)
      member("at", edition.at.description)
      key("note")
      if edition.note.isEmpty { null() } else { localized(edition.note) }
      endObject()
    }
    endArray()
    endObject()
  }
}
