import HubHTTP
import HubModel
import HubText
import HubWords

/// Agendas as files: check one, publish one, see what it changes, and get one back.
enum AgendaFileAPI {
  static var routes: [APIRoute] {
    let files = "\(API.root)/agenda-files"
    return [
      APIRoute(
        .post, files, name: "publish agenda file", .writing(published).taking(publishedQuery),
        handler: publish),
      APIRoute(
        .post, "\(files)/check", name: "check agenda file",
        .reading(checked).taking(FileRoutes.query).readingFile, handler: check),
      APIRoute(
        .post, "\(files)/changes", name: "changes of agenda file",
        .reading(compared).taking(FileRoutes.query).readingFile, handler: changes),
      APIRoute(
        .get, "\(API.root)/meetings/{ref}/agenda-file", name: "agenda file of meeting",
        .reading(shown).taking(FileRoutes.query).givingFile, handler: show),
    ]
  }

  /// `POST /agenda-files/check`: every fault at once; changes nothing.
  private static func check(_ context: Context) throws -> Response {
    let text = try AgendaFile.text(of: context)
    return try context.read { reading in
      let file = try AgendaFile.read(text, in: reading)
      let faults = try file.meeting.map { try Self.faults(file, $0, in: reading) } ?? file.faults
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("faults")
      writer.faults(context.request.told(faults), try context.request.words())
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
      let comparison = try AgendaComparison(file, with: meeting, in: reading)
      let standing = AgendaStanding(file: file, comparison: comparison)
      return try (comparison.faults + standing.faults()).inOrderOfFile
    } catch Refusal.notFound {
      return file.faults
    }
  }

  /// `POST /agenda-files?note=…`: creates the meeting and its agenda, or revises it.
  private static func publish(_ context: Context) throws -> Response {
    let text = try AgendaFile.text(of: context)
    return try context.write { writing in
      let outcome = try AgendaPublication.publish(
        text, note: context.request.text("note"),
        on: context.request.occasion(of: .agendaFile), in: writing, words: context.request.words())
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("meeting", outcome.meeting.reference.description)
      writer.member("agenda", outcome.agenda.reference.description)
      writer.member("edition", outcome.agenda.edition)
      writer.key("newEdition")
      writer.bool(outcome.isNewEdition)
      writer.member("revision", outcome.revision.description)
      writer.key("changed")
      writer.bool(outcome.changed)
      writer.key("addLines")
      writer.list(outcome.addLines)
      writer.key("items")
      writer.list(outcome.items.map(\.reference.description))
      AgendaAccount(outcome).write(to: &writer, in: try context.request.words().language)
      writer.endObject()
      let response = Response.json(writer, status: outcome.isNew ? 201 : 200)
      guard outcome.isNew else { return response }
      return response.with(
        "Location", context.outer("\(API.root)/meetings/\(outcome.meeting.reference)"))
    }
  }

  /// `POST /agenda-files/changes`: what publishing the file would change.
  private static func changes(_ context: Context) throws -> Response {
    let text = try AgendaFile.text(of: context)
    return try context.read { reading in
      let file = try AgendaFile.read(text, in: reading)
      let comparison =
        try file.meeting.map { try AgendaComparison(file, with: $0, in: reading) }
        ?? AgendaComparison(file)
      guard comparison.faults.isEmpty else { throw Refusal.invalid(comparison.faults) }
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("meeting")
      writer.reference(file.meeting?.reference)
      writer.key("changes")
      AgendaChangeWords(try context.request.words()).write(
        comparison.changes, from: comparison.seen, to: comparison.document, &writer)
      writer.endObject()
      return .json(writer)
    }
  }

  /// `GET /meetings/{ref}/agenda-file?lang=…`: the file of what the records say now.
  private static func show(_ context: Context) throws -> Response {
    let id: ID<Meeting> = try context.id()
    return try context.read { reading in
      let records = try AgendaRecords.visible(id, in: reading)
      var document = try records.seen(in: reading).document
      let body = try Directory.entries(of: [records.meeting.body.reference], in: reading)
      let language = try context.request.words().language
      if let name = body.values.first?.label.best(language) { document.body = name }
      return .markdown(document.written(in: language))
        .tagged(version: records.agenda.header.version)
    }
  }
}
