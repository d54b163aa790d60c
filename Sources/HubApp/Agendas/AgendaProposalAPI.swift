import HubHTTP
import HubModel
import HubText
import HubWords

/// The next agenda of a body, and where an item began.
enum AgendaProposalAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .get, "\(API.root)/bodies/{ref}/agenda-proposal", name: "agenda proposal",
        .reading(proposed).taking(proposedQuery).givingFile, handler: propose),
      APIRoute(
        .get, "\(API.root)/agenda-items/{ref}/lineage", name: "lineage of agendaItem",
        .reading(descended), handler: lineage),
    ]
  }

  /// `GET /bodies/{ref}/agenda-proposal?date=…&lang=…`
  private static func propose(_ context: Context) throws -> Response {
    let id: ID<Body> = try context.id()
    return try context.read { reading in
      let body = try reading.find(id)
      let day = try context.request.query.first(named: "date").map { text in
        let today = try reading.today(in: body.header.network)
        guard let day = HumanDate.day(text, from: today) else {
          throw Refusal.malformed([Fault("unreadableDay", at: "date", ["text": text])])
        }
        return day
      }
      let language = try context.request.words().language
      let document = try AgendaProposal(body, in: reading).document(on: day, in: language)
      return .markdown(document.written(in: language))
    }
  }

  /// `GET /agenda-items/{ref}/lineage`: from where an item was carried over, the first one first.
  private static func lineage(_ context: Context) throws -> Response {
    let id: ID<AgendaItem> = try context.id()
    return try context.read { reading in
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
