import HubHTTP
import HubModel
import HubText

/// What was published of minutes, as the caller may read it.
struct MinutesEditionAPI: Sendable {
  let hub: Hub

  static func routes(_ hub: Hub) -> [Route] {
    let api = MinutesEditionAPI(hub: hub)
    let path = "\(API.root)/meetings/{ref}/minutes-editions"
    return [
      Route(.get, path, name: "minutes editions", handler: api.list),
      Route(.get, "\(path)/{number}", name: "minutes edition", handler: api.show),
    ]
  }

  @Sendable private func list(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<Meeting> = try request.id(parameters)
    return try hub.read(for: request) { reading in
      _ = try reading.find(id)
      var writer = JSONWriter()
      writer.editions(try Editions.of(ID<Minutes>(id.number), in: reading))
      return .json(writer)
    }
  }

  @Sendable private func show(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<Meeting> = try request.id(parameters)
    let number = try request.edition(parameters)
    return try hub.read(for: request) { reading in
      let meeting = try reading.find(id)
      let editions = try Editions.of(ID<Minutes>(id.number), in: reading)
      guard let edition = editions.first(where: { $0.number == number }) else {
        throw Refusal.notFound("\(id)/\(number)")
      }
      let document = MinutesDocument.parse(
        Array(edition.text.utf8), meetingDay: meeting.day ?? reading.today
      ).document
      let records = try MinutesRecords.of(meeting, in: reading)
      let redacted = try MinutesRedaction([document], records, in: reading).redacted(document)
      return .markdown(redacted.written(in: try request.words().language))
    }
  }
}
