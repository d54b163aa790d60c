import HubHTTP
import HubModel
import HubText

/// A meeting with its agenda and all items in one answer, for whoever shows the whole of it.
struct AgendaAPI: Sendable {
  let hub: Hub

  static func routes(_ hub: Hub) -> [Route] {
    let api = AgendaAPI(hub: hub)
    return [
      Route(
        .get, "\(API.root)/meetings/{ref}/agenda", name: "agenda of meeting", handler: api.show)
    ]
  }

  /// `{"meeting": {…}, "agenda": {…}, "items": [{…, "number": 1}, …], "names": {…}}`
  @Sendable private func show(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<Meeting> = try request.id(parameters)
    return try hub.read(as: request.identity) { reading in
      let meeting = try reading.find(id)
      guard let agenda = try reading.load(ID<Agenda>(meeting.header.number)),
        Access.maySee(reading.caller, agenda)
      else { throw Refusal.notFound(id.description) }
      // What is not on the published agenda yet has no number that would be missed.
      let items = try reading.plannedItems(of: id).filter {
        $0.onPublishedAgenda || Access.maySee(reading.caller, $0)
      }
      let visible = items.filter { Access.maySee(reading.caller, $0) }
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("meeting")
      try Self.write(meeting, in: reading, to: &writer)
      writer.key("agenda")
      try Self.write(agenda, in: reading, to: &writer)
      writer.key("items")
      try Self.write(items, visible, in: reading, to: &writer)
      let references = Names.references(of: [meeting])
        .union(Names.references(of: [agenda])).union(Names.references(of: visible))
      try Names.write(references, in: reading, to: &writer)
      writer.endObject()
      return .json(writer)
    }
  }

  private static func write<R: Record>(
    _ record: R, in reading: Reading, to writer: inout JSONWriter
  ) throws {
    let links = try Neighbours.of([record.reference], in: reading)
    try RecordJSON.write(
      record, for: reading.caller, links: links[record.reference] ?? [], to: &writer)
  }

  /// An item that the caller may not see keeps its number, and nothing else.
  private static func write(
    _ items: [AgendaItem], _ visible: [AgendaItem], in reading: Reading,
    to writer: inout JSONWriter
  ) throws {
    let links = try Neighbours.of(visible.map(\.reference), in: reading)
    let seen = Set(visible.map(\.id))
    writer.beginArray()
    for (index, item) in items.enumerated() {
      guard seen.contains(item.id) else {
        writer.beginObject()
        writer.member("number", index + 1)
        writer.endObject()
        continue
      }
      RecordJSON.write(
        item, for: reading.caller, links: links[item.reference] ?? [], to: &writer
      ) { $0.member("number", index + 1) }
    }
    writer.endArray()
  }
}
