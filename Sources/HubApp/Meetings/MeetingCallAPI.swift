import HubHTTP
import HubModel
import HubText
import HubWords

/// `POST /bodies/{ref}/meeting-calls`: the next meeting of a body with a draft of its agenda.
enum MeetingCallAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .post, "\(API.root)/bodies/{ref}/meeting-calls", name: "call meeting",
        .writing(called).taking(FileRoutes.query), handler: call)
    ]
  }

  private static func call(_ context: Context) throws -> Response {
    let id: ID<Body> = try context.id()
    let json = try context.request.json()
    guard let members = json.object else {
      throw Refusal.malformed([Fault("wrongType", at: "", ["wanted": "object"])])
    }
    let language = try context.request.words().language
    return try context.write { writing in
      let body = try writing.find(id)
      let day = try json["date"]?.string.map { text in
        let today = try writing.today(in: body.header.network)
        guard let day = HumanDate.day(text, from: today) else {
          throw Refusal.malformed([Fault("unreadableDay", at: "/date", ["text": text])])
        }
        return day
      }
      return try MeetingCall(body: body, writing: writing, language: language)
        .make(on: day, saying: members.filter { $0.name != "date" && $0.name != "body" })
    } answer: { meeting, reading in
      try RecordAPI<Meeting>.answer(meeting, status: 201, in: reading)
        .with("Location", context.outer("\(API.root)/meetings/\(meeting.reference)"))
    }
  }

  static func called(_ words: Words) -> RouteDocument {
    let asked = JSONSchema.object(
      [
        ("date", JSONSchema.text.adding("description", text: words("openapi.proposalDate"))),
        ("startsAt", JSONSchema.moment), ("endsAt", JSONSchema.moment),
        ("title", JSONSchema.named("LocalizedText")), ("link", JSONSchema.text),
        ("place", JSONSchema.named("LocalizedText")),
        ("mode", JSONSchema.word(of: MeetingMode.allCases.map(\.rawValue))),
      ], required: [])
    return RouteDocument(
      tag: RecordType.meeting.path, summary: words("openapi.callMeeting"),
      details: words("openapi.callMeetingDetails"),
      answers: [
        RouteDocument.Answer(
          status: 201, text: words("openapi.callMeeting"), schema: JSONSchema.named("Meeting"),
          headers: [("Location", JSONSchema.text), ("ETag", JSONSchema.text)])
      ]
    ).on(.body).taking(asked.adding("examples", [["date": "2027-04-15"]]))
      .refusing([.conflict])
  }
}
