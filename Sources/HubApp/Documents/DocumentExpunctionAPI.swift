import HubHTTP
import HubModel
import HubText
import HubWords

/// `POST /documents/{ref}/expunctions`: takes a file that was sent by mistake out for good.
///
///     {"reason": "…", "edition": 2}
enum DocumentExpunctionAPI {
  static var routes: [APIRoute] {
    [
      APIRoute(
        .post, "\(API.root)/documents/{ref}/expunctions", name: "expunge contents",
        .writing(document).asked(by: .admins).with {
          $0.company = .refused(fault: "expunctionAlone")
        }, handler: expunge)
    ]
  }

  private static func expunge(_ context: Context) throws -> Response {
    let id: ID<Document> = try context.id()
    let json = try context.request.json()
    var faults: [Fault] = []
    for member in json.object ?? [] {
      switch (member.name, member.value) {
      case ("reason", .string), ("edition", .integer), ("edition", .null): break
      case ("reason", _): faults.append(Fault("wrongType", at: "/reason", ["wanted": "text"]))
      case ("edition", _): faults.append(Fault("wrongType", at: "/edition", ["wanted": "integer"]))
      default:
        faults.append(
          Fault(
            "unknownField", at: "/\(member.name)",
            ["word": member.name, "known": "reason, edition"]))
      }
    }
    guard faults.isEmpty else { throw Refusal.invalid(faults) }
    let done = try context.hub.expungeContents(
      of: id, edition: json["edition"]?.integer.map { Int(clamping: $0) },
      reason: json["reason"]?.string ?? "", as: context.identity)
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("ref")
    writer.reference(id.reference)
    writer.key("editions")
    writer.beginArray()
    for edition in done.editions { writer.integer(Int64(edition)) }
    writer.endArray()
    writer.key("alike")
    writer.beginArray()
    for found in done.alike {
      writer.beginObject()
      writer.member("ref", found.document.description)
      writer.member("edition", found.edition)
      writer.endObject()
    }
    writer.endArray()
    writer.key("erased")
    writer.bool(done.left == nil)
    writer.key("left")
    if let left = done.left { writer.string(left.code) } else { writer.null() }
    writer.endObject()
    return .json(writer)
  }

  static func document(_ words: Words) -> RouteDocument {
    let edition: JSON = ["type": "integer", "minimum": 1]
    return RouteDocument(
      tag: RecordType.document.path, summary: words("openapi.expungeContents"),
      details: words("openapi.expungeContentsDetails"),
      answers: [
        RouteDocument.Answer(
          status: 200, text: words("openapi.expungeContents"),
          schema: JSONSchema.object([
            ("ref", JSONSchema.reference(to: [.document])),
            ("editions", JSONSchema.list(of: edition)),
            (
              "alike",
              JSONSchema.list(
                of: JSONSchema.object([
                  ("ref", JSONSchema.reference(to: [.document])), ("edition", edition),
                ]))
            ), ("erased", JSONSchema.flag),
            ("left", JSONSchema.nullable(JSONSchema.text)),
          ]))
      ]
    ).taking(
      JSONSchema.object(
        [("reason", JSONSchema.text(matching: "\\S")), ("edition", edition)],
        required: ["reason"], isClosed: true)
    ).on(.document).refusing([.conflict])
  }
}
