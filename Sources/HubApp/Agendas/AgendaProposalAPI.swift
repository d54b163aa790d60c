import HubHTTP
import HubModel
import HubText

/// The next agenda of a body, and where an item began.
struct AgendaProposalAPI: Sendable {
  let hub: Hub

  static func routes(_ hub: Hub) -> [Route] {
    let api = AgendaProposalAPI(hub: hub)
    return [
      Route(
        .get, "\(API.root)/bodies/{ref}/agenda-proposal", name: "agenda proposal",
        handler: api.propose),
      Route(
        .get, "\(API.root)/agenda-items/{ref}/lineage", name: "lineage of agendaItem",
        handler: api.lineage),
    ]
  }

  /// `GET /bodies/{ref}/agenda-proposal?date=…&lang=…`
  @Sendable private func propose(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<Body> = try request.id(parameters)
    return try hub.read(for: request) { reading in
      let body = try reading.find(id)
      let day = try request.query.first(named: "date").map { text in
        guard let day = HumanDate.day(text, from: reading.today) else {
          throw Refusal.malformed([Fault("unreadableDay", at: "date", ["text": text])])
        }
        return day
      }
      let language = try request.words().language
      let document = try AgendaProposal(body, in: reading).document(on: day, in: language)
      return .markdown(document.written(in: language))
    }
  }

  /// `GET /agenda-items/{ref}/lineage`: from where an item was carried over, the first one first.
  @Sendable private func lineage(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<AgendaItem> = try request.id(parameters)
    return try hub.read(for: request) { reading in
      let item = try reading.find(id)
      let line = try reading.lineages(of: [id])[id] ?? [id]
      let records = try reading.visibleItems(Set(line))
      let meetings = try Directory.entries(of: records.map(\.meeting.reference), in: reading)
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("item", item.reference.description)
      writer.member("timesDeferred", item.timesDeferred)
      writer.key("items")
      writer.beginArray()
      for step in line {
        guard let record = records.first(where: { $0.id == step }) else { continue }
        let meeting = meetings[record.meeting.reference]
        writer.beginObject()
        writer.member("ref", record.reference.description)
        writer.key("title")
        writer.localized(record.title)
        writer.member("state", record.header.state)
        writer.key("meeting")
        writer.reference(meeting?.reference)
        writer.key("day")
        if let day = meeting?.day { writer.string(day.description) } else { writer.null() }
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
      return .json(writer)
    }
  }
}
