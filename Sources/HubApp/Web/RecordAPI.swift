import HubHTTP
import HubModel
import HubText

/// `GET`, `PATCH`, transitions and history of one record.
enum RecordAPI<R: Stored> {
  static var routes: [APIRoute] {
    let path = "\(API.root)/\(R.type.path)/{ref}"
    let kind = R.type.rawValue
    var routes = [
      APIRoute(
        .get, path, name: "show \(kind)",
        .reading { RecordRoutes<R>($0).show }.brief.taking { [ListParameters<R>($0).asked] },
        handler: show),
      APIRoute(
        .patch, path, name: "edit \(kind)", .writing { RecordRoutes<R>($0).edit }, handler: edit),
      APIRoute(
        .get, "\(path)/history", name: "history of \(kind)",
        .reading { RecordRoutes<R>($0).history }, handler: history),
    ]
    if R.lifeCycle != nil {
      routes.append(
        APIRoute(
          .post, "\(path)/transitions", name: "move \(kind)",
          .writing { RecordRoutes<R>($0).move }, handler: move))
    }
    return routes
  }

  private static func show(_ context: Context) throws -> Response {
    let id: ID<R> = try context.id()
    let asked = try AskedMembers(context.request.query, of: R.self)
    return try context.read { reading in
      let record = try reading.find(id)
      guard let asked else { return try Self.answer(record, in: reading) }
      return try Self.answer(record, showing: asked, in: reading)
    }
  }

  private static func edit(_ context: Context) throws -> Response {
    let id: ID<R> = try context.id()
    let json = try context.request.json()
    return try context.write { writing in
      let former = try writing.find(id)
      let version = try context.request.expectedVersion(of: former)
      return try writing.edit(id, expecting: version) {
        try RecordJSON.apply(json, to: &$0, in: writing)
      }
    } answer: { record, reading in
      try Self.answer(record, in: reading)
    }
  }

  private static func move(_ context: Context) throws -> Response {
    let id: ID<R> = try context.id()
    let json = try context.request.json()
    return try context.write { writing in
      let former = try writing.find(id)
      let version = try context.request.expectedVersion(of: former)
      return try writing.move(id, by: json, expecting: version)
    } answer: { record, reading in
      try Self.answer(record, in: reading)
    }
  }

  private static func history(_ context: Context) throws -> Response {
    let id: ID<R> = try context.id()
    return try context.read { reading in
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("items")
      writer.beginArray()
      for entry in try HistoryEntry.of(id, in: reading) { entry.write(to: &writer) }
      writer.endArray()
      writer.endObject()
      return .json(writer)
    }
  }

  /// What is asked for of the record as an answer. Its tag is another one than that of the whole
  /// record, and names the same version.
  private static func answer(
    _ record: R, showing asked: AskedMembers, in reading: Reading
  ) throws -> Response {
    let names = try Names(of: [record], showing: asked, in: reading)
    let neighbours =
      asked.contains("links") ? try Neighbours(of: [record.reference], in: reading)[0] : []
    var writer = JSONWriter()
    RecordJSON.write(
      asked, of: record, for: reading.caller, links: neighbours, names: names, to: &writer
    ) {
      if asked.refers(of: R.self) || asked.contains("names") { names.write(to: &$0) }
    }
    return Response.json(writer).tagged(version: record.header.version)
  }

  /// The record as an answer, with its version in the entity tag.
  static func answer(_ record: R, status: Int = 200, in reading: Reading) throws -> Response {
    let names = try Names(of: [record], in: reading)
    let neighbours = try Neighbours(of: [record.reference], in: reading)
    var writer = JSONWriter()
    RecordJSON.write(
      record, for: reading.caller, links: neighbours[0], names: names, to: &writer
    ) {
      if R.lifeCycle != nil {
        $0.key(.moves)
        OpenMoves.write(of: record, for: reading.caller, to: &$0)
      }
      names.write(to: &$0)
    }
    return Response.json(writer, status: status).tagged(version: record.header.version)
  }
}
