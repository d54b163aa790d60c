import HubHTTP
import HubModel
import HubText
import HubWords

/// What was published of an agenda, word for word, and what changed since.
enum AgendaEditionAPI {
  static var routes: [APIRoute] {
    let meeting = "\(API.root)/meetings/{ref}"
    return [
      APIRoute(
        .get, "\(meeting)/agenda-editions", name: "agenda editions", .reading(listed),
        handler: list),
      APIRoute(
        .get, "\(meeting)/agenda-editions/{number}", name: "agenda edition",
        .reading(shown).taking(FileRoutes.query).givingFile, handler: show),
      APIRoute(
        .get, "\(meeting)/agenda-changes", name: "agenda changes",
        .reading(compared).taking(comparedQuery), handler: changes),
    ]
  }

  private static func list(_ context: Context) throws -> Response {
    let id: ID<Meeting> = try context.id()
    return try context.read { reading in
      var writer = JSONWriter()
      writer.editions(try AgendaEditions.of(id, in: reading).editions.map(\.edition))
      return .json(writer)
    }
  }

  private static func show(_ context: Context) throws -> Response {
    let id: ID<Meeting> = try context.id()
    let number = try context.edition()
    return try context.read { reading in
      let document = try AgendaEditions.of(id, in: reading).document(number)
      return .markdown(document.written(in: try context.request.words().language))
    }
  }

  /// `GET …/agenda-changes?from=1&to=2`; without `to`, what changed until now.
  private static func changes(_ context: Context) throws -> Response {
    let id: ID<Meeting> = try context.id()
    let from = try context.request.number("from") ?? 1
    let to = try context.request.number("to")
    return try context.read { reading in
      let (older, newer, changes) = try AgendaEditions.of(id, in: reading)
        .changes(from: from, to: to)
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("meeting", id.description)
      writer.member("from", from)
      writer.key("to")
      if let to { writer.integer(Int64(to)) } else { writer.null() }
      writer.key("changes")
      AgendaChangeWords(try context.request.words()).write(changes, from: older, to: newer, &writer)
      writer.endObject()
      return .json(writer)
    }
  }
}

extension Context {
  /// The number of an edition in the path.
  func edition() throws -> Int {
    let text = try parameters.require("number")
    guard let number = Int(text), number > 0 else { throw Refusal.notFound(text) }
    return number
  }
}

extension Request {
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
