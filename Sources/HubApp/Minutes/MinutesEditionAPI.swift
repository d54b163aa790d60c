import HubHTTP
import HubModel
import HubText
import HubWords

/// What was published of minutes, as the caller may read it.
enum MinutesEditionAPI {
  static var routes: [APIRoute] {
    let path = "\(API.root)/meetings/{ref}/minutes-editions"
    return [
      APIRoute(.get, path, name: "minutes editions", .reading(listed), handler: list),
      APIRoute(
        .get, "\(path)/{number}", name: "minutes edition",
        .reading(shown).taking(FileRoutes.query).givingFile, handler: show),
    ]
  }

  private static func list(_ context: Context) throws -> Response {
    let id: ID<Meeting> = try context.id()
    return try context.read { reading in
      _ = try reading.find(id)
      var writer = JSONWriter()
      writer.editions(try Editions.of(ID<Minutes>(id.number), in: reading))
      return .json(writer)
    }
  }

  private static func show(_ context: Context) throws -> Response {
    let id: ID<Meeting> = try context.id()
    let number = try context.edition()
    return try context.read { reading in
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
      return .markdown(redacted.written(in: try context.request.words().language))
    }
  }
}
