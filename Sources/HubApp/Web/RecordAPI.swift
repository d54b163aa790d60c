import HubHTTP
import HubModel
import HubText

/// `GET`, `PATCH`, transitions and history of one record.
struct RecordAPI<R: Stored>: Sendable {
  let hub: Hub

  init(_ hub: Hub) { self.hub = hub }

  var routes: [Route] {
    let path = "\(API.root)/\(R.type.path)/{ref}"
    var routes = [
      Route(.get, path, name: "show \(R.type.rawValue)", isBrief: true, handler: show),
      Route(.patch, path, name: "edit \(R.type.rawValue)", handler: edit),
      Route(.get, "\(path)/history", name: "history of \(R.type.rawValue)", handler: history),
    ]
    if R.lifeCycle != nil {
      routes.append(
        Route(.post, "\(path)/transitions", name: "move \(R.type.rawValue)", handler: move))
    }
    return routes
  }

  @Sendable private func show(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<R> = try request.id(parameters)
    return try hub.read(for: request) { reading in
      try Self.answer(reading.find(id), in: reading)
    }
  }

  @Sendable private func edit(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<R> = try request.id(parameters)
    let json = try request.json()
    return try hub.write(as: request.identity) { writing in
      let former = try writing.find(id)
      let version = try request.expectedVersion(of: former)
      return try writing.edit(id, expecting: version) {
        try RecordJSON.apply(json, to: &$0, in: writing)
      }
    } answer: { record, reading in
      try Self.answer(record, in: reading)
    }
  }

  @Sendable private func move(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<R> = try request.id(parameters)
    let json = try request.json()
    return try hub.write(as: request.identity) { writing in
      let former = try writing.find(id)
      let version = try request.expectedVersion(of: former)
      return try writing.move(id, by: json, expecting: version)
    } answer: { record, reading in
      try Self.answer(record, in: reading)
    }
  }

  @Sendable private func history(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<R> = try request.id(parameters)
    return try hub.read(for: request) { reading in
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

  /// The record as an answer, with its version in the entity tag.
  static func answer(_ record: R, status: Int = 200, in reading: Reading) throws -> Response {
    let names = try Names(of: [record], in: reading)
    let neighbours = try Neighbours(of: [record.reference], in: reading)
    var writer = JSONWriter()
    RecordJSON.write(
      record, for: reading.caller, links: neighbours[0], names: names, to: &writer
    ) { names.write(to: &$0) }
    return Response.json(writer, status: status).tagged(version: record.header.version)
  }
}
