import HubHTTP
import HubModel
import HubText
import HubWords

/// Minutes as files: check one, save one, and get one back.
enum MinutesFileAPI {
  static var routes: [APIRoute] {
    let files = "\(API.root)/minutes-files"
    return [
      APIRoute(
        .post, files, name: "save minutes file", .writing(saved).taking(savedQuery), handler: save),
      APIRoute(
        .post, "\(files)/check", name: "check minutes file",
        .reading(checked).taking(FileRoutes.query).readingFile, handler: check),
      APIRoute(
        .get, "\(API.root)/meetings/{ref}/minutes-file", name: "minutes file of meeting",
        .reading(shown).taking(FileRoutes.query).givingFile, handler: show),
    ]
  }

  /// `POST /minutes-files/check`: every fault at once; changes nothing.
  private static func check(_ context: Context) throws -> Response {
    let text = try MinutesText(of: context)
    return try context.read { reading in
      let file = try MinutesFile.read(text, in: reading)
      let plan = file.records.map { MinutesPlan(file, $0) }
      let words = try context.request.words()
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("faults")
      let faults = file.faults + (plan?.faults ?? []) + (try standing(file, plan, in: reading))
      writer.faults(context.request.told(faults.inOrderOfFile), words)
      let isWriter = file.meeting.map { MinutesSaving.mayWrite($0, reading) } ?? false
      let account = isWriter ? plan.map { MinutesAccount($0, file) } : nil
      (account ?? MinutesAccount()).write(to: &writer, words)
      writer.key("notices")
      let notices = isWriter ? try MinutesNotices.of(file, in: reading) : []
      writer.faults(context.request.told(notices), words)
      writer.key("meeting")
      writer.reference(file.meeting?.reference)
      writer.key("state")
      let minutes = file.records?.minutes
      if let minutes, try reading.maySee(minutes) {
        writer.string(minutes.header.state)
      } else {
        writer.null()
      }
      writer.endObject()
      return .json(writer)
    }
  }

  /// What saving it would be refused for, for whoever may see the minutes; that it changes nothing is
  /// known to those who may write them.
  private static func standing(
    _ file: MinutesFile, _ plan: MinutesPlan?, in reading: Reading
  ) throws -> [Fault] {
    guard let records = file.records, let plan else { return [] }
    if let minutes = records.minutes {
      guard try reading.maySee(minutes) else { return [] }
      guard !(plan.isEmpty && MinutesSaving.mayWrite(records.meeting, reading)) else { return [] }
    }
    return try MinutesStanding(file: file, records: records, plan: plan).faults(in: reading)
  }

  /// `POST /minutes-files`: saves the minutes of a meeting; with `erratum_en` and `erratum_fr`
  /// it corrects published ones.
  private static func save(_ context: Context) throws -> Response {
    let text = try MinutesText(of: context)
    return try context.write { writing in
      let outcome = try MinutesSaving.save(
        text, erratum: context.request.text("erratum"),
        on: context.request.occasion(of: .minutes), in: writing)
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("meeting", outcome.meeting.reference.description)
      writer.member("minutes", outcome.minutes.reference.description)
      writer.member("state", outcome.minutes.header.state)
      writer.member("edition", outcome.minutes.edition)
      writer.member("revision", outcome.revision.description)
      writer.key("changed")
      writer.bool(outcome.changed)
      outcome.account.write(to: &writer, try context.request.words())
      writer.key("notices")
      writer.faults(context.request.told(outcome.notices), try context.request.words())
      writer.key("quorum")
      if let quorum = outcome.quorum { quorum.write(to: &writer) } else { writer.null() }
      writer.endObject()
      return .json(writer)
    }
  }

  /// `GET /meetings/{ref}/minutes-file?lang=…`: the file of what the records say now. Before the
  /// minutes are opened, who may write them gets the agenda's items to fill in.
  private static func show(_ context: Context) throws -> Response {
    let id: ID<Meeting> = try context.id()
    return try context.read { reading in
      let meeting = try reading.find(id)
      guard try maySeeMinutes(of: meeting, reading) else {
        throw Refusal.notFound(id.description)
      }
      let records = try MinutesRecords.of(meeting, in: reading)
      let document = try records.seen(in: reading)
      let response = Response.markdown(document.written(in: try context.request.words().language))
      guard let minutes = records.minutes else { return response }
      return response.tagged(version: minutes.header.version)
    }
  }

  private static func maySeeMinutes(of meeting: Meeting, _ reading: Reading) throws -> Bool {
    let minutes = Reference(.minutes, meeting.header.number)
    guard try reading.audience(of: minutes) == nil else { return try reading.maySee(minutes) }
    return try reading.maySee(draft(of: meeting))
  }

  /// Minutes that are not there yet.
  private static func draft(of meeting: Meeting) -> Minutes {
    var minutes = Minutes()
    minutes.header.network = meeting.header.network
    minutes.header.state = Minutes.State.drafting.rawValue
    (minutes.meeting, minutes.body) = (meeting.id, meeting.body)
    return minutes
  }
}
