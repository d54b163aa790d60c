import HubHTTP
import HubModel
import HubText

/// Agendas as files: check one, publish one, see what it changes, and get one back.
struct AgendaFileAPI: Sendable {
  let hub: Hub

  static func routes(_ hub: Hub) -> [Route] {
    let api = AgendaFileAPI(hub: hub)
    let files = "\(API.root)/agenda-files"
    return [
      Route(.post, files, name: "publish agenda file", handler: api.publish),
      Route(.post, "\(files)/check", name: "check agenda file", handler: api.check),
      Route(.post, "\(files)/changes", name: "changes of agenda file", handler: api.changes),
      Route(
        .get, "\(API.root)/meetings/{ref}/agenda-file", name: "agenda file of meeting",
        handler: api.show),
    ] + AgendaEditionAPI.routes(hub) + AgendaProposalAPI.routes(hub)
  }

  /// `POST /agenda-files/check`: every fault at once; changes nothing.
  @Sendable private func check(_ request: Request, _: Parameters) throws -> Response {
    try hub.read(for: request) { reading in
      let file = try AgendaFile.read(try request.file(), in: reading)
      let faults = try file.meeting.map { try Self.faults(file, $0, in: reading) } ?? file.faults
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("faults")
      writer.faults(faults, try request.words())
      writer.key("meeting")
      writer.reference(file.meeting?.reference)
      writer.endObject()
      return .json(writer)
    }
  }

  /// With those that follow from the agenda as it stands, for who may see it.
  private static func faults(
    _ file: AgendaFile, _ meeting: Meeting, in reading: Reading
  ) throws -> [Fault] {
    do {
      return try AgendaComparison(file, with: meeting, in: reading).faults
    } catch Refusal.notFound {
      return file.faults
    }
  }

  /// `POST /agenda-files?note=…`: creates the meeting and its agenda, or revises it.
  @Sendable private func publish(_ request: Request, _: Parameters) throws -> Response {
    try hub.write(as: request.identity) { writing in
      let outcome = try AgendaPublication.publish(
        try request.file(), note: request.text("note"), in: writing, words: request.words())
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("meeting", outcome.meeting.reference.description)
      writer.member("agenda", outcome.agenda.reference.description)
      writer.member("edition", outcome.agenda.edition)
      writer.member("revision", outcome.agenda.header.version)
      writer.key("changed")
      writer.bool(outcome.changed)
      writer.key("addLines")
      writer.list(outcome.addLines)
      writer.key("items")
      writer.list(outcome.items.map(\.reference.description))
      writer.endObject()
      let response = Response.json(writer, status: outcome.isNew ? 201 : 200)
      guard outcome.isNew else { return response }
      return response.with("Location", "\(API.root)/meetings/\(outcome.meeting.reference)")
    }
  }

  /// `POST /agenda-files/changes`: what publishing the file would change.
  @Sendable private func changes(_ request: Request, _: Parameters) throws -> Response {
    try hub.read(for: request) { reading in
      let file = try AgendaFile.read(try request.file(), in: reading)
      let comparison =
        try file.meeting.map { try AgendaComparison(file, with: $0, in: reading) }
        ?? AgendaComparison(file)
      guard comparison.faults.isEmpty else { throw Refusal.invalid(comparison.faults) }
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("meeting")
      writer.reference(file.meeting?.reference)
      writer.key("changes")
      AgendaChangeWords(try request.words()).write(
        comparison.changes, from: comparison.seen, to: comparison.document, &writer)
      writer.endObject()
      return .json(writer)
    }
  }

  /// `GET /meetings/{ref}/agenda-file?lang=…`: the file of what the records say now.
  @Sendable private func show(_ request: Request, _ parameters: Parameters) throws -> Response {
    let id: ID<Meeting> = try request.id(parameters)
    return try hub.read(for: request) { reading in
      let records = try AgendaRecords.visible(id, in: reading)
      let redaction = try AgendaRedaction(
        [records.document], items: records.items, in: reading)
      var document = redaction.redacted(records.document)
      let body = try Directory.entries(of: [records.meeting.body.reference], in: reading)
      let language = try request.words().language
      if let name = body.values.first?.label.best(language) { document.body = name }
      return .markdown(document.written(in: language))
        .tagged(version: records.agenda.header.version)
    }
  }
}
