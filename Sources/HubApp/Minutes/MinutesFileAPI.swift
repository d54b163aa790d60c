import HubHTTP
import HubModel
import HubText

/// Minutes as files: check one, save one, and get one back.
struct MinutesFileAPI: Sendable {
  let hub: Hub

  static func routes(_ hub: Hub) -> [Route] {
    let api = MinutesFileAPI(hub: hub)
    let files = "\(API.root)/minutes-files"
    return [
      Route(.post, files, name: "save minutes file", handler: api.save),
      Route(.post, "\(files)/check", name: "check minutes file", handler: api.check),
      Route(
        .get, "\(API.root)/meetings/{ref}/minutes-file", name: "minutes file of meeting",
        handler: api.show),
    ] + MinutesEditionAPI.routes(hub)
  }

  /// `POST /minutes-files/check`: every fault at once; changes nothing.
  @Sendable private func check(_ request: Request, _: Parameters) throws -> Response {
    try hub.read(for: request) { reading in
      let file = try MinutesFile.read(try request.file(), in: reading)
      let plan = file.records.map { MinutesPlan(file, $0) }
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("faults")
      let faults = file.faults + (plan?.faults ?? [])
      writer.faults(faults.inOrderOfFile, try request.words())
      writer.key("meeting")
      writer.reference(file.meeting?.reference)
      writer.endObject()
      return .json(writer)
    }
  }

  /// `POST /minutes-files`: saves the minutes of a meeting; with `erratum_en` and `erratum_fr`
  /// it corrects published ones.
  @Sendable private func save(_ request: Request, _: Parameters) throws -> Response {
    try hub.write(as: request.identity) { writing in
      let outcome = try MinutesSaving.save(
        try request.file(), erratum: request.text("erratum"), in: writing)
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("meeting", outcome.meeting.reference.description)
      writer.member("minutes", outcome.minutes.reference.description)
      writer.member("state", outcome.minutes.header.state)
      writer.member("edition", outcome.minutes.edition)
      writer.member("revision", outcome.minutes.header.version)
      writer.key("changed")
      writer.bool(outcome.changed)
      for (name, references) in [
        ("created", outcome.created), ("updated", outcome.updated), ("removed", outcome.removed),
        ("kept", outcome.kept),
      ] {
        writer.key(name)
        writer.list(references.map(\.description))
      }
      writer.key("quorum")
      if let quorum = outcome.quorum { quorum.write(to: &writer) } else { writer.null() }
      writer.endObject()
      return .json(writer)
    }
  }

  /// `GET /meetings/{ref}/minutes-file?lang=…`: the file of what the records say now. Before the
  /// minutes are opened, who may write them gets the agenda's items to fill in.
  @Sendable private func show(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<Meeting> = try request.id(parameters)
    return try hub.read(for: request) { reading in
      let meeting = try reading.find(id)
      let records = try MinutesRecords.of(meeting, in: reading)
      guard Access.maySee(reading.caller, records.minutes ?? Self.draft(of: meeting)) else {
        throw Refusal.notFound(id.description)
      }
      let document = try MinutesRedaction([records.document], records, in: reading)
        .redacted(records.document)
      let response = Response.markdown(document.written(in: try request.words().language))
      guard let minutes = records.minutes else { return response }
      return response.tagged(version: minutes.header.version)
    }
  }

  /// Minutes that are not there yet.
  private static func draft(of meeting: Meeting) -> Minutes {
    var minutes = Minutes()
    minutes.header.network = meeting.header.network
    minutes.header.state = Minutes.State.drafting.rawValue
    minutes.body = meeting.body
    return minutes
  }
}
