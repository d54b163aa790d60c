import HubHTTP
import HubModel
import HubText
import HubWords

/// `POST /meeting-series/{ref}/meetings`: the meetings of a series follow its dates.
enum SeriesScheduleAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .post, "\(API.root)/meeting-series/{ref}/meetings", name: "schedule series",
        .writing(scheduled).taking(query), handler: schedule)
    ]
  }

  /// Thrown by what was only tried, so that nothing of it lands.
  private struct Tried: Error {
    let response: Response
  }

  private static func schedule(_ context: Context) throws -> Response {
    let id: ID<MeetingSeries> = try context.id()
    let isDry = try context.request.flag("dryRun")
    do {
      return try context.write { writing in
        let series = try writing.find(id)
        guard Access.mayWrite(writing.caller, series) else {
          throw writing.refusal(needing: MeetingSeries.writers)
        }
        let steps = try SeriesSchedule(series, in: writing).carryOut()
        let response = answer(steps, series, isDry: isDry)
        if isDry { throw Tried(response: response) }
        return response
      }
    } catch let tried as Tried {
      return tried.response
    }
  }

  private static func answer(
    _ steps: [SeriesSchedule.Step], _ series: MeetingSeries, isDry: Bool
  ) -> Response {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("series")
    writer.reference(series.reference)
    writer.key("dryRun")
    writer.bool(isDry)
    writer.key("meetings")
    writer.beginArray()
    for step in steps {
      writer.beginObject()
      writer.member("does", step.deed.rawValue)
      writer.key("ref")
      writer.reference(isDry && step.deed == .create ? nil : step.meeting?.reference)
      writer.key("startsAt")
      if let meeting = step.meeting { writer.moment(meeting.startsAt) } else { writer.null() }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return .json(writer)
  }

  static func scheduled(_ words: Words) -> RouteDocument {
    let meeting = JSONSchema.object([
      ("does", JSONSchema.word(of: SeriesSchedule.Deed.allCases.map(\.rawValue))),
      ("ref", JSONSchema.nullable(JSONSchema.reference(to: [.meeting]))),
      ("startsAt", JSONSchema.nullable(JSONSchema.moment)),
    ])
    return RouteDocument(
      tag: RecordType.meetingSeries.path, summary: words("openapi.scheduleSeries"),
      details: words("openapi.scheduleSeriesDetails"),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.scheduleSeries"),
          schema: JSONSchema.object([
            ("series", JSONSchema.reference(to: [.meetingSeries])), ("dryRun", JSONSchema.flag),
            ("meetings", JSONSchema.list(of: meeting)),
          ]))
      ]
    ).on(.meetingSeries).refusing([.conflict, .unprocessableContent])
  }

  static func query(_ words: Words) -> [JSON] {
    [Parameter.query("dryRun", JSONSchema.flag, words("openapi.importDryRun"))]
  }
}
