import HubHTTP
import HubModel
import HubText

/// `GET` and `POST` on a subject's collection.
enum CollectionAPI<R: Stored> {
  static var path: String { "\(API.root)/\(R.type.path)" }

  static var routes: [APIRoute] {
    [
      APIRoute(
        .get, path, name: "list \(R.type.path)",
        .reading { RecordRoutes<R>($0).list }.filtering(R.self), handler: list),
      APIRoute(
        .post, path, name: "create \(R.type.rawValue)", .writing { RecordRoutes<R>($0).create },
        handler: create),
    ]
  }

  private static func list(_ context: Context) throws -> Response {
    let request = context.request
    let query = request.listQuery()
    let asked = try AskedMembers(request.query, of: R.self)
    return try context.read { reading in
      let page = try reading.list(R.self, query)
      let names = try Names(of: page.records, showing: asked, in: reading)
      let linked = asked?.contains("links") ?? true
      let neighbours = try linked ? Neighbours(of: page.records.map(\.reference), in: reading) : nil
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("items")
      writer.beginArray()
      for (index, record) in page.records.enumerated() {
        let links = neighbours?[index] ?? []
        if let asked {
          RecordJSON.write(
            asked, of: record, for: reading.caller, links: links, names: names, to: &writer)
        } else {
          RecordJSON.write(
            record, for: reading.caller, links: links, names: names, to: &writer)
        }
      }
      writer.endArray()
      writer.key("next")
      if let next = page.next { writer.string(next) } else { writer.null() }
      if let since = request.query.first(named: "changedSince").flatMap({ Moment($0) }) {
        let gone = try Departures.since(since, of: R.type, in: reading)
        writer.key("gone")
        writer.value(.array(gone.map { .string($0.description) }))
      }
      names.write(to: &writer)
      writer.endObject()
      return Self.linked(.json(writer), to: page.next, context)
    }
  }

  /// Names the next page in the header too, as RFC 8288 has it.
  private static func linked(
    _ response: Response, to next: String?, _ context: Context
  ) -> Response {
    guard let next else { return response }
    var pairs = context.request.query.pairs.filter { $0.name != "cursor" }
    pairs.append(Query.Pair(name: "cursor", value: next))
    let link = Link("\(context.outer(path))?\(Query(pairs).encoded)", relation: "next")
    return response.with("Link", Link.value([link]))
  }

  private static func create(_ context: Context) throws -> Response {
    let json = try context.request.json()
    return try context.write { writing in
      try writing.create(R.self, from: json)
    } answer: { record, reading in
      try RecordAPI<R>.answer(record, status: 201, in: reading)
        .with("Location", context.outer("\(path)/\(record.reference)"))
    }
  }
}

extension RouteDescription {
  /// The same for a collection: the filters are a type's own, and so is what they say to others.
  fileprivate func filtering<R: Stored>(_ type: R.Type) -> Self {
    with {
      $0.query = { ListParameters<R>($0).all }
      $0.checksQuery = true
      $0.momentary = R.momentaryFilters
    }
  }
}
